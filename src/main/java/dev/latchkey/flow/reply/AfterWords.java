package dev.latchkey.flow.reply;

import dev.latchkey.flow.Incoming;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.remark.AfterResetReader;
import dev.latchkey.triage.remark.JoyReader;
import dev.latchkey.triage.remark.PlainEnd;
import dev.latchkey.triage.request.IntentReading;
import java.util.EnumSet;
import java.util.Set;

/** What a mail says to a ticket that is closed, as far as its end is concerned. */
public enum AfterWords {
  /** Thanks, or that all is well: nobody has to do anything. */
  NOTHING,
  /** All is well, and something is asked besides. */
  WELL_AND_ASKS,
  /** Something is asked, and nothing said of how it went. */
  ONLY_ASKS,
  /** It did not work, or something else is wrong. */
  FAILED,
  /** Nobody can tell. */
  UNCLEAR;

  private static final PlainEnd ENDS = new PlainEnd();
  private static final Set<Wish> WRONG =
      EnumSet.of(Wish.NOT_WORKING, Wish.NO_MAIL, Wish.CODES_REFUSED, Wish.NO_MAILBOX);

  /** Whether all is well. */
  public boolean well() {
    return this == NOTHING || this == WELL_AND_ASKS;
  }

  /** Whether it says that its writer cannot get in, and nothing of somebody else in there. */
  public static boolean lockedOut(Incoming mail) {
    return of(mail) == FAILED
        && !mail.triaged().tellsOfCompromise()
        && (mail.triaged().request().recovery()
            || mail.triaged().intent().wishes().contains(Wish.NOT_WORKING));
  }

  /** Whether it plainly says that its writer is not back in, and nothing of who else may be. */
  static boolean outside(Incoming mail) {
    Set<Wish> wishes = mail.triaged().intent().wishes();
    return lockedOut(mail)
        || (of(mail) == FAILED
            && !mail.triaged().tellsOfCompromise()
            && wishes.stream().anyMatch(WRONG::contains));
  }

  /**
   * Whether it says that all is well, or that the mail before it was a mistake: thanks alone say
   * neither, nor does joy over the answer to it.
   */
  static boolean isGood(Incoming mail) {
    String written = mail.triaged().reply().generous();
    return of(mail) == NOTHING && (ENDS.isWell(written) || JoyReader.isWellAgain(written));
  }

  /**
   * The same of somebody whose account was given back: what was lost before is not lost any more.
   */
  public static AfterWords afterReset(Incoming mail) {
    String written = mail.triaged().reply().generous();
    AfterWords words = of(mail);
    if (AfterResetReader.isGood(written)
        && !mail.holdsMoreThanWords()
        && !mail.triaged().tellsOfCompromise()) {
      return NOTHING;
    }
    // Who is in asks for no recovery, unless that is sure: what they want new is no loss of theirs.
    boolean again = mail.triaged().request().recovery() && mail.triaged().request().sure();
    if (AfterResetReader.isInAndWantsMore(written)
        && !mail.holdsMoreThanWords()
        && !again
        && !wrongByWords(mail)) {
      return WELL_AND_ASKS;
    }
    return words == NOTHING && AfterResetReader.goesOn(written) ? UNCLEAR : words;
  }

  public static AfterWords of(Incoming mail) {
    IntentReading intent = mail.triaged().intent();
    Set<Wish> wishes = intent.wishes();
    String written = mail.triaged().reply().generous();
    boolean failed = wishes.contains(Wish.NOT_WORKING) || wishes.contains(Wish.NO_MAIL);
    if (mail.onlyThanks() || (intent.over() && intent.sure() && !failed)) {
      return NOTHING;
    }
    boolean wrong = wrong(mail);
    boolean asks = StatusQuestion.holdsQuestion(mail);
    boolean kind = JoyReader.isJoy(written) || JoyReader.isWellAgain(written);
    boolean joy = intent.pleased() || (wishes.isEmpty() && kind);
    if (!wrong && joy && !mail.holdsMoreThanWords()) {
      return NOTHING;
    }
    if (!wrong && ENDS.isWell(written) && !mail.holdsMoreThanWords()) {
      return asks ? WELL_AND_ASKS : NOTHING;
    }
    if (wrong || ENDS.denies(written)) {
      return FAILED;
    }
    return wishes.equals(Set.of(Wish.QUESTION)) && intent.intent() != Intent.STATUS
        ? ONLY_ASKS
        : UNCLEAR;
  }

  private static boolean wrong(Incoming mail) {
    return wrongByWords(mail) || mail.triaged().request().recovery();
  }

  private static boolean wrongByWords(Incoming mail) {
    return mail.triaged().intent().wishes().stream().anyMatch(WRONG::contains)
        || mail.triaged().tellsOfCompromise()
        || !mail.triaged().request().reasons().isEmpty();
  }
}
