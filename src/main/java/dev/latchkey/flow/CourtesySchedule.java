package dev.latchkey.flow;

import dev.latchkey.flow.DeskSettings.Courtesy;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;

/**
 * What time brings to a ticket that waits, and when. The requester's clock runs only in states that
 * wait for the requester; it stops while the staff must act.
 */
public final class CourtesySchedule {
  private final DeskSettings settings;

  public CourtesySchedule(DeskSettings settings) {
    this.settings = settings;
  }

  /** The ticket, which has just entered its state, with the first step of that state. */
  Ticket enter(Ticket ticket, Instant now) {
    return switch (ticket.state().waitingFor()) {
      case REQUESTER -> step(ticket, FollowUp.REMIND);
      case STAFF ->
          ticket.change().next(FollowUp.SIGN_OF_LIFE, now.plus(settings.signOfLife())).build();
      // Whoever approves sets the steps of the cooling-off time.
      case TIME, NOBODY -> ticket.change().nothingNext().build();
    };
  }

  /** The ticket after {@code done}, with the step that follows it. */
  public Ticket after(Ticket ticket, FollowUp done, Instant now) {
    return switch (done) {
      case REMIND -> step(ticket, FollowUp.LAST_CALL);
      case LAST_CALL -> step(ticket, FollowUp.EXPIRE);
      case SIGN_OF_LIFE ->
          ticket.change().next(FollowUp.SIGN_OF_LIFE, now.plus(settings.signOfLife())).build();
      case EXPIRE, HOLD_ENDS, FINAL_NOTICE, EXECUTE -> ticket.change().nothingNext().build();
    };
  }

  /** When a ticket that waits for the requester expires. */
  public Optional<Instant> deadline(Ticket ticket) {
    return switch (ticket.state().waitingFor()) {
      case REQUESTER -> Optional.of(ticket.stateSince().plus(settings.courtesy().expire()));
      case STAFF, TIME, NOBODY -> Optional.empty();
    };
  }

  private Ticket step(Ticket ticket, FollowUp step) {
    Courtesy courtesy = settings.courtesy();
    Instant at =
        switch (step) {
          case REMIND -> ticket.stateSince().plus(courtesy.remind());
          case LAST_CALL -> ticket.stateSince().plus(courtesy.lastCall());
          case EXPIRE -> ticket.stateSince().plus(courtesy.expire());
          case SIGN_OF_LIFE, HOLD_ENDS, FINAL_NOTICE, EXECUTE ->
              throw new IllegalArgumentException(step + " does not wait for the requester");
        };
    return ticket.change().next(step, at).build();
  }
}
