package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.check.Assessment;
import dev.latchkey.check.AssuranceCheck;
import dev.latchkey.check.EnoughCheck;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.CommandNews.News;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Approvals;
import dev.latchkey.flow.casefile.CaseAnswer;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.CaseText;
import dev.latchkey.flow.casefile.Challenge;
import dev.latchkey.flow.casefile.DomainFacts;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.casefile.PerhapsOver;
import dev.latchkey.flow.recovery.StaffTokens.StaffReply;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Dialogue.StaffQuestion;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.IssuedToken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a finished case before the staff: one of them gets a mail, a reply address and a code of
 * their own ({@link Rota}); the others find it in the digest.
 */
public final class Review {
  private static final LetterKind CASE = LetterKind.of(StaffLetter.Case.class);

  private final AssuranceCheck assurance;
  private final EnoughCheck enough;
  private final Policy policy;
  private final Rota rota;
  private final Letters letters;
  private final StaffTokens tokens;
  private final CaseText caseText;
  private final Outlook outlook;
  private final DomainFacts domains;

  public Review(
      AssuranceCheck assurance,
      Policy policy,
      Rota rota,
      Letters letters,
      StaffTokens tokens,
      CaseText caseText,
      Outlook outlook,
      DomainFacts domains) {
    this.domains = domains;
    this.assurance = assurance;
    this.enough = new EnoughCheck(policy, assurance);
    this.policy = policy;
    this.rota = rota;
    this.letters = letters;
    this.tokens = tokens;
    this.caseText = caseText;
    this.outlook = outlook;
  }

  private AssuranceCheck.Facts facts(FlowContext context, Ticket ticket) {
    List<Warning> recorded = new ArrayList<>(context.work().proofs().warnings(ticket.id()));
    ticket
        .account()
        .ifPresent(
            account ->
                context
                    .work()
                    .proofs()
                    .ofAccount(account, context.now().minus(policy.times().objectionCounts()))
                    .stream()
                    .filter(warning -> !recorded.contains(warning))
                    .forEach(recorded::add));
    Optional<Account> account = context.account(ticket);
    return new AssuranceCheck.Facts(
        ticket,
        account,
        context.work().proofs().of(ticket.id()),
        recorded,
        warning -> context.work().proofs().lifted(ticket.id(), warning),
        DomainFacts.confirmed(context, ticket),
        givenUp(context, ticket),
        domains.of(context, ticket, account));
  }

  /** The proofs on record that may lead anywhere. */
  public Set<EvidenceClass> useful(FlowContext context, Ticket ticket) {
    return enough.useful(facts(context, ticket), context.now());
  }

  /** Puts together all that is known of a ticket as it is now. */
  public CaseFile open(FlowContext context, Ticket ticket) {
    AssuranceCheck.Facts facts = facts(context, ticket);
    return new CaseFile(
        ticket,
        facts.account(),
        facts.evidence(),
        context.work().proofs().lifted(ticket.id()),
        facts.registrations().values(),
        assurance.assess(facts, context.now()),
        PerhapsOver.moments(context.work().tickets().history(ticket.id())));
  }

