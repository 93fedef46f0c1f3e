package dev.latchkey.flow.reply;

import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.flow.Result;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketChange;
import dev.latchkey.ticket.TicketEvent;

/** What a requester wrote, as the history of their ticket keeps it. */
public final class Written {
  private static final int LONGEST = 2000;

  private Written() {}

  /** In their own words. */
  public static String words(Incoming mail) {
    return SafeText.cut(OwnCodes.typed(mail), LONGEST);
  }

  public static Cause cause(Incoming mail, Ticket ticket, String detail) {
    EmailAddress who = mail.sender().orElse(ticket.requester());
    return Causes.requester(mail, who, detail);
  }

  /** The same with their own words. */
  public static Cause cause(Incoming mail, Ticket ticket) {
    return cause(mail, ticket, Detail.none(words(mail)));
  }

  /** The dedupe key of what is written because of a mail. */
  public static String key(Incoming mail) {
    return "mail " + mail.id();
  }

  /** How many files came with it. */
  public static int pictures(Incoming mail) {
    return Math.toIntExact(mail.mail().parts().stream().filter(MailPart::attachment).count());
  }

  /**
   * Where our next letter to its writer hangs, and in which language it is.
   *
   * @param proved it is theirs, by the reply address or by their domain
   */
  static Ticket thread(FlowContext context, Ticket ticket, Incoming mail, boolean proved) {
    TicketChange change = ticket.change().threadLast(mail.threadId().or(ticket::threadLast));
    return kept(context, ticket, proved ? spoken(change, mail) : change);
  }

  /** What is proved to be theirs is answered in the language in which it is, where it is plain. */
  public static Ticket spoken(FlowContext context, Ticket ticket, Incoming mail) {
    return kept(context, ticket, spoken(ticket.change(), mail));
  }

  private static TicketChange spoken(TicketChange change, Incoming mail) {
    return mail.triaged().plainLanguage().map(change::language).orElse(change);
  }

  private static Ticket kept(FlowContext context, Ticket before, TicketChange change) {
    Ticket after = change.build();
    return after.equals(before) ? before : context.keep(after);
  }

  /** It changes nothing and is kept. */
  static Result kept(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, cause(mail, ticket));
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "kept with the ticket");
  }
}
