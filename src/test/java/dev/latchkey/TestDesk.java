package dev.latchkey;

import dev.latchkey.accounts.CsvDirectory;
import dev.latchkey.accounts.ManualAction;
import dev.latchkey.accounts.NameRule;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.check.Policy;
import dev.latchkey.config.ReadingFile;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.flow.loop.DeskParts;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailSender;
import dev.latchkey.outgoing.BudgetSettings;
import dev.latchkey.outgoing.Composer;
import dev.latchkey.outgoing.RetryPolicy;
import dev.latchkey.outgoing.RetrySettings;
import dev.latchkey.outgoing.TemplateCatalog;
import dev.latchkey.parse.MailParser;
import dev.latchkey.store.Database;
import dev.latchkey.store.DatabaseSettings;
import dev.latchkey.store.DeskFigures;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.Outbox;
import dev.latchkey.store.TicketViews;
import dev.latchkey.triage.kind.KindReader;
import dev.latchkey.triage.request.RequestForm;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.secret.ReturnAddress;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.secret.Tokens;
import dev.latchkey.trust.secret.Vault;
import dev.latchkey.trust.sender.AuthenticationResultsReader;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * A whole desk on the real database, with mail servers, accounts and a clock of the test's choice.
 */
@NullMarked
public final class TestDesk implements AutoCloseable {
  public static final EmailAddress ADDRESS = EmailAddress.of("support@desk.example");
  public static final String AUTHSERV_ID = "mx.desk.example";
  private static final TemplateCatalog TEMPLATES = TemplateCatalog.loadDefault();
  private static final RequestForm FORM = ReadingFile.standard();

  private final Database database;
  private final Vault vault;
  private final DeskLoops loops;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  public TestDesk(
      TestDatabase schema,
      Path accounts,
      List<StaffMember> staff,
      RecoveryAction action,
      Inbox inbox,
      MailSender sender,
      Failpoints failpoints,
      InstantSource clock) {
    SigningKey key =
        SigningKey.of(
            "a key for tests, forty octets in length.".getBytes(StandardCharsets.US_ASCII));
    Random random = new Random(42);
    database =
        Database.open(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 4));
    database.migrate();
    vault = new Vault(key, random);
    ReturnAddress returns = new ReturnAddress(ADDRESS, key);
    MessageIds messageIds = new MessageIds(ADDRESS, key);
    loops =
        DeskLoops.of(
            new DeskParts(
                DeskSettings.standard(ADDRESS),
                Policy.standard(),
                1_000_000,
                inbox,
                sender,
                new DeskParts.Stores(
                    new MailStore(database, vault),
                    new DeskStore(database, vault),
                    new Outbox(database, vault),
                    new DeskFigures(database)),
                new DeskParts.Readers(
                    new MailParser(),
                    Desk.triage(
                        FORM,
                        new KindReader(
                            Set.of(ADDRESS), id -> messageIds.outboxIdIn(id).isPresent())),
                    new AuthenticationResultsReader(Set.of(AUTHSERV_ID))),
                new DeskParts.Identity(
                    new Tokens(random), new ReplyAddress(ADDRESS), returns, messageIds),
                new DeskParts.Outgoing(
                    new Composer(
                        TEMPLATES, "Example Index Support", ADDRESS, messageIds::of, returns::of),
                    BudgetSettings.DEFAULT,
                    new RetryPolicy(RetrySettings.DEFAULT, random)),
                new CsvDirectory(accounts, NameRule.ASCII_CASE_INSENSITIVE),
                action,
                new StaffRoster(staff),
                (mailId, outcome, ticketId, reason) -> {
                  outcomes.add(outcome);
                  reasons.add(reason);
                },
                failpoints,
                clock));
  }

  /** One with staff Alice and Bob and nothing but people to carry a reset out. */
  public static TestDesk withManualAction(
      TestDatabase schema, Path accounts, Inbox inbox, MailSender sender, InstantSource clock) {
    return new TestDesk(
        schema,
        accounts,
        List.of(approver("alice@staff.example"), approver("bob@staff.example")),
        new ManualAction(),
        inbox,
        sender,
        Failpoints.NONE,
        clock);
  }

  /** A staff member who may approve; the second factor is the one of the RFC 6238 examples. */
  public static StaffMember approver(String address) {
    return new StaffMember(
        EmailAddress.of(address), true, true, Optional.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
  }

  public DeskLoops loops() {
    return loops;
  }

  public TicketViews views() {
    return new TicketViews(database);
  }

  public MailStore mails() {
    return new MailStore(database, vault);
  }

  /** How the mails ended so far, in order. */
  public List<Outcome> outcomes() {
    return outcomes;
  }

  /** Why the last mail ended as it did. */
  public String lastReason() {
    return reasons.isEmpty() ? "" : reasons.get(reasons.size() - 1);
  }

  /** The number of a mail of ours, out of its Message-ID. */
  public static OptionalLong outboxId(String messageId) {
    SigningKey key =
        SigningKey.of(
            "a key for tests, forty octets in length.".getBytes(StandardCharsets.US_ASCII));
    return new MessageIds(ADDRESS, key).outboxIdIn(messageId);
  }

  @Override
  public void close() {
    database.close();
  }
}
