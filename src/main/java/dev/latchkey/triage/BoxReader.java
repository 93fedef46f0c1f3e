package dev.latchkey.triage;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
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

  /** A box, and the words beside it. */
  record Box(boolean ticked, String text) {}

  private final Lexicon answers;

  BoxReader(RequestForm.Answers answers) {
    this.answers =
        new Lexicon(
            java.util.Map.of("yes", answers.yes(), "no", answers.no(), "none", answers.none()));
  }

  /** The box of {@code line}, if it has one. */
  static Optional<Box> box(String line) {
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

  /**
   * Whether a section that holds a box was answered with yes. An untouched box that is followed by
   * a yes in words was answered.
   *
   * @param lines the lines below the label
   * @param sentences what stands beside the box, as {@link Words#key}
   */
  boolean agreed(List<String> lines, Set<String> sentences) {
    boolean agreed = false;
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      Optional<Box> box = box(line);
      String text = box.map(Box::text).orElse(line);
      Set<String> said = said(text);
      boolean sentence = sentences.contains(Words.key(text));
      if (!sentence && said.contains("no")) {
        if (box.map(Box::ticked).orElse(true)) {
          return false;
        }
      } else if (box.isPresent()) {
        agreed |= box.get().ticked();
      } else {
        agreed |= sentence || said.contains("yes");
      }
    }
    return agreed;
  }

  private Set<String> said(String text) {
    return answers.find(Words.of(text)).stream()
        .flatMap(hit -> hit.groups().stream())
        .collect(Collectors.toSet());
  }
}
