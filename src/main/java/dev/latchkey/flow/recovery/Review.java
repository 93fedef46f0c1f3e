package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.check.AssuranceCheck;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.TokenIssuer.Challenge;
import dev.latchkey.flow.recovery.TokenIssuer.StaffReply;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts a finished case before the staff: each gets a mail, a reply address and a code of their own.
 */
public final class Review {
  private final AssuranceCheck assurance;
  private final Policy policy;
  private final StaffRoster staff;
  private final Letters letters;
  private final TokenIssuer issuer;
  private final CaseText caseText;
  private final Outlook outlook;

  public Review(
      AssuranceCheck assurance,
      Policy policy,
      StaffRoster staff,
      Letters letters,
      TokenIssuer issuer,
      CaseText caseText,
      Outlook outlook) {
    this.assurance = assurance;
    this.policy = policy;
    this.staff = staff;
    this.letters = letters;
    this.issuer = issuer;
    this.caseText = caseText;
    this.outlook = outlook;
  }

  /** Puts together all that is known of a ticket as it is now. */
  public CaseFile open(FlowContext context, Ticket ticket) {
    List<Warning> recorded = new ArrayList<>(context.work().proofs().warnings(ticket.id()));
    ticket
        .account()
        .ifPresent(
            account ->
                context
                    .work()
                    .proofs()
                    .objections(account, context.now().minus(policy.times().objectionCounts()))
                    .stream()
                    .filter(objection -> !recorded.contains(objection))
                    .forEach(recorded::add));
    Optional<Account> account = context.account(ticket);
    List<Evidence> evidence = context.work().proofs().of(ticket.id());
    AssuranceCheck.Facts facts =
        new AssuranceCheck.Facts(
            ticket,
            account,
            evidence,
            recorded,
            warning -> context.work().proofs().lifted(ticket.id(), warning),
            givenUp(context, ticket));
    return new CaseFile(
        ticket,
        account,
        evidence,
        context.work().proofs().lifted(ticket.id()),
        assurance.assess(facts, context.now()));
  }

  /** The classes of proof of which none can be brought any more. */
  private static Set<EvidenceClass> givenUp(FlowContext context, Ticket ticket) {
    List<AskedProof> asked = context.work().askedProofs().of(ticket.id());
    return asked.stream()
        .map(AskedProof::kind)
        .filter(
            kind ->
                asked.stream()
                    .filter(one -> one.kind() == kind)
                    .allMatch(
                        one ->
                            one.standing() == Standing.GIVEN_UP
                                || one.standing() == Standing.PASSED))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Sends the case to every active approver and tells the requester. */
  public Ticket putBeforeStaff(FlowContext context, Ticket ticket) {
    Ticket levelled = levelled(context, ticket);
    sendCase(context, levelled, "round " + ticket.round());
    Outlook.Told told = outlook.tell(context, levelled);
    letters.toRequester(
        context,
        told.ticket(),
        new RequesterLetter.InReview(false, told.before(), told.span(), told.nextWord()),
        "round " + ticket.round());
    return told.ticket();
  }

  /** The ticket, which keeps the level that its evidence is weighed at. */
  public Ticket levelled(FlowContext context, Ticket ticket) {
    String level = open(context, ticket).assessment().asked().name();
    return context.keep(ticket.change().dialogue(ticket.dialogue().at(level)).build());
  }

  /**
   * Sends the case, when the mail that is worked on has ended: its words stand in it, and what it
   * says may have changed. Everything that was written so far has stood before the staff then.
   */
  public void sendCase(FlowContext context, Ticket ticket, String key) {
    if (LeadingClaim.taken(context, ticket).isPresent()) {
      // Nobody can decide on it; it is a line of the digest.
      return;
    }
    sendCase(context, ticket, staff.active().stream().map(StaffMember::address).toList(), key);
  }

  /** The same to some members of the staff. */
  public void sendCase(FlowContext context, Ticket ticket, List<EmailAddress> members, String key) {
    context.afterwards(
        () -> sendNow(context, context.work().tickets().load(ticket.id()), members, key));
  }

  /**
   * After something was added to a case, or taken from it: whoever did it gets it as it is now, and
   * so does whoever approved it as it was, because that counts no more. Nobody else is written to.
   */
  public Ticket changed(FlowContext context, Ticket ticket, EmailAddress by, String key) {
    Ticket levelled = levelled(context, ticket);
    if (levelled.state() == TicketState.IN_REVIEW) {
      Set<EmailAddress> readers = new LinkedHashSet<>(List.of(by));
      List<EmailAddress> still =
          context
              .work()
              .proofs()
              .approvers(ticket.id(), ticket.round(), open(context, levelled).digest());
      context.work().proofs().approvers(ticket.id(), ticket.round()).stream()
          .filter(approver -> !still.contains(approver))
          .forEach(readers::add);
      sendCase(context, levelled, List.copyOf(readers), key);
    }
    return levelled;
  }

  private boolean approver(EmailAddress member) {
    return staff.find(member).filter(StaffMember::approver).isPresent();
  }

  private static Optional<IssuedToken> lastCase(
      FlowContext context, Ticket ticket, EmailAddress member) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .filter(token -> token.digest().isPresent() && token.recipient().equals(member))
        .reduce((earlier, later) -> later);
  }

  private void sendNow(FlowContext context, Ticket ticket, List<EmailAddress> members, String key) {
    CaseFile file = open(context, ticket);
    String digest = file.digest();
    for (EmailAddress member : members) {
      Optional<IssuedToken> last = lastCase(context, ticket, member);
      Challenge<StaffReply> challenge = issuer.decide(context, ticket, member, digest);
      letters.toStaff(
          context,
          ticket,
          challenge.reply(),
          caseText.of(
              context, file, last, challenge, new CaseText.Reader(member, approver(member))),
          key);
    }
    context.work().messages().read(ticket.id());
  }
}
