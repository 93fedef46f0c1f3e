package dev.latchkey.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"LK-1042", "lk-1042", "Lk-1042"})
  void caseDoesNotMatter(String text) {
    assertThat(Reference.find(text)).contains(new Reference(1042));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "LK-",
        "LK-0",
        "LK-01",
        "LK--1",
        "LK-1 ",
        " LK-1",
        "LK1",
        "LK-1a",
        "LK-+1",
        "LK-1\n",
        "LK-\u0661",
        "\uff2c\uff2b-1",
        "L\u212a-1",
        "LK\u20101",
        "LK-9999999999999"
      })
  void everyOtherTextIsNone(String text) {
    assertThat(Reference.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LK-1042",
        "Re: [lk-1042] code",
        "x - y-LK-1042.",
        "チケットLK-1042の件です",
        "工单LK-1042，谢谢",
        "_Lk-1042_",
        "über LK-1042?"
      })
  void isFoundInAText(String text) {
    assertThat(Reference.allIn(text)).containsExactly(new Reference(1042));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "LK",
        "-LK",
        "k-1042",
        "BULK-1042",
        "LK-1042a",
        "LK-0",
        "LK- 1042",
        "L\u212a-1042"
      })
  void aTextWithoutHasNone(String text) {
    assertThat(Reference.allIn(text)).isEmpty();
  }

  @Test
  void everyOneOfATextIsFound() {
    assertThat(Reference.allIn("LK-1, not BULK-2 but lk-3; LK-1 again"))
        .containsExactly(new Reference(1), new Reference(3), new Reference(1));
  }

  @Test
  void theLongestNumberIsRead() {
    assertThat(Reference.find("LK-999999999999")).contains(new Reference(999_999_999_999L));
  }

  @Test
  void thereIsNoNumberBelowOne() {
    assertThatThrownBy(() -> new Reference(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsWrittenIsFoundAgain() {
    assertThat(Reference.find(new Reference(7).toString())).contains(new Reference(7));
  }
}
