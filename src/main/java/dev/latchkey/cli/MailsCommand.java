package dev.latchkey.cli;

import dev.latchkey.cli.page.DeskTime;
import dev.latchkey.cli.page.Json;
import dev.latchkey.cli.page.KeptMailPage;
import dev.latchkey.cli.page.MaskedCodes;
import dev.latchkey.cli.page.Table;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.flow.Outcome;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.store.MailLine;
import dev.latchkey.store.MailViews.Kept;
import dev.latchkey.ticket.Reference;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey mails}: what became of the mails that arrived. */
@Command(
    name = "mails",
    mixinStandardHelpOptions = true,
    description = "Lists mails that arrived and how each ended, newest first; or shows one.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  latchkey mails --unanswered",
      "  latchkey mails show 17",
      "  latchkey mails show 17 --raw > 17.eml"
    },
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

  /** What staff write to whoever asked for no recovery, and what ends it. */
  private static final Set<String> ANSWERS =
      Stream.of(
              DecisionLetter.StaffReply.class,
              DecisionLetter.Redirected.class,
              DecisionLetter.Closed.class)
          .map(letter -> LetterKind.of(letter).name())
          .collect(Collectors.toUnmodifiableSet());

  private final DeskDoor door;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--unanswered",
      description = "Only what people wrote and nobody has answered; a receipt is no answer.")
  private boolean unanswered;

  @Option(
      names = "--unheard",
      description =
          "Only those that nobody heard: machines, lists and the desk itself; a person's is a bug.")
  private boolean unheard;

  @Mixin private RowLimit limit = new RowLimit();

  public MailsCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    try (OpenDesk desk = door.look(config)) {
      DeskTime time = desk.time();
      Table table =
          new Table(
              "MAIL", time.head("AT"), "FROM", "OUTCOME", "HEARD", "TICKET", "SUBJECT", "BECAUSE");
      List<MailLine> mails =
          unanswered
              ? desk.mailStore().listUnanswered(UNANSWERED, ANSWERS, unheard, limit.rows())
              : desk.mailStore().list(Set.of(), unheard, limit.rows());
      mails.forEach(mail -> add(table, mail, time));
      table.print(spec.commandLine().getOut());
      limit.tell(mails.size());
    }
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = {
        "Shows one mail: who wrote it, how it ended and all the reasons why, and what was read in"
            + " it. Its secrets were blacked out before it was kept."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it was shown",
        "1:there is no such mail, or its octets are not kept",
        "64:wrong usage",
        "69:the database is away",
        "78:the settings are wrong"
      })
  int show(
      @Mixin ConfigOption from,
      @Parameters(paramLabel = "MAIL", description = "Its number in the list.") long id,
      @Option(
              names = "--raw",
              description = "Its octets as they came, secrets and codes too, while they are kept.")
          boolean raw,
      @Option(names = "--json", description = "One JSON object.") boolean json)
      throws InvalidConfigurationException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDesk desk = door.look(from)) {
      Optional<Kept> mail = desk.mailViews().find(id);
      if (mail.isEmpty()) {
        return failed("there is no mail " + id);
      }
      if (raw) {
        Optional<MailBytes> octets = desk.mailStore().findOctets(id);
        if (octets.isEmpty()) {
          return failed(
              ("the octets of mail %d are not kept any more; it came at %s and stands in the"
                      + " folder of processed mails")
                  .formatted(id, desk.time().inFull(mail.get().receivedAt())));
        }
        print(octets.get().octets());
      } else if (json) {
        out.println(Json.line(KeptMailPage.json(mail.get())));
      } else {
        new KeptMailPage(out, desk.time()).print(mail.get());
      }
    }
    return ExitCode.OK;
  }

  /** Octet by octet, also where they are no text. */
  private void print(byte[] octets) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String text = new String(octets, StandardCharsets.UTF_8);
    if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), octets)) {
      out.print(text);
      out.flush();
    } else {
      out.flush();
      OutputStream direct = new FileOutputStream(FileDescriptor.out);
      direct.write(octets);
      direct.flush();
    }
  }

  private int failed(String why) {
    spec.commandLine().getErr().println("latchkey: " + why);
    return ExitCode.FOUND_FAULT;
  }

  private static void add(Table table, MailLine mail, DeskTime time) {
    table.add(
        Long.toString(mail.id()),
        time.moment(mail.receivedAt()),
        Objects.requireNonNullElse(mail.sender(), "-"),
        mail.outcome(),
        Objects.requireNonNullElse(mail.heard(), "-"),
        mail.ticketId() == null ? "-" : new Reference(mail.ticketId()).toString(),
        MaskedCodes.in(Objects.requireNonNullElse(mail.subject(), "")),
        MaskedCodes.in(Objects.requireNonNullElse(mail.reasons(), "")));
  }
}
