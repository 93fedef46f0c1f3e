package dev.latchkey.cli;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.flow.loop.MailRetake.Found;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.watch.Count;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey restored}: what has to be done after an old dump was restored. */
@Command(
    name = "restored",
    mixinStandardHelpOptions = true,
    description = {
      "To be called once after an old dump of the database was restored, before the desk runs"
          + " again.",
      "Lets the numbers of tickets and letters jump, so that no reference and no Message-ID of the"
          + " time that is lost is given to somebody else; and takes in once more what stands in"
          + " the folder of processed mails and has no row. It is worked on when the desk runs.",
      "From then on nothing is sent and nothing carried out, until you have looked at what it says"
          + " and call it with --go-on."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  latchkey restored --dry-run",
      "  latchkey restored --since 2026-03-01T00:00:00Z",
      "  latchkey restored --go-on"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is done",
      "1:there is no row to go by: say --since; or, with --go-on, it is not finished",
      "64:wrong usage",
      "69:the database or the mailbox is away",
      "78:the settings are wrong"
    })
public final class RestoredCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  private final DeskDoor door;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--dry-run",
      description = "Only say what would be done; with --go-on, what would go out.")
  private boolean dryRun;

  @Option(
      names = "--go-on",
      description = "The difference was looked at: letters are sent and recoveries carried out.")
  private boolean goOn;

  @Option(
      names = "--since",
      paramLabel = "DAY",
      description =
          "Take in what arrived from that day, or moment, on (2026-03-01, in the zone of the desk);"
              + " default: a day before the last mail that has a row.")
  private @Nullable String since;

  public RestoredCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDesk desk = door.look(config)) {
      Optional<Instant> from =
          Optional.ofNullable(since)
              .map(typed -> TypedMoment.since(typed, desk.zone(), spec.commandLine()))
              .or(desk.loops().byHand()::restoredSince);
      if (goOn) {
        return goOn(desk, from);
      }
      if (from.isEmpty()) {
        spec.commandLine().getErr().println("latchkey: no mail has a row yet; say --since");
        return ExitCode.FOUND_FAULT;
      }
      if (!dryRun) {
        List<Long> next = desk.loops().byHand().holdBack();
        out.printf(
            "the next reference is LK-%d, the next letter has number %d%n",
            next.get(0), next.get(2));
      }
      Found found = desk.loops().byHand().takeInAgain(from.get(), dryRun);
      out.printf(
          "%d processed mails since %s have no row: %s%n",
          found.missing(), from.get(), dryRun ? "they would be taken in" : "taken in once more");
      out.printf("%d older ones were not looked at%n", found.older());
      difference(desk, out);
    }
    return ExitCode.OK;
  }

  /** Only when what was lost was taken in: a run may have ended before its end. */
  private int goOn(OpenDesk desk, Optional<Instant> from) {
    if (!desk.loops().isHeldBack()) {
      spec.commandLine().getOut().println("nothing was held back");
      return ExitCode.OK;
    }
    int missing = from.map(at -> desk.loops().byHand().takeInAgain(at, true).missing()).orElse(0);
    if (missing > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              "latchkey: it is not finished: %d processed mails since %s have no row, so nothing is"
                  + " sent yet. Call latchkey restored again, which takes them in, then --go-on; or,"
                  + " to do without them, --go-on --since with a later moment%n",
              missing, from.orElseThrow());
      return ExitCode.FOUND_FAULT;
    }
    if (dryRun) {
      difference(desk, spec.commandLine().getOut());
      return ExitCode.OK;
    }
    desk.loops().byHand().goOn();
    spec.commandLine().getOut().println("letters are sent and recoveries carried out again");
    return ExitCode.OK;
  }

  /** What the desk would do on account of a dump that knows nothing of the hours since. */
  private void difference(OpenDesk desk, PrintWriter out) {
    Optional<Instant> held = desk.loops().heldBackSince();
    Map<Boolean, Long> letters =
        desk.outbox().list(EnumSet.of(OutboxState.PENDING, OutboxState.WAITING), MOST).stream()
            .collect(
                Collectors.partitioningBy(
                    letter -> held.filter(letter.createdAt()::isAfter).isPresent(),
                    Collectors.counting()));
    out.printf(
        "%s that may have been sent before (latchkey outbox list)%n",
        Count.of(letters.getOrDefault(false, 0L), "letter waits", "letters wait"));
    long since = letters.getOrDefault(true, 0L);
    if (since > 0) {
      out.printf("%s written since%n", Count.of(since, "letter was", "letters were"));
    }
    List<Reference> approved =
        desk.tickets().listIn(EnumSet.of(TicketState.COOLING_OFF, TicketState.EXECUTING), MOST);
    out.printf(
        "%s that may have been stopped or carried out before%s%n",
        Count.of(approved.size(), "recovery stands approved", "recoveries stand approved"),
        approved.stream()
            .map(Reference::toString)
            .collect(Collectors.joining(", ", approved.isEmpty() ? "" : ": ", "")));
    if (dryRun && goOn) {
      out.println("They go out and are carried out with: latchkey restored --go-on");
    } else if (!dryRun) {
      out.println(
          "Nothing is sent and nothing carried out until: latchkey restored --go-on. Let the desk"
              + " run before: it works on the mails, so that you see what they change.");
    }
  }
}
