package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Writes to the requester in the words of staff; an inquiry is answered with that. In an answer to
 * a letter about the words of an owner it writes to that owner, and to nobody else.
 */
final class ReplyCommand implements Command {
  private static final LetterKind INQUIRY = LetterKind.of(WorkLetter.Inquiry.class);

  /** By so much the time of a letter may differ from that of its reply address. */
  private static final Duration ROUNDED = Duration.ofSeconds(1);

  private final Letters letters;
  private final StaffAnswers answers;

  ReplyCommand(Letters letters, StaffAnswers answers) {
    this.letters = letters;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.REPLY;
  }

  /** It holds nothing up and decides nothing: an old mail is good enough. */
  @Override
  public Set<Gate> gates() {
    return StaffGates.WRITING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.REPLIED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return OutwardWords.hindrance(
        given, OwnerReplies.reader(given).orElse(given.ticket().requester()));
  }

  @Override
  public Result run(GivenCommand given) {
    Optional<EmailAddress> owner = OwnerReplies.reader(given);
    return owner.isPresent() ? toOwner(given, owner.get()) : toRequester(given);
  }

  private Result toOwner(GivenCommand given, EmailAddress owner) {
    Ticket replied =
        given.apply(
            TicketEvent.REPLIED, new Detail.ToOwner(owner.toString(), given.words()).text());
    answers.toOwner(given, replied, owner, new Text(given.words()), false);
    return answers.decided(
        given,
        replied,
        Decision.of(given).remarking(Optional.of(new CommandPhrase.WroteToOwner(owner))));
  }

  private Result toRequester(GivenCommand given) {
    boolean wroteAgain = given.ticket().state() == TicketState.INQUIRY && wroteAgain(given);
    Ticket replied = given.apply(TicketEvent.REPLIED, given.words());
    if (wroteAgain) {
      replied =
          given
              .context()
              .apply(replied, TicketEvent.REOPENED, Cause.desk("wrote again before the answer"));
    }
    if (replied.inquiry()) {
      // What they write back goes to the one who answered.
      given.context().work().staffWaits().giveTurn(replied, given.by());
    }
    letters.toRequester(
        given.context(),
        replied,
        new DecisionLetter.StaffReply(
            new Text(given.words()),
            replied.inquiry(),
            wroteAgain,
            replied.state(),
            OtherCode.ofTheirOwn(given.context(), replied)),
        given.key());
    Optional<Phrase> remark =
        wroteAgain ? Optional.of(new CommandPhrase.WroteAgainSince()) : Optional.empty();
    return answers.decided(given, replied, Decision.of(given).remarking(remark));
  }

  /**
   * Whether its writer wrote again what the staff have not read, or read only after the letter that
   * is answered: then the answer is none to that.
   */
  private static boolean wroteAgain(GivenCommand given) {
    FlowContext context = given.context();
    long inquiry = given.ticket().id();
    return context.work().messages().ofTicket(inquiry).stream().anyMatch(Message::unread)
        || given
            .token()
            .map(IssuedToken::issuedAt)
            .filter(
                answered ->
                    context.written(inquiry).stream()
                        .filter(letter -> letter.letter().equals(INQUIRY))
                        .anyMatch(letter -> letter.at().isAfter(answered.plus(ROUNDED))))
            .isPresent();
  }
}
