package dev.latchkey.triage.remark;

import dev.latchkey.triage.form.SmallWords;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a text that is read as the end of a request says nothing that speaks against it: no but,
 * no denial, nobody else, no other thing; and more than that something was found, which may be
 * broken. To end a request wrongly is the worst answer, and to ask once more costs a mail. The
 * words stand in {@code end-words.txt}, those of {@link #isOrder} in {@code end-orders.txt}.
 */
public final class PlainEnd {
  /** A comma is a word that says nothing. */
  private static final String PAUSE = ",";

  /** In more signs, blanks included, something else is said. */
  private static final int LONGEST_ORDER = 300;

  /** What is a sentence of its own, with what it ends with. */
  private static final Pattern SENTENCE = Pattern.compile("[^.!?。！？\\n]+[.!?。！？]*");

  /** Between an order and the reason for it. */
  private static final Pattern BETWEEN_CLAUSES =
      Pattern.compile(
          "[.!。！,，、;；\\n()]+|\\s[-–—]+\\s|%s|(?iu)\\b(?:%s)\\b"
              .formatted(SmallWords.of("reason in signs"), SmallWords.of("reason")));

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(PlainEnd.class, "end-words.txt");

  private static final Lexicon<Set<String>> ORDERS =
      WordList.lexicon(PlainEnd.class, "end-orders.txt");

  /**
   * Whether {@code written} holds the words that our letters offer for it, or others like them, in
   * a clause of their own, and beside them only politeness, or a reason: who writes that has said
   * it, whatever else could be read in it. A denial, a but, a question or another wish is no
   * reason.
   *
   * @param firm the part of it that no program can have set below a quotation
   * @param writer how the writer is called, which may stand below
   * @param likely the readings take it for the end; without that a reason is none
   */
  public boolean isOrder(String written, String firm, String writer, boolean likely) {
    return isNothingBut(Set.of("order"), written, writer)
        || (likely && isOrderWithReason(firm, writer));
  }

  private boolean isOrderWithReason(String written, String writer) {
    if (written.length() > LONGEST_ORDER || QuestionMark.isIn(written)) {
      return false;
    }
    boolean said = false;
    for (String clause : BETWEEN_CLAUSES.split(written)) {
      boolean orders = isNothingBut(Set.of("order"), clause, writer);
      said |= orders;
      if (!orders && !isReason(clause)) {
        return false;
      }
    }
    return said;
  }

  /** Whether what stands beside an order takes nothing back and wishes for nothing. */
  private boolean isReason(String clause) {
    return !said(clause).contains("denied") && !wishes(clause);
  }

  /**
   * Whether {@code written} is nothing but a yes and politeness: the answer to a letter that asks
   * whether the request shall be closed.
   *
   * @param writer how the writer is called, which may stand below
   */
  public boolean isYes(String written, String writer) {
    return isNothingBut(Set.of("yes", "order"), written, writer);
  }

  /**
   * Whether {@code written} is nothing but a no, what makes it one, and politeness: the answer to a
   * letter that asks whether the reset is still wanted.
   *
   * @param writer how the writer is called, which may stand below
   */
  public boolean isNo(String written, String writer) {
    return !QuestionMark.isIn(written)
        && said(written, "no")
        && isNothingBut(Set.of("no", "done", "order", "back in", "managed"), written, writer);
  }

  /**
   * Whether {@code written} is nothing but that its writer is in the account again, politeness, and
   * perhaps that we may close the request.
   *
   * @param writer how the writer is called, which may stand below
   */
  public boolean isBackIn(String written, String writer) {
    return written.length() <= LONGEST_ORDER
        && !QuestionMark.isIn(written)
        && (said(written, "back in") || said(written, "managed"))
        && isNothingBut(Set.of("back in", "managed", "order"), written, writer);
  }

  private boolean said(String written, String meaning) {
    return Lexicon.has(ORDERS.find(Words.of(written).list()), meaning);
  }

  /** Whether that may also be said of something else that its writer was asked to do. */
  public boolean mayBeElse(String written) {
    return !said(written, "back in");
  }

  private boolean isNothingBut(Set<String> meanings, String written, String writer) {
    if (written.length() > LONGEST_ORDER) {
      return false;
    }
    Set<String> called =
        Stream.concat(Stream.of(PAUSE), Words.of(writer).list().stream().map(Words.Word::text))
            .collect(Collectors.toSet());
    List<Words.Word> all = Words.of(written).list();
    BitSet explained = new BitSet(all.size());
    boolean said = false;
    for (Lexicon.Hit<Set<String>> hit : ORDERS.find(all)) {
      boolean says = hit.meaning().stream().anyMatch(meanings::contains);
      if (says || hit.meaning().contains("beside")) {
        explained.set(hit.from(), hit.to());
        said |= says;
      }
    }
    return said
        && IntStream.range(0, all.size())
            .allMatch(at -> explained.get(at) || called.contains(all.get(at).text()));
  }

  /** Whether nothing in {@code written}, secrets removed, speaks against its being the end. */
  public boolean isPlain(String written) {
    Set<String> said = said(written);
    return !speaksAgainst(said) && (said.contains("ends") || !said.contains("found"));
  }

  /**
   * Whether {@code written} says that it is over and nothing that speaks against it, its questions
   * apart: who asks something besides takes nothing back.
   */
  public boolean isWell(String written) {
    List<Set<String>> told =
        SENTENCE
            .matcher(written)
            .results()
            .map(MatchResult::group)
            .filter(sentence -> !QuestionMark.isIn(sentence))
            .map(this::said)
            .toList();
    return told.stream().noneMatch(PlainEnd::speaksAgainst)
        && told.stream().anyMatch(said -> said.contains("ends"));
  }

  /** Whether anything in {@code written} denies, restricts or only hopes. */
  public boolean denies(String written) {
    return said(written).contains("denied");
  }

  /** Whether {@code written} wishes for something beside that it ends. */
  public boolean wishes(String written) {
    return said(written, "wish");
  }

  /** Whether {@code written} names what somebody publishes, which may be missing. */
  public boolean namesWork(String written) {
    return said(written).contains("work");
  }

  private static boolean speaksAgainst(Set<String> said) {
    return said.contains("against") || said.contains("denied");
  }

  private Set<String> said(String written) {
    return Lexicon.groups(WORDS.find(Words.of(written).list()));
  }
}
