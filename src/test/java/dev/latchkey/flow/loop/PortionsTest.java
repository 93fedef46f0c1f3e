package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.MailLocation;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortionsTest {
  private static final int MEGABYTE = 1 << 20;
  private static final long LIMIT = 10_000_000;

  private static List<Listing> listings(Stream<Long> sizes) {
    List<Long> all = sizes.toList();
    return IntStream.range(0, all.size())
        .mapToObj(i -> new Listing(new MailLocation("desk", 7, i + 1L), all.get(i)))
        .toList();
  }

  private static List<Integer> sizes(long memory, Stream<Long> sizes) {
    List<Listing> all = listings(sizes);
    List<List<Listing>> portions = Portions.of(memory).of(all, LIMIT);
    assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
    return portions.stream().map(List::size).toList();
  }

  /** The memory that the package gives the desk holds each of them some times over, and no two. */
  @Test
  void largeMailsComeOneByOneIntoASmallMemory() {
    assertThat(sizes(256L * MEGABYTE, Collections.nCopies(8, 9_460_000L).stream()))
        .containsOnly(1)
        .hasSize(8);
    assertThat(sizes(4096L * MEGABYTE, Collections.nCopies(8, 9_460_000L).stream()))
        .containsExactly(3, 3, 2);
  }

  @Test
  void smallOnesComeByTheHundredBesideThem() {
    assertThat(
            sizes(
                256L * MEGABYTE,
                Stream.concat(
                    Collections.nCopies(250, 2_000L).stream(), Stream.of(9_460_000L, 2_000L))))
        .containsExactly(100, 100, 50, 1, 1);
  }

  /** Of a mail over the limit only the header section comes. */
  @Test
  void noMailCountsForMoreThanIsDownloadedOfIt() {
    assertThat(sizes(1024L * MEGABYTE, Collections.nCopies(6, 90_000_000L).stream()))
        .containsExactly(3, 3);
    assertThat(sizes(1024L * MEGABYTE, Stream.of())).isEmpty();
  }
}
