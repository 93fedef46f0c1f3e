package dev.latchkey.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.secret.SecretKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates that travel with the desk. */
class TemplateCatalogTest {
  private static final TemplateCatalog CATALOG = TemplateCatalog.loadDefault();

  static Stream<Arguments> everyLetterInEveryLanguage() {
    return CATALOG.languages().stream()
        .flatMap(language -> Stream.of(Letter.values()).map(each -> Arguments.of(each, language)));
  }

  private static RenderedLetter letter(Letter letter, String language) {
    return CATALOG.render(letter, language, LetterTexts.valuesOf(letter));
  }

  @Test
  void theDeskSpeaksEnglishAndGerman() {
    assertThat(CATALOG.languages()).containsExactly("de", "en");
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void everyLetterIsACleanPlainMail(Letter letter, String language) {
    RenderedLetter rendered = letter(letter, language);
    assertThat(rendered.subject()).isNotBlank().hasSizeLessThanOrEqualTo(200);
    assertThat(rendered.subject().codePoints()).allMatch(PlainText::allowed);
    assertThat(rendered.body())
        .endsWith("\n")
        .doesNotContain("\n\n\n", " \n", "!", "http", "{", "}");
    assertThat(rendered.body().lines()).allMatch(line -> line.length() <= 78);
    assertThat(rendered.body().replace("\n", "").codePoints()).allMatch(PlainText::allowed);
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void everyLetterBearsEmptyValues(Letter letter, String language) {
    assertThat(CATALOG.render(letter, language, SampleValues.of(letter, false)).body())
        .isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void lettersToTheRequesterStayInOneThread(Letter letter, String language) {
    if (letter.audience() == Audience.REQUESTER) {
      assertThat(letter(letter, language).subject())
          .isEqualTo(letter(Letter.STATUS, language).subject());
    }
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void everyLetterToAnOwnerNamesTheAccountAndHowToStopIt(Letter letter, String language) {
    if (letter.audience() == Audience.OWNER) {
      String body = letter(letter, language).body();
      assertThat(body).contains("\n    dora\n");
      assertThat(body.contains("\"not me\"") || body.contains("„nicht ich“"))
          .isEqualTo(letter != Letter.NOTICE_STOPPED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void theAcknowledgementSaysNothingAboutWhetherTheAccountExists(String language) {
    assertThat(letter(Letter.ACKNOWLEDGEMENT, language).body())
        .contains(language.equals("en") ? "if the account exists" : "Wenn es das Konto gibt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void aCaseNeverHasVerbAndCodeOnOneLine(String language) {
    List<String> lines = letter(Letter.CASE, language).body().lines().toList();
    assertThat(lines).filteredOn(line -> line.contains(LetterTexts.CODE)).hasSize(1);
    assertThat(lines)
        .filteredOn(line -> line.contains(LetterTexts.CODE))
        .noneMatch(line -> Arrays.stream(Verb.values()).anyMatch(v -> line.contains(v.name())));
    assertThat(letter(Letter.CASE, language).subject()).doesNotContain(LetterTexts.CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void aCaseBelowTheFloorShowsNoCode(String language) {
    Map<String, @Nullable Object> values = LetterTexts.valuesOf(Letter.CASE, "approvers", 0);
    assertThat(CATALOG.render(Letter.CASE, language, values).body())
        .doesNotContain(LetterTexts.CODE, "APPROVE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void everyLineOfTheRequesterIsMarkedForStaff(String language) {
    Map<String, @Nullable Object> values =
        LetterTexts.valuesOf(
            Letter.CASE,
            "written",
            List.of("APPROVE this\r\nREJECT that", "x".repeat(300), "word ".repeat(100)));
    List<String> lines = CATALOG.render(Letter.CASE, language, values).body().lines().toList();
    assertThat(lines).filteredOn(line -> line.contains("xxx")).hasSizeGreaterThan(3);
    assertThat(lines)
        .filteredOn(l -> l.contains("xxx") || l.contains("word word") || l.contains("REJECT that"))
        .allMatch(line -> line.startsWith("| "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void helpExplainsEveryCommand(String language) {
    String help = letter(Letter.HELP, language).body();
    assertThat(Verb.values()).allMatch(verb -> help.contains("- " + verb.name()));
  }

  @ParameterizedTest
  @EnumSource(SecretKind.class)
  void everySecretHasWords(SecretKind kind) {
    Map<String, @Nullable Object> values =
        LetterTexts.valuesOf(Letter.ACKNOWLEDGEMENT, "secrets", List.of(kind.word()));
    assertThat(CATALOG.render(Letter.ACKNOWLEDGEMENT, "en", values).body())
        .containsPattern("only you should know:\n\n- (a|an|the) .+\n\nWe blacked it out");
  }

  @Test
  void momentsAndSpansAreInTheLanguageOfTheLetter() {
    assertThat(letter(Letter.APPROVED, "en").body()).contains("Tuesday, 3 March 2026, 14:00 UTC");
    assertThat(letter(Letter.APPROVED, "de").body())
        .contains("Dienstag, 3. März 2026, 14:00 Uhr UTC");
    assertThat(letter(Letter.SIGN_OF_LIFE, "en").body())
        .contains("usually 3 days, nine in ten within 8 days.");
    assertThat(letter(Letter.SIGN_OF_LIFE, "de").body())
        .contains("meist 3 Tage, in neun von zehn Fällen höchstens 8 Tage.");
  }

  @Test
  void shortSpansAreRoundedUp() {
    assertThat(spanOf(Duration.ofMinutes(5), Duration.ofMinutes(61)))
        .contains("usually 1 hour, nine in ten within 2 hours.");
    assertThat(spanOf(Duration.ofHours(20), Duration.ofHours(25)))
        .contains("usually 20 hours, nine in ten within 2 days.");
    assertThat(spanOf(Duration.ofHours(24), Duration.ofHours(24)))
        .contains("nearly always within 1 day.");
  }

  private static String spanOf(Duration median, Duration ninetieth) {
    Span span = new Span(median, ninetieth);
    return CATALOG
        .render(Letter.SIGN_OF_LIFE, "en", LetterTexts.valuesOf(Letter.SIGN_OF_LIFE, "span", span))
        .body();
  }

  @Test
  void aSpanNobodyKnowsIsSaidSo() {
    Map<String, @Nullable Object> values =
        LetterTexts.valuesOf(Letter.SIGN_OF_LIFE, "span", Optional.empty());
    assertThat(CATALOG.render(Letter.SIGN_OF_LIFE, "en", values).body())
        .contains("we do not know yet.");
  }

  @Test
  void anOptionalVariableMayBeNullOrAnOptional() {
    for (Object given :
        new Object[] {Optional.empty(), Optional.of(Instant.EPOCH), Instant.EPOCH}) {
      Map<String, @Nullable Object> values = LetterTexts.valuesOf(Letter.STATUS, "deadline", given);
      assertThat(CATALOG.render(Letter.STATUS, "en", values).body().contains("1970"))
          .isEqualTo(!given.equals(Optional.empty()));
    }
    Map<String, @Nullable Object> none = LetterTexts.valuesOf(Letter.STATUS);
    none.put("deadline", null);
    assertThat(CATALOG.render(Letter.STATUS, "en", none).body()).doesNotContain("This step ends");
  }

  @Test
  void anotherLanguageIsAnsweredInEnglish() {
    assertThat(letter(Letter.STATUS, "fi")).isEqualTo(letter(Letter.STATUS, "en"));
  }

  @Test
  void aForgottenVariableIsABug() {
    Map<String, @Nullable Object> values = LetterTexts.valuesOf(Letter.STATUS);
    values.remove("state");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATALOG.render(Letter.STATUS, "en", values))
        .withMessage("STATUS lacks state");
  }

  @Test
  void aVariableTooManyIsABug() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CATALOG.render(
                    Letter.HELP, "en", LetterTexts.valuesOf(Letter.HELP, "code", "secret")))
        .withMessage("HELP has no variable code");
  }

  @Test
  void aValueOfAnotherKindIsABug() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CATALOG.render(
                    Letter.APPROVED, "en", LetterTexts.valuesOf(Letter.APPROVED, "executeAt", "x")))
        .withMessage("APPROVED: executeAt is not of kind MOMENT");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CATALOG.render(
                    Letter.JOINED, "en", LetterTexts.valuesOf(Letter.JOINED, "state", "LOST")));
  }

  @Test
  void aValueCannotAddAHeaderOrALine() {
    Map<String, @Nullable Object> values = new HashMap<>(LetterTexts.valuesOf(Letter.MERGED));
    values.put("reference", "LK-1\r\nBcc: eve@attacker.example\u2028X: y\u0085Z: z");
    values.put("into", "LK-2\r\n\r\nAPPROVE\u202Etxt\u0000\u001B[0m");
    RenderedLetter rendered = CATALOG.render(Letter.MERGED, "en", values);
    assertThat(rendered.subject())
        .isEqualTo("Your account recovery LK-1 Bcc: eve@attacker.example X: y Z: z");
    assertThat(rendered.body()).contains("under the reference LK-2  APPROVEtxt[0m.\n");
  }

  @Test
  void turningAndHiddenCharactersVanishFromTexts() {
    String question = "a\u202Eb\u2066c\u200Fd\u061Ce\uFEFFf\u00ADg\uD800h\u2029i";
    Map<String, @Nullable Object> values =
        LetterTexts.valuesOf(Letter.QUESTION, "question", question);
    assertThat(CATALOG.render(Letter.QUESTION, "en", values).body()).contains("| abcdefgh\n| i\n");
  }

  @Test
  void lettersAndEmojiOfAllScriptsStay() {
    String question = "日本語 नमस्ते می‌خواهم 👩‍💻";
    Map<String, @Nullable Object> values =
        LetterTexts.valuesOf(Letter.QUESTION, "question", question);
    assertThat(CATALOG.render(Letter.QUESTION, "de", values).body()).contains("| " + question);
  }

  @Test
  void aLongSubjectIsCut() {
    Map<String, @Nullable Object> values =
        LetterTexts.valuesOf(Letter.MERGED, "reference", "😀".repeat(400));
    String subject = CATALOG.render(Letter.MERGED, "en", values).subject();
    assertThat(subject).hasSizeBetween(190, 200);
    assertThat(subject.codePoints()).allMatch(PlainText::allowed);
  }

  @Test
  void syntaxInAValueIsOnlyText() {
    Map<String, @Nullable Object> values =
        LetterTexts.valuesOf(Letter.QUESTION, "question", "{{ desk }} {% if true %} {# x #}");
    assertThat(CATALOG.render(Letter.QUESTION, "en", values).body())
        .contains("| {{ desk }} {% if true %} {# x #}");
  }

  @Test
  void theStateOfTheTicketIsASentence() {
    for (TicketState state : TicketState.values()) {
      String body =
          CATALOG
              .render(Letter.JOINED, "de", LetterTexts.valuesOf(Letter.JOINED, "state", state))
              .body();
      assertThat(body).doesNotContain(state.name()).contains("So steht es:\n");
    }
  }
}
