package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a first mail plainly asks for, by single words: an account, in so few words that nothing
 * else tells it ("2fa gone, help"); or plainly something else, though it sounds like a request (its
 * writer can get in, supposes something, is at another house's, or reports a misspelt word). The
 * words stand in {@code asks-words.txt}.
 */
final class PlainAsk {
  /** So many words are few; signs of Chinese and Japanese count for half a word. */
  private static final int FEW = 10;

  private static final Set<String> ELSE =
      Set.of("can get in", "over", "supposed", "elsewhere", "misspelt");

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(PlainAsk.class, "asks-words.txt");

  /** Whether it asks for an account in few words, its subject included. */
  boolean isTerse(MailText subject, MailText text) {
    if (Words.length(subject.words().list()) + Words.length(text.words().list()) > FEW) {
      return false;
    }
    Set<String> said = new HashSet<>(said(subject));
    said.addAll(said(text));
    boolean asks = said.contains("alone") || (said.contains("thing") && said.contains("wish"));
    return asks && !said.contains("no request") && ELSE.stream().noneMatch(said::contains);
  }

  /** Whether it asks what its writer is to do now. */
  boolean asksWhatToDo(MailText subject, MailText text) {
    return Stream.of(subject, text).anyMatch(part -> said(part).contains("what to do"));
  }

  /** Whether it asks for help, or says that it is urgent. */
  boolean asksForHelp(MailText subject, MailText text) {
    return Stream.of(subject, text).anyMatch(part -> said(part).contains("help"));
  }

  /** Whether it says that there is nothing to get back here. */
  boolean isElse(MailText subject, MailText text) {
    return Stream.of(subject, text).flatMap(part -> said(part).stream()).anyMatch(ELSE::contains);
  }

  private Set<String> said(MailText text) {
    Set<String> said = new HashSet<>();
    for (List<Words.Word> clause : text.clauses()) {
      WORDS.find(clause).forEach(hit -> said.addAll(hit.meaning()));
    }
    return said;
  }
}
