package dev.latchkey.flow.loop;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.staff.OperatorCommands;
import dev.latchkey.flow.staff.OperatorCommands.Again;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What an operator does about tickets that stand still; see {@link OperatorCommands}. */
public final class TicketsByHand {
  private final FlowContexts contexts;
  private final OperatorCommands commands;

  public TicketsByHand(FlowContexts contexts, OperatorCommands commands) {
    this.contexts = contexts;
    this.commands = commands;
  }

  /** A letter that goes out. */
  public record Written(LetterKind letter, EmailAddress recipient) {}

  /**
   * What a command did, or would do.
   *
   * @param refused why it did nothing
   * @param letters that go out because of it, at once or when their budget allows; known of what
   *     was only rehearsed
   */
  public record Answer(
      TicketState before,
      TicketState after,
      Optional<String> account,
      EmailAddress requester,
      Optional<Phrase> refused,
      List<Written> letters) {}

  /** What a command would do, found out by doing it and taking all of it back. */
  public Optional<Answer> rehearse(Reference about, StaffCommand command, String operator) {
    return Conflicts.retried(
        () ->
            contexts.rehearse(
                context -> {
                  Optional<Answer> answer = give(context, about, command, operator);
                  Supplier<Optional<Answer>> told =
                      () -> answer.map(done -> withLetters(context, done));
                  return told;
                }));
  }

  /** Does it; empty when there is no such ticket. */
  public Optional<Answer> give(Reference about, StaffCommand command, String operator) {
    return Conflicts.retried(
        () -> contexts.open(1, context -> give(context, about, command, operator)));
  }

  /** Has a recovery that is being carried out tried at once; empty when there is no such ticket. */
  public Optional<Again> again(Reference about, String operator) {
    return Conflicts.retried(
        () ->
            contexts.open(
                1,
                context ->
                    context
                        .work()
                        .tickets()
                        .find(about.number())
                        .map(ticket -> commands.again(context, ticket, operator))));
  }

  private Optional<Answer> give(
      FlowContext context, Reference about, StaffCommand command, String operator) {
    return context
        .work()
        .tickets()
        .find(about.number())
        .map(
            ticket -> {
              Optional<Phrase> refused = commands.give(context, ticket, command, operator);
              Ticket after = context.work().tickets().load(ticket.id());
              return new Answer(
                  ticket.state(),
                  after.state(),
                  ticket.account(),
                  ticket.requester(),
                  refused,
                  List.of());
            });
  }

  private static Answer withLetters(FlowContext context, Answer done) {
    return new Answer(
        done.before(),
        done.after(),
        done.account(),
        done.requester(),
        done.refused(),
        context.going().stream()
            .map(letter -> new Written(letter.letter().kind(), letter.recipient()))
            .toList());
  }
}
