package dev.latchkey.triage.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which full stops end a sentence. */
class AbbreviationsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Seit dem 3. Mai komme ich nicht mehr rein.",
        "Die Adresse gilt seit 1. 2. 2026 nicht mehr",
        "le 1. février mon téléphone est mort",
        "desde el 12. octubre no entro",
        "Ich wohne in St. Anna am Berg.",
        "Punkt Nr. 5 der Seite führt ins Leere",
        "My boss Dr. Weiss set it up",
        "ma collègue Mme. Durand et M. Petit le savent",
        "Mein Handy bzw. mein Tablet ist kaputt",
      })
  void aSentenceGoesOnBehindThem(String text) {
    assertThat(MailText.of(text).clauses()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It broke on the 3. Then I bought another.",
        "I have release 12. 2026 will be better.",
        "Was it me? No. I never asked.",
        "It took 40 ms. Then it failed.",
        "I live in the street. Anna does not.",
        "My account is bob.st. Anna has another.",
        "Room 333. May is fine."
      })
  void aSentenceEndsBehindOthers(String text) {
    assertThat(MailText.of(text).clauses()).hasSizeGreaterThan(1);
  }
}
