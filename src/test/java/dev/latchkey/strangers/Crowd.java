package dev.latchkey.strangers;

import dev.latchkey.Desk;
import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.TestSettings;
import dev.latchkey.config.Settings;
import dev.latchkey.demo.BorderStamp;
import dev.latchkey.demo.EmbeddedMailServer;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.schedule.DeskTicker;
import dev.latchkey.strangers.Stranger.Step;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Strangers, a real mail server between them and a desk that runs in threads of its own, and a
 * clock that goes on from the second of March.
 */
final class Crowd implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00.398814Z");
  private static final String MORE =
      """
      schedule: {poll: 1s, work: 1s, deliver: 1s, sweep: 1m}
      budgets:
        acknowledgement: {per-address-per-day: 3, total-per-hour: 100000}
        answer: {per-address-per-day: 10, total-per-hour: 100000}
        code: {per-address-per-day: 3, total-per-hour: 100000}
        own-code: {per-address-per-day: 6, total-per-hour: 100000}
        notice: {per-address-per-day: 10, total-per-hour: 100000}
      """;

  private final TestDatabase schema;
  private final List<Stranger> strangers;
  private final Map<EmailAddress, Stranger> byAddress = new HashMap<>();
  private final InstantSource clock = running();
  private final EmbeddedMailServer mail;
  private final TimedSender sender;
  private final Desk desk;
  private final DeskTicker ticker;
  private final Random order;
  private int submitted;

  /**
   * @param order by lot
   */
  Crowd(Class<?> test, Path folder, List<Stranger> strangers, Random order) throws IOException {
    this.order = order;
    this.schema = TestDatabase.emptyFor(test);
    this.strangers = strangers;
    this.mail =
        EmbeddedMailServer.start(
            0, 0, new BorderStamp(TestDesk.AUTHSERV_ID, (who, domain) -> true, clock));
    addUsers();
    Settings settings = settings(accounts(folder));
    Desk.Outside outside = Desk.Outside.of(settings, clock);
    this.sender = new TimedSender(outside.sender());
    this.desk =
        Desk.open(
            settings,
            new Desk.Outside(
                outside.inbox(),
                sender,
                outside.directory(),
                outside.action(),
                List.of(),
                outside.registry(),
                clock,
                outside.random(),
                outside.names(),
                outside.scanner()),
            Failpoints.NONE,
            (mailId, outcome, ticketId, reason) -> {});
    desk.database().migrate();
    this.ticker = desk.start();
  }

  private static InstantSource running() {
    long begin = System.nanoTime();
    return () -> START.plusNanos(System.nanoTime() - begin);
  }

  private void addUsers() {
    Stream.concat(
            Stream.of("support", "alice", "bob")
                .map(who -> who + (who.equals("support") ? "@desk.example" : "@staff.example"))
                .map(EmailAddress::of),
            strangers.stream()
                .flatMap(
                    one -> {
                      byAddress.put(one.address(), one);
                      return Stream.of(
                              Optional.of(one.address()),
                              Optional.of(one.owner()),
                              Optional.of(EmailAddress.of("second." + one.owner())),
                              one.rival())
                          .flatMap(Optional::stream);
                    }))
        .distinct()
        .forEach(address -> mail.addUser(address, TestSettings.MAIL_PASSWORD));
  }

  private Path accounts(Path folder) throws IOException {
    StringBuilder accounts = new StringBuilder(Kind.header());
    strangers.forEach(one -> accounts.append(one.line()));
    return Files.writeString(folder.resolve("accounts.csv"), accounts);
  }

  private Settings settings(Path accounts) {
    return new TestSettings(
            schema.url(),
            schema.user(),
            schema.password(),
            mail.smtpPort(),
            mail.imapPort(),
            accounts,
            "INBOX",
            "Processed",
            TestSettings.KEY,
            "authserv-ids: [" + TestDesk.AUTHSERV_ID + "]",
            MORE,
            "")
        .read();
  }

  /** Those who claim accounts before the strangers do; some of them give up again. */
  void rivalsAsk() throws Exception {
    for (Stranger one : strangers) {
      if (one.rival().isPresent()) {
        submit(one.rival().get(), one.mail(one.rival().get(), Step.REQUEST, Optional.empty()));
      }
    }
    awaitRest();
    Map<EmailAddress, OutboundMail> last = new HashMap<>();
    sender.letters().forEach(letter -> last.put(letter.mail().recipient(), letter.mail()));
    for (Stranger one : strangers) {
      if (one.kind() == Kind.LADEN && one.rival().isPresent()) {
        EmailAddress owner = one.rival().get();
        String words =
            new String(
                    one.mail(owner, Step.STATUS, Optional.ofNullable(last.get(owner))),
                    StandardCharsets.US_ASCII)
                .replaceFirst("How is it[^\r]*", "Please close my request, I am back in.");
        submit(owner, words.getBytes(StandardCharsets.US_ASCII));
      }
    }
    awaitRest();
  }

  /**
   * All strangers take one step, in an order by lot.
   *
   * @return how long each waited for the first letter after it, in seconds; nothing of those who
   *     got none
   */
  Map<Stranger, Double> take(Step step) throws Exception {
    int before = sender.letters().size();
    Map<EmailAddress, OutboundMail> last = new HashMap<>();
    sender.letters().forEach(letter -> last.put(letter.mail().recipient(), letter.mail()));
    List<Stranger> now = new ArrayList<>(strangers);
    Collections.shuffle(now, order);
    Map<Stranger, Long> at = new HashMap<>();
    for (Stranger one : now) {
      at.put(one, System.nanoTime());
      submit(
          one.address(),
          one.mail(one.address(), step, Optional.ofNullable(last.get(one.address()))));
    }
    awaitRest();
    Map<Stranger, Double> waited = new HashMap<>();
    List<TimedSender.Letter> letters = sender.letters();
    for (TimedSender.Letter letter : letters.subList(before, letters.size())) {
      Stranger one = byAddress.get(letter.mail().recipient());
      if (one != null) {
        waited.putIfAbsent(one, (letter.nanos() - Objects.requireNonNull(at.get(one))) / 1e9);
      }
    }
    return waited;
  }

  private void submit(EmailAddress from, byte[] octets) throws MessagingException {
    mail.submit(from, TestDesk.ADDRESS, new MailBytes(octets));
    submitted++;
  }

  /** Until every mail was worked on and every letter is out. */
  private void awaitRest() throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    String open =
        "SELECT (SELECT COUNT(*) FROM mail WHERE handled_at IS NOT NULL), (SELECT COUNT(*) FROM"
            + " outbox WHERE state NOT IN ('SENT', 'DROPPED'))";
    while (System.nanoTime() < end) {
      try (Connection connection = schema.connect();
          Statement select = connection.createStatement();
          ResultSet row = select.executeQuery(open)) {
        row.next();
        if (row.getInt(1) == submitted && row.getInt(2) == 0) {
          return;
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      Thread.sleep(300);
    }
    throw new AssertionError("the desk does not come to rest");
  }

  /** All letters to a stranger, octet for octet, in order. */
  List<String> letters(Stranger one) {
    return mail.delivered(one.address()).stream()
        .map(octets -> new String(octets.octets(), StandardCharsets.ISO_8859_1))
        .map(one::plain)
        .toList();
  }

  /** What became of the mails of strangers, for whoever looks for a difference. */
  List<String> outcomes() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = schema.connect();
        Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery("SELECT outcome, COUNT(*) FROM mail GROUP BY outcome")) {
      while (row.next()) {
        found.add(row.getString(1) + " " + row.getInt(2));
      }
    }
    return found;
  }

  @Override
  public void close() {
    ticker.close();
    desk.close();
    mail.close();
  }
}
