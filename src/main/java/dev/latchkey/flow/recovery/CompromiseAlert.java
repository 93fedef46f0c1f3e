package dev.latchkey.flow.recovery;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.letter.InquiryLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.SecurityLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Danger;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.owner.DangerReader;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody says that somebody else is in an account: all staff and the security contact hear of it
 * at once, whatever else the mail asks for and whoever wrote it.
 */
public final class CompromiseAlert {
  private static final int LINES = 60;
  private static final LetterKind TOLD = LetterKind.of(InquiryLetter.Compromised.class);
  private static final LetterKind ADVISED = LetterKind.of(InquiryLetter.InDanger.class);
  private static final String KEY = "compromised";
  private final Letters letters;
  private final SecurityContact security;
  private final DeskSettings settings;

  public CompromiseAlert(Letters letters, SecurityContact security, DeskSettings settings) {
    this.letters = letters;
    this.security = security;
    this.settings = settings;
  }

  /** Whether anybody but the staff is told. */
  public boolean hasContact() {
    return security.there();
  }

  /** Tells them, once for each ticket, and its requester what to do now, if they wrote it. */
  public void tell(FlowContext context, Ticket ticket, Incoming mail) {
    advise(context, ticket, mail);
    EmailAddress sender = mail.sender().orElse(ticket.requester());
    boolean proved = mail.trust().level() == SenderTrust.Level.ALIGNED;
    Optional<String> account = account(ticket, mail);
    letters.toAllStaff(
        context,
        ticket,
        new SecurityLetter.CompromiseReported(
            sender,
            proved,
            account,
            !ticket.inquiry(),
            context.wrote(ticket, TOLD) || context.wrote(ticket, ADVISED),
            security.address().map(EmailAddress::toString),
            beginning(mail)),
        key(mail));
    tellContact(context, ticket, mail);
  }

  private void advise(FlowContext context, Ticket ticket, Incoming mail) {
    boolean own = mail.sender().filter(ticket.requester()::equals).isPresent();
    boolean answerable =
        mail.mayBeAnswered(settings.answerUnproved()) || !mail.replyTokens().isEmpty();
    if (own && answerable && !context.wrote(ticket, TOLD)) {
      letters.toRequester(
          context,
          ticket,
          InquiryLetter.InDanger.of(security.there(), Set.of(Danger.INSIDE), ticket.inquiry()),
          KEY);
    }
  }

  /** Tells the security contact alone, once for each ticket. */
  public void tellContact(FlowContext context, Ticket ticket, Incoming mail) {
    EmailAddress sender = mail.sender().orElse(ticket.requester());
    boolean proved = mail.trust().level() == SenderTrust.Level.ALIGNED;
    Optional<String> account = account(ticket, mail);
    security.tell(
        context,
        ticket,
        new SecurityLetter.SecurityReport(sender, proved, account, beginning(mail)),
        key(mail));
  }

  /** A stranger in the account, or a device or an address of theirs, is news each time. */
  static String key(Incoming mail) {
    return DangerReader.strangerInside(mail.triaged().reply().generous())
        ? KEY + " mail " + mail.id()
        : KEY;
  }

  /** The account as they name it, now or when they asked. */
  static Optional<String> account(Ticket ticket, Incoming mail) {
    return mail.triaged().request().username().or(() -> ticket.answers().accountName());
  }

  private static List<String> beginning(Incoming mail) {
    return OwnCodes.typed(mail).lines().limit(LINES).toList();
  }
}
