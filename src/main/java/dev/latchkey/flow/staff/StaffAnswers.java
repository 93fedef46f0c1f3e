package dev.latchkey.flow.staff;

import dev.latchkey.flow.CommandNews.News;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CalledOff;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.recovery.LeftForDigest;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Rota;
import dev.latchkey.flow.recovery.StaffTokens;
import dev.latchkey.flow.recovery.StaffTokens.DigestReply;
import dev.latchkey.flow.recovery.StaffTokens.StaffReply;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.letter.CommandLetter;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells staff what became of a command. Each answer about a ticket carries a reply address for the
 * next command; an answer to one about none goes to the desk.
 */
public final class StaffAnswers {
  /** What is ordered sooner than this nobody takes back in time. */
  private static final Duration TIME_TO_UNDO = Duration.ofMinutes(5);

  private final StaffRoster staff;
  private final Letters letters;
  private final TokenIssuer issuer;
  private final StaffTokens tokens;
  private final Rota rota;

  public StaffAnswers(
      StaffRoster staff, Letters letters, TokenIssuer issuer, StaffTokens tokens, Rota rota) {
    this.staff = staff;
    this.rota = rota;
    this.letters = letters;
    this.issuer = issuer;
    this.tokens = tokens;
  }

  /** Nothing was done, and why. */
  Result refused(
      FlowContext context, Optional<Ticket> ticket, EmailAddress by, Incoming mail, Phrase reason) {
    write(context, ticket, by, new CommandLetter.CommandRefused(reason), "mail " + mail.id());
    return new Result(Outcome.COMMAND_REFUSED, ticket.map(Ticket::id), reason.toString());
  }

  /** What became of each line of a mail in which some were not understood. */
  void lines(FlowContext context, EmailAddress by, Incoming mail, List<Phrase> lines) {
    letters.withoutTicket(context, by, new CommandLetter.LinesRead(lines), "lines " + mail.id());
  }

  Result refused(GivenCommand given, Phrase reason) {
    return refused(
        given.context(), given.file().map(CaseFile::ticket), given.by(), given.mail(), reason);
  }

  /** Tells the one who commanded. */
  Result told(GivenCommand given, Ticket ticket, Phrase detail) {
    return told(given, ticket, detail, Text.NONE);
  }

  /** Tells the one who commanded what was kept of their words. */
  Result kept(GivenCommand given, Ticket ticket, Phrase detail) {
    return told(given, ticket, detail, new Text(given.words()));
  }

  /** The same, with the words as they were kept. Of the operator's, all of the staff hear. */
  Result told(GivenCommand given, Ticket ticket, Phrase detail, Text words) {
    if (!given.byStaff()) {
      return decided(given, ticket, Decision.of(given).remarking(Optional.of(detail)));
    }
    StaffLetter letter =
        new CommandLetter.CommandDone(
            given.command().verb(), ticket.state(), Optional.of(detail), words, undoUntil(given));
    List<Phrase> done = new ArrayList<>();
    done.add(new CasePhrase.Commanded(given.command().verb(), given.giver().named()));
    done.add(detail);
    undoUntil(given).map(CasePhrase.CommandUndone::new).ifPresent(done::add);
    tell(given, ticket, given.by(), new News(done, words), letter);
    return done(given);
  }

  /**
   * Tells it in the case, where that goes to them as well when the mail has ended, or else by
   * {@code letter}.
   */
  private void tell(
      GivenCommand given, Ticket ticket, EmailAddress reader, News news, StaffLetter letter) {
    FlowContext context = given.context();
    context.commandNews().keep(ticket.id(), reader, news);
    context.afterwards(
        () ->
            context
                .commandNews()
                .take(ticket.id(), reader)
                .ifPresent(
                    untold ->
                        letters.toStaff(
                            context, ticket, reply(context, ticket, reader), letter, given.key())));
  }

  private static News news(GivenCommand given, Decision decision, EmailAddress reader) {
    GiverPhrase by = given.giver().named();
    List<Phrase> done = new ArrayList<>();
    done.add(
        decision
            .takenBack()
            .<Phrase>map(verb -> new CasePhrase.CommandedBack(verb, by))
            .orElseGet(() -> new CasePhrase.Commanded(given.command().verb(), by)));
    decision.remark().ifPresent(done::add);
    if (decision.overruled().contains(reader)) {
      done.add(new CasePhrase.CommandOverrules(by));
    }
    undoUntil(given, decision).map(CasePhrase.CommandUndone::new).ifPresent(done::add);
    return new News(done, decision.words());
  }

