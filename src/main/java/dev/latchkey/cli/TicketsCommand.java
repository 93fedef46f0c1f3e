package dev.latchkey.cli;

import dev.latchkey.cli.page.Json;
import dev.latchkey.cli.page.TicketJson;
import dev.latchkey.cli.page.TicketPage;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.flow.staff.OperatorCommands.Again;
import dev.latchkey.store.OpenOrder;
import dev.latchkey.store.TicketViews.Listed;
import dev.latchkey.store.TicketViews.TicketView;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.command.StaffCommand;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey tickets}: looks tickets up, and does what staff cannot do by mail. */
@Command(
    name = "tickets",
    mixinStandardHelpOptions = true,
    description =
        "Shows the tickets of the desk, and does what is to be done where the desk is stuck.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  latchkey tickets list",
      "  latchkey tickets list --all --json | jq -r .state | sort | uniq -c",
      "  latchkey tickets show LK-1042",
      "  latchkey tickets do --dry-run LK-1042 HOLD until monday"
    })
public final class TicketsCommand implements Callable<Integer> {
  private final DeskDoor door;

  @Spec private CommandSpec spec = CommandSpec.create();

  public TicketsCommand(DeskDoor door) {
    this.door = door;
  }

  /** Alone it does nothing. */
  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "list, show, do or retry?");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists tickets, newest first; the open ones, unless told otherwise.")
  int list(
      @Mixin ConfigOption config,
      @Option(names = "--all", description = "Closed ones as well.") boolean all,
      @Mixin RowLimit limit,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws InvalidConfigurationException {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDesk desk = door.look(config)) {
      Listed listed = desk.tickets().list(!all, limit.rows());
      List<OpenOrder> orders = desk.tickets().orders();
      if (json) {
        listed.tickets().forEach(ticket -> out.println(Json.line(TicketJson.of(ticket, orders))));
      } else {
        new TicketPage(out, desk.time()).print(listed.tickets(), orders);
        limit.tell(listed.tickets().size());
      }
      listed
          .unread()
          .forEach(
              one ->
                  spec.commandLine()
                      .getErr()
                      .println("latchkey: %s has %s".formatted(one.reference(), one.why())));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one ticket with its history, evidence and mails.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it was shown",
        "1:there is no such ticket",
        "64:wrong usage",
        "69:the database is away",
        "78:the settings are wrong"
      })
  int show(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "REF", description = "Its reference, for example LK-1042.")
          String reference,
      @Option(names = "--json", description = "One JSON object.") boolean json)
      throws InvalidConfigurationException {
    Reference wanted = reference(reference, spec);
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDesk desk = door.look(config)) {
      Optional<TicketView> view = desk.tickets().find(wanted);
      List<OpenOrder> orders = desk.tickets().orders();
      if (view.isEmpty()) {
        spec.commandLine().getErr().println("latchkey: there is no ticket " + wanted);
        return ExitCode.FOUND_FAULT;
      }
      if (json) {
        out.println(Json.line(TicketJson.of(view.get(), orders)));
      } else {
        new TicketPage(out, desk.time()).print(view.get(), orders);
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "do",
      mixinStandardHelpOptions = true,
      description = {
        "Does what staff do by mail, for a desk whose staff cannot: their mail is down, nobody is"
            + " there, a ticket hangs. The history says OPERATOR and your login; all of the staff"
            + " are told at once.",
        "COMMAND is written as in a mail to the desk: HOLD [until DAY], FREEZE [reason], RESUME [remark], REJECT"
            + " reason (the requester reads it), CLOSE [remark], NOTE text, ASSIGN address, MERGE reference,"
            + " REDIRECT where (the requester reads it), DONE, FAILED what, REOPEN [remark].",
        "What speaks for a requester is not among it and never will be: APPROVE, SAW, LIFT, VOUCH"
            + " and UNDO are people's of the staff, by mail; RESUME only puts a case before them."
            + " Nor does an operator write to people as the staff do (ASK, REPLY, OPEN)."
            + " FREEZE stops every recovery of the account and has it closed to everybody; nothing"
            + " here opens it again."
            + " DONE says of an approved recovery that is being carried out that it was.",
        "It first says what it would do, and whom it would write to, and asks."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  latchkey tickets do --dry-run LK-1042 HOLD",
        "  latchkey tickets do LK-1042 REJECT This account was never yours.",
        "  latchkey tickets do --yes LK-1042 ASSIGN bob@staff.example"
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it is done, or could be",
        "1:it cannot be done, or you did not agree",
        "64:it is no command, or none of an operator's; or nobody could be asked, and --yes is"
            + " missing",
        "69:the database or the account directory is away",
        "78:the settings are wrong"
      })
  int order(
      @Mixin ConfigOption config,
      @Option(names = "--dry-run", description = "Only say what would be done.") boolean dryRun,
      @Option(names = "--yes", description = "Do not ask.") boolean yes,
      @Parameters(index = "0", paramLabel = "REF", description = "The ticket.") String reference,
      @Parameters(
              index = "1..*",
              arity = "1..*",
              paramLabel = "COMMAND",
              description = "The command and its words.")
          List<String> words)
      throws InvalidConfigurationException {
    Reference about = reference(reference, spec);
    try (OpenDesk desk = door.look(config)) {
      TicketOrder order =
          new TicketOrder(desk, spec.commandLine().getOut(), spec.commandLine().getErr());
      StaffCommand command;
      try {
        command = order.read(words);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), String.valueOf(e.getMessage()), e);
      }
      return order.run(
          about, command, dryRun, () -> yes || Question.agreed("Do it?", spec.commandLine()));
    }
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = {
        "Has an approved recovery that is being carried out, or a freeze that waits, tried at once,"
            + " not when its next try is due; where people carry a recovery out, one more of the"
            + " staff is asked.",
        "It is the same order with the same key: the account system does nothing twice. Only a"
            + " ticket that is EXECUTING has one for a recovery; an ON_HOLD one goes before the staff"
            + " again by RESUME."
      },
      footerHeading = "%nExample:%n",
      footer = "  latchkey tickets retry LK-1042",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it is tried, or one more was asked",
        "1:there is nothing to try, or it is tried by itself within ten minutes",
        "64:wrong usage",
        "69:the database is away",
        "78:the settings are wrong"
      })
  int retry(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "REF", description = "The ticket.") String reference)
      throws InvalidConfigurationException {
    Reference about = reference(reference, spec);
    try (OpenDesk desk = door.look(config)) {
      Optional<Again> again = desk.ticketsByHand().again(about, Operator.name());
      String words =
          again
              .map(
                  what ->
                      switch (what) {
                        case ORDERED -> "the account system is asked at the next sweep";
                        case GIVEN -> "one more of the staff is asked, if there is one at work";
                        case SOON -> "it is being tried, or will be within ten minutes by itself";
                        case NOTHING -> "nothing is being carried out; look at its state";
                      })
              .orElse("there is no such ticket");
      spec.commandLine().getOut().println(about + ": " + words);
      return again.filter(it -> it == Again.ORDERED || it == Again.GIVEN).isPresent()
          ? ExitCode.OK
          : ExitCode.FOUND_FAULT;
    }
  }

  /** The reference that a person typed. */
  static Reference reference(String typed, CommandSpec spec) {
    return Reference.find(typed)
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    spec.commandLine(), "a reference looks like LK-1042"));
  }
}
