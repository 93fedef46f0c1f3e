package dev.latchkey.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What people outside the desk read is written as its language is, and calls no email a letter. */
@NullMarked
class MailsToPeopleTest {
  private static final Path TEMPLATES = Path.of("templates");

  /** What comes in an envelope of paper. */
  private static final Map<String, Pattern> PAPER =
      Map.of(
          "en", Pattern.compile("(?i)\\bletters? of ours|\\bthe letter itself"),
          "de", Pattern.compile("\\bBrief(e|s)?\\b"),
          "fr", Pattern.compile("(?i)\\blettre (de notre part|elle-même)"),
          "es", Pattern.compile("(?i)\\bcartas?\\b"),
          "pt", Pattern.compile("(?i)\\bcartas?\\b"),
          "ja", Pattern.compile("手紙"),
          "zh", Pattern.compile("信件|封信"));

  /** Words that no German sentence behind a greeting with a comma begins with in capitals. */
  private static final Set<String> SMALL =
      Set.of(
          "der",
          "die",
          "das",
          "ein",
          "eine",
          "wir",
          "es",
          "wenn",
          "vielleicht",
          "danke",
          "jemand",
          "nichts",
          "wegen",
          "für",
          "was",
          "dass",
          "in",
          "an",
          "unser",
          "unsere",
          "alle",
          "bitte",
          "vielen",
          "hier",
          "leider");

  private static final Pattern TAG = Pattern.compile("\\{%[^%]*%}");

  /** Pieces that stand right behind the greeting. */
  private static final Pattern BEHIND_GREETING =
      Pattern.compile("(?m)^(?:handover|asking|unchecked|codefault)\\.\\w+ = (\\p{L}+)");

  @Test
  void noEmailOfOursIsALetter() throws IOException {
    List<String> letters = new ArrayList<>();
    for (Map.Entry<String, Pattern> paper : PAPER.entrySet()) {
      for (Path file : toPeople(paper.getKey())) {
        if (paper.getValue().matcher(Files.readString(file)).find()) {
          letters.add(file.toString());
        }
      }
    }
    assertThat(letters).isEmpty();
  }

  @Test
  void aGermanSentenceGoesOnBehindTheGreeting() throws IOException {
    List<String> capitals = new ArrayList<>();
    for (Path file : toPeople("de")) {
      String[] paragraphs = TAG.matcher(Files.readString(file)).replaceAll("").split("\\n\\s*\\n");
      for (int i = 0; i < paragraphs.length - 1; i++) {
        String next = paragraphs[i + 1].strip();
        if (paragraphs[i].strip().equals("Guten Tag,") && capital(next.split("\\P{L}+")[0])) {
          capitals.add(file + ": " + next);
        }
      }
    }
    String words = Files.readString(TEMPLATES.resolve("de/words.properties"));
    BEHIND_GREETING
        .matcher(words)
        .results()
        .filter(piece -> capital(piece.group(1)))
        .forEach(piece -> capitals.add(piece.group()));
    assertThat(capitals).isEmpty();
  }

  private static boolean capital(String word) {
    return !word.isEmpty()
        && Character.isUpperCase(word.codePointAt(0))
        && SMALL.contains(word.toLowerCase(Locale.GERMAN));
  }

  private static List<Path> toPeople(String language) throws IOException {
    Set<String> names =
        LetterKind.all().stream()
            .filter(kind -> kind.toRequester() || kind.toOwner() || kind.toVoucher())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt")
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(TEMPLATES.resolve(language))) {
      return files.filter(file -> names.contains(file.getFileName().toString())).toList();
    }
  }
}
