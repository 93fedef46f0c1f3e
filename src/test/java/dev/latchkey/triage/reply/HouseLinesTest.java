package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a house sets under every mail is not its writer's. */
class HouseLinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks\n--\nStaff Ltd.\nPlease think of the trees before printing this.",
        "Thanks\n\nThis email is confidential. If you are not the recipient, please delete it.",
        "Thanks\n\nDiese E-Mail enthält vertrauliche Informationen.",
        "Thanks\n\nAviso de confidencialidad: este correo..."
      })
  void whatStandsAboveStays(String text) {
    assertThat(HouseLines.above(text).strip()).isEqualTo("Thanks");
  }

  @Test
  void whatSpeaksOfSuchThingsStays() {
    String text = "Keep it confidential, but I think it was the brother.\nthis email and another";
    assertThat(HouseLines.above(text)).isEqualTo(text);
  }
}
