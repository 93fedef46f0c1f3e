package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.StillContested;
import dev.latchkey.flow.recovery.WritersPlace;
import dev.latchkey.flow.reply.AfterWords;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A reply of somebody who cannot get in again, to a request that was closed long ago: a new request
 * about the same account, unless they name another one. It begins with no proof of the old one. A
 * person reads the words as well, since nobody knows what they say of the old one. Any other reply
 * goes where replies go.
 */
public final class LateReplyFlow implements MailFlow<Addressee.Claimant> {
  private static final Set<TicketState> ENDS =
      EnumSet.of(
          TicketState.RECOVERED, TicketState.REJECTED, TicketState.WITHDRAWN, TicketState.EXPIRED);

  private final DeskSettings settings;
  private final MailFlow<Addressee.Stranger> requests;
  private final MailFlow<Addressee.Claimant> replies;
  private final StillContested contested;

  public LateReplyFlow(
      DeskSettings settings,
      MailFlow<Addressee.Stranger> requests,
      MailFlow<Addressee.Claimant> replies,
      StillContested contested) {
    this.contested = contested;
    this.settings = settings;
    this.requests = requests;
    this.replies = replies;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Claimant from) {
    Ticket ticket = context.work().tickets().load(from.ticketId());
    if (!asksAgain(context, ticket, mail)) {
      return replies.run(context, mail, from);
    }
    context.work().messages().untold(mail.id());
    return requests.run(context, about(ticket, mail), new Addressee.Stranger());
  }

  private boolean asksAgain(FlowContext context, Ticket ticket, Incoming mail) {
    return ENDS.contains(ticket.state())
        && settings.closedLong(ticket, context.now())
        && AfterWords.of(mail) == AfterWords.FAILED
        && saysWhat(mail)
        && WritersPlace.of(mail) == Writer.OWNER
        && !contested.undecided(context, ticket);
  }

  /** What was lost, or does not work: our own subject, which comes back, tells of an account. */
  private static boolean saysWhat(Incoming mail) {
    return !mail.triaged().request().reasons().isEmpty()
        || mail.triaged().intent().wishes().contains(Wish.NOT_WORKING);
  }

  private static Incoming about(Ticket ticket, Incoming mail) {
    Optional<String> name = ticket.answers().accountName();
    boolean named = mail.triaged().request().username().isPresent() || !mail.oneOf().isEmpty();
    return named || name.isEmpty() || ticket.account().isEmpty()
        ? mail
        : mail.naming(name.get(), ticket.account().get());
  }
}
