package dev.latchkey.triage.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.BodyText;
import dev.latchkey.triage.proof.ProofReply.Thing;
import dev.latchkey.triage.reply.ReplyTrimmer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How answers are read that were written before the reader was: {@code
 * src/test/resources/reading/proofs-*.txt}. The words were made with one half of them; the other
 * half is only measured.
 */
class ProofReplyCorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/reading");
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "zh", "ja");

  /** Ids of one block were written together. */
  private static final int BLOCK = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What neither says that something is there nor that it is impossible. */
  private static final Set<String> NO_ANSWERS = Set.of("question", "more_time", "thanks", "other");

  private int mails;
  private final ReplyTrimmer trimmer = new ReplyTrimmer();
  private final ProofReplyReader reader = new ProofReplyReader();
  private final Map<String, Count> counts = new TreeMap<>();

  private record Answer(String language, boolean held, List<String> labels, String text) {
    boolean says(String sign) {
      return labels.stream().anyMatch(label -> label.startsWith(sign));
    }

    Set<Thing> things(String sign) {
      Set<Thing> things = EnumSet.noneOf(Thing.class);
      labels.stream()
          .filter(label -> label.startsWith(sign + ":"))
          .forEach(label -> things.add(Thing.valueOf(label.substring(sign.length() + 1))));
      return things;
    }
  }

  private static final class Count {
    private int right;
    private int wrong;
    private int missed;

    double precision() {
      return 100.0 * right / Math.max(1, right + wrong);
    }

    double recall() {
      return 100.0 * right / Math.max(1, right + missed);
    }
  }

  @Test
  void answersAreReadAsWellAsBefore() throws IOException {
    for (String language : LANGUAGES) {
      for (Answer answer : load(language)) {
        measure(answer);
      }
    }
    for (String language : LANGUAGES) {
      later(language);
    }
    counts.forEach(
        (name, count) ->
            System.out.printf(
                Locale.ROOT,
                "proof answers: %s precision %.1f %% recall %.1f %% (%d right, %d wrong, %d missed)%n",
                name,
                count.precision(),
                count.recall(),
                count.right,
                count.wrong,
                count.missed));
    floors("kept done", 97, 93);
    floors("kept cannot", 97, 93);
    floors("kept things", 97, 95);
    floors("kept people", 70, 90);
    assertThat(count("kept taken for one another").wrong).isLessThanOrEqualTo(2);
    assertThat(mails).isGreaterThan(300);
    assertThat(100.0 * count("kept later no answer").wrong / mails).isLessThanOrEqualTo(6);
    assertThat(count("kept later taken for one another").wrong).isLessThanOrEqualTo(6);
  }

  /** Mails to the desk about anything: what is neither must not be taken for an answer. */
  private void later(String language) throws IOException {
    for (String line : Files.readAllLines(CORPUS.resolve("replies-" + language + ".jsonl"))) {
      JsonNode mail = JSON.readTree(line);
      String id = mail.get("id").asText();
      boolean held = Integer.parseInt(id.substring(id.length() - 4)) / BLOCK % 2 == 1;
      String intent = mail.get("label").get("intent").asText();
      String also = mail.get("label").path("also").asText();
      Answer answer =
          new Answer(language, held, List.of("later", intent, also), mail.get("text").asText());
      ProofReply reply =
          reader.read(trimmer.trim(BodyText.plain(mail.get("text").asText())).generous());
      boolean done = answer.labels().contains("done");
      boolean cannot = answer.labels().contains("cannot");
      note(answer, "later done", sign(done), sign(reply.saysDone()));
      note(answer, "later cannot", sign(cannot), sign(reply.saysCannot()));
      if (NO_ANSWERS.contains(intent) && !done && !cannot) {
        mails += held ? 1 : 0;
        boolean said = reply.saysDone() || reply.saysCannot();
        note(answer, "later no answer", Set.of(), sign(said));
      }
      boolean turned =
          (reply.saysDone() && !done && cannot) || (reply.saysCannot() && !cannot && done);
      note(answer, "later taken for one another", Set.of(), sign(turned));
    }
  }

  private void measure(Answer answer) {
    ProofReply reply = reader.read(answer.text());
    if (answer.says("people")) {
      note(
          answer,
          "people",
          Set.copyOf(answer.labels().subList(1, answer.labels().size())),
          Set.copyOf(reply.people()));
    }
    note(answer, "done", sign(answer.says("done")), sign(reply.saysDone()));
    note(answer, "cannot", sign(answer.says("cannot")), sign(reply.saysCannot()));
    if (answer.says("done") && reply.saysDone()) {
      note(answer, "things", answer.things("done"), reply.done());
    }
    if (answer.says("cannot") && reply.saysCannot()) {
      note(answer, "things", answer.things("cannot"), reply.cannot());
    }
    boolean turned =
        (reply.saysDone() && !answer.says("done") && answer.says("cannot"))
            || (reply.saysCannot() && !answer.says("cannot") && answer.says("done"));
    note(answer, "taken for one another", Set.of(), sign(turned));
  }

  private static Set<String> sign(boolean said) {
    return said ? Set.of("said") : Set.of();
  }

  private void note(Answer answer, String sign, Set<?> wanted, Set<?> found) {
    for (String name : List.of(sign, sign + " [" + answer.language() + "]")) {
      Count count = count((answer.held() ? "kept " : "learnt ") + name);
      for (Object one : wanted) {
        if (found.contains(one)) {
          count.right++;
        } else {
          count.missed++;
        }
      }
      count.wrong += (int) found.stream().filter(one -> !wanted.contains(one)).count();
    }
    if (!answer.held() && !wanted.equals(found)) {
      System.out.printf(
          "proof answers: %s %s, not %s: %s (%s)%n",
          sign, wanted, found, answer.text().replace('\n', ' '), answer.labels());
    }
  }

  private Count count(String name) {
    return counts.computeIfAbsent(name, absent -> new Count());
  }

  private void floors(String name, int precision, int recall) {
    assertThat(count(name).precision()).as(name + " precision").isGreaterThanOrEqualTo(precision);
    assertThat(count(name).recall()).as(name + " recall").isGreaterThanOrEqualTo(recall);
  }

  private static List<Answer> load(String language) throws IOException {
    List<Answer> answers = new ArrayList<>();
    for (String line : Files.readAllLines(CORPUS.resolve("proofs-" + language + ".txt"))) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" \\| ", 2);
        answers.add(
            new Answer(language, answers.size() % 2 == 1, List.of(parts[0].split(" ")), parts[1]));
      }
    }
    assertThat(answers).as(language).hasSizeGreaterThan(150);
    return answers;
  }
}
