package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.RawMail;
import dev.latchkey.parse.MailParser;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WaitingLineTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123457Z");
  private static final String FLOOD = "Flood <flood@loud.example>";

  private final WaitingLine line = new WaitingLine(new MailParser()::claimedSender);

  @Test
  void theOldestComesFirst() {
    RawMail today = mail(1, "a@one.example", NOW);
    RawMail threeDaysAgo = mail(2, "b@two.example", NOW.minus(Duration.ofDays(3)));
    RawMail fromTheFuture = mail(3, "c@three.example", NOW.plus(Duration.ofDays(3)));

    assertThat(line.place(today, NOW)).isEqualTo(NOW);
    assertThat(line.place(threeDaysAgo, NOW)).isEqualTo(NOW.minus(Duration.ofDays(3)));
    assertThat(line.place(fromTheFuture, NOW)).isEqualTo(NOW);
  }

  @Test
  void whoWritesMuchStandsBehindThemselves() {
    assertThat(line.place(mail(1, FLOOD, NOW), NOW)).isEqualTo(NOW);
    assertThat(line.place(mail(2, "\"Other name\" <flood@loud.example>", NOW), NOW))
        .isEqualTo(NOW.plusSeconds(1));
    assertThat(line.place(mail(3, FLOOD, NOW), NOW)).isEqualTo(NOW.plusSeconds(2));
    assertThat(line.place(mail(4, "quiet@mail.example", NOW), NOW)).isEqualTo(NOW);

    Instant later = NOW.plusSeconds(60);
    assertThat(line.place(mail(5, FLOOD, later), later)).isEqualTo(later);
  }

  @Test
  void aForgedSenderPutsAnOwnerBackByTenMinutesAtMost() {
    IntStream.range(0, 5_000).forEach(i -> line.place(mail(i, FLOOD, NOW), NOW));

    assertThat(line.place(mail(5_000, FLOOD, NOW), NOW)).isEqualTo(NOW.plus(WaitingLine.LONGEST));
    Instant later = NOW.plusSeconds(30);
    assertThat(line.place(mail(5_001, FLOOD, later), later))
        .isEqualTo(NOW.plus(WaitingLine.LONGEST).plusSeconds(1));
  }

  /** Through the table: what one sender left there does not come before the others. */
  @Test
  void aHundredOthersAreNotBehindAFlood() throws SQLException {
    try (TestStore store = TestStore.emptyFor(WaitingLineTest.class)) {
      List<RawMail> mails = new ArrayList<>();
      IntStream.range(0, 500).forEach(i -> mails.add(mail(i, FLOOD, NOW)));
      IntStream.range(500, 600)
          .forEach(i -> mails.add(mail(i, "p" + i + "@mail.example", NOW.plusSeconds(1))));
      store.mails.store(mails, NOW.plusSeconds(1));

      assertThat(store.mails.claim(1_000, NOW.plusSeconds(2), Duration.ofMinutes(1), true).all())
          .as("while mails are taken in: the others, and one in a second of the flood")
          .hasSize(103);
      store.change("UPDATE mail SET next_attempt_at = stored_at, attempts = 0");
      List<ClaimedMail> first =
          store.mails.claim(110, NOW.plusSeconds(2), Duration.ofMinutes(1), false).readable();

      assertThat(first).filteredOn(mail -> text(mail).contains("@mail.example")).hasSize(100);
      List<ClaimedMail> rest =
          store.mails.claim(1_000, NOW.plusSeconds(2), Duration.ofMinutes(1), false).readable();
      assertThat(rest).hasSize(490);
      assertThat(rest.stream().map(WaitingLineTest::text))
          .isSortedAccordingTo((one, other) -> Long.compare(number(one), number(other)));
    }
  }

  private static long number(String mail) {
    return Long.parseLong(mail.substring(mail.lastIndexOf(' ') + 1).strip());
  }

  private static String text(ClaimedMail mail) {
    return new String(mail.bytes().octets(), StandardCharsets.UTF_8);
  }

  private static RawMail mail(long number, String from, Instant received) {
    byte[] octets =
        ("Received: from a.example\r\n by b.example\r\nFrom: " + from + "\r\n\r\nhelp " + number)
            .getBytes(StandardCharsets.UTF_8);
    return new RawMail(
        new MailLocation("INBOX", 7, number + 1),
        received,
        octets.length,
        new MailBytes(octets),
        false);
  }
}
