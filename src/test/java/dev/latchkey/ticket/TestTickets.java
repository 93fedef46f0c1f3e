package dev.latchkey.ticket;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Tickets for tests that need one. */
@NullMarked
public final class TestTickets {
  public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  public static final EmailAddress NORA = EmailAddress.of("nora@mail.example");

  private TestTickets() {}

  /** What somebody who lost their phone answers. */
  public static Answers answers(Reason... reasons) {
    return new Answers(
        Optional.of("nora"),
        Optional.empty(),
        Set.of(reasons),
        RecoveryCodes.HAVE,
        Optional.of(true),
        Optional.of(true),
        List.of(),
        List.of(),
        "my phone fell into the lake");
  }

  /** A ticket that was just opened. */
  public static Ticket.Applied opened(long id, TicketState state, EmailAddress requester) {
    return opened(id, state, requester, "nora");
  }

  /** The same about another account. */
  public static Ticket.Applied opened(
      long id, TicketState state, EmailAddress requester, String account) {
    return Ticket.open(
        id,
        state,
        requester,
        "en",
        answers(Reason.LOST_2FA_DEVICE),
        Optional.of(account),
        Optional.of("<first@mail.example>"),
        NOW,
        by(requester));
  }

  /** A ticket that proofs are asked for. */
  public static Ticket proving() {
    return opened(1001, TicketState.PROVING, NORA).ticket();
  }

  /** A cause: mail 7 of this person. */
  public static Cause by(EmailAddress person) {
    return new Cause(
        new Actor(Actor.Kind.REQUESTER, person.toString()), "dmarc", OptionalLong.of(7), "wrote");
  }
}
