package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.triage.form.Intent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Later mails that tell something, which the models by themselves take for something else. */
class ToldMailTest {
  private final TriageReader triage;

  ToldMailTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ANSWERS | It was created in 2013, I believe.
          ANSWERS | Je me suis inscrite vers 2017.
          ANSWERS | There are two packages called moss and fern that I published.
          ANSWERS | Die Datei ist im Anhang.
          ANSWERS | Segue em anexo o que pediram.
          ANSWERS | Sie haben mich falsch geschrieben: anna-k2, nicht annak2.
          ANSWERS | Da steht der falsche Benutzername, richtig ist weber_7.
          CANNOT | Telefon weg, Codes weg, mehr habe ich nicht.
          CANNOT | Je n'ai plus ni le téléphone ni les codes.
          CANNOT | O celular foi roubado e não sobrou nada.
          CANNOT | Ich kann den Anhang nicht öffnen.
          """)
  void isHeardAsWhatItTells(Intent intent, String text) {
    assertThat(triage.read(TypedMail.answer("Re: your request", text)).intent().intent())
        .isEqualTo(intent);
  }
}
