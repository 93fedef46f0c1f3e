package dev.latchkey.triage;

import dev.latchkey.triage.learned.Asks;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.TextWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A form that nobody gave to its writer: labels of their own making ({@code Benutzername - kim}),
 * or questions that were asked elsewhere and copied or quoted, each with its answer. A single
 * question in a mail is none.
 */
final class OwnForm {
  /** A longer line asks for nothing. */
  private static final int LONGEST = 160;

  /** So many lines are looked at for what they ask; with more it is a log, or an attack. */
  private static final int MOST_LOOKS = 400;

  /** So many lines below a question may answer it. */
  private static final int MOST_LINES = 4;

  /** What may stand between a label and its answer. */
  private static final List<String> SEPARATORS =
      List.of("：", "？", ":", "?", " - ", " – ", " — ", "→", "->", "=", " | ", "\t");

  /** The signs in them. */
  private static final String PARTING = String.join("", SEPARATORS).replace(" ", "");

  /**
   * A question and its answer.
   *
   * @param answer what was typed; a line each
   */
  record Answer(Asks asks, String heading, List<String> answer) {
    Answer {
      answer = List.copyOf(answer);
    }

    String text() {
      return String.join("\n", answer);
    }
  }

  private final Function<String, Optional<Asks>> lines;
  private int looks;

  /** A quoted line that is asked what it asks when something stands below it; mostly nothing. */
  private String above = "";

  private final List<Answer> found = new ArrayList<>();
  private Optional<Asks> open = Optional.empty();
  private String heading = "";
  private final List<String> answer = new ArrayList<>();

  private OwnForm(Function<String, Optional<Asks>> lines) {
    this.lines = lines;
  }

  /** The questions of {@code reply} that were answered; empty where it holds fewer than two. */
  static List<Answer> of(TrimmedReply reply, LineReader lines) {
    OwnForm form = new OwnForm(lines::asks);
    for (Line line : reply.lines()) {
      if (line.part().readable()) {
        form.typed(RedactedText.withoutMarks(line.text()).strip());
      } else {
        form.quoted(line.text());
      }
    }
    form.close();
    return form.found.size() < 2 ? List.of() : List.copyOf(form.found);
  }

  private void typed(String line) {
    if (line.isEmpty()) {
      if (!answer.isEmpty()) {
        close();
      }
      return;
    }
    if (line.length() <= LONGEST && (isAnswered(line) || isAsked(line))) {
      return;
    }
    if (!above.isEmpty()) {
      String quoted = above;
      lines.apply(quoted).ifPresent(what -> open(what, quoted));
      above = "";
    }
    if (open.isPresent() && answer.size() < MOST_LINES) {
      answer.add(line);
    } else {
      close();
    }
  }

  /** Most lines hold no sign of any of the separators. */
  private static boolean mayBeParted(String line) {
    for (int at = 0; at < line.length(); at++) {
      char sign = line.charAt(at);
      if (!TextWords.isAlphanumeric(sign) && sign != ' ' && PARTING.indexOf(sign) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A label and its answer in one line. */
  private boolean isAnswered(String line) {
    if (!mayBeParted(line)) {
      return false;
    }
    for (String separator : SEPARATORS) {
      int at = line.indexOf(separator);
      int behind = at + separator.length();
      if (at < 1 || behind >= line.length() || line.startsWith("//", behind)) {
        continue;
      }
      String label = line.substring(0, Math.min(line.length(), behind)).strip();
      String rest = line.substring(behind).strip();
      Optional<Asks> asked = asks(label);
      if (asked.isPresent() && !rest.isEmpty()) {
        open(asked.get(), label);
        answer.add(leading(rest));
        close();
        return true;
      }
    }
    return false;
  }

  /** A dash or an arrow behind a question mark belongs to neither. */
  private static String leading(String answer) {
    int from = 0;
    while (from < answer.length() && "-–—→>=:： ".indexOf(answer.charAt(from)) >= 0) {
      from++;
    }
    return answer.substring(from);
  }

  private boolean isAsked(String line) {
    boolean question = "?？:：".indexOf(line.charAt(line.length() - 1)) >= 0;
    Optional<Asks> asked = question ? asks(line) : Optional.empty();
    asked.ifPresent(what -> open(what, line));
    return asked.isPresent();
  }

  private void quoted(String line) {
    int from = 0;
    while (from < line.length() && ">| \t".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    String bare = line.substring(from).strip();
    if (bare.isEmpty()) {
      return;
    }
    close();
    if (bare.length() <= LONGEST && isLookedAt()) {
      above = bare;
    }
  }

  private Optional<Asks> asks(String label) {
    return isLookedAt() ? lines.apply(label) : Optional.empty();
  }

  private boolean isLookedAt() {
    looks++;
    return looks <= MOST_LOOKS;
  }

  private void open(Asks what, String label) {
    close();
    open = Optional.of(what);
    heading = label;
  }

  private void close() {
    if (!answer.isEmpty()) {
      open.ifPresent(what -> found.add(new Answer(what, heading, answer)));
    }
    open = Optional.empty();
    above = "";
    answer.clear();
  }
}
