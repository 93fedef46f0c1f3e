package dev.latchkey.flow.recovery;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Lacking;
import dev.latchkey.check.Mailboxes;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.letter.Asking;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Asks for proofs, records them, and finds out when there are enough. */
public final class Proving {
  private static final LetterKind PROOF_WANTED = LetterKind.of(EvidenceLetter.ProofWanted.class);

  private final Policy policy;
  private final Letters letters;
  private final Notices notices;
  private final Review review;
  private final MoreProofs more;
  private final RivalClaims rivalry;
  private final SelfApproval selfApproval;
  private final AddressCodes addressCodes;
  private final StillContested stopped;

  public Proving(
      Policy policy,
      Letters letters,
      TokenIssuer issuer,
      Notices notices,
      Review review,
      MoreProofs more,
      RivalClaims rivalry,
      SelfApproval selfApproval,
      StillContested stopped) {
    this.stopped = stopped;
    this.selfApproval = selfApproval;
    this.addressCodes = new AddressCodes(issuer, letters);
    this.policy = policy;
    this.more = more;
    this.rivalry = rivalry;
    this.letters = letters;
    this.notices = notices;
    this.review = review;
  }

  /**
   * Records that a mail came from a registered address, DMARC passed: worth little, but something.
   */
  public void recordSender(FlowContext context, Ticket ticket, Incoming mail) {
    if (fromRegistered(context, ticket, mail)) {
      add(
          context,
          ticket,
          new Evidence(
              EvidenceClass.REGISTERED_SENDER,
              ticket.requester().toString(),
              context.now(),
              OptionalLong.of(mail.id())));
    }
  }

  /** Whether it proves what {@link #recordSender} records, and nothing did so before. */
  public boolean senderIsNews(FlowContext context, Ticket ticket, Incoming mail) {
    return mail.sender().filter(ticket.requester()::equals).isPresent()
        && fromRegistered(context, ticket, mail)
        && context.work().proofs().of(ticket.id()).stream()
            .noneMatch(piece -> piece.kind() == EvidenceClass.REGISTERED_SENDER);
  }

  private static boolean fromRegistered(FlowContext context, Ticket ticket, Incoming mail) {
    return mail.trust().level() == SenderTrust.Level.ALIGNED
        && context.account(ticket).filter(a -> a.registers(ticket.requester())).isPresent();
  }

  /**
   * Records that a code was answered from the address it was sent to: worth less where nothing says
   * that the mail came from there.
   */
  public Ticket recordCode(
      FlowContext context, Ticket ticket, EmailAddress address, Incoming mail) {
    List<Evidence> before =
        context.work().proofs().of(ticket.id()).stream()
            .filter(piece -> policy.good(piece, context.now()))
            .toList();
    List<EmailAddress> first =
        before.stream()
            .filter(
                piece ->
                    piece.kind() == EvidenceClass.CODE
                        || piece.kind() == EvidenceClass.UNPROVED_CODE)
            .flatMap(piece -> piece.address().stream())
            .toList();
    boolean elsewhere =
        !first.isEmpty() && first.stream().noneMatch(it -> Mailboxes.together(it, address));
    EvidenceClass kind = answered(elsewhere, mail.trust().fromDomain());
    boolean added =
        add(
            context,
            ticket,
            new Evidence(kind, address.toString(), context.now(), OptionalLong.of(mail.id())));
    if (!added) {
      return ticket;
    }
    if (before.stream().noneMatch(piece -> piece.kind().possession())) {
      notices.started(context, ticket, Optional.of(address));
    }
    return stopped.afterProof(
        context,
        context.apply(
            ticket,
            TicketEvent.EVIDENCE_RECORDED,
            Causes.of(mail, Causes.owner(address), "code+" + mail.authentication(), kind.name())));
  }

  /** Whether and how the staff may decide, as they last read it. */
  public Verdict verdict(FlowContext context, Ticket ticket) {
    Assessment assessment = review.assess(context, ticket);
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
      review.sendCase(context, review.levelled(context, ticket), "version " + ticket.version());
    }
  }

  private static EvidenceClass answered(boolean second, boolean fromDomain) {
    if (fromDomain) {
      return second ? EvidenceClass.SECOND_CODE : EvidenceClass.CODE;
    }
    return second ? EvidenceClass.UNPROVED_SECOND_CODE : EvidenceClass.UNPROVED_CODE;
  }

  /**
   * Records a proof that was seen, and tells every registered address when it is the first. As with
   * a code, a claim that waited beside another one takes the lead with it, or contests it.
   */
  public Ticket record(FlowContext context, Ticket ticket, Evidence piece, Cause cause) {
    boolean first = !OpenProofs.named(context, ticket);
    if (!add(context, ticket, piece)) {
      return ticket;
    }
    if (first && piece.kind().possession()) {
      notices.started(context, ticket, Optional.empty());
    }
    more.seen(context, ticket, piece.kind());
    // While answers are asked for, it is kept for when they are there.
    Ticket recorded =
        context.apply(
            ticket,
            ticket.accepts(TicketEvent.EVIDENCE_RECORDED)
                ? TicketEvent.EVIDENCE_RECORDED
                : TicketEvent.NOTED,
            cause);
    return rivalry.proved(context, stopped.afterProof(context, recorded), cause);
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
        && !review.assess(context, ticket).recommended()
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

  /** What was seen so long ago that it counts no more makes way for the same seen now. */
  private boolean add(FlowContext context, Ticket ticket, Evidence piece) {
    context.work().proofs().of(ticket.id()).stream()
        .filter(old -> old.name().equals(piece.name()) && old.source().equals(piece.source()))
        .filter(old -> !policy.good(old, context.now()))
        .forEach(old -> context.work().proofs().remove(ticket.id(), old));
    context.work().domains().wake(ticket.id(), context.now());
    return context.work().proofs().add(ticket.id(), piece);
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
            && !review.assess(context, ticket).recommended());
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
    return OpenProofs.named(context, ticket) && AddressCodes.lack(review.assess(context, ticket));
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
    Assessment assessment = review.assess(context, ticket);
    if (assessment.recommended()) {
      return complete(context, ticket, beside, Cause.desk("the policy is met"));
    }
    if (!OpenProofs.named(context, ticket)) {
      return ticket;
    }
    Set<EvidenceClass> useful = review.useful(context, ticket);
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
    CaseFile file = review.open(context, complete);
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
