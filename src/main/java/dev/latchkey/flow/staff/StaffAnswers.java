package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.StaffMember;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells staff what became of a command; each answer carries a reply address for the next one. */
public final class StaffAnswers {
  private final Letters letters;
  private final TokenIssuer issuer;
  private final StaffTexts texts;

  public StaffAnswers(Letters letters, TokenIssuer issuer, StaffTexts texts) {
    this.letters = letters;
    this.issuer = issuer;
    this.texts = texts;
  }

  /** Nothing was done, and why. */
  Result refused(
      FlowContext turn, Ticket ticket, StaffMember member, Incoming mail, String reason) {
    EmailAddress by = member.address();
    letters.toStaff(
        turn,
        ticket,
        by,
        Letter.COMMAND_REFUSED,
        issuer.command(turn, ticket, by),
        "mail " + mail.id(),
        Map.of("reason", reason));
    return Result.of(Outcome.COMMAND_REFUSED, ticket, reason);
  }

  Result refused(GivenCommand given, String reason) {
    return refused(given.turn(), given.ticket(), given.member(), given.mail(), reason);
  }

  Result impossible(GivenCommand given) {
    return refused(
        given,
        "%s is not possible: the ticket is %s."
            .formatted(given.command().verb(), given.ticket().state()));
  }

  /** Tells the one who commanded. */
  Result told(GivenCommand given, Ticket ticket, String detail) {
    letters.toStaff(
        given.turn(),
        ticket,
        given.by(),
        Letter.COMMAND_DONE,
        issuer.command(given.turn(), ticket, given.by()),
        given.key(),
        Map.of("command", given.command().verb(), "state", ticket.state(), "detail", detail));
    return done(given, ticket);
  }

  /** Tells every staff member at once; any of them may still stop it. */
  Result decided(GivenCommand given, Ticket ticket, Optional<Instant> executeAt) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("command", given.command().verb());
    values.put("by", given.by());
    values.put("state", ticket.state());
    values.put("executeAt", executeAt.orElse(null));
    letters.toAllStaff(given.turn(), ticket, Letter.DECIDED, given.key(), values);
    return done(given, ticket);
  }

  Result help(GivenCommand given) {
    return answer(given, Letter.HELP, Map.of());
  }

  Result queue(GivenCommand given) {
    return answer(given, Letter.QUEUE, Map.of("lines", texts.queue(given.turn().now())));
  }

  Result status(GivenCommand given) {
    return answer(
        given, Letter.TICKET_STATUS, Map.of("lines", texts.status(given.turn(), given.ticket())));
  }

  private Result answer(GivenCommand given, Letter letter, Map<String, @Nullable Object> values) {
    Ticket ticket = given.ticket();
    EmailAddress replyTo = issuer.command(given.turn(), ticket, given.by());
    letters.toStaff(given.turn(), ticket, given.by(), letter, replyTo, given.key(), values);
    return done(given, ticket);
  }

  private static Result done(GivenCommand given, Ticket ticket) {
    return Result.of(Outcome.COMMAND_DONE, ticket, given.command().verb().name());
  }
}
