package dev.latchkey.flow.proving;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Lacking;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.recovery.BesideCode;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.StillContested;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.flow.recovery.UnreadMailbox;
import dev.latchkey.letter.Asking;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.List;
import java.util.Set;

/** Asks for proofs, and finds out when there are enough; {@link ProofRecorder} keeps them. */
public final class Proving {
  private static final LetterKind PROOF_WANTED = LetterKind.of(EvidenceLetter.ProofWanted.class);

  private final Letters letters;
  private final CaseFiles files;
  private final Review review;
  private final MoreProofs more;
  private final SelfApproval selfApproval;
  private final AddressCodes addressCodes;
  private final StillContested stopped;

  public Proving(
      Letters letters,
      TokenIssuer issuer,
      CaseFiles files,
      Review review,
      MoreProofs more,
      SelfApproval selfApproval,
      StillContested stopped) {
    this.stopped = stopped;
    this.selfApproval = selfApproval;
    this.addressCodes = new AddressCodes(issuer, letters);
    this.more = more;
    this.letters = letters;
    this.files = files;
    this.review = review;
  }

  /** Whether and how the staff may decide, as they last read it. */
  public Verdict verdict(FlowContext context, Ticket ticket) {
    Assessment assessment = files.assess(context, ticket);
    return new Verdict(assessment.aboveFloor(), assessment.recommends(), assessment.lacking());
  }

  /**
   * What a case says of its approval.
   *
   * @param lacking what is missing for a recommendation
   */
  public record Verdict(boolean possible, boolean recommended, List<Lacking> lacking) {}

  /**
   * After a code came back: a case that lies before the staff goes to them anew where it lacks less
   * by now.
   *
   * @param before what it said until now
   */
  public void showAnew(FlowContext context, Ticket ticket, Verdict before) {
    if (ticket.state() == TicketState.IN_REVIEW && !verdict(context, ticket).equals(before)) {
      review.sendCase(context, files.levelled(context, ticket), "version " + ticket.version());
    }
  }

  /**
   * Goes on with a ticket after a proof was seen, and tells its requester what follows. What lies
   * before the staff already stays there, and they get the case as it is now.
   *
   * @param before the ticket without the proof; of one that became contested by it the staff heard
   * @param key tells this occasion from others
   */
  public Ticket goOn(FlowContext context, Ticket before, Ticket ticket, String key) {
    if (ticket.state() != TicketState.PROVING) {
      if (ticket.state() == before.state()) {
        review.sendCase(context, ticket, key);
      }
      if (lacksAddressCode(context, ticket)) {
        OpenProofs.endAnywhere(context, ticket);
        addressCodes.ask(context, ticket);
      } else if (!askForTheRest(context, ticket, key)) {
        letters.toRequester(context, ticket, new EvidenceLetter.ProofSeen(), key);
      }
      return ticket;
    }
    Ticket next = completeIfPossible(context, ticket);
    if (next.state() == TicketState.PROVING) {
      more.again(context, next, Asking.SEEN, key);
    }
    return next;
  }

  /**
   * Asks for what else is on record while the case lies before the staff and is not complete; false
   * when nothing else is wanted.
   */
  public boolean askForTheRest(FlowContext context, Ticket ticket, String key) {
    return ticket.state() == TicketState.IN_REVIEW
        && !files.assess(context, ticket).recommended()
        && more.askForTheRest(context, ticket, key);
  }

  /**
   * Goes on when proofs were given up: where nothing is asked for any more, the staff see the case
   * as it is then.
   */
  public Ticket givenUp(FlowContext context, Ticket ticket) {
    if (ticket.state() == TicketState.IN_REVIEW && !OpenProofs.any(context, ticket)) {
      review.sendCase(context, ticket, "version " + ticket.version());
    }
    return completeIfPossible(context, ticket);
  }

  /**
   * Tells a requester whose code was right which proofs are still wanted, where they know these
   * already and no letter went out because of the code.
   *
   * @param key tells this occasion from others
   */
  public void thankForCode(FlowContext context, Ticket ticket, String key) {
    if (ticket.state() == TicketState.PROVING && !context.writesTo(ticket.requester())) {
      more.again(context, ticket, Asking.SEEN, key);
    }
  }

  /** Asks again for what was stopped, now that the ticket waits again, unless it needs no more. */
  void askAgain(FlowContext context, Ticket ticket) {
    more.askAgain(
        context,
        ticket,
        !context.work().tickets().wasCarriedOut(ticket.id())
            && !files.assess(context, ticket).recommended());
  }

