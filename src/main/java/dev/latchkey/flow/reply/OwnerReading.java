package dev.latchkey.flow.reply;

import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.triage.owner.OtherAskedReader;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.owner.PauseReader;
import dev.latchkey.triage.remark.ThanksReader;
import java.util.function.BooleanSupplier;

/**
 * What the words of somebody who writes from a registered address say, to both readings: {@link
 * OwnerWords} does what they ask for.
 */
public final class OwnerReading {
  private final OwnerAnswerReader reader = new OwnerAnswerReader();

  /** What they say. A yes counts only where both readings hear one, and in each of its texts. */
  public OwnerAnswer read(Incoming mail) {
    OwnerAnswer answer = mail.triaged().ruledOwner();
    boolean heard =
        mail.triaged().owner() == OwnerAnswer.AGREES
            && !mail.mail().faults().contains(StructureFault.TWINS_DIFFER);
    return answer == OwnerAnswer.AGREES && !heard ? OwnerAnswer.UNCLEAR : answer;
  }

  /** Whether words are there, no code, and nothing that owners say: only a person can read them. */
  boolean isUnclear(Incoming mail) {
    return read(mail) == OwnerAnswer.UNCLEAR
        && !ShownCode.in(mail)
        && !mail.saysNothingNew()
        && !mail.holdsMoreThanWords();
  }

  /**
   * Whether these are the words of somebody who asked themselves: none that an owner says, or an
   * order to stop without a denial, which is how people say that it is over.
   *
   * @param corrects it surely gives another account name in the place of the one they named
   */
  public boolean isRequesters(Incoming mail, BooleanSupplier corrects) {
    return isUnclear(mail)
        || ((isEnd(mail) || corrects.getAsBoolean())
            && reader.onlyOrders(mail.triaged().reply().generous())
            && !ShownCode.in(mail)
            && !mail.holdsMoreThanWords());
  }

  /**
   * Whether they mean to send a code that the desk cannot read, and say nothing that owners say.
   */
  public boolean sendsUnread(Incoming mail) {
    OwnerAnswer answer = read(mail);
    return (answer == OwnerAnswer.UNCLEAR || answer == OwnerAnswer.NOTHING)
        && !ShownCode.in(mail)
        && UnreadCodes.in(mail).isPresent();
  }

  /** Whether they ask for another code, and for nothing else. */
  public boolean wantCode(Incoming mail) {
    return read(mail) == OwnerAnswer.WANTS_CODE && !ShownCode.in(mail);
  }

  /** Whether either reading hears an objection: one is enough to stop what goes on. */
  public boolean mayObject(Incoming mail) {
    return read(mail) == OwnerAnswer.OBJECTS || mail.triaged().owner() == OwnerAnswer.OBJECTS;
  }

  /** Whether what stands beside a right code speaks against it: nobody but a person can tell. */
  public boolean doubts(Incoming mail) {
    return reader.speaksAgainst(CaseMessages.withoutCodes(mail.triaged().reply().strict()));
  }

  /**
   * Whether it says, beside the code of the requester's own address, that its writer did not ask:
   * the code proves that they read that mailbox, and not that the request is theirs. What befell
   * them, which they deny as well ("that login was not me"), is no doubt.
   */
  public boolean deniesRequest(Incoming mail) {
    return reader.deniesTheRequest(CaseMessages.withoutCodes(mail.triaged().reply().strict()));
  }

  /** Whether it says that another person asked, by the mailbox of who answers. */
  public boolean othersAsked(Incoming mail) {
    return OtherAskedReader.says(CaseMessages.withoutCodes(mail.triaged().reply().strict()));
  }

  /**
   * Whether the words of who asked speak against a reset that is approved: they object in whichever
   * reading, ask us to wait, in words or by a sign, or may mean that it is over. Where all that
   * they say of it is that we should go on, only what the rules hear counts.
   */
  boolean againstReset(Incoming mail) {
    String written = mail.triaged().reply().generous();
    if (PauseReader.urges(written)) {
      return read(mail) == OwnerAnswer.OBJECTS || mail.triaged().intent().ruled();
    }
    return mayObject(mail)
        || PauseReader.pauses(written)
        || ThanksReader.signsNo(written)
        || mail.triaged().intent().againstReset();
  }

  /** Whether it asks us to wait or to stop, and not to go on. */
  boolean asksToWait(Incoming mail) {
    String written = mail.triaged().reply().generous();
    return !PauseReader.urges(written)
        && (PauseReader.pauses(written)
            || (read(mail) == OwnerAnswer.OBJECTS && reader.onlyOrders(written)));
  }

  /**
   * Whether it says that its writer did not ask, which an order to stop alone does not: who asked
   * may tell us to stop as well.
   */
  boolean denies(Incoming mail) {
    return read(mail) == OwnerAnswer.OBJECTS
        && !reader.onlyOrders(mail.triaged().reply().generous());
  }

  /**
   * Whether it seems to end, and the models hear no objection, or it lets us stop: who objects
   * tells us to.
   */
  private boolean isEnd(Incoming mail) {
    return mail.triaged().intent().over()
        && (mail.triaged().owner() != OwnerAnswer.OBJECTS
            || reader.letsStop(mail.triaged().reply().generous()));
  }

  /**
   * Whether a code that came back is all that a mail holds, or a plain yes stands beside it: then
   * it may have been typed, and means what it says.
   */
  public boolean nothingBesideACode(Incoming mail) {
    if (read(mail) == OwnerAnswer.OBJECTS) {
      return false;
    }
    OwnerAnswer beside = reader.read(mail.triaged().reply().strict());
    return beside == OwnerAnswer.NOTHING || beside == OwnerAnswer.AGREES;
  }
}
