package dev.latchkey.cli;

import dev.latchkey.cli.page.DeskTime;
import dev.latchkey.cli.page.Json;
import dev.latchkey.cli.page.Table;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.flow.loop.LettersByHand.Answer;
import dev.latchkey.flow.loop.LettersByHand.Done;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.OutboxViews.Line;
import dev.latchkey.ticket.Reference;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey outbox}: the letters of the desk that were not sent. */
@Command(
    name = "outbox",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the letters of the desk, and has those sent, or dropped, that were not sent.",
      "PENDING: it is tried again by itself. WAITING: the budget of its hour or day is used up; it"
          + " goes out in the next one. PARKED: the server refused it for good, or its text cannot"
          + " be opened; nobody sends it but you. DROPPED: so much waited for the budget already that it did not,"
          + " or it had become untrue, or one of you dropped it; nobody sends it but you. INSIDE:"
          + " its words stand in another letter that its reader got at the same moment."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  latchkey outbox list",
      "  latchkey outbox retry 1207 1208",
      "  latchkey outbox retry --parked",
      "  latchkey outbox drop 1207 --because \"the address is dead\""
    })
public final class OutboxCommand implements Callable<Integer> {
  private static final Set<OutboxState> UNSENT =
      EnumSet.of(OutboxState.PENDING, OutboxState.WAITING, OutboxState.PARKED);

  private static final Set<Done> UNDONE =
      EnumSet.of(Done.UNREADABLE, Done.BUSY, Done.NOT_WAITING, Done.WRITTEN_SINCE);

  private static final int MOST = 10_000;
  private final DeskDoor door;

  @Spec private CommandSpec spec = CommandSpec.create();

  public OutboxCommand(DeskDoor door) {
    this.door = door;
  }

  /** Alone it does nothing. */
  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "list, retry or drop?");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists those that were not sent, newest first.",
      footerHeading = "%nExample:%n",
      footer = "  latchkey outbox list --state PARKED,DROPPED")
  int list(
      @Mixin ConfigOption config,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              split = ",",
              description = "Only these: ${COMPLETION-CANDIDATES}; default: those not sent.")
          @Nullable List<OutboxState> states,
      @Mixin RowLimit limit,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws InvalidConfigurationException {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDesk desk = door.look(config)) {
      List<Line> letters =
          desk.outbox().list(states == null ? UNSENT : EnumSet.copyOf(states), limit.rows());
      if (json) {
        letters.forEach(letter -> out.println(Json.line(json(letter))));
      } else {
        print(letters, out, desk.time());
        limit.tell(letters.size());
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = {
        "Has letters sent at the next delivery, whatever the server or their budget said before.",
        "A DROPPED one is named by its number; it is not sent where its reader was written the like"
            + " since.",
        "One whose ticket has moved on is not sent but dropped; of a code that is nearly or wholly"
            + " over a new one is written. The history of the ticket says who did it."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:they are sent",
        "1:one cannot be sent, or not now",
        "64:wrong usage",
        "69:the database is away",
        "78:the settings are wrong"
      })
  int retry(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "LETTER", arity = "0..*", description = "Numbers out of the list.")
          @Nullable List<Long> letters,
      @Option(names = "--parked", description = "All that are PARKED.") boolean parked,
      @Option(names = "--waiting", description = "All that are WAITING.") boolean waiting)
      throws InvalidConfigurationException {
    try (OpenDesk desk = door.look(config)) {
      List<Long> ids = new ArrayList<>(letters == null ? List.of() : letters);
      Set<OutboxState> states = EnumSet.noneOf(OutboxState.class);
      if (parked) {
        states.add(OutboxState.PARKED);
      }
      if (waiting) {
        states.add(OutboxState.WAITING);
      }
      if (!states.isEmpty()) {
        desk.outbox().list(states, MOST).forEach(letter -> ids.add(letter.id()));
      } else if (ids.isEmpty()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "which? say their numbers, --parked or --waiting");
      }
      return told(desk.lettersByHand().retry(sorted(ids), Operator.name()));
    }
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = {
        "Has letters never sent. The history of the ticket says who did it and why.",
        "No recovery is carried out because of it: without a notice that a server accepted it"
            + " waits."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:they are dropped",
        "1:one was sent or dropped before, or is being sent",
        "64:wrong usage",
        "69:the database is away",
        "78:the settings are wrong"
      })
  int drop(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "LETTER", arity = "1..*", description = "Numbers out of the list.")
          List<Long> letters,
      @Option(
              names = "--because",
              paramLabel = "TEXT",
              required = true,
              description = "Why, for the history.")
          String why)
      throws InvalidConfigurationException {
    try (OpenDesk desk = door.look(config)) {
      return told(desk.lettersByHand().drop(sorted(letters), why, Operator.name()));
    }
  }

  private static List<Long> sorted(List<Long> ids) {
    return ids.stream().distinct().sorted().toList();
  }

  private int told(List<Answer> answers) {
    PrintWriter out = spec.commandLine().getOut();
    boolean all = true;
    for (Answer answer : answers) {
      all &= !UNDONE.contains(answer.done());
      out.println("letter " + answer.id() + ": " + words(answer.done()));
    }
    if (answers.isEmpty()) {
      out.println("there is none");
    }
    return all ? ExitCode.OK : ExitCode.FOUND_FAULT;
  }

  private static String words(Done done) {
    return switch (done) {
      case SENT_AGAIN -> "is sent at the next delivery";
      case WRITTEN_ANEW -> "its code is nearly or wholly over; a new one is sent in its place";
      case OVERTAKEN -> "is true no more, its ticket has moved on; it was dropped";
      case DROPPED -> "is not sent";
      case WRITTEN_SINCE ->
          "was dropped, and its reader was written the like since; it is not sent";
      case UNREADABLE ->
          "cannot be sent, for its stored text cannot be opened: if signing-key was changed, set"
              + " former-keys; else outbox drop puts it away";
      case BUSY -> "is being sent, or will be within a minute; look again then";
      case NOT_WAITING -> "does not wait: it was sent or dropped before, or there is none";
    };
  }

  private static void print(List<Line> letters, PrintWriter out, DeskTime time) {
    Table table =
        new Table(
            "LETTER", time.head("AT"), "TO", "WHAT", "TICKET", "STATE", "TRIES", "NEXT", "BECAUSE");
    for (Line letter : letters) {
      table.add(
          Long.toString(letter.id()),
          time.moment(letter.createdAt()),
          letter.recipient(),
          letter.letter().name(),
          letter.ticketId() == null ? "-" : new Reference(letter.ticketId()).toString(),
          letter.state().name(),
          Integer.toString(letter.attempts()),
          next(letter, time),
          Objects.requireNonNullElse(letter.lastAnswer(), ""));
    }
    table.print(out);
  }

  private static String next(Line letter, DeskTime time) {
    return letter.state() == OutboxState.PENDING || letter.state() == OutboxState.WAITING
        ? time.moment(letter.nextAttemptAt())
        : "-";
  }

  private static Map<String, @Nullable Object> json(Line letter) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", letter.id());
    json.put(
        "ticket", letter.ticketId() == null ? null : new Reference(letter.ticketId()).toString());
    json.put("letter", letter.letter().name());
    json.put("recipient", letter.recipient());
    json.put("createdAt", letter.createdAt().toString());
    json.put("state", letter.state().name());
    json.put("attempts", letter.attempts());
    json.put("nextAttemptAt", letter.nextAttemptAt().toString());
    json.put("lastAnswer", letter.lastAnswer());
    json.put("sentAt", letter.sentAt() == null ? null : letter.sentAt().toString());
    return json;
  }
}