  /**
   * Writes once more what is asked for beside codes of the account; false when nothing is.
   *
   * @param key tells this occasion from others
   */
  public boolean remindOfProofs(FlowContext context, Ticket ticket, String key) {
    if (OpenProofs.any(context, ticket)) {
      more.again(context, ticket, Asking.AGAIN, key);
      return true;
    }
    boolean address = lacksAddressCode(context, ticket);
    if (address) {
      addressCodes.ask(context, ticket, key);
    }
    return address;
  }

  private boolean lacksAddressCode(FlowContext context, Ticket ticket) {
    return OpenProofs.named(context, ticket) && AddressCodes.lack(files.assess(context, ticket));
  }

  /**
   * Goes on when a code came back from the address that the account is to get: a case that lacked
   * it is complete now, or is shown to the staff as it is now.
   */
  public Ticket addressConfirmed(FlowContext context, Ticket ticket) {
    if (!OpenProofs.named(context, ticket)) {
      return ticket;
    }
    if (ticket.state() == TicketState.IN_REVIEW) {
      review.sendCase(context, ticket, "version " + ticket.version());
      askForTheRest(context, ticket, "version " + ticket.version());
    }
    boolean asked = OpenProofs.any(context, ticket);
    Ticket next = completeIfPossible(context, ticket);
    if (!asked && next.state() == TicketState.PROVING && OpenProofs.any(context, next)) {
      more.again(context, next, Asking.SEEN, "version " + next.version());
    }
    return next;
  }

  /**
   * Puts the case before the staff when the evidence is complete, or no more can be had; asks for
   * more where something is on record that could prove it.
   */
  public Ticket completeIfPossible(FlowContext context, Ticket ticket) {
    return completeIfPossible(context, ticket, BesideCode.NOTHING);
  }

  /**
   * The same.
   *
   * @param beside in the mail that may complete it
   */
  public Ticket completeIfPossible(FlowContext context, Ticket ticket, BesideCode beside) {
    Ticket going = stopped.afterProof(context, ticket);
    return going.accepts(TicketEvent.EVIDENCE_COMPLETE) ? complete(context, going, beside) : going;
  }

  private Ticket complete(FlowContext context, Ticket ticket, BesideCode beside) {
    Assessment assessment = files.assess(context, ticket);
    if (assessment.recommended()) {
      return complete(context, ticket, beside, Cause.desk("the policy is met"));
    }
    if (!OpenProofs.named(context, ticket)) {
      return ticket;
    }
    Set<EvidenceClass> useful = files.useful(context, ticket);
    Ticket asked = more.ask(context, ticket, useful);
    boolean last =
        !waits(context, asked, useful)
            && !assessment.aboveFloor()
            && assessment.openers().contains(EvidenceClass.RECOVERY_CODE);
    if (last) {
      // Nothing else is left that could open it.
      asked = more.askSavedCode(context, asked);
    }
    if (waits(context, asked, useful)) {
      return asked;
    }
    if (AddressCodes.lack(assessment)) {
      addressCodes.ask(context, asked);
      return asked;
    }
    return complete(context, asked, beside, Cause.desk("no more proofs can be had by mail"));
  }

  private Ticket complete(FlowContext context, Ticket ticket, BesideCode beside, Cause why) {
    if (context.wroteOnlyNow(ticket, PROOF_WANTED)) {
      // A mail of the same look made it needless: they never read of it.
      context.work().askedProofs().takeBack(ticket.id());
    }
    Ticket complete = context.apply(ticket, TicketEvent.EVIDENCE_COMPLETE, why);
    CaseFile file = files.open(context, complete);
    return selfApproval.possible(context, file)
        ? selfApproval.approve(context, complete, file.assessment())
        : review.putBeforeStaff(context, complete, file.assessment(), beside);
  }

  /**
   * Whether a code is out, or a proof is asked for, that may still come and lead anywhere.
   *
   * @param useful the proofs on record that would
   */
  private static boolean waits(FlowContext context, Ticket ticket, Set<EvidenceClass> useful) {
    // Who cannot read a mailbox answers no code from there, and nobody waits for one.
    boolean lost = UnreadMailbox.said(ticket.answers());
    return OpenProofs.leading(context, ticket, useful)
        || StoppedProofs.any(context, ticket)
        || (!lost && OwnerCodes.anyOut(context, ticket));
  }
}
