package dev.latchkey.flow.recovery;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.SecurityLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Freezes an account: every recovery of it stands still, the security contact hears of it, and the
 * account system is asked, or the staff, to close it to everybody.
 */
public final class FreezeAccount {
  /** An order that was given so lately is not given again. */
  private static final Duration STANDS = Duration.ofDays(1);

  private static final int MOST_LOOKED_AT = 10;

  /** Claims without proof; of so many nobody holds each. */
  private static final int MOST_BESIDE = 100;

  private final Letters letters;
  private final Notices notices;
  private final StopNotices stops;
  private final SecurityContact security;
  private final KeptStops kept;

  public FreezeAccount(
      Letters letters,
      Notices notices,
      StopNotices stops,
      SecurityContact security,
      KeptStops kept) {
    this.kept = kept;
    this.letters = letters;
    this.notices = notices;
    this.stops = stops;
    this.security = security;
  }

  /**
   * Orders it.
   *
   * @param ticket of the account, after the order was written into its history
   * @param by who ordered it
   * @param words the reason
   * @param known the order was given a short time ago and stands: it is not given again
   * @return the ticket as it stands now
   */
  public Ticket order(
      FlowContext context,
      Ticket ticket,
      GiverPhrase by,
      String words,
      Cause cause,
      String key,
      boolean known) {
    List<Ticket> running = new ArrayList<>(List.of(ticket));
    running.addAll(LeadingClaim.others(context, ticket));
    ticket.account().stream()
        .flatMap(
            account -> context.work().tickets().beside(account, ticket.id(), MOST_BESIDE).stream())
        .map(claim -> context.work().tickets().load(claim.id()))
        .filter(Ticket::beside)
        .forEach(running::add);
    List<EmailAddress> told = known ? List.of() : stops.readers(context, ticket);
    running.forEach(one -> stop(context, one, cause, key, told));
    if (known) {
      return context.work().tickets().load(ticket.id());
    }
    context.warn(ticket, Warning.Kind.ACCOUNT_FROZEN, cause.actor().name());
    context
        .work()
        .executions()
        .orderFreeze(ticket.reference() + "-freeze-" + ticket.version(), ticket.id());
    security.tell(
        context,
        ticket,
        new SecurityLetter.SecurityFreeze(context.nameOnRecord(ticket), by, new Text(words)),
        "freeze " + ticket.version());
    stops.frozen(context, ticket);
    return context.work().tickets().load(ticket.id());
  }

  /**
   * The order that was given for the account a short time ago, under this ticket or another one,
   * unless it failed.
   */
  public Optional<HistoryEntry> ordered(FlowContext context, Ticket ticket) {
    Instant since = context.now().minus(STANDS);
    return Stream.concat(
            Stream.of(ticket), context.work().tickets().others(ticket, MOST_LOOKED_AT).stream())
        .filter(one -> one.account().equals(ticket.account()))
        .flatMap(one -> lastOrder(context, one).stream())
        .filter(order -> order.at().isAfter(since))
        .max(Comparator.comparing(HistoryEntry::at));
  }

  /** What the history keeps of an order that failed. */
  public static Cause failed(String answer) {
    return Cause.desk(new Detail.NotFrozen(answer).text());
  }

  private static Optional<HistoryEntry> lastOrder(FlowContext context, Ticket ticket) {
    Optional<HistoryEntry> order = Optional.empty();
    for (HistoryEntry entry : context.work().tickets().history(ticket.id())) {
      boolean again =
          order.filter(first -> !entry.at().isAfter(first.at().plus(STANDS))).isPresent();
      if (entry.event() == TicketEvent.FREEZE_ORDERED && !again) {
        order = Optional.of(entry);
      } else if (entry.says(Detail.NotFrozen.class).isPresent()) {
        order = Optional.empty();
      }
    }
    return order;
  }

  /**
   * What stands still already stays as it is.
   *
   * @param told who reads that the account is closed, so that "nothing is changed" would be untrue
   */
  private void stop(
      FlowContext context, Ticket ticket, Cause cause, String key, List<EmailAddress> told) {
    if (KeptStops.stand(context, ticket) || !ticket.accepts(TicketEvent.HELD)) {
      return;
    }
    boolean hidden = kept.hides(context, ticket);
    Ticket held = kept.stop(context, ticket, TicketEvent.HELD, cause);
    notices.off(context, ticket, held, Optional.empty());
    if (!hidden && !told.contains(held.requester())) {
      letters.toRequester(
          context,
          held,
          new DecisionLetter.UnderCheck(
              ticket.state() == TicketState.EXECUTING, context.announced(ticket)),
          key + " " + held.reference());
    }
  }
}
