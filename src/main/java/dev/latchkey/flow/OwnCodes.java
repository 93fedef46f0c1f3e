package dev.latchkey.flow;

import dev.latchkey.letter.OurCodes;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.IssuedToken;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people wrote, as it is kept and as others read it: codes and stop words of ours are for the
 * one who got them, and what is good for anything stands nowhere in clear. The code of a case has
 * no form of its own; it is found by its hash, as the desk itself knows it.
 */
public final class OwnCodes {
  private static final String BLACK = "[…]";
  private static final int CASE_CODE = 8;

  /** So many words that may be the code of a case are looked up. */
  private static final int MOST = 40;

  private static final Pattern RUN = Pattern.compile("[A-Za-z2-7]{8,24}");

  private OwnCodes() {}

  /** What was typed, without codes of owners and requesters. */
  public static String typed(Incoming mail) {
    return OurCodes.blackedOut(mail.triaged().reply().generous());
  }

  /** The subject, likewise. */
  public static String subject(Incoming mail) {
    return OurCodes.blackedOut(mail.triaged().mail().subject());
  }

  /** Some words of a mail without these, and without those of cases. */
  public static String without(FlowContext context, String words) {
    return without(
        words, word -> context.work().tokens().findByCode(HashValue.of(word)).isPresent());
  }

  /** The same without the code of one token, however it is written. */
  public static String without(IssuedToken token, String words) {
    return without(words, word -> token.codeHash().filter(hash -> hash.matches(word)).isPresent());
  }

  private static String without(String words, Predicate<String> isCode) {
    String less = OurCodes.blackedOut(words);
    List<String> codes =
        RUN.matcher(less)
            .results()
            .map(MatchResult::group)
            .flatMap(OwnCodes::ends)
            .distinct()
            .limit(MOST)
            .filter(isCode)
            .toList();
    for (String code : codes) {
      less = less.replace(code, BLACK);
    }
    return less;
  }

  /** A code that stands by itself, or that a lost blank joined to the word beside it. */
  private static Stream<String> ends(String run) {
    return Stream.of(run.substring(0, CASE_CODE), run.substring(run.length() - CASE_CODE));
  }
}
