package dev.latchkey.triage;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.RequestForm.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads boxes: {@code [x]}, {@code [ ]}, {@code (x)}, ☑, ☐ and the like before or behind their
 * sentence, the sentence alone where a client dropped the box, and answers in words.
 */
final class BoxReader {
  private static final Pattern MARK =
      Pattern.compile(
          "^[\\s>*+•·-]*(?:[\\[(（]\\s*([xX✓✔✗✘×*vVyY√]|[Yy][Ee][Ss]|[Oo][Kk]|)\\s*[\\])）]"
              + "|([☑☒✅✓✔🗹]\\x{fe0f}?)|([☐□⬜❏❑◻❌]\\x{fe0f}?))\\s*(.*)$");
  private static final Pattern MARK_BEHIND =
      Pattern.compile(
          "^(.*?)\\s*(?:\\[\\s*([xX✓✔*yYvV]|[Yy][Ee][Ss]|)\\s*\\]|([☑☒✅✓✔]\\x{fe0f}?)|([☐□⬜❌]\\x{fe0f}?))[\\s.]*$");

  private static final String YES = "yes";
  private static final String NO = "no";
  private static final String LOST = "lost";

  /** So few words are an answer, and no sentence. */
  private static final int SHORT = 2;

  /** A box, and the words beside it. */
  record Box(boolean ticked, String text) {}

  private final Lexicon answers;
  private final BoxSentences sentences;

  BoxReader(RequestForm.Answers answers, BoxSentences sentences) {
    this.answers =
        new Lexicon(
            Map.of(YES, answers.agreed(), NO, answers.refused(), LOST, answers.withoutCodes()));
    this.sentences = sentences;
  }

  /** The box of {@code line}, if it has one. */
  static Optional<Box> box(String line) {
    if (line.chars().noneMatch(sign -> sign == ']' || sign == ')' || sign > 0x2000)) {
      return Optional.empty();
    }
    Matcher mark = MARK.matcher(line);
    if (mark.matches()) {
      boolean ticked = mark.group(1) != null ? !mark.group(1).isEmpty() : mark.group(2) != null;
      return Optional.of(new Box(ticked, mark.group(4)));
    }
    Matcher behind = MARK_BEHIND.matcher(line);
    if (behind.matches()) {
      boolean ticked =
          behind.group(2) != null ? !behind.group(2).isEmpty() : behind.group(3) != null;
      return Optional.of(new Box(ticked, behind.group(1)));
    }
    return Optional.empty();
  }

  /** The words beside the box of {@code line}, or all of it. */
  static String besideBox(String line) {
    return box(line).map(Box::text).orElse(line);
  }

  /**
   * Whether a field with a box was answered with yes. An untouched box that is followed by a yes in
   * words was answered. Where recovery codes are asked for without the sentence of a box, the
   * answer tells whether they are there, and not whether they are gone.
   *
   * @param lines the lines below the label
   */
  boolean agreed(Field field, List<String> lines) {
    boolean agreed = false;
    boolean sentence = field != Field.RECOVERY_CODES;
    for (String line : lines) {
      Optional<Box> box = box(line);
      String text = besideBox(line);
      if (box.isPresent() || sentences.holds(field, text)) {
        sentence = true;
        if (box.map(Box::ticked).orElse(true)) {
          if (isRefusal(text)) {
            return false;
          }
          agreed = true;
        }
        continue;
      }
      Set<String> said = said(text);
      if (!sentence && said.contains(LOST)) {
        agreed = true;
      } else if (said.contains(sentence ? NO : YES)) {
        return false;
      } else {
        agreed |= said.contains(YES);
      }
    }
    return agreed;
  }

  /** "No", or "I do not agree": a single word inside a sentence may belong to what is agreed to. */
  private boolean isRefusal(String text) {
    List<String> words = Words.of(text);
    return answers.find(words).stream()
        .anyMatch(
            hit ->
                hit.groups().contains(NO)
                    && (hit.to() - hit.from() > 1 || words.size() <= SHORT)
                    && !sentences.holds(text));
  }

  private Set<String> said(String text) {
    return answers.find(Words.of(text)).stream()
        .flatMap(hit -> hit.groups().stream())
        .collect(Collectors.toSet());
  }
}
