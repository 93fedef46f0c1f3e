package dev.latchkey.letter.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class InOneTest {
  @Test
  void whoeverWasGreetedIsNotGreetedAgainAndASentenceBeginsAsOne() {
    assertThat(InOne.of(List.of("Guten Tag,\n\nIhr Code.\n", "Guten Tag,\n\ndanke sehr.\n")))
        .isEqualTo("Guten Tag,\n\nIhr Code.\n\nDanke sehr.\n");
  }

  @Test
  void whatBeginsOtherwiseIsKeptWhole() {
    assertThat(InOne.of(List.of("Hello,\n\nOne.\n", "Two.\n\nThree.\n")))
        .isEqualTo("Hello,\n\nOne.\n\nTwo.\n\nThree.\n");
  }

  @Test
  void oneAloneIsAsItIs() {
    assertThat(InOne.of(List.of("Hello,\n\nOne.\n"))).isEqualTo("Hello,\n\nOne.\n");
  }
}
