package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What somebody sent in a requester's name before takes nothing from the requester's own mail. */
@NullMarked
class ForgedBeforeTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String DORA = "dora@new.example";

  @Test
  void theSameRequestCountsAsProvedWhereTheForgedOneCameFirst() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      String own = LeadingClaimTest.claim(desk, DORA);
      desk.receive(forged(own));
      desk.receive(own);

      assertThat(desk.desk().lastReason()).isEqualTo("same person, same account");
      assertThat(authentications(desk)).hasSize(2).doesNotHaveDuplicates();
      assertThat(desk.last("JOINED", DORA)).isNotNull();

      desk.receive(own.replace("<stamped.", "<again."));

      assertThat(desk.outcome()).isEqualTo(Outcome.JOINED);
      assertThat(desk.desk().lastReason()).isEqualTo("the same request again within an hour");
      assertThat(authentications(desk)).hasSize(2);
    }
  }

  @Test
  void aReceiptThatWaitsForStrangersIsSentWhereAProvedMailAsksForIt()
      throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(LeadingClaimTest.claim(desk, DORA));
      for (int i = 0; i < 150; i++) {
        String one = "x@stranger%d.example".formatted(i);
        desk.arrives(forged(LeadingClaimTest.claim(desk, one).replace("`dora`", "`u" + i + "`")));
      }
      desk.after(Duration.ofSeconds(7));
      desk.after(Duration.ofSeconds(7));
      String own =
          desk.answer(
              DORA,
              desk.last("ACKNOWLEDGEMENT", DORA),
              "I have a new phone and my kitten is fine.");
      desk.receive(forged(own).replaceFirst("To: .*", "To: support@desk.example"));
      assertThat(joined(desk)).containsExactly("WAITING STRANGER");

      desk.receive(
          own.replaceFirst("To: .*", "To: support@desk.example").replace("kitten", "puppy"));
      desk.after(Duration.ofSeconds(7));

      assertThat(joined(desk)).containsExactly("SENT ANSWER");
    }
  }

  private static List<String> joined(Conversation desk) throws SQLException {
    return desk.column(
        "SELECT CONCAT(state, ' ', charged) FROM outbox WHERE letter IN ('JOINED', 'RECEIVED')");
  }

  private static List<String> authentications(Conversation desk) throws SQLException {
    return desk.column(
        "SELECT authentication FROM history WHERE event IN ('OPENED', 'MAIL_ADDED')");
  }

  private static String forged(String mail) {
    return mail.replaceFirst("spf=pass[^;]*;", "spf=none smtp.mailfrom=attacker.example;")
        .replaceFirst("dkim=pass[^;]*;", "dkim=none;")
        .replace("dmarc=pass", "dmarc=none")
        .replace("<stamped.", "<forged.");
  }

  private static Conversation empty() {
    return new Conversation(
        TestDatabase.emptyFor(ForgedBeforeTest.class), STORY.resolve("accounts.csv"));
  }
}
