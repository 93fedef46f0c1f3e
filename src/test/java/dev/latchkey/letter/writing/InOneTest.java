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
    assertThat(InOne.of(List.of("Hello,\n\nOne.\n", "Two and a half.\n\nThree.\n")))
        .isEqualTo("Hello,\n\nOne.\n\nTwo and a half.\n\nThree.\n");
  }

  @Test
  void oneAloneIsAsItIs() {
    assertThat(InOne.of(List.of("Hello,\n\nOne.\n"))).isEqualTo("Hello,\n\nOne.\n");
  }

  @Test
  void nobodyIsGreetedInTheMiddle() {
    assertThat(InOne.of(List.of("Danke, das genügt.\n", "Guten Tag,\n\nvielleicht geht es so.\n")))
        .isEqualTo("Danke, das genügt.\n\nVielleicht geht es so.\n");
  }

  @Test
  void whatWasReadAboveIsNotReadAgain() {
    assertThat(
            InOne.of(
                List.of(
                    "Hello,\n\nStaff decide.\n\nYou do not have to do anything.\n",
                    "Hello,\n\nYour code was right.\n\nYou do not have to do anything.\n")))
        .isEqualTo(
            "Hello,\n\nStaff decide.\n\nYou do not have to do anything.\n\nYour code was right.\n");
  }

  @Test
  void aHeadingIsNoGreeting() {
    assertThat(InOne.of(List.of("Hello,\n\nOne.\n", "You asked:\n\n     What now?\n")))
        .isEqualTo("Hello,\n\nOne.\n\nYou asked:\n\n     What now?\n");
  }
}
