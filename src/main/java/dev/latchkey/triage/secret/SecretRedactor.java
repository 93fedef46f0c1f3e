package dev.latchkey.triage.secret;

import dev.latchkey.triage.secret.SecretWords.Mention;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.TextWords.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds secrets in a text and blacks them out: each becomes its kind in brackets, {@code [password
 * removed]}, and the lines that held nothing but the rest of a long one are gone.
 *
 * <p>What counts as a secret is decided by its shape (tokens, keys, cards), by the words around it
 * (passwords, seeds), or by both (recovery codes). People's talk about passwords, names of accounts
 * and projects, Message-IDs, and the desk's own codes are left alone. A text is read in the time of
 * its length; the same text always gives the same answer.
 *
 * <p>Not found: secrets in pictures, and passwords made of ordinary words in the middle of a
 * sentence that does not announce them.
 */
public final class SecretRedactor {

  /** The text without its secrets; a text without any is the same text. */
  public RedactedText redact(String text) {
    return redact(text, find(text));
  }

  /** The same, with the secrets that {@link #find} found in it. */
  public RedactedText redact(String text, List<SecretSpan> spans) {
    if (spans.isEmpty()) {
      return new RedactedText(text, Set.of());
    }
    List<String> kept = new ArrayList<>();
    lines(text, spans).forEach(line -> line.ifPresent(kept::add));
    return new RedactedText(String.join("\n", kept), kinds(spans));
  }

  /** What kinds of secrets these are. */
  public static Set<SecretKind> kinds(List<SecretSpan> spans) {
    Set<SecretKind> kinds = EnumSet.noneOf(SecretKind.class);
    spans.forEach(span -> kinds.add(span.kind()));
    return kinds;
  }

  /** The secrets of a text in order; they do not overlap. */
  public static List<SecretSpan> find(String text) {
    List<SecretSpan> found = new ArrayList<>();
    KeyBlockFinder.find(text, found);
    TokenFinder.find(text, found);
    CardFinder.find(text, found);
    List<Word> words = TextWords.of(text);
    CookieFinder.find(text, words, found);
    List<Mention> mentions = SecretWords.mentions(text, words);
    new SpokenSecretFinder(text, words, found).find(mentions);
    Set<String> names = AccountNameFinder.find(text, words, mentions);
    new RecoveryCodeFinder(text, mentions, names, found).find();
    return merge(found);
  }

  /** Where two finders found the same, the first of them names the kind. */
  private static List<SecretSpan> merge(List<SecretSpan> found) {
    List<SecretSpan> merged = new ArrayList<>();
    found.sort(Comparator.comparingInt(SecretSpan::start));
    for (SecretSpan span : found) {
      SecretSpan last =
          merged.isEmpty() ? new SecretSpan(-1, -1, span.kind()) : merged.get(merged.size() - 1);
      if (span.start() >= last.end()) {
        merged.add(span);
      } else if (span.end() > last.end()) {
        merged.set(merged.size() - 1, new SecretSpan(last.start(), span.end(), last.kind()));
      }
    }
    return merged;
  }

  /**
   * The lines of a text without {@code spans}, one for one; empty for a line that held only what
   * goes on from the line above.
   */
  public static List<Optional<String>> lines(String text, List<SecretSpan> spans) {
    List<Integer> starts = new ArrayList<>();
    for (int at = 0; at >= 0; at = text.indexOf('\n', at) + 1) {
      starts.add(at);
      if (text.indexOf('\n', at) < 0) {
        break;
      }
    }
    return pieces(text, spans, starts);
  }

  /**
   * The pieces of a text without {@code spans}, as {@link #lines} does it for lines.
   *
   * @param starts where each begins; the line end between two belongs to neither
   */
  public static List<Optional<String>> pieces(
      String text, List<SecretSpan> spans, List<Integer> starts) {
    List<Optional<String>> pieces = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      if (i + 1 < starts.size() && end > start && text.charAt(end - 1) == '\n') {
        end--;
      }
      StringBuilder piece = new StringBuilder();
      boolean goesOn = false;
      int at = start;
      while (next < spans.size() && spans.get(next).start() < Math.max(end, start + 1)) {
        SecretSpan span = spans.get(next);
        if (span.start() >= start) {
          piece.append(text, at, span.start()).append(RedactedText.mark(span.kind()));
        } else {
          goesOn = true;
        }
        at = Math.min(span.end(), end);
        if (span.end() > end) {
          break;
        }
        next++;
      }
      piece.append(text, Math.max(at, start), end);
      boolean gone = goesOn && piece.toString().isBlank();
      pieces.add(gone ? Optional.empty() : Optional.of(piece.toString()));
    }
    return pieces;
  }
}
