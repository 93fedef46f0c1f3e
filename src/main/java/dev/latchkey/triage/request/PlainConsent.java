package dev.latchkey.triage.request;

import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.words.MailText;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody agrees to in so many words: "no codes, agree to the code of conduct". A model that
 * hears a refusal in such a sentence hears the "no" of something else.
 */
public final class PlainConsent {
  private PlainConsent() {}

  /** Of {@link Said#AGREES} and {@link Said#CAN_WAIT} what is plainly said. */
  public static Set<Said> in(String written) {
    Set<Said> said = EnumSet.noneOf(Said.class);
    said.addAll(PlainAnswers.plainly(written));
    WaitReader.in(MailText.of(written))
        .filter(waits -> waits)
        .ifPresent(waits -> said.add(Said.CAN_WAIT));
    return said;
  }

  /** Whether it is nothing but yeses, beside a few words of recovery codes. */
  public static boolean isNothingElse(String written) {
    return PlainAnswers.isNothingElse(written);
  }

  /** Whether it is a yes to all that was asked: "sure, yes to everything". */
  public static boolean toAll(String written) {
    return PlainAnswers.toAll(written);
  }
}
