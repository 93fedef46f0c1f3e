package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.staff.StaffMember;
import java.time.Instant;
import java.util.Optional;

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
      FlowContext turn, Ticket ticket, StaffMember member, Incoming mail, Phrase reason) {
    letters.toStaff(
        turn,
        ticket,
        issuer.command(turn, ticket, member.address()),
        new StaffLetter.CommandRefused(reason),
        "mail " + mail.id());
    return Result.of(Outcome.COMMAND_REFUSED, ticket, reason.toString());
  }

  Result refused(GivenCommand given, Phrase reason) {
    return refused(given.turn(), given.ticket(), given.member(), given.mail(), reason);
  }

  Result impossible(GivenCommand given) {
    return refused(given, new Phrase.Impossible(given.command().verb(), given.ticket().state()));
  }

  /** Tells the one who commanded. */
  Result told(GivenCommand given, Ticket ticket, Phrase detail) {
    return told(given, ticket, Optional.of(detail), Text.NONE);
  }

  /** Tells the one who commanded what was kept of their words. */
  Result kept(GivenCommand given, Ticket ticket) {
    return told(given, ticket, Optional.empty(), new Text(given.words()));
  }

  private Result told(GivenCommand given, Ticket ticket, Optional<Phrase> detail, Text words) {
    return answer(
        given,
        ticket,
        new StaffLetter.CommandDone(given.command().verb(), ticket.state(), detail, words));
  }

  /** Tells every staff member at once; any of them may still stop it. */
  Result decided(GivenCommand given, Ticket ticket, Optional<Instant> executeAt) {
    letters.toAllStaff(
        given.turn(),
        ticket,
        new StaffLetter.Decided(given.command().verb(), given.by(), ticket.state(), executeAt),
        given.key());
    return done(given, ticket);
  }

  Result help(GivenCommand given) {
    return answer(given, given.ticket(), new StaffLetter.Help());
  }

  Result queue(GivenCommand given) {
    return answer(given, given.ticket(), new StaffLetter.Queue(texts.queue(given.turn().now())));
  }

  Result status(GivenCommand given) {
    return answer(
        given,
        given.ticket(),
        new StaffLetter.TicketStatus(texts.status(given.turn(), given.ticket())));
  }

  private Result answer(GivenCommand given, Ticket ticket, StaffLetter letter) {
    letters.toStaff(
        given.turn(),
        ticket,
        issuer.command(given.turn(), ticket, given.by()),
        letter,
        given.key());
    return done(given, ticket);
  }

  private static Result done(GivenCommand given, Ticket ticket) {
    return Result.of(Outcome.COMMAND_DONE, ticket, given.command().verb().name());
  }
}
