package dev.latchkey.cli;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.store.TicketViews.Listed;
import dev.latchkey.store.TicketViews.TicketView;
import dev.latchkey.ticket.Reference;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey tickets list|show}: looks tickets up; changes nothing. */
@Command(
    name = "tickets",
    mixinStandardHelpOptions = true,
    description = "Shows the tickets of the desk.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  latchkey tickets list",
      "  latchkey tickets list --all --limit 1000 --json | jq -r .state | sort | uniq -c",
      "  latchkey tickets show LK-1042"
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
    throw new CommandLine.ParameterException(spec.commandLine(), "list or show?");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists tickets, newest first; the open ones, unless told otherwise.")
  int list(
      @Mixin ConfigOption config,
      @Option(names = "--all", description = "Closed ones as well.") boolean all,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "At most so many; default ${DEFAULT-VALUE}.")
          int limit,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws InvalidConfigurationException {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDesk desk = door.open(config)) {
      Listed listed = desk.tickets().list(!all, Math.max(1, limit));
      if (json) {
        listed.tickets().forEach(ticket -> out.println(Json.line(TicketJson.of(ticket))));
      } else {
        new TicketPage(out).print(listed.tickets());
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
      exitCodeList = {"0:it was shown", "1:there is no such ticket"})
  int show(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "REF", description = "Its reference, for example LK-1042.")
          String reference,
      @Option(names = "--json", description = "One JSON object.") boolean json)
      throws InvalidConfigurationException {
    Reference wanted = reference(reference, spec);
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDesk desk = door.open(config)) {
      Optional<TicketView> view = desk.tickets().find(wanted);
      if (view.isEmpty()) {
        spec.commandLine().getErr().println("latchkey: there is no ticket " + wanted);
        return ExitCode.FOUND_FAULT;
      }
      if (json) {
        out.println(Json.line(TicketJson.of(view.get())));
      } else {
        new TicketPage(out).print(view.get());
      }
    }
    return ExitCode.OK;
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
