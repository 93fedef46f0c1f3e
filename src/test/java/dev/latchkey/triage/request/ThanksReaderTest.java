package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThanksReaderTest {
  private final ThanksReader reader = new ThanksReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks!",
        "OK, thanks anyway",
        "Thank you for your help.\n\nBest regards,\nDora Example",
        "Understood. Thank you all the same!\nDora",
        "Vielen Dank für Ihre Mühe, trotzdem.\nMit freundlichen Grüßen",
        "Merci quand même",
        "Thank you so much, it works again!",
        "Perfect!",
        "Muchas gracias por su ayuda, saludos",
        "\uD83D\uDC4D",
        "",
        "\uD83D\uDC4D Dora Example reacted via Gmail",
        "Liked \u201cYour request was declined\u201d",
        "Dora Example reacted to your message:\n\uD83D\uDC4D",
        "Loved \u201cWhere your request stands\u201d",
        "Muito obrigada pela ajuda!",
        "非常感谢",
        "ありがとうございました",
      })
  void thanksHoldNothingNew(String written) {
    assertThat(reader.nothingNew(written, List.of("Dora Example <dora@mail.example>"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks, but I still cannot log in.",
        "Thank you. I found my old phone.",
        "Thanks for nothing",
        "Thanks. And now?",
        "It still does not work",
        "Thanks, works not",
        "I am back",
        "OK",
        "yes",
        "Thanks\nHelp me get it back please",
        "Thank you, here it is: 3QTU-Y6Q5-5MBV-BCME",
        "No thanks to you I am still locked out",
        "Eve",
        "Danke, aber es geht nicht.",
      })
  void anythingElseIsSomethingNew(String written) {
    assertThat(reader.nothingNew(written, List.of("Dora Example <dora@mail.example>"))).isFalse();
  }
}
