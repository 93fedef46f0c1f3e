package dev.latchkey.cli;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.flow.Outcome;
import dev.latchkey.store.MailLine;
import dev.latchkey.ticket.Reference;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey mails}: what became of the mails that arrived. */
@Command(
    name = "mails",
    mixinStandardHelpOptions = true,
    description = "Lists mails that arrived and how each ended, newest first.",
    footerHeading = "%nExample:%n",
    footer = "  latchkey mails --unanswered",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:they were listed",
      "64:wrong usage",
      "69:the database is away",
      "78:the settings are wrong"
    })
public final class MailsCommand implements Callable<Integer> {
  /** What people wrote and the desk did not answer. */
  private static final Set<String> UNANSWERED =
      Set.of(Outcome.NOT_A_REQUEST.name(), Outcome.NO_IDENTITY.name(), Outcome.MALFORMED.name());

  private final DeskDoor door;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--unanswered",
      description = "Only what people wrote and the desk did not answer.")
  private boolean unanswered;

  @Option(
      names = "--unheard",
      description =
          "Only those that nobody heard: machines, lists and the desk itself; a person's is a bug.")
  private boolean unheard;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many; default ${DEFAULT-VALUE}.")
  private int limit;

  public MailsCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    Table table =
        new Table("MAIL", "AT (UTC)", "FROM", "OUTCOME", "HEARD", "TICKET", "SUBJECT", "BECAUSE");
    try (OpenDesk desk = door.open(config)) {
      List<MailLine> mails =
          desk.mailStore().list(unanswered ? UNANSWERED : Set.of(), unheard, Math.max(1, limit));
      mails.forEach(mail -> add(table, mail));
    }
    table.print(spec.commandLine().getOut());
    return ExitCode.OK;
  }

  private static void add(Table table, MailLine mail) {
    table.add(
        Long.toString(mail.id()),
        TicketPage.moment(mail.receivedAt()),
        Objects.requireNonNullElse(mail.sender(), "-"),
        mail.outcome(),
        Objects.requireNonNullElse(mail.heard(), "-"),
        mail.ticketId() == null ? "-" : new Reference(mail.ticketId()).toString(),
        MaskedCodes.in(Objects.requireNonNullElse(mail.subject(), "")),
        Objects.requireNonNullElse(mail.reasons(), ""));
  }
}
