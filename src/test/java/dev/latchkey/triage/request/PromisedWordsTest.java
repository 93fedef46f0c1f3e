package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The words that letters offer as an answer are read as what the letters say they do. */
class PromisedWordsTest {
  private static final Pattern QUOTED = Pattern.compile("[\"„]([^\"„“{}]+)[\"“]");

  /** What each is read as. */
  private static final Map<String, String> READ_AS =
      Map.of(
          "it worked", "RESOLVED",
          "it did not work", "OTHER",
          "please close this", "RESOLVED",
          "not me", "objection",
          "es hat geklappt", "RESOLVED",
          "es hat nicht geklappt", "OTHER",
          "bitte schließen", "RESOLVED",
          "nicht ich", "objection",
          "new code", "code",
          "neuer Code", "code");

  private final IntentReader intents = new IntentReader(ReadingForms.shipped());
  private final OwnerAnswerReader owners = new OwnerAnswerReader();

  @Test
  void eachOfferedWordIsOneThatWeKnow() throws IOException {
    TreeSet<String> offered = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).toList()) {
        String letter = Files.readString(file).replaceAll("\\s+", " ");
        Matcher quoted = QUOTED.matcher(letter);
        while (quoted.find()) {
          offered.add(quoted.group(1));
        }
      }
    }
    assertThat(offered).isNotEmpty().isSubsetOf(READ_AS.keySet());
  }

  @TestFactory
  Stream<DynamicTest> eachIsReadAsPromised() {
    return READ_AS.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> assertRead(entry.getKey(), entry.getValue())));
  }

  @Test
  void aDoubtEndsNothing() {
    for (String doubt :
        new String[] {
          "I am not sure that it worked, what should I see now?",
          "It worked until last week, but now I still cannot get in.",
          "I do not think it worked.",
          "Ich glaube nicht, dass es geklappt hat."
        }) {
      assertThat(intents.read(doubt).intent()).as(doubt).isNotEqualTo(Intent.RESOLVED);
    }
  }

  private void assertRead(String words, String expected) {
    if (expected.equals("objection")) {
      assertThat(owners.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
    } else if (expected.equals("code")) {
      assertThat(owners.read(words)).isEqualTo(OwnerAnswer.WANTS_CODE);
    } else {
      for (String written :
          new String[] {
            words, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + "!"
          }) {
        assertThat(intents.read(written).intent()).as(written).hasToString(expected);
      }
    }
  }
}
