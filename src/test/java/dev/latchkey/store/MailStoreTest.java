package dev.latchkey.store;

import static dev.latchkey.store.TestStore.NOW;
import static dev.latchkey.store.TestStore.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.mail.MailLocation;
import dev.latchkey.store.database.StoreConflictException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailStoreTest {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private TestStore store;

  @BeforeEach
  void open() {
    store = TestStore.emptyFor(MailStoreTest.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aStoredMailIsWrittenAsReceived() throws SQLException {
    assertThat(store.mails.store(List.of(mail(1, "one")), NOW))
        .isEqualTo(new MailStore.Stored(1, List.of()));

    assertThat(store.rows("SELECT id, size, state, attempts, received_at FROM mail"))
        .containsExactly("1|3|RECEIVED|0|2026-03-02 09:00:00.123456");
    assertThat(store.rows("SELECT * FROM mail_position")).containsExactly("INBOX|7|1|1");
    assertThat(store.mails.countReceived()).isEqualTo(1);
  }

  @Test
  void theSameContentAtAnotherPlaceIsOneMail() throws SQLException {
    store.mails.store(List.of(mail(1, "one"), mail(2, "one")), NOW);
    assertThat(store.mails.store(List.of(mail(3, "one")), NOW).fresh()).isZero();

    assertThat(store.rows("SELECT id FROM mail")).hasSize(1);
    assertThat(store.rows("SELECT uid FROM mail_position ORDER BY uid"))
        .containsExactly("1", "2", "3");
    assertThat(store.mails.claim(10, NOW, LEASE, false).readable()).hasSize(1);
  }

  @Test
  void theSameContentAtTheSamePlaceIsNothingNew() throws SQLException {
    store.mails.store(List.of(mail(1, "one")), NOW);

    assertThat(store.mails.store(List.of(mail(1, "one"), mail(1, "one")), NOW))
        .isEqualTo(new MailStore.Stored(0, List.of()));
    assertThat(store.rows("SELECT uid, mail_id FROM mail_position")).containsExactly("1|1");
  }

  @Test
  void anotherContentAtAKnownPlaceIsAnotherMail() throws SQLException {
    store.mails.store(List.of(mail(1, "one")), NOW);

    assertThat(store.mails.store(List.of(mail(2, "two"), mail(1, "three")), NOW))
        .isEqualTo(new MailStore.Stored(2, List.of(new MailLocation("INBOX", 7, 1))));
    assertThat(store.rows("SELECT uid, mail_id FROM mail_position ORDER BY uid, mail_id"))
        .containsExactly("1|1", "1|3", "2|2");
    assertThat(store.mails.claim(9, NOW, LEASE, false).readable()).hasSize(3);
  }

  @Test
  void aKnownContentAtAnotherKnownPlaceIsNoNewMail() throws SQLException {
    store.mails.store(List.of(mail(1, "one"), mail(2, "two")), NOW);

    assertThat(store.mails.store(List.of(mail(1, "two")), NOW))
        .isEqualTo(new MailStore.Stored(0, List.of()));
    assertThat(store.rows("SELECT id FROM mail")).hasSize(2);
  }

  @Test
  void theOctetsAreSealed() throws SQLException {
    String secret = "my password is correct horse battery";
    store.mails.store(List.of(mail(1, secret)), NOW);

    assertThat(store.one("SELECT LOCATE('horse', sealed) FROM raw_mail")).isEqualTo("0");
    assertThat(store.one("SELECT LENGTH(sealed) FROM raw_mail"))
        .isEqualTo(String.valueOf(secret.length() + 29));
    ClaimedMail claimed = store.mails.claim(1, NOW, LEASE, false).readable().get(0);
    assertThat(new String(claimed.bytes().octets(), StandardCharsets.UTF_8)).isEqualTo(secret);
  }

  @Test
  void sealedOctetsOpenInNoOtherRow() throws SQLException {
    store.mails.store(List.of(mail(1, "one"), mail(2, "two")), NOW);
    store.change(
        "UPDATE raw_mail SET sealed = (SELECT sealed FROM (SELECT * FROM raw_mail) r WHERE mail_id = 1)");

    assertThat(store.mails.claim(2, NOW, LEASE, false).damaged())
        .extracting(ClaimedMail::id)
        .containsExactly(2L);
  }

  @Test
  void aClaimCountsBeforeTheWorkAndEndsWithItsLease() throws SQLException {
    store.mails.store(List.of(mail(1, "one")), NOW);

    assertThat(store.mails.claim(1, NOW, LEASE, false).readable())
        .extracting(ClaimedMail::attempts)
        .containsExactly(1);
    assertThat(store.one("SELECT attempts FROM mail")).isEqualTo("1");
    assertThat(store.mails.claim(1, NOW.plus(LEASE).minusSeconds(1), LEASE, false).readable())
        .isEmpty();
    assertThat(store.mails.claim(1, NOW.plus(LEASE), LEASE, false).readable())
        .extracting(ClaimedMail::attempts)
        .containsExactly(2);
  }

  @Test
  void twoProcessesNeverLockTheSameMail() {
    store.mails.store(
        LongStream.rangeClosed(1, 40).mapToObj(uid -> mail(uid, "mail " + uid)).toList(), NOW);
    try (TestStore other = store.beside()) {
      Set<Long> claimed = new HashSet<>();
      // The first holds its rows locked while the second asks.
      store.database.inTransaction(
          session -> {
            List<MailMapper.Waiting> first =
                session.getMapper(MailMapper.class).lockWaiting(NOW, false, 15);
            first.forEach(row -> claimed.add(row.id()));
            other.database.inTransaction(
                besides -> {
                  for (MailMapper.Waiting row :
                      besides.getMapper(MailMapper.class).lockWaiting(NOW, false, 40)) {
                    assertThat(claimed.add(row.id())).isTrue();
                  }
                  return true;
                });
            return true;
          });
      assertThat(claimed).hasSize(40);
    }
  }

  @Test
  void whoLostTheLeaseCannotWrite() throws SQLException {
    store.mails.store(List.of(mail(1, "one")), NOW);
    ClaimedMail first = store.mails.claim(1, NOW, LEASE, false).readable().get(0);
    ClaimedMail second = store.mails.claim(1, NOW.plus(LEASE), LEASE, false).readable().get(0);

    assertThatThrownBy(() -> end(TestStore.handled(first, "late")))
        .isInstanceOf(StoreConflictException.class)
        .hasMessage("the lease on a mail was lost");
    assertThat(store.one("SELECT state FROM mail")).isEqualTo("RECEIVED");
    assertThat(store.rows("SELECT mail_id FROM raw_mail")).hasSize(1);

    end(TestStore.handled(second, "in time"));
    assertThat(store.one("SELECT state, written FROM mail")).isEqualTo("HANDLED|in time");
    assertThatThrownBy(() -> end(TestStore.handled(second, "twice")))
        .isInstanceOf(StoreConflictException.class);
  }

  @Test
  void theOctetsOfAHandledMailAreGone() throws SQLException {
    store.mails.store(List.of(mail(1, "one"), mail(2, "two")), NOW);
    end(TestStore.handled(store.mails.claim(1, NOW, LEASE, false).readable().get(0), "words"));

    assertThat(store.rows("SELECT mail_id FROM raw_mail")).containsExactly("2");
    assertThat(
            store.one("SELECT message_id, sender, kind, subject, outcome FROM mail WHERE id = 1"))
        .isEqualTo("<m@mail.example>|nora@mail.example|human|help|TICKET_OPENED");
  }

  @Test
  void aQuarantinedMailKeepsItsOctetsAndCanBeReplayed() throws SQLException {
    store.mails.store(List.of(mail(1, "broken")), NOW);
    ClaimedMail claimed = store.mails.claim(1, NOW, LEASE, false).readable().get(0);
    store.mails.quarantine(EndedMail.quarantined(claimed, "MALFORMED", "too deep"), NOW);

    assertThat(store.quarantine.list(9))
        .extracting(QuarantinedMail::outcome, QuarantinedMail::reasons)
        .containsExactly(tuple("MALFORMED", "too deep"));
    assertThat(store.mails.findOctets(1))
        .hasValueSatisfying(octets -> assertThat(octets.octets()).asString().isEqualTo("broken"));
    assertThat(store.mails.claim(1, NOW.plus(LEASE), LEASE, false).readable()).isEmpty();

    assertThat(store.quarantine.replay(1, NOW)).isTrue();
    assertThat(store.quarantine.replay(1, NOW)).isFalse();
    assertThat(store.quarantine.find(1)).isEmpty();
    assertThat(store.mails.claim(1, NOW, LEASE, false).readable())
        .extracting(ClaimedMail::attempts)
        .containsExactly(1);
    assertThat(store.one("SELECT outcome FROM mail")).isEqualTo("null");
  }

  @Test
  void wordsOfEveryLanguageComeBackAndAreCutWhole() throws SQLException {
    store.mails.store(List.of(mail(1, "one")), NOW);
    String key = "\ud83d\udd11";
    ClaimedMail claimed = store.mails.claim(1, NOW, LEASE, false).readable().get(0);
    end(TestStore.handled(claimed, "x" + key.repeat(60_000)));

    String written = store.one("SELECT written FROM mail");
    assertThat(written.length()).isEqualTo(99_999);
    assertThat(written.endsWith(key)).isTrue();
  }

  @Test
  void aMessageIdIsFoundOnlyAsItIsWritten() {
    store.mails.store(List.of(mail(1, "one")), NOW);
    end(TestStore.handled(store.mails.claim(1, NOW, LEASE, false).readable().get(0), "words"));

    Set<String> found =
        store.desk.work(
            NOW, 1, work -> work.findSeen(List.of("<m@mail.example>", "<M@mail.example>")));
    assertThat(found).containsExactly("<m@mail.example>");
  }

  private void end(EndedMail ended) {
    store.desk.work(
        NOW,
        1,
        work -> {
          work.end(ended);
          return true;
        });
  }
}
