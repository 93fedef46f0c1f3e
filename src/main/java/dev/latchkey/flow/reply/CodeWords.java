package dev.latchkey.flow.reply;

import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.flow.casefile.WordsBesideCodes;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.remark.CodeSentence;
import dev.latchkey.triage.remark.ThanksReader;
import dev.latchkey.triage.words.Sentences;
import dev.latchkey.triage.words.SpelledSigns;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands beside a code in an answer that brings one, and is news. */
public final class CodeWords {
  private static final ThanksReader THANKS = new ThanksReader();

  /** In fewer signs stands a name, or a greeting; the second counts where signs are words. */
  private static final int SHORT = 16;

  private static final int SHORT_SIGNS = 7;

  private CodeWords() {}

  /** The sentences that are neither politeness nor a line about the code itself. */
  static String beside(Incoming mail) {
    return sentences(mail)
        .filter(sentence -> !CodeSentence.is(sentence))
        .collect(Collectors.joining("\n"));
  }

  /** Whether anything but politeness stands there, a line about the code among it. */
  public static boolean anyBeside(Incoming mail) {
    return sentences(mail).findAny().isPresent();
  }

  private static Stream<String> sentences(Incoming mail) {
    String written = withoutSpelled(CaseMessages.withoutCodes(mail.triaged().reply().strict()));
    return Sentences.of(written).stream()
        .filter(sentence -> !isShort(sentence))
        .filter(sentence -> !THANKS.nothingNew(sentence, mail.mail().from()));
  }

  /**
   * Whether a person has to read what stands beside the code of a requester: a question, or words
   * that are not known to be harmless. "That was me" is what the code says by itself.
   */
  public static boolean areNews(Ticket ticket, Incoming mail) {
    return StatusQuestion.asks(mail)
        || (!beside(mail).isEmpty() && WordsBesideCodes.any(ticket, mail));
  }

  private static String withoutSpelled(String text) {
    StringBuilder less = new StringBuilder();
    int from = 0;
    for (SpelledSigns.Run run : SpelledSigns.in(text)) {
      less.append(text, from, run.start()).append("[…]");
      from = run.end();
    }
    return less.append(text, from, text.length()).toString();
  }

  private static boolean isShort(String sentence) {
    boolean signs = sentence.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x9FFF);
    return sentence.length() < (signs ? SHORT_SIGNS : SHORT);
  }
}
