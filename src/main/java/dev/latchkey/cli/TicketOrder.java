package dev.latchkey.cli;

import dev.latchkey.cli.page.Terminal;
import dev.latchkey.flow.loop.TicketsByHand.Answer;
import dev.latchkey.flow.loop.TicketsByHand.Written;
import dev.latchkey.flow.staff.OperatorCommands;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.CommandReader;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command of the staff that the operator gives: said what it would do, agreed to, and done. */
final class TicketOrder {
  private final OpenDesk desk;
  private final PrintWriter out;
  private final PrintWriter err;

  TicketOrder(OpenDesk desk, PrintWriter out, PrintWriter err) {
    this.desk = desk;
    this.out = out;
    this.err = err;
  }

  /**
   * What was typed, as staff would write it in a mail.
   *
   * @throws IllegalArgumentException when it is no command, or none of an operator's
   */
  StaffCommand read(List<String> words) {
    // What stands behind it may be wrong as well, and to mend that would be of no use.
    words.stream()
        .limit(1)
        .flatMap(word -> Stream.of(word.split(" ")).limit(1))
        .flatMap(
            word -> Stream.of(Verb.values()).filter(verb -> verb.name().equalsIgnoreCase(word)))
        .filter(verb -> !OperatorCommands.ALLOWED.contains(verb))
        .forEach(
            verb -> {
              throw notTheirs(verb);
            });
    CommandReading reading = new CommandReader().read(String.join(" ", words));
    if (reading instanceof CommandReading.NotUnderstood not) {
      throw new IllegalArgumentException(desk.say(new CommandPhrase.NotUnderstood(not.fault())));
    }
    List<StaffCommand> commands = reading.commands();
    if (commands.size() != 1) {
      throw new IllegalArgumentException("one command at a time");
    }
    StaffCommand command = commands.get(0);
    if (command.reference().isPresent()) {
      throw new IllegalArgumentException("the ticket is named once, before the command");
    }
    if (!OperatorCommands.ALLOWED.contains(command.verb())) {
      throw notTheirs(command.verb());
    }
    return command;
  }

  private static IllegalArgumentException notTheirs(Verb verb) {
    return new IllegalArgumentException(
        "%s is not the operator's: a member of staff gives it, by mail. Yours are %s"
            .formatted(verb, verbs()));
  }

  static String verbs() {
    return OperatorCommands.ALLOWED.stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  /**
   * Says what would happen, and does it.
   *
   * @param agreed asked whether to go on; not for a rehearsal
   * @return the exit code
   */
  int run(Reference about, StaffCommand command, boolean dryRun, BooleanSupplier agreed) {
    Optional<Answer> foreseen = desk.ticketsByHand().rehearse(about, command, Operator.name());
    if (!told(about, foreseen)) {
      foreseen.ifPresent(answer -> advise(about, command, answer));
      return ExitCode.FOUND_FAULT;
    }
    foreseen.ifPresent(answer -> plan(about, command, answer));
    if (dryRun) {
      return ExitCode.OK;
    }
    if (!agreed.getAsBoolean()) {
      err.println("latchkey: nothing was done");
      return ExitCode.FOUND_FAULT;
    }
    Optional<Answer> done = desk.ticketsByHand().give(about, command, Operator.name());
    if (!told(about, done)) {
      return ExitCode.FOUND_FAULT;
    }
    out.printf("done; %s is now %s%n", about, done.map(Answer::after).map(Enum::name).orElse(""));
    return ExitCode.OK;
  }

  /** Says why nothing happens, if nothing does. */
  private boolean told(Reference about, Optional<Answer> answer) {
    Optional<String> why =
        answer.isEmpty()
            ? Optional.of("there is no ticket " + about)
            : answer.flatMap(Answer::refused).map(desk::say);
    why.ifPresent(words -> err.println("latchkey: " + Terminal.harmless(words)));
    return why.isEmpty();
  }

  /** What leads on from a state that the command is not for. */
  private void advise(Reference about, StaffCommand command, Answer answer) {
    boolean carriedOut = command.verb() == Verb.DONE || command.verb() == Verb.FAILED;
    boolean wantsWords =
        answer.refused().filter(why -> why instanceof CommandPhrase.DoneNeedsReport).isPresent();
    if (carriedOut && !wantsWords && answer.before() != TicketState.EXECUTING) {
      err.printf(
          "latchkey: %s is for a recovery that is being carried out (EXECUTING).%s%n",
          command.verb(), onward(about, answer.before()));
    }
  }

  private static String onward(Reference about, TicketState state) {
    return switch (state) {
      case ON_HOLD, CONTESTED ->
          (" RESUME puts %s before the staff again, who approve it anew; where the account was reset"
                  + " already, NOTE tells them so")
              .formatted(about);
      case COOLING_OFF -> " It is carried out by itself when its cooling-off time is over";
      default -> "";
    };
  }

  private void plan(Reference about, StaffCommand command, Answer answer) {
    out.println(
        Terminal.harmless(
            "%s %s: of %s, account %s; %s -> %s"
                .formatted(
                    command.verb(),
                    about,
                    answer.requester(),
                    answer.account().orElse("-"),
                    answer.before(),
                    answer.after())));
    for (Written letter : answer.letters()) {
      out.printf("  %s to %s%n", letter.letter(), letter.recipient());
    }
  }
}
