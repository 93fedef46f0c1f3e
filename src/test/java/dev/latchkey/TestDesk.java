package dev.latchkey;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailSender;
import dev.latchkey.proof.Dns;
import dev.latchkey.proof.Names;
import dev.latchkey.schedule.DeskTicker;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.TicketViews;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;

/**
 * The desk that ships, on the real database, with mail servers and a clock of the test's choice.
 */
@NullMarked
public final class TestDesk implements AutoCloseable {
  public static final EmailAddress ADDRESS = EmailAddress.of("support@desk.example");
  public static final String AUTHSERV_ID = "mx.desk.example";

  private final PublicPlaces places = new PublicPlaces();
  private final PublicRegistry registry = new PublicRegistry();
  private final Desk desk;
  private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
  private final List<String> reasons = new CopyOnWriteArrayList<>();

  private TestDesk(
      TestSettings written,
      UnaryOperator<AccountDirectory> directory,
      Optional<RecoveryAction> action,
      Inbox inbox,
      MailSender sender,
      InstantSource clock,
      Names names) {
    Settings settings = written.read();
    Desk.Outside outside = Desk.Outside.of(settings, clock);
    desk =
        Desk.open(
            settings,
            new Desk.Outside(
                inbox,
                sender,
                directory.apply(outside.directory()),
                action.orElse(outside.action()),
                settings.look().left(places.proofs()),
                registry,
                clock,
                new Random(42),
                names,
                outside.scanner()),
            Failpoints.NONE,
            (mailId, outcome, ticketId, reason) -> {
              outcomes.add(outcome);
              reasons.add(reason);
            });
    desk.database().migrate();
  }

  private TestDesk(
      TestSettings written,
      UnaryOperator<AccountDirectory> directory,
      Optional<RecoveryAction> action,
      Inbox inbox,
      MailSender sender,
      InstantSource clock) {
    this(written, directory, action, inbox, sender, clock, Dns.ofSystem());
  }

  /** The same as {@link #withSettings}, which asks these about names. */
  public static TestDesk withNames(
      TestDatabase schema,
      Path accounts,
      String authentication,
      Names names,
      Inbox inbox,
      MailSender sender,
      InstantSource clock) {
    return new TestDesk(
        TestSettings.of(schema, accounts, TestSettings.KEY).with(authentication, ""),
        UnaryOperator.identity(),
        Optional.empty(),
        inbox,
        sender,
        clock,
        names);
  }

  /** What people show in public. */
  public PublicPlaces places() {
    return places;
  }

  /** What registries say of domains. */
  public PublicRegistry registry() {
    return registry;
  }

  /** One with staff Alice and Bob and nothing but people to carry a reset out. */
  public static TestDesk withManualAction(
      TestDatabase schema, Path accounts, Inbox inbox, MailSender sender, InstantSource clock) {
    return withKey(schema, accounts, TestSettings.KEY, inbox, sender, clock);
  }

  /** The same with another signing key. */
  public static TestDesk withKey(
      TestDatabase schema,
      Path accounts,
      String key,
      Inbox inbox,
      MailSender sender,
      InstantSource clock) {
    return new TestDesk(
        TestSettings.of(schema, accounts, key),
        UnaryOperator.identity(),
        Optional.empty(),
        inbox,
        sender,
        clock);
  }

  /**
   * The same with another trusted server and further sections of the settings.
   *
   * @param authentication what stands between the braces of {@code authentication}
   * @param more further sections, as YAML
   */
  public static TestDesk withSettings(
      TestDatabase schema,
      Path accounts,
      String authentication,
      String more,
      Inbox inbox,
      MailSender sender,
      InstantSource clock) {
    return new TestDesk(
        TestSettings.of(schema, accounts, TestSettings.KEY).with(authentication, more),
        UnaryOperator.identity(),
        Optional.empty(),
        inbox,
        sender,
        clock);
  }

  /**
   * The same with another directory.
   *
   * @param settings of the section {@code accounts}, as YAML behind a comma
   * @param directory made of the one that reads {@code accounts}
   */
  public static TestDesk withDirectory(
      TestDatabase schema,
      Path accounts,
      String settings,
      UnaryOperator<AccountDirectory> directory,
      String more,
      Inbox inbox,
      MailSender sender,
      InstantSource clock) {
    return new TestDesk(
        TestSettings.of(schema, accounts, TestSettings.KEY)
            .with("authserv-ids: [" + AUTHSERV_ID + "]", more)
            .withDirectory(settings),
        directory,
        Optional.empty(),
        inbox,
        sender,
        clock);
  }

  /**
   * The same with something else that carries resets out, and another directory.
   *
   * @param directory made of the one that reads {@code accounts}
   */
  public static TestDesk withAction(
      TestDatabase schema,
      Path accounts,
      RecoveryAction action,
      UnaryOperator<AccountDirectory> directory,
      Inbox inbox,
      MailSender sender,
      InstantSource clock) {
    return new TestDesk(
        TestSettings.of(schema, accounts, TestSettings.KEY),
        directory,
        Optional.of(action),
        inbox,
        sender,
        clock);
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
