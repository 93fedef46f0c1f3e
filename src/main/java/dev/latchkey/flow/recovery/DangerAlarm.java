package dev.latchkey.flow.recovery;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.letter.InquiryLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.SecurityLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Danger;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.owner.ApproachReader;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.EnumSet;
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
  private static final LetterKind TOLD = LetterKind.of(InquiryLetter.InDanger.class);
  private static final LetterKind FIRST = LetterKind.of(InquiryLetter.Compromised.class);

  /** Of these the case is warned; whoever warns of another's account is in none themselves. */
  private static final Set<Danger> WARNED = EnumSet.of(Danger.TAKEN, Danger.BLOCK, Danger.POSED);

  private final Letters letters;
  private final SecurityContact security;
  private final DeskSettings settings;

  public DangerAlarm(Letters letters, SecurityContact security, DeskSettings settings) {
    this.letters = letters;
    this.security = security;
    this.settings = settings;
  }

  /**
   * Tells them of all in one letter: once for each ticket and the dangers that are told together.
   *
   * @param dangers those of the mail, and perhaps that somebody is in the account
   */
  public void tell(FlowContext context, Ticket ticket, Incoming mail, Set<Danger> dangers) {
    boolean inside = dangers.contains(Danger.INSIDE);
    EmailAddress sender = mail.sender().orElse(ticket.requester());
    List<Ticket> beside =
        dangers.contains(Danger.APPROACHED) ? Approaches.about(context, mail, sender) : List.of();
    Approaches.warn(context, beside, mail, sender);
    boolean proved = mail.trust().level() == SenderTrust.Level.ALIGNED;
    boolean own = sender.equals(ticket.requester());
    String key =
        "danger "
            + dangers
            + beside.stream().map(Ticket::reference).toList()
            + (inside ? CompromiseAlert.key(mail) : "");
    // Who is told of all dangers by their first answer needs no second letter.
    boolean first = inside && context.wroteOnlyNow(ticket, FIRST);
    if (own
        && !first
        && (mail.mayBeAnswered(settings.answerUnproved()) || !mail.replyTokens().isEmpty())) {
      letters.toRequester(
          context,
          ticket,
          InquiryLetter.InDanger.of(security.there(), dangers, ticket.inquiry()),
          key);
    }
    boolean theirs = dangers.stream().anyMatch(WARNED::contains);
    if (own && proved && theirs && ticket.accepts(TicketEvent.EVIDENCE_RECORDED)) {
      context.warn(ticket, Warning.Kind.DANGER_TOLD, sender.toString());
    }
    Optional<String> account = CompromiseAlert.account(ticket, mail);
    List<String> written = OwnCodes.typed(mail).lines().limit(LINES).toList();
    letters.toAllStaff(
        context,
        ticket,
        new SecurityLetter.DangerTold(
            sender,
            proved,
            dangers,
            account,
            inside && !ticket.inquiry(),
            own && (context.wrote(ticket, TOLD) || context.wrote(ticket, FIRST)),
            ticket.account().isPresent(),
            security.address().map(EmailAddress::toString),
            beside.stream().map(Ticket::reference).map(Reference::toString).toList(),
            written),
        key);
    security.tell(
        context,
        ticket,
        new SecurityLetter.SecurityDanger(sender, proved, dangers, account, written),
        key);
  }

  /**
   * Who warns that they are wanted to vouch warns of another's account. What a mail that wants a
   * code is, the letters of a recovery of their own tell.
   *
   * @param asked the mail answers a letter that asked its writer for a code, as who vouches
   */
  public static Set<Danger> dangers(Ticket ticket, Incoming mail, boolean asked) {
    String written = mail.triaged().reply().generous();
    Set<Danger> dangers = EnumSet.noneOf(Danger.class);
    dangers.addAll(mail.triaged().dangers());
    boolean code = ticket.inquiry() && ApproachReader.codeMail(written);
    if (!asked && (code || ApproachReader.vouching(written))) {
      dangers.add(Danger.APPROACHED);
    }
    return dangers;
  }
}
