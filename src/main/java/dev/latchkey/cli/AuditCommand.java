package dev.latchkey.cli;

import dev.latchkey.check.HistoryCheck;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.store.TicketViews;
import dev.latchkey.store.database.UnknownValueException;
import dev.latchkey.ticket.HistoryChain;
import dev.latchkey.ticket.Reference;
import dev.latchkey.watch.Count;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
    description = {
      "Checks the chain of hashes in the history of one ticket, or of all.",
      "How far it is stands on standard error: on a terminal in one line, elsewhere in a line a"
          + " minute."
    },
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

  private long checked;
  private long broken;
  private boolean missing;

  public AuditCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    try (OpenDesk desk = door.look(config)) {
      if (reference == null) {
        everyTicket(desk.tickets());
      } else {
        one(desk.tickets(), TicketsCommand.reference(reference, spec));
      }
    }
    spec.commandLine()
        .getOut()
        .printf("%s checked, %d broken%n", Count.of(checked, "ticket"), broken);
    return broken == 0 && !missing ? ExitCode.OK : ExitCode.FOUND_FAULT;
  }

  /** Some at a time, in the order of their numbers: however many there are, few are in memory. */
  private void everyTicket(TicketViews tickets) {
    Progress progress = Progress.of("tickets", spec.commandLine().getErr(), InstantSource.system());
    try {
      long all = tickets.count();
      List<Reference> some = some(tickets, 0, progress);
      while (!some.isEmpty()) {
        progress.at(checked, all);
        some = some(tickets, some.get(some.size() - 1).number(), progress);
      }
    } finally {
      progress.clear();
    }
  }

  /** The next ones; each by itself where one has what this version does not know. */
  private List<Reference> some(TicketViews tickets, long after, Progress progress) {
    try {
      List<HistoryChain> chains = tickets.chains(after, CHUNK);
      for (HistoryChain chain : chains) {
        List<String> findings = check.find(chain);
        if (!findings.isEmpty()) {
          progress.clear();
        }
        count(chain.reference(), findings);
      }
      return chains.stream().map(HistoryChain::reference).toList();
    } catch (UnknownValueException e) {
      progress.clear();
      List<Reference> references = tickets.listReferences(after, CHUNK);
      references.forEach(reference -> one(tickets, reference));
      return references;
    }
  }

  private void one(TicketViews tickets, Reference reference) {
    List<String> findings;
    try {
      Optional<HistoryChain> chain = tickets.chain(reference);
      if (chain.isEmpty()) {
        missing = true;
        spec.commandLine()
            .getErr()
            .printf("latchkey: there is no ticket %s, or it was erased%n", reference);
        return;
      }
      findings = check.find(chain.get());
    } catch (UnknownValueException e) {
      findings = List.of("cannot be checked, it has " + e.getMessage());
    }
    count(reference, findings);
  }

  private void count(Reference reference, List<String> findings) {
    checked++;
    if (!findings.isEmpty()) {
      broken++;
      findings.forEach(finding -> spec.commandLine().getOut().println(reference + ": " + finding));
    }
  }
}
