package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.flow.casefile.InTheWay;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody at the domain of an address writes about that address: its owner left, others read
 * it. Whoever answers for the mail of the domain knows, so that their word stops what goes on and
 * stands in the case as a warning; it proves nothing for anybody. The word of others there stops
 * nothing. Both stand before all staff at once.
 */
public final class DomainWord {
  private static final int LONGEST = 2000;

  private final Letters letters;
  private final Notices notices;
  private final KeptStops kept;

  /**
   * A recovery that such words are about.
   *
   * @param about the address that they name
   */
  public record About(Ticket ticket, EmailAddress about) {}

  public DomainWord(Letters letters, Notices notices, KeptStops kept) {
    this.kept = kept;
    this.letters = letters;
    this.notices = notices;
  }

  /**
   * Puts the words before the staff, and stops the clock where they may.
   *
   * @param answers the writer answers for the mail of the domain, and the sender is proved
   * @param inquiry in which the writer is answered
   */
  public void heard(
      FlowContext context, About found, Incoming mail, boolean answers, Ticket inquiry) {
    Ticket ticket = context.work().tickets().load(found.ticket().id());
    EmailAddress writer = mail.sender().orElseThrow();
    if (answers) {
      context.warn(
          ticket,
          Warning.Kind.DOMAIN_SPOKE,
          writer + " about " + found.about() + " (" + inquiry.reference() + ")");
    }
    boolean may = !KeptStops.stand(context, ticket) && ticket.accepts(TicketEvent.HELD);
    boolean hidden = kept.hides(context, ticket);
    boolean hold = answers && may;
    Cause cause = cause(mail, writer, found.about(), inquiry);
    Ticket next =
        hold
            ? kept.stop(context, ticket, TicketEvent.HELD, cause)
            : context.apply(ticket, TicketEvent.MAIL_ADDED, cause);
    boolean running = ticket.state() == TicketState.EXECUTING;
    letters.toAllStaff(
        context,
        next,
        new AlertLetter.DomainSpoke(
            writer,
            found.about(),
            isRegistered(context, next, found.about()),
            answers,
            new Text(CaseMessages.withoutCodes(mail.triaged().reply().generous())),
            inquiry.reference().toString(),
            next.state(),
            hold && !hidden,
            KeptStops.told(context, next),
            may && !hold,
            KeptStops.stand(context, next),
            running && hold,
            next.state() == TicketState.RECOVERED,
            InTheWay.ofResume(context, next).map(Reference::toString)),
        "mail " + mail.id());
    if (hold && !hidden) {
      notices.off(context, ticket, next, Optional.of(next.requester()));
      letters.toRequester(
          context,
          next,
          new DecisionLetter.UnderCheck(running, context.announced(ticket)),
          "mail " + mail.id());
    }
  }

  private static boolean isRegistered(FlowContext context, Ticket ticket, EmailAddress about) {
    return context
        .account(ticket)
        .map(Account::addresses)
        .filter(known -> known.stream().anyMatch(one -> one.address().equals(about)))
        .isPresent();
  }

  /** Its writer has no part in the recovery; what they wrote stands in the history. */
  private static Cause cause(
      Incoming mail, EmailAddress writer, EmailAddress about, Ticket inquiry) {
    return new Cause(
        Actor.DESK,
        mail.authentication(),
        OptionalLong.of(mail.id()),
        SafeText.cut(
            "%s wrote about %s (%s): %s"
                .formatted(
                    writer,
                    about,
                    inquiry.reference(),
                    CaseMessages.withoutCodes(mail.triaged().reply().generous())),
            LONGEST));
  }
}
