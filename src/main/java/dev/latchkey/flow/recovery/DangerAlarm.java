package dev.latchkey.flow.recovery;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.SecurityLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Danger;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.request.DangerReader;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody tells of stolen codes, wants an account blocked, or had a call of one who passes for the
 * desk: all staff and the security contact hear of it at once, its writer what to do now, and the
 * case is warned of it, whatever else the mail is for. That it is true nobody knows; to look at it
 * costs a person a minute.
 */
public final class DangerAlarm {
  private static final int LINES = 60;
  private static final LetterKind TOLD = LetterKind.of(RequesterLetter.InDanger.class);
  private final Letters letters;
  private final SecurityContact security;
  private final DeskSettings settings;

  public DangerAlarm(Letters letters, SecurityContact security, DeskSettings settings) {
    this.letters = letters;
    this.security = security;
    this.settings = settings;
  }

  /** Tells them, if there is any: once for each ticket and the dangers that are told together. */
  public void tell(FlowContext context, Ticket ticket, Incoming mail) {
    Set<Danger> dangers = DangerReader.in(mail.triaged().reply().generous());
    if (dangers.isEmpty()) {
      return;
    }
    EmailAddress sender = mail.sender().orElse(ticket.requester());
    boolean proved = mail.trust().level() == SenderTrust.Level.ALIGNED;
    boolean own = sender.equals(ticket.requester());
    String key = "danger " + dangers;
    if (own && (mail.mayBeAnswered(settings.answerUnproved()) || !mail.replyTokens().isEmpty())) {
      letters.toRequester(
          context,
          ticket,
          new RequesterLetter.InDanger(
              security.there(),
              false,
              dangers.contains(Danger.TAKEN),
              dangers.contains(Danger.POSED),
              dangers.contains(Danger.BLOCK)),
          key);
    }
    if (own && proved && ticket.accepts(TicketEvent.EVIDENCE_RECORDED)) {
      context.warn(ticket, Warning.Kind.DANGER_TOLD, sender.toString());
    }
    Optional<String> account =
        mail.triaged().request().username().or(() -> ticket.answers().accountName());
    List<String> written = OwnCodes.typed(mail).lines().limit(LINES).toList();
    letters.toAllStaff(
        context,
        ticket,
        new SecurityLetter.DangerTold(
            sender,
            proved,
            dangers,
            account,
            own && context.wrote(ticket, TOLD),
            ticket.account().isPresent(),
            security.address().map(EmailAddress::toString),
            written),
        key);
    security.tell(
        context,
        ticket,
        new SecurityLetter.SecurityDanger(sender, proved, dangers, account, written),
        key);
  }
}
