package dev.latchkey.triage.reply;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks for typed lines within a quote that bears no marks, as Outlook sends it below its header
 * block: answers below the items of a list, and what stands below the quote's last lines.
 *
 * <p>The quote ends where its writer signed: with the name that the header block gives them, and a
 * foot of references, addresses and links below it. Whatever is found may be typed, no more.
 */
final class BareQuote {
  private static final Pattern ITEM = Pattern.compile("^([-*•·–]|\\p{Nd}{1,2}[.)])\\s+\\S");
  private static final Pattern REFERENCE = Pattern.compile("^\\(?\\p{Lu}{1,10}-\\p{Nd}{1,9}\\)?$");
  private static final Pattern BEFORE_ADDRESS =
      Pattern.compile("((?:\\p{Lu}[\\p{L}'’.-]* ?){1,4})\"? ?[<(\\[][^<>\\s]*@");
  private static final int WRAPPED = 58;
  private static final int LONGEST_ANSWER = 200;
  private static final int SHORTEST_NAME = 3;

  private final List<QuoteLine> lines;
  private final int from;
  private final String name;

  /**
   * A quote that goes to the end.
   *
   * @param start first line of its introduction
   * @param end last line of its introduction
   */
  BareQuote(List<QuoteLine> lines, int start, int end) {
    this.lines = lines;
    this.from = end + 1;
    this.name = nameIn(lines.subList(start, end + 1));
  }

  /** The lines that may be typed. */
  List<Integer> typed() {
    List<Integer> typed = new ArrayList<>(betweenItems());
    typed.addAll(belowFoot());
    return typed;
  }

  /** Answers, if there are any between two items; then those below the last item count as well. */
  private List<Integer> betweenItems() {
    List<Integer> answers = new ArrayList<>();
    List<Integer> pending = new ArrayList<>();
    boolean inList = false;
    boolean answered = false;
    int lastItem = lastItem();
    for (int i = from; i < lines.size(); i++) {
      String words = lines.get(i).words();
      if (isItem(i)) {
        answered |= inList && !pending.isEmpty();
        answers.addAll(pending);
        pending.clear();
        inList = true;
      } else if (inList && !words.isEmpty()) {
        if (pending.isEmpty() && !mayFollowItem(i)) {
          continue;
        }
        if (words.length() > LONGEST_ANSWER
            || (i > lastItem && isParagraphAfterAnswer(i, pending))) {
          break;
        }
        pending.add(i);
      }
    }
    if (!answered) {
      return List.of();
    }
    answers.addAll(pending);
    return answers;
  }

  private boolean isItem(int at) {
    String words = lines.get(at).words();
    return !words.isEmpty() && !words.contains("[") && ITEM.matcher(words).find();
  }

  /** What a wrap broke off an item is none. */
  private boolean mayFollowItem(int at) {
    String above = lines.get(at - 1).words();
    return above.isEmpty()
        || above.length() < WRAPPED
        || ".!?:".indexOf(above.charAt(above.length() - 1)) >= 0;
  }

  private boolean isParagraphAfterAnswer(int at, List<Integer> pending) {
    return !pending.isEmpty() && lines.get(at - 1).blank();
  }

  private int lastItem() {
    int last = lines.size() - 1;
    while (last >= from && !isItem(last)) {
      last--;
    }
    return last;
  }

  /** What stands below the last line that is the quoted writer's name. */
  private List<Integer> belowFoot() {
    int sign = -1;
    for (int i = from; i < lines.size() && !name.isEmpty(); i++) {
      if (isSigned(i)) {
        sign = i;
      }
    }
    List<Integer> typed = new ArrayList<>();
    for (int i = sign + 1; sign >= 0 && i < lines.size(); i++) {
      if (!typed.isEmpty() || !isFoot(lines.get(i).words())) {
        typed.add(i);
      }
    }
    return typed;
  }

  /** The whole name, or the first one alone below an empty line or a closing formula. */
  private boolean isSigned(int at) {
    String words = lines.get(at).words().toLowerCase(Locale.ROOT);
    if (words.equals(name) || words.startsWith(name + " ")) {
      return true;
    }
    int end = name.indexOf(' ');
    QuoteLine above = lines.get(at - 1);
    return end >= SHORTEST_NAME
        && words.equals(name.substring(0, end))
        && (above.blank() || SignatureLines.isSignOff(above.words()));
  }

  private static boolean isFoot(String words) {
    return words.isEmpty()
        || REFERENCE.matcher(words).find()
        || words.contains("://")
        || (words.contains("@") && words.indexOf(' ') < 0);
  }

  /** The name in the From line of a header block, in lower case; empty without one. */
  private static String nameIn(List<QuoteLine> head) {
    for (QuoteLine line : head) {
      int colon = line.words().indexOf(':');
      if (colon > 0
          && QuoteWords.ALL.has(
              Use.FROM, line.words().substring(0, colon).replace("*", "").strip())) {
        String value = line.words().substring(colon + 1);
        int open = value.indexOf('<');
        String name =
            (open < 0 ? value : value.substring(0, open)).replace("*", "").replace("\"", "");
        return name.contains("@") ? "" : name.strip().toLowerCase(Locale.ROOT);
      }
    }
    return introduced(head);
  }

  /** The name before the address in "On …, Nora Quill <…> wrote:"; empty without one. */
  private static String introduced(List<QuoteLine> head) {
    StringBuilder text = new StringBuilder();
    head.forEach(line -> text.append(line.words()).append(' '));
    Matcher name = BEFORE_ADDRESS.matcher(text);
    return name.find() ? name.group(1).strip().toLowerCase(Locale.ROOT) : "";
  }
}
