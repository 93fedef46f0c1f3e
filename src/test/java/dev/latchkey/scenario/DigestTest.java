package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.InlinePicture;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The digest of the staff: when it comes, and what an answer to it may do. */
@NullMarked
class DigestTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final Pattern CODE = Pattern.compile("LK-1001 .*code ([A-Z2-7]{8})");
  private int mails;

  @Test
  void itComesOnceADayOnWorkingDaysWhileSomethingWaits() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(DigestTest.class)) {
      // Monday's was due before anything waited; on Tuesday it comes at eight, once.
      desk.setClock(Instant.parse("2026-03-03T07:30:00Z"));
      desk.after(Duration.ofMinutes(1));
      assertThat(digests(desk)).isEmpty();
      desk.after(Duration.ofMinutes(40));
      desk.after(Duration.ofHours(5));
      assertThat(digests(desk)).hasSize(2);

      desk.setClock(Instant.parse("2026-03-07T12:00:00Z"));
      desk.after(Duration.ofMinutes(1));
      assertThat(digests(desk)).as("on a Saturday").hasSize(2);
    }
  }

  @Test
  void itsNumbersStandInItsTextAndInAPicture() throws IOException, SQLException {
    try (Conversation desk = tuesday()) {
      OutboundMail digest = desk.last("DIGEST", ALICE);

      assertThat(digest.subject()).startsWith("1 waiting, 1 new, 0 decided");
      assertThat(digest.body()).contains("LK-1001 dora: second factor lost", "Waiting: 1");
      InlinePicture picture = digest.picture().orElseThrow();
      assertThat(picture.png().octets()).startsWith(0x89, 'P', 'N', 'G');
    }
  }

  @Test
  void aLineIsApprovedWithItsOwnCode() throws IOException, SQLException {
    try (Conversation desk = tuesday()) {
      OutboundMail digest = desk.last("DIGEST", ALICE);

      answer(desk, digest, "alice", "APPROVE LK-1001 " + code(digest));

      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void eachLinePassesTheGatesOfItsOwnTicket() throws IOException, SQLException {
    try (Conversation desk = tuesday()) {
      OutboundMail digest = desk.last("DIGEST", ALICE);
      String approve = "APPROVE LK-1001 " + code(digest);

      answer(desk, digest, "bob", approve);
      assertThat(desk.outcome()).as("another's digest").isEqualTo(Outcome.COMMAND_FORGED);
      answer(desk, digest, "alice", "APPROVE LK-1001 AAAAAAAA");
      assertThat(desk.outcome()).as("another code").isEqualTo(Outcome.COMMAND_REFUSED);
      answer(desk, digest, "alice", approve.replace("LK-1001", "LK-1002"));
      assertThat(desk.outcome()).as("another ticket").isEqualTo(Outcome.COMMAND_REFUSED);
      answer(desk, digest, "alice", approve.replace("LK-1001 ", ""));
      assertThat(desk.outcome()).as("no ticket").isEqualTo(Outcome.COMMAND_REFUSED);
      desk.change("INSERT INTO warning VALUES (1001, 'SEVERAL_CLAIMANTS', 'x', NOW(6))");
      answer(desk, digest, "alice", approve);
      assertThat(desk.outcome()).as("other evidence").isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(desk.column("SELECT staff FROM approval")).isEmpty();

      desk.change("DELETE FROM warning");
      answer(desk, digest, "alice", approve);
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
      answer(desk, digest, "alice", "LK-1001 ASSIGN me");
      assertThat(desk.outcome()).as("a used line").isEqualTo(Outcome.COMMAND_REFUSED);
      answer(desk, digest, "alice", "LK-1001 HOLD");
      assertThat(desk.standing(1001)).as("a used line may stop").isEqualTo("ON_HOLD");
    }
  }

  @Test
  void whatWaitsTooLongIsTellingEverybodyOnce() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(DigestTest.class)) {
      desk.after(Duration.ofDays(8));
      desk.after(Duration.ofDays(8));

      assertThat(desk.column("SELECT recipient FROM outbox WHERE letter = 'NUDGE'"))
          .containsExactly(ALICE);
      // He gets the case itself.
      assertThat(desk.last("CASE", "bob@staff.example").body()).contains("too long");
      assertThat(desk.last("DIGEST", ALICE).body()).contains("waits too long");
      assertThat(desk.column("SELECT id FROM outbox WHERE letter = 'CASE'")).hasSize(2);
    }
  }

  private static Conversation tuesday() throws IOException, SQLException {
    Conversation desk = Conversation.inReview(DigestTest.class);
    desk.setClock(Instant.parse("2026-03-03T07:59:00Z"));
    desk.after(Duration.ofMinutes(2));
    return desk;
  }

  private static String code(OutboundMail digest) {
    Matcher code = CODE.matcher(digest.body());
    assertThat(code.find()).as(digest.body()).isTrue();
    return code.group(1);
  }

  private static List<String> digests(Conversation desk) throws SQLException {
    return desk.column("SELECT recipient FROM outbox WHERE letter = 'DIGEST'");
  }

  private void answer(Conversation desk, OutboundMail digest, String who, String text)
      throws IOException, SQLException {
    desk.receive(
        desk.mail(STORY.resolve("04-alice-approves.eml"), digest)
            .replaceAll("APPROVE .*", text)
            .replace("Alice <alice@", "Somebody <" + who + "@")
            .replace("<story.", "<digest" + ++mails + "."));
  }
}
