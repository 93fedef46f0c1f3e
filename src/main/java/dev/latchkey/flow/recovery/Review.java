package dev.latchkey.flow.recovery;

import dev.latchkey.check.Assessment;
import dev.latchkey.flow.CommandNews.News;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Approvals;
import dev.latchkey.flow.casefile.CaseAnswer;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.casefile.CaseText;
import dev.latchkey.flow.casefile.Challenge;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.recovery.StaffTokens.StaffReply;
import dev.latchkey.letter.Deciding;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Dialogue.StaffQuestion;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.IssuedToken;
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

  private final CaseFiles files;
  private final Rota rota;
  private final Letters letters;
  private final StaffTokens tokens;
  private final CaseText caseText;
  private final Outlook outlook;

  public Review(
      CaseFiles files,
      Rota rota,
      Letters letters,
      StaffTokens tokens,
      CaseText caseText,
      Outlook outlook) {
    this.files = files;
    this.rota = rota;
    this.letters = letters;
    this.tokens = tokens;
    this.caseText = caseText;
    this.outlook = outlook;
  }

  /** The time for proof is over: people decide with what there is, and the requester reads so. */
  public Ticket putBeforeStaffLate(FlowContext context, Ticket ticket) {
    return putBeforeStaff(
        context, ticket, files.assess(context, ticket), BesideCode.NOTHING, Deciding.LATE);
  }

  /**
   * Sends the case to whose turn it is and tells the requester.
   *
   * @param assessment of what is proved by now
   * @param beside in the mail that completes it
   */
  public Ticket putBeforeStaff(
      FlowContext context, Ticket ticket, Assessment assessment, BesideCode beside) {
    return putBeforeStaff(context, ticket, assessment, beside, Deciding.COMPLETE);
  }

  private Ticket putBeforeStaff(
      FlowContext context,
      Ticket ticket,
      Assessment assessment,
      BesideCode beside,
      Deciding deciding) {
    Ticket levelled = CaseFiles.levelled(context, ticket, assessment);
    sendCase(context, levelled, "round " + ticket.round());
    Outlook.Told told = outlook.tell(context, levelled);
    letters.toRequester(
        context,
        told.ticket(),
        inReview(context, told, assessment, deciding, beside == BesideCode.WORDS),
        "round " + ticket.round());
    return told.ticket();
  }

  /** What its requester reads who answered a question. */
  public RequesterLetter.InReview answered(FlowContext context, Outlook.Told told) {
    return inReview(context, told, files.assess(context, told.ticket()), Deciding.ANSWERED, false);
  }

  private RequesterLetter.InReview inReview(
      FlowContext context,
      Outlook.Told told,
      Assessment assessment,
      Deciding deciding,
      boolean besides) {
    CaseFiles.Enough found = files.enough(context, told.ticket(), assessment);
    return new RequesterLetter.InReview(
        deciding,
        besides,
        found.possible(),
        found.inPerson(),
        false,
        told.before(),
        told.span(),
        told.nextWord());
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
          CaseFile file = files.open(context, context.work().tickets().load(ticket.id()));
          sendNow(context, file, readers.apply(file), answer, key);
        });
  }

  /**
   * After something was added to a case, or taken from it: whoever did it gets it as it is now, and
   * so does whoever approved it as it was, because that counts no more. Nobody else is written to.
   */
  public Ticket changed(FlowContext context, Ticket ticket, EmailAddress by, String key) {
    CaseFile file = files.open(context, ticket);
    Ticket levelled = CaseFiles.levelled(context, ticket, file.assessment());
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
    List<List<String>> together = files.together(context, file);
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
