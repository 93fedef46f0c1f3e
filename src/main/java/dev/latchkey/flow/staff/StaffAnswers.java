package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.CaseFile;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells staff what became of a command. Each answer about a ticket carries a reply address for the
 * next command; an answer to one about none goes to the desk.
 */
public final class StaffAnswers {
  private final Letters letters;
  private final TokenIssuer issuer;

  public StaffAnswers(Letters letters, TokenIssuer issuer) {
    this.letters = letters;
    this.issuer = issuer;
  }

  /** Nothing was done, and why. */
  Result refused(
      FlowContext turn, Optional<Ticket> ticket, EmailAddress by, Incoming mail, String reason) {
    write(turn, ticket, by, Letter.COMMAND_REFUSED, "mail " + mail.id(), Map.of("reason", reason));
    return new Result(Outcome.COMMAND_REFUSED, ticket.map(Ticket::id), reason);
  }

  Result refused(GivenCommand given, String reason) {
    return refused(
        given.turn(), given.file().map(CaseFile::ticket), given.by(), given.mail(), reason);
  }

  /** Tells the one who commanded. */
  Result told(GivenCommand given, Ticket ticket, String detail) {
    Map<String, @Nullable Object> values =
        Map.of("command", given.command().verb(), "state", ticket.state(), "detail", detail);
    write(given.turn(), Optional.of(ticket), given.by(), Letter.COMMAND_DONE, given.key(), values);
    return done(given);
  }

  /** Tells every staff member at once; any of them may still stop it. */
  Result decided(GivenCommand given, Ticket ticket, Optional<Instant> executeAt) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("command", given.command().verb());
    values.put("by", given.by());
    values.put("state", ticket.state());
    values.put("executeAt", executeAt.orElse(null));
    letters.toAllStaff(given.turn(), ticket, Letter.DECIDED, given.key(), values);
    return done(given);
  }

  Result decided(GivenCommand given, Ticket ticket) {
    return decided(given, ticket, Optional.empty());
  }

  /** Shows the one who commanded what they asked for. */
  Result shown(GivenCommand given, Letter letter, Map<String, @Nullable Object> values) {
    write(
        given.turn(), given.file().map(CaseFile::ticket), given.by(), letter, given.key(), values);
    return done(given);
  }

  private void write(
      FlowContext turn,
      Optional<Ticket> ticket,
      EmailAddress by,
      Letter letter,
      String key,
      Map<String, @Nullable Object> values) {
    if (ticket.isPresent()) {
      EmailAddress replyTo = issuer.command(turn, ticket.get(), by);
      letters.toStaff(turn, ticket.get(), by, letter, replyTo, key, values);
    } else {
      letters.withoutTicket(turn, by, letter, key, values);
    }
  }

  private static Result done(GivenCommand given) {
    return new Result(
        Outcome.COMMAND_DONE,
        given.file().map(file -> file.ticket().id()),
        given.command().verb().name());
  }
}
