package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UidSetTest {
  @Test
  void neighboursBecomeARange() {
    assertThat(UidSet.of(List.of(9L, 3L, 4L, 5L, 7L, 8L, 3L))).containsExactly("3:5,7:9");
  }

  @Test
  void nothingIsNoSet() {
    assertThat(UidSet.of(List.of())).isEmpty();
  }

  @Test
  void theLargestUidIsWrittenWhole() {
    assertThat(UidSet.of(List.of(0xFFFF_FFFFL, 1L))).containsExactly("1,4294967295");
  }

  @Test
  void manyUidsBecomeSeveralSets() {
    assertThat(UidSet.of(LongStream.rangeClosed(1, 1001).boxed().toList()))
        .containsExactly("1:500", "501:1000", "1001");
  }
}