  /**
   * Tells whoever has to hear of it at once, and leaves it to the digest for the others. What an
   * operator does is seen by all of the staff.
   */
  Result decided(GivenCommand given, Ticket ticket, Decision decision) {
    Set<EmailAddress> all =
        staff.active().stream().map(StaffMember::address).collect(Collectors.toSet());
    Set<EmailAddress> readers = atOnce(given, ticket, decision.reach());
    boolean everybody = readers.containsAll(all);
    if (!everybody) {
      LeftForDigest.add(
          given.context(),
          ticket,
          given.command().verb().name(),
          given.by(),
          decision.words().words(),
          undoUntil(given, decision));
    }
    for (EmailAddress reader : readers) {
      tell(
          given,
          ticket,
          reader,
          news(given, decision, reader),
          new CommandLetter.Decided(
              given.command().verb(),
              given.giver().named(),
              ticket.state(),
              given.accountName(),
              ticket.requester(),
              decision.executeAt(),
              decision.words(),
              decision.takenBack(),
              decision.remark(),
              calledOff(given, ticket),
              ticket.accepts(TicketEvent.EXECUTED)
                  && CalledOff.isForStaffToReport(given.context(), ticket),
              undoUntil(given, decision),
              soon(given, decision),
              decision.overruled().contains(reader),
              everybody));
    }
    return done(given);
  }

  /**
   * Writes to an owner in the words of staff; what they answer is put before all staff.
   *
   * @param mistake takes back what was written before
   */
  void toOwner(GivenCommand given, Ticket ticket, EmailAddress owner, Text words, boolean mistake) {
    letters.toOwner(
        given.context(),
        ticket,
        issuer.objection(given.context(), ticket, owner),
        new OwnerLetter.StaffWrote(given.accountName().orElse(""), words, mistake),
        given.key());
  }

  /** Whether it stops a reset of which nobody has said yet what came of it. */
  private static boolean calledOff(GivenCommand given, Ticket ticket) {
    return given.ticket().state() == TicketState.EXECUTING
        && CalledOff.hasNoKnownEnd(given.context(), ticket);
  }

  private Set<EmailAddress> atOnce(GivenCommand given, Ticket ticket, Decision.Reach reach) {
    Set<EmailAddress> readers = new LinkedHashSet<>(given.reader());
    ticket
        .assignee()
        .flatMap(staff::find)
        .filter(StaffMember::active)
        .ifPresent(member -> readers.add(member.address()));
    given
        .file()
        .map(CaseFile::ticket)
        .filter(before -> before.state() == TicketState.EXECUTING)
        .ifPresent(before -> readers.addAll(Tasks.asked(given.context(), before)));
    switch (given.byStaff() ? reach : Decision.Reach.EVERYBODY) {
      case EVERYBODY -> staff.active().forEach(member -> readers.add(member.address()));
      case WITNESS -> readers.addAll(rota.ofWitness(given.context(), given.loadFile(), given.by()));
      case DIGEST -> {}
    }
    return readers;
  }

  /** Where a member of staff answers about a ticket. */
  StaffReply reply(FlowContext context, Ticket ticket, EmailAddress member) {
    return tokens.command(context, ticket, member);
  }

  /** Nobody is offered what the desk makes impossible within minutes, by ordering the reset. */
  private static Optional<Instant> undoUntil(GivenCommand given, Decision decision) {
    return soon(given, decision)
        ? Optional.empty()
        : undoUntil(given)
            .map(until -> decision.executeAt().filter(at -> at.isBefore(until)).orElse(until));
  }

  private static boolean soon(GivenCommand given, Decision decision) {
    return given.command().verb() == Verb.APPROVE
        && decision
            .executeAt()
            .filter(at -> at.isBefore(given.context().now().plus(TIME_TO_UNDO)))
            .isPresent();
  }

  private static Optional<Instant> undoUntil(GivenCommand given) {
    return given
        .file()
        .map(file -> file.ticket().state())
        .filter(before -> TakingBack.possible(given.command().verb(), before))
        .filter(before -> given.byStaff() || before != TicketState.COOLING_OFF)
        .map(before -> given.context().now().plus(Deed.TAKEN_BACK_WITHIN));
  }

  /** Shows the one who commanded what they asked for. */
  Result shown(GivenCommand given, StaffLetter letter) {
    write(given.context(), given.file().map(CaseFile::ticket), given.by(), letter, given.key());
    return done(given);
  }

  /** Shows them what waits, to be answered line by line. */
  Result shown(GivenCommand given, Function<DigestReply, StaffLetter> letter) {
    DigestReply reply =
        given
            .file()
            .map(file -> tokens.digest(given.context(), file.ticket(), given.by()))
            .orElseGet(() -> tokens.digest(given.by()));
    letters.digest(given.context(), reply, letter.apply(reply), given.key());
    return done(given);
  }

  private void write(
      FlowContext context,
      Optional<Ticket> ticket,
      EmailAddress by,
      StaffLetter letter,
      String key) {
    if (ticket.isPresent()) {
      letters.toStaff(context, ticket.get(), reply(context, ticket.get(), by), letter, key);
    } else {
      letters.withoutTicket(context, by, letter, key);
    }
  }

  private static Result done(GivenCommand given) {
    return new Result(
        Outcome.COMMAND_DONE,
        given.file().map(file -> file.ticket().id()),
        given.command().verb().name());
  }
}