  /** What the evidence for a ticket amounts to, as it is now. */
  public Assessment assess(FlowContext context, Ticket ticket) {
    return assurance.assess(facts(context, ticket), context.now());
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

  /** The time for proof is over: people decide with what there is, and the requester reads so. */
  public Ticket putBeforeStaffLate(FlowContext context, Ticket ticket) {
    return putBeforeStaff(context, ticket, assess(context, ticket), BesideCode.NOTHING, true);
  }

  /**
   * Sends the case to whose turn it is and tells the requester.
   *
   * @param assessment of what is proved by now
   * @param beside in the mail that completes it
   */
  public Ticket putBeforeStaff(
      FlowContext context, Ticket ticket, Assessment assessment, BesideCode beside) {
    return putBeforeStaff(context, ticket, assessment, beside, false);
  }

  private Ticket putBeforeStaff(
      FlowContext context, Ticket ticket, Assessment assessment, BesideCode beside, boolean late) {
    Ticket levelled = levelled(context, ticket, assessment);
    sendCase(context, levelled, "round " + ticket.round());
    Outlook.Told told = outlook.tell(context, levelled);
    letters.toRequester(
        context,
        told.ticket(),
        inReview(context, told, assessment, false, late, beside == BesideCode.WORDS),
        "round " + ticket.round());
    return told.ticket();
  }

  /** What its requester reads who answered a question. */
  public RequesterLetter.InReview answered(FlowContext context, Outlook.Told told) {
    return inReview(context, told, assess(context, told.ticket()), true, false, false);
  }

  private RequesterLetter.InReview inReview(
      FlowContext context,
      Outlook.Told told,
      Assessment assessment,
      boolean answered,
      boolean late,
      boolean besides) {
    Enough found = enough(context, told.ticket(), assessment);
    return new RequesterLetter.InReview(
        answered,
        late,
        besides,
        found.possible(),
        found.inPerson(),
        false,
        told.before(),
        told.span(),
        told.nextWord());
  }

  /**
   * Whether what there is suffices for an approval, for somebody who waits for the staff.
   *
   * @param possible it does; so it is said of whom nothing was proved of, who reads the same words
   *     whether there is such an account or not
   * @param inPerson where it does not, what staff see where they meet people would help
   */
  public record Enough(boolean possible, boolean inPerson) {}

  /** What may be told of a ticket that lies before the staff. */
  public Enough enough(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.IN_REVIEW && OpenProofs.named(context, ticket)
        ? enough(context, ticket, assess(context, ticket))
        : new Enough(true, false);
  }

  private Enough enough(FlowContext context, Ticket ticket, Assessment assessment) {
    boolean possible = assessment.aboveFloor();
    return new Enough(
        possible, !possible && enough.seenHelps(facts(context, ticket), assessment, context.now()));
  }

  /** The ticket, which keeps the level that its evidence is weighed at. */
  public Ticket levelled(FlowContext context, Ticket ticket) {
    return levelled(context, ticket, assess(context, ticket));
  }

  private static Ticket levelled(FlowContext context, Ticket ticket, Assessment assessment) {
    String level = assessment.asked().name();
    return context.keep(ticket.change().dialogue(ticket.dialogue().at(level)).build());
  }

  /**
   * Sends the case to whoever looks after it, when the mail that is worked on has ended: its words
   * stand in it, and what it says may have changed. Everything that was written so far has stood
   * before the staff then.
   */
  public void sendCase(FlowContext context, Ticket ticket, String key) {
    if (LeadingClaim.taken(context, ticket).isPresent()) {
      // Nobody can decide on it; it is a line of the digest.
      return;
    }
    later(context, ticket, file -> rota.ofCase(context, file), CaseAnswer.NONE, key);
  }

  /** The same to some members of the staff. */
  public void sendCase(FlowContext context, Ticket ticket, List<EmailAddress> members, String key) {
    later(context, ticket, file -> members, CaseAnswer.NONE, key);
  }

  /** To whoever looks after it, and to the one who took it up again. */
  public void sendResumed(FlowContext context, Ticket ticket, List<EmailAddress> by, String key) {
    later(
        context,
        ticket,
        file -> Stream.concat(by.stream(), rota.ofCase(context, file).stream()).distinct().toList(),
        CaseAnswer.NONE,
        key);
  }

  /** One approval is there: to the one who may give the next. */
  public void wantApproval(FlowContext context, Ticket ticket, String key) {
    later(
        context,
        ticket,
        file ->
            rota.ofApproval(
                context, file, context.work().proofs().approvers(ticket.id(), ticket.round())),
        CaseAnswer.NONE,
        key);
  }

  /**
   * Whoever has the case is away: it goes to somebody who has not got it since it lies there, if
   * there is anybody.
   */
  public void sendInstead(FlowContext context, Ticket ticket, String key) {
    Set<EmailAddress> got =
        context.written(ticket.id()).stream()
            .filter(one -> one.letter().equals(CASE) && !one.at().isBefore(ticket.stateSince()))
            .flatMap(one -> EmailAddress.find(one.recipient()).stream())
            .collect(Collectors.toUnmodifiableSet());
    later(
        context,
        ticket,
        file ->
            rota.ofAbsence(
                context, file, context.work().proofs().approvers(ticket.id(), ticket.round()), got),
        CaseAnswer.NONE,
        key);
  }

  /**
   * The requester answered what a member of staff asked: to whom the ticket is assigned, else to
   * the one who asked, with the question. Who asked and does not get the case reads the answer.
   */
  public void sendAnswered(
      FlowContext context, Ticket ticket, StaffQuestion asked, CaseAnswer answer, String key) {
    later(
        context,
        ticket,
        file -> {
          List<EmailAddress> readers = rota.ofAnswer(context, file, asked.by());
          if (!readers.contains(asked.by()) && rota.works(asked.by())) {
            letters.toStaff(
                context,
                ticket,
                tokens.command(context, ticket, asked.by()),
                new WorkLetter.Answered(answer.question(), answer.words(), answer.files()),
                key);
          }
          return readers;
        },
        answer,
        key);
  }

  private void later(
      FlowContext context,
      Ticket ticket,
      Function<CaseFile, List<EmailAddress>> readers,
      CaseAnswer answer,
      String key) {
    context.afterwards(
        () -> {
          CaseFile file = open(context, context.work().tickets().load(ticket.id()));
          sendNow(context, file, readers.apply(file), answer, key);
        });
  }

  /**
   * After something was added to a case, or taken from it: whoever did it gets it as it is now, and
   * so does whoever approved it as it was, because that counts no more. Nobody else is written to.
   */
  public Ticket changed(FlowContext context, Ticket ticket, EmailAddress by, String key) {
    CaseFile file = open(context, ticket);
    Ticket levelled = levelled(context, ticket, file.assessment());
    if (levelled.state() == TicketState.IN_REVIEW) {
      Set<EmailAddress> readers = new LinkedHashSet<>(List.of(by));
      List<EmailAddress> still = Approvals.standing(context, file.of(levelled));
      context.work().proofs().approvers(ticket.id(), ticket.round()).stream()
          .filter(approver -> !still.contains(approver))
          .forEach(readers::add);
      sendCase(context, levelled, List.copyOf(readers), key);
    }
    return levelled;
  }

  private static Optional<IssuedToken> lastCase(
      FlowContext context, Ticket ticket, EmailAddress member) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .filter(token -> token.digest().isPresent() && token.codeHash().isPresent())
        .filter(token -> token.recipient().equals(member))
        .reduce((earlier, later) -> later);
  }

  private void sendNow(
      FlowContext context,
      CaseFile file,
      List<EmailAddress> members,
      CaseAnswer answer,
      String key) {
    Ticket ticket = file.ticket();
    String digest = file.digest();
    List<List<String>> together =
        enough.together(facts(context, ticket), file.assessment(), context.now());
    for (EmailAddress member : members) {
      Optional<IssuedToken> last = lastCase(context, ticket, member);
      Challenge<StaffReply> challenge = tokens.decide(context, ticket, member, digest);
      letters.toStaff(
          context,
          ticket,
          challenge.reply(),
          caseText.of(
              context,
              file,
              last,
              challenge,
              answer,
              together,
              context.commandNews().take(ticket.id(), member).orElse(News.NONE),
              new CaseText.Reader(
                  member,
                  rota.approves(member),
                  rota.alwaysDigits(member),
                  rota.canApprove(member, file))),
          key);
    }
    context.work().messages().read(ticket.id());
  }
}
