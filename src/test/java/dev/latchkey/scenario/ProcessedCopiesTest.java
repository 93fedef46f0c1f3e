package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.TestDatabase;
import dev.latchkey.TestSettings;
import dev.latchkey.config.Settings;
import dev.latchkey.demo.BorderStamp;
import dev.latchkey.demo.EmbeddedMailServer;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.RawMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real mailbox whose folder of processed mails forgets the secrets that people wrote. */
@NullMarked
class ProcessedCopiesTest {
  private static final EmailAddress SUPPORT = EmailAddress.of("support@desk.example");
  private static final String SECRET = "my password is hunter2hunter2!";

  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  private final TestDatabase schema = TestDatabase.emptyFor(ProcessedCopiesTest.class);
  private final MovedClock clock = new MovedClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  private EmbeddedMailServer server;
  private int written;

  @BeforeEach
  void start() {
    server =
        EmbeddedMailServer.start(
            0,
            0,
            new BorderStamp("mx.desk.example", (sender, domain) -> true, InstantSource.system()));
    server.addUser(SUPPORT, TestSettings.MAIL_PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCopyThatHoldsASecretIsDeletedAfterMinutesAndNoOtherIs() throws Exception {
    try (Desk desk = open("")) {
      write("ann", "I lost my phone and cannot log in, my username is ann.");
      write("bob", "I cannot log in, my username is bob and " + SECRET);
      write("cleo", "I lost my phone and cannot log in, my username is cleo.");
      desk.loops().round();
      assertThat(processed()).containsExactlyInAnyOrder("ann", "bob", "cleo");

      clock.forward(Duration.ofMinutes(5));
      desk.loops().round();
      assertThat(processed()).hasSize(3);
      clock.forward(Duration.ofMinutes(6));
      desk.loops().round();

      assertThat(processed()).containsExactlyInAnyOrder("ann", "cleo");
      assertThat(rows("SELECT COUNT(*) FROM ticket")).containsExactly("3");
      assertThat(rows("SELECT mail_id FROM unsafe_copy WHERE again_at IS NOT NULL")).isEmpty();
    }
  }

  @Test
  void oneThatIsDeliveredOnceMoreGoesOnceMore() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(ProcessedCopiesTest.class), STORY.resolve("accounts.csv"))) {
      String mail =
          desk.stamped("bob@mail.example", "support@desk.example", "Help", "", "And " + SECRET);
      for (int times = 0; times < 2; times++) {
        desk.receive(mail);
        assertThat(desk.inbox().movedOut()).hasSize(1);
        desk.after(Duration.ofMinutes(11));
        assertThat(desk.inbox().movedOut()).isEmpty();
      }
      assertThat(desk.column("SELECT COUNT(*) FROM mail")).containsExactly("1");
    }
  }

  @Test
  void anAnswerWithOneOfOurCodesIsNoSecret() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(ProcessedCopiesTest.class)) {
      desk.alice("CASE", "APPROVE %CODE%");
      desk.after(Duration.ofDays(1));
      assertThat(desk.column("SELECT mail_id FROM unsafe_copy")).isEmpty();
      assertThat(desk.inbox().movedOut()).hasSize(4);
    }
  }

  @Test
  void whoSetsItSoKeepsThem() throws Exception {
    try (Desk desk = open("copies-with-secrets: keep")) {
      write("bob", "I cannot log in, my username is bob and " + SECRET);
      desk.loops().round();
      clock.forward(Duration.ofDays(3));
      desk.loops().round();
      assertThat(processed()).containsExactly("bob");
    }
  }

  @Test
  void whatIsLeftCanStillBeMovedBackAfterARestore() throws Exception {
    try (Desk desk = open("")) {
      write("ann", "I lost my phone and cannot log in, my username is ann.");
      write("bob", "I cannot log in, my username is bob and " + SECRET);
      desk.loops().round();
      clock.forward(Duration.ofMinutes(11));
      desk.loops().round();

      assertThat(desk.loops().byHand().takeInAgain(Instant.EPOCH, true).missing()).isZero();
      try (Inbox folder = desk.inbox().processed().orElseThrow();
          Inbox.Session session = folder.open()) {
        session.moveOut(session.list(0, 10).stream().map(Inbox.Listing::location).toList());
      }
      desk.loops().round();
      assertThat(processed()).containsExactly("ann");
      assertThat(rows("SELECT COUNT(*) FROM mail")).containsExactly("2");
    }
  }

  private Settings settings(String imap, String folder, String processed) {
    return new TestSettings(
            schema.url(),
            schema.user(),
            schema.password(),
            server.smtpPort(),
            server.imapPort(),
            STORY.resolve("accounts.csv"),
            folder,
            processed,
            TestSettings.KEY)
        .withMore(imap)
        .read();
  }

  private Desk open(String imap) {
    Settings settings = settings(imap, "INBOX", "Processed");
    Desk desk =
        Desk.open(
            settings,
            Desk.Outside.of(settings, clock),
            Failpoints.NONE,
            (mailId, outcome, ticketId, reason) -> {});
    desk.database().migrate();
    return desk;
  }

  private void write(String name, String words) throws Exception {
    String mail =
        """
        From: %1$s@outside.example
        To: support@desk.example
        Subject: Locked out
        Message-ID: <%1$s.%2$d@outside.example>

        %3$s
        """
            .formatted(name, ++written, words);
    server.submit(
        EmailAddress.of(name + "@outside.example"),
        SUPPORT,
        new MailBytes(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
  }

  /** Who wrote the mails that stand in the folder. */
  private List<String> processed() throws Exception {
    List<String> names = new ArrayList<>();
    Settings settings = settings("", "Processed", "Elsewhere");
    try (Inbox inbox = Desk.Outside.of(settings, clock).inbox();
        Inbox.Session session = inbox.open()) {
      for (RawMail mail : session.fetch(session.list(0, 100))) {
        String text = new String(mail.bytes().octets(), StandardCharsets.UTF_8);
        names.add(text.replaceFirst("(?s)^.*\\nFrom: (\\w+)@.*$", "$1"));
      }
    }
    return names;
  }

  private List<String> rows(String sql) throws SQLException {
    try (Connection connection = schema.connect();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(String.valueOf(row.getString(1)));
      }
      return rows;
    }
  }
}
