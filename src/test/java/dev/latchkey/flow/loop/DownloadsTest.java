package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.RawMail;
import dev.latchkey.scenario.MemoryInbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is only looked at is in memory a portion at a time. */
class DownloadsTest {
  private static final int LIMIT = 1_000;
  private static final int PORTION = 2_500;

  private static MemoryInbox folder(int mails, int octets) {
    MemoryInbox folder = new MemoryInbox(() -> Instant.EPOCH);
    for (int i = 0; i < mails; i++) {
      folder.receive(new byte[octets]);
    }
    return folder;
  }

  private static List<Listing> all(MemoryInbox folder) throws Exception {
    try (Inbox.Session session = folder.open()) {
      return session.list(0, Integer.MAX_VALUE);
    }
  }

  @Test
  void noMoreThanAPortionIsHandedOutAtATime() throws Exception {
    MemoryInbox here = folder(7, 900);
    MemoryInbox older = folder(3, 2_000);
    List<Integer> sizes = new ArrayList<>();
    List<Long> octets = new ArrayList<>();
    try (Downloads downloads = new Downloads(new Portions(PORTION), LIMIT)) {
      downloads.add(here, all(here));
      downloads.add(older, all(older));
      assertThat(downloads.all()).isEqualTo(10);

      for (Optional<List<RawMail>> some = downloads.next();
          some.isPresent();
          some = downloads.next()) {
        sizes.add(some.get().size());
        octets.add(some.get().stream().mapToLong(mail -> mail.bytes().octets().length).sum());
      }
    }

    assertThat(sizes).containsExactly(2, 2, 2, 1, 2, 1);
    assertThat(octets).allMatch(held -> held <= PORTION);
  }

  @Test
  void nothingIsOfNothing() throws Exception {
    try (Downloads downloads = new Downloads(new Portions(PORTION), LIMIT)) {
      assertThat(downloads.next()).isEmpty();
      assertThat(downloads.all()).isZero();
    }
  }
}
