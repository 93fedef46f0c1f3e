package dev.latchkey.cli;

import dev.latchkey.cli.page.DeskTime;
import dev.latchkey.cli.page.MaskedCodes;
import dev.latchkey.cli.page.Table;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.flow.loop.MailImport.Preview;
import dev.latchkey.flow.loop.Rehearsal.Foreseen;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.RehearsedNumbers;
import dev.latchkey.ticket.Reference;
import dev.latchkey.watch.Count;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey import}: mails of before the first start. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes in mails that the first start put aside (imap.older-folder), to be worked on and"
          + " answered like all others when the desk runs.",
      "With --dry-run it tells what would become of each, and of those that wait in the inbox:"
          + " tickets opened, mails joined or ignored, letters sent. It is found out by doing it in"
          + " one transaction that is taken back; nothing is sent, and a ticket that would be"
          + " opened has no number yet. Brings the schema up to date first, as run and poll do.",
      "How far it is stands on standard error: on a terminal in one line, elsewhere in a line a"
          + " minute."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  latchkey import --dry-run",
      "  latchkey import --dry-run --since 2026-03-01",
      "  latchkey import --since 2026-03-01",
      "  latchkey import --all"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is done, or told",
      "64:wrong usage",
      "69:the database, the mailbox or the account directory is away",
      "78:the settings are wrong"
    })
public final class ImportCommand implements Callable<Integer> {
  private final DeskDoor door;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--dry-run", description = "Only tell what would be done.")
  private boolean dryRun;

  @Option(
      names = "--since",
      paramLabel = "DAY",
      description =
          "Those that arrived from that day, or moment, on (2026-03-01, in the zone of the desk).")
  private @Nullable String since;

  @Option(names = "--all", description = "All that were put aside.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "500",
      description = "With --dry-run: look at so many mails at most; default ${DEFAULT-VALUE}.")
  private int limit;

  public ImportCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    if (all && since != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--since and --all contradict each other; say one of them");
    }
    if (!dryRun && !all && since == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "which? say --since DAY or --all, and --dry-run to look first");
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.of("mails", spec.commandLine().getErr(), InstantSource.system());
    try (OpenDesk desk = door.open(config)) {
      Optional<Instant> from = all ? Optional.of(Instant.EPOCH) : moment(desk.zone());
      desk.database().migrate();
      if (dryRun) {
        Preview preview =
            desk.loops().byHand().previewImport(from, Math.max(1, limit), progress::at);
        progress.clear();
        print(preview, out, desk.time());
      } else {
        int taken = desk.loops().byHand().importOlder(from.get(), progress::at);
        progress.clear();
        out.printf(
            "%s taken in; worked on when the desk runs, or at the next poll%n",
            Count.of(taken, "mail was", "mails were"));
      }
    } finally {
      progress.clear();
    }
    return ExitCode.OK;
  }

  private Optional<Instant> moment(ZoneId zone) {
    return Optional.ofNullable(since)
        .map(typed -> TypedMoment.since(typed, zone, spec.commandLine()));
  }

  private static void print(Preview preview, PrintWriter out, DeskTime time) {
    Table table = new Table(time.head("AT"), "FROM", "WOULD BE", "TICKET", "LETTERS", "SUBJECT");
    Map<String, Integer> outcomes = new TreeMap<>();
    Map<String, Integer> letters = new TreeMap<>();
    Map<Long, String> opened = new HashMap<>();
    for (Foreseen mail : preview.foreseen()) {
      String outcome = mail.outcome().map(Enum::name).orElse("PUT ASIDE");
      outcomes.merge(outcome, 1, Integer::sum);
      mail.letters().forEach(letter -> letters.merge(letter.name(), 1, Integer::sum));
      table.add(
          time.moment(mail.receivedAt()),
          mail.sender().map(EmailAddress::toString).orElse("-"),
          outcome,
          mail.ticketId().map(id -> ticket(id, opened)).orElse("-"),
          mail.letters().stream().map(LetterKind::name).collect(Collectors.joining(" ")),
          mail.why().isEmpty() ? MaskedCodes.in(mail.subject()) : mail.why());
    }
    table.print(out);
    out.println();
    out.printf(
        "%s would be worked on: %s%n", Count.of(preview.foreseen().size(), "mail"), told(outcomes));
    out.printf("letters that would go out: %s%n", told(letters));
    if (preview.aside() > 0) {
      out.printf(
          "%s of the inbox would be put aside by the first start, and not answered%n",
          Count.of(preview.aside(), "mail"));
    }
    if (preview.beyond() > 0) {
      out.printf("%d more were not looked at, or are known already%n", preview.beyond());
    }
    out.println("nothing was changed");
  }

  /** One that was opened by a rehearsal is new: it has no number that would be its own. */
  private static String ticket(long id, Map<Long, String> opened) {
    return RehearsedNumbers.has(id)
        ? opened.computeIfAbsent(id, fresh -> "new " + (opened.size() + 1))
        : new Reference(id).toString();
  }

  private static String told(Map<String, Integer> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
  }
}
