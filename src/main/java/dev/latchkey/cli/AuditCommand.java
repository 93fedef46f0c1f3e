package dev.latchkey.cli;

import dev.latchkey.check.HistoryCheck;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.store.TicketViews;
import dev.latchkey.store.UnknownValueException;
import dev.latchkey.ticket.Reference;
import dev.latchkey.watch.Count;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey audit}: whether the histories are as they were written. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Checks the chain of hashes in the history of one ticket, or of all.",
    footerHeading = "%nExample:%n",
    footer = "  latchkey audit LK-1042",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every history is whole",
      "1:an entry was changed or is missing, or there is no such ticket",
      "64:wrong usage",
      "69:the database is away",
      "78:the settings are wrong"
    })
public final class AuditCommand implements Callable<Integer> {
  private static final int CHUNK = 500;

  private final DeskDoor door;
  private final HistoryCheck check = new HistoryCheck();

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "REF", description = "One ticket; default: all.")
  private @Nullable String reference;

  public AuditCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    List<Reference> wanted =
        reference == null ? List.of() : List.of(TicketsCommand.reference(reference, spec));
    try (OpenDesk desk = door.open(config)) {
      long checked = 0;
      long broken = 0;
      List<Reference> chunk = wanted.isEmpty() ? desk.tickets().listReferences(0, CHUNK) : wanted;
      while (!chunk.isEmpty()) {
        checked += chunk.size();
        broken += chunk.stream().filter(one -> !isWhole(desk.tickets(), one)).count();
        long last = chunk.get(chunk.size() - 1).number();
        chunk = wanted.isEmpty() ? desk.tickets().listReferences(last, CHUNK) : List.of();
      }
      spec.commandLine()
          .getOut()
          .printf("%s checked, %d broken%n", Count.of(checked, "ticket"), broken);
      return broken == 0 ? ExitCode.OK : ExitCode.FOUND_FAULT;
    }
  }

  private boolean isWhole(TicketViews tickets, Reference one) {
    List<String> findings;
    try {
      findings =
          tickets
              .find(one)
              .map(view -> check.find(view.ticket(), view.history(), view.storedHashes()))
              .orElse(List.of("there is no such ticket"));
    } catch (UnknownValueException e) {
      findings = List.of("cannot be checked, it has " + e.getMessage());
    }
    findings.forEach(finding -> spec.commandLine().getOut().println(one + ": " + finding));
    return findings.isEmpty();
  }
}
