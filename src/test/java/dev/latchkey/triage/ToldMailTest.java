package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.request.IntentReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
          CANNOT | I cannot read either of those, I only have this gmail now
          CANNOT | Rien de tout ça n'est possible pour moi, désolé
          CANNOT | どちらのメールも読めません。今はこのGmailしかありません。
          DONE | re-sent, thank you!
          DONE | Thank you! Just sent the email
          THANKS | Thank you, that was quick!
          ANSWERS | tudo bem
          ANSWERS | in Ordnung
          ANSWERS | d'accord avec tout
          ANSWERS | ok with all of it
          STATUS | Wie ist denn der Stand? Mein altes Handy ist kaputt.
          STATUS | ¿Cuál es el estado? Perdí el teléfono.
          STATUS | Qual é a situação? Meu celular foi roubado.
          QUESTION | What happens to my repos if this takes more than a month?
          QUESTION | Por quanto tempo preciso deixar essa frase no site?
          """)
  void isHeardAsWhatItTells(Intent intent, String text) {
    assertThat(triage.read(TypedMail.answer("Re: your request", text)).intent().intent())
        .isEqualTo(intent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J'ai retrouvé l'accès, merci quand même",
        "Ça remarche, mon fils m'a aidé.",
        "Voltou a funcionar",
        "Mejor déjenlo así, ya no uso esa cuenta y no quiero recuperarla.",
        "Ich möchte meinen Antrag zurückziehen."
      })
  void soundsOverAndItsWriterIsAsked(String text) {
    IntentReading read = triage.read(TypedMail.answer("Re: your request", text)).intent();

    assertThat(read.over()).isTrue();
    assertThat(read.sure()).isFalse();
  }
}
