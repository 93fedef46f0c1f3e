package dev.latchkey;

import dev.latchkey.accounts.ManualAction;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailSender;
import dev.latchkey.schedule.DeskTicker;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.TicketViews;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullMarked;

/**
 * The desk that ships, on the real database, with mail servers and a clock of the test's choice.
 */
@NullMarked
public final class TestDesk implements AutoCloseable {
  public static final EmailAddress ADDRESS = EmailAddress.of("support@desk.example");
  public static final String AUTHSERV_ID = "mx.desk.example";

  private final Desk desk;
  private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
  private final List<String> reasons = new CopyOnWriteArrayList<>();

  public TestDesk(
      TestDatabase schema,
      Path accounts,
      Inbox inbox,
      MailSender sender,
      Failpoints failpoints,
      InstantSource clock) {
    this(schema, accounts, inbox, sender, new ManualAction(), failpoints, clock);
  }

  /** One with an account system of the test's choice. */
  public TestDesk(
      TestDatabase schema,
      Path accounts,
      Inbox inbox,
      MailSender sender,
      RecoveryAction action,
      Failpoints failpoints,
      InstantSource clock) {
    Settings settings = TestSettings.of(schema, accounts).read();
    Desk.Outside outside = Desk.Outside.of(settings, clock);
    desk =
        Desk.open(
            settings,
            new Desk.Outside(inbox, sender, outside.directory(), action, clock, new Random(42)),
            failpoints,
            (mailId, outcome, ticketId, reason) -> {
              outcomes.add(outcome);
              reasons.add(reason);
            });
    desk.database().migrate();
  }

  /** One with staff Alice and Bob and nothing but people to carry a reset out. */
  public static TestDesk withManualAction(
      TestDatabase schema, Path accounts, Inbox inbox, MailSender sender, InstantSource clock) {
    return new TestDesk(schema, accounts, inbox, sender, Failpoints.NONE, clock);
  }

  public DeskLoops loops() {
    return desk.loops();
  }

  /** Begins to work in threads of its own, until the ticker is closed. */
  public DeskTicker start() {
    return desk.start();
  }

  public TicketViews views() {
    return desk.tickets();
  }

  public MailStore mails() {
    return desk.mailStore();
  }

  /** How the mails ended so far, in order. */
  public List<Outcome> outcomes() {
    return outcomes;
  }

  /** Why the last mail ended as it did. */
  public String lastReason() {
    return reasons.isEmpty() ? "" : reasons.get(reasons.size() - 1);
  }

  @Override
  public void close() {
    desk.close();
  }
}
