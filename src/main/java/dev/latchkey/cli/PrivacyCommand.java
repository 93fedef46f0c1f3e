package dev.latchkey.cli;

import dev.latchkey.cli.page.DeskTime;
import dev.latchkey.cli.page.Json;
import dev.latchkey.cli.page.PersonJson;
import dev.latchkey.cli.page.Terminal;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.loop.RetentionSweep;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.database.StoreConflictException;
import dev.latchkey.store.database.StoreUnavailableException;
import dev.latchkey.store.erasure.Erasure;
import dev.latchkey.store.erasure.ErasurePlan;
import dev.latchkey.watch.Count;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey privacy}: what the desk knows of a person, told or erased. */
@Command(
    name = "privacy",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what the desk knows of a person, erases it, and erases what is too old to be kept.",
      "Whether who asks for it is that person is for you to find out: that somebody writes in"
          + " their name proves nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  latchkey privacy export nora@mail.example > nora.json",
      "  latchkey privacy erase --dry-run nora@mail.example",
      "  latchkey privacy expired --dry-run"
    })
public final class PrivacyCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 1_000;
  private static final String UNCHANGED = "nothing was erased";
  private static final String ERASED =
      "it is erased; whether something came meanwhile was not looked at to the end: call it once"
          + " more";

  private final DeskDoor door;

  @Spec private CommandSpec spec = CommandSpec.create();

  public PrivacyCommand(DeskDoor door) {
    this.door = door;
  }

  /** Alone it does nothing. */
  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "export, erase or expired?");
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Prints, as one JSON object, what is kept of the person with that address: their tickets"
            + " with what happened to them, the mails that they wrote, the letters that they got."
            + " What others wrote about them is not in it; tickets of others that name them are"
            + " named.",
        "Codes in letters are blacked out. How far the search is stands on standard error: on a"
            + " terminal in one line, elsewhere in a line a minute."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it is printed",
        "1:there is nothing",
        "64:that is no address",
        "69:the database is away",
        "78:the settings are wrong"
      })
  int export(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "ADDRESS", description = "Of the person.") String typed)
      throws InvalidConfigurationException {
    EmailAddress who = address(typed);
    try (OpenDesk desk = door.look(config)) {
      Erasure.Kept found = looking(watcher -> desk.erasure().kept(who, watcher));
      if (found.empty()) {
        err()
            .printf(
                "latchkey: nothing is kept of %s: no ticket names them, no mail came from them, no"
                    + " letter went to them; what others wrote is looked through by erase"
                    + " --dry-run%n",
                who);
        return ExitCode.FOUND_FAULT;
      }
      spec.commandLine().getOut().println(Json.line(PersonJson.of(who, found, desk.tickets())));
    }
    return ExitCode.OK;
  }

  /** Searches, and says on standard error how far it is. */
  private <T> T looking(Function<Erasure.Watcher, T> search) {
    Map<String, Progress> shown = new HashMap<>();
    try {
      return search.apply(
          (things, done, all) ->
              shown
                  .computeIfAbsent(things, it -> Progress.of(it, err(), InstantSource.system()))
                  .at(done, all));
    } finally {
      shown.values().forEach(Progress::clear);
    }
  }

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description = {
        "Erases what is kept of the person with that address, in every table: their tickets with"
            + " all that belongs to them, tickets of others in which they are named, every mail and"
            + " letter that names them, sealed ones included, which are opened for it. Copies of"
            + " the mails in the folder of processed mails go at the desk's next visit.",
        "Of a mail stays that it came, when, and the hash of its octets, so that one that comes"
            + " again is not answered anew. The chains of all other tickets stay as they are.",
        "What is open, waits to be sent or worked on is an obstacle: nothing is erased before it"
            + " has ended. Who is erased can no longer object by an old letter; what stands in"
            + " dumps of the database, in mailboxes of staff and in the log is yours to see to.",
        "It first says what would go, and asks. Reading all that is kept takes long; how far it is"
            + " stands on standard error."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  latchkey privacy erase --dry-run nora@mail.example",
        "  latchkey privacy erase --yes nora@mail.example"
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it is erased, or could be, or nothing is kept",
        "1:something is under way, a sealed row cannot be opened, or you did not agree",
        "64:that is no address, or one of the staff's; or nobody could be asked, and --yes is"
            + " missing",
        "69:the database is away",
        "78:the settings are wrong"
      })
  int erase(
      @Mixin ConfigOption config,
      @Option(names = "--dry-run", description = "Only say what would go.") boolean dryRun,
      @Option(names = "--yes", description = "Do not ask.") boolean yes,
      @Parameters(paramLabel = "ADDRESS", description = "Of the person.") String typed)
      throws InvalidConfigurationException {
    EmailAddress who = address(typed);
    Settings settings = door.glance(config);
    if (settings.staff().find(who).isPresent() || settings.desk().address().equals(who)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          who + " is one of the staff or the desk itself: the history says what they decided");
    }
    try (IfInterrupted last = IfInterrupted.says(UNCHANGED, err());
        OpenDesk desk = door.open(settings)) {
      ErasurePlan plan = looking(watcher -> desk.erasure().plan(who, watcher));
      tell(plan, desk.time());
      if (!plan.obstacles().isEmpty()) {
        plan.obstacles().forEach(why -> err().println("latchkey: " + why));
        err().println("latchkey: " + UNCHANGED);
        return ExitCode.FOUND_FAULT;
      }
      if (dryRun) {
        return ExitCode.OK;
      }
      if (!plan.empty() && !yes && !Question.agreed("Erase it for good?", spec.commandLine())) {
        err().println("latchkey: " + UNCHANGED);
        return ExitCode.FOUND_FAULT;
      }
      return erase(desk, plan, who, last);
    }
  }

  /** Does it, and looks again at all that may have changed or come: what is left is said. */
  private int erase(OpenDesk desk, ErasurePlan plan, EmailAddress who, IfInterrupted last) {
    err().printf("latchkey: erasing %s; all of it, or nothing%n", counted(plan));
    err().flush();
    try {
      last.whole(
          "whether it was erased is not known: all of it is, or nothing; call it once more",
          () -> {
            desk.erasure().carryOut(plan, desk.clock().instant());
            return plan;
          },
          done -> ERASED);
    } catch (StoreConflictException e) {
      err().println("latchkey: %s; %s".formatted(e.getMessage(), UNCHANGED));
      return ExitCode.FOUND_FAULT;
    } catch (StoreUnavailableException e) {
      err()
          .println(
              "latchkey: whether it was erased is not known, since the database went away: all of"
                  + " it is, or nothing; call it once more");
      throw e;
    }
    err().println("latchkey: it is erased; looking whether something came meanwhile");
    err().flush();
    ErasurePlan left = looking(watcher -> desk.erasure().planAgain(plan, watcher));
    if (!left.empty()) {
      err().println("latchkey: something came meanwhile; call it once more");
      return ExitCode.FOUND_FAULT;
    }
    if (left.unopened() > 0) {
      err()
          .printf(
              "latchkey: erased is what can be read of %s; %s cannot be opened and may name them:"
                  + " if signing-key was changed, set former-keys and call it once more%n",
              who, Count.of(left.unopened(), "sealed row"));
      return ExitCode.FOUND_FAULT;
    }
    spec.commandLine().getOut().println("erased; nothing in the database names " + who);
    return ExitCode.OK;
  }

  @Command(
      name = "expired",
      mixinStandardHelpOptions = true,
      description = {
        "Erases what ended longer ago than retention.ended in the settings: closed tickets with all"
            + " that belongs to them, and letters and mails of that age that belong to none.",
        "The service does the same by itself, some every hour."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it is erased, or there is nothing",
        "1:the settings name no time",
        "64:wrong usage",
        "69:the database is away",
        "78:the settings are wrong"
      })
  int expired(
      @Mixin ConfigOption config,
      @Option(names = "--dry-run", description = "Only say what would go.") boolean dryRun)
      throws InvalidConfigurationException {
    try (OpenDesk desk = door.look(config)) {
      Optional<ErasurePlan> plan = desk.loops().byHand().retention().plan(MOST_SHOWN);
      if (plan.isEmpty()) {
        err().println("latchkey: retention.ended is not set: everything is kept for good");
        return ExitCode.FOUND_FAULT;
      }
      tell(plan.get(), desk.time());
      if (!dryRun) {
        spec.commandLine()
            .getOut()
            .println("erased: " + eraseAll(desk.loops().byHand().retention()));
      }
    }
    return ExitCode.OK;
  }

  /** Some at a time, each in a transaction of its own. */
  private int eraseAll(RetentionSweep retention) {
    int erased = 0;
    try (IfInterrupted last = IfInterrupted.says(UNCHANGED, err())) {
      int some;
      do {
        int before = erased;
        some =
            last.whole(
                "erased: %d, or some more".formatted(before),
                retention::erase,
                more -> "erased: %d; what else is due stays for now".formatted(before + more));
        erased += some;
      } while (some > 0);
    }
    return erased;
  }

  private void tell(ErasurePlan plan, DeskTime time) {
    PrintWriter out = spec.commandLine().getOut();
    for (ErasurePlan.Line line : plan.tickets()) {
      Instant closed = line.closedAt();
      out.println(
          Terminal.harmless(
              "%s of %s, %s%s"
                  .formatted(
                      line.reference(),
                      line.requester(),
                      line.state(),
                      closed == null ? "" : " since " + time.inFull(closed))));
    }
    out.println(counted(plan));
    if (plan.tickets().size() == MOST_SHOWN) {
      out.println("and more");
    }
  }

  private static String counted(ErasurePlan plan) {
    return "%s, %s, %s"
        .formatted(
            Count.of(plan.tickets().size(), "ticket"),
            Count.of(plan.letters().size(), "letter"),
            Count.of(plan.mails().size(), "mail"));
  }

  private EmailAddress address(String typed) {
    return EmailAddress.find(typed)
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    spec.commandLine(), "an address looks like nora@mail.example"));
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
