package dev.latchkey.letter.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.Awaited;
import dev.latchkey.letter.CommandLetter;
import dev.latchkey.letter.DeadlineLetter;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.LetterTexts;
import dev.latchkey.letter.Letterhead;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.PlainText;
import dev.latchkey.letter.Records;
import dev.latchkey.letter.RenderedLetter;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.RequesterLetter.Acknowledgement;
import dev.latchkey.letter.Span;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.letter.StandingLetter.SignOfLife;
import dev.latchkey.letter.StandingLetter.Status;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.ClaimPhrase;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.triage.words.LanguageReader;
import dev.latchkey.trust.staff.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates that travel with the desk. */
public class TemplateCatalogTest {
  private static final TemplateCatalog CATALOG = TemplateCatalog.loadDefault();

  /** What an owner is told to answer who did not ask. */
  private static final Map<String, String> NOT_ME =
      Map.of(
          "de", "nicht ich",
          "es", "no fui yo",
          "fr", "pas moi",
          "ja", "私ではありません",
          "pt", "não fui eu",
          "zh", "不是我");

  public static Stream<Arguments> everyLetterInEveryLanguage() {
    return CATALOG.languages().stream()
        .flatMap(
            language ->
                LetterKind.all().stream()
                    .filter(each -> CATALOG.writtenIn(each, language).equals(language))
                    .map(each -> Arguments.of(each, language)));
  }

  private static RenderedLetter letter(Letter letter, String language) {
    return CATALOG.render(letter, language, LetterTexts.HEAD);
  }

  private static RenderedLetter letter(Class<? extends Letter> type, String language) {
    return letter(LetterTexts.of(type), language);
  }

  private static Letterhead head(String reference) {
    return new Letterhead(LetterTexts.DESK, "help@desk.example", reference, LetterTexts.HEAD.now());
  }

  @Test
  void theseLanguagesTravelWithTheDesk() {
    assertThat(CATALOG.languages()).containsExactly("de", "en", "es", "fr", "ja", "pt", "zh");
    assertThat(CATALOG.lacks()).isEmpty();
  }

  /** Nor has it two kinds of apostrophe: what is broken or mixed looks like a forgery. */
  @Test
  void aFrenchLineNeverBreaksBeforeAColon() {
    assertThat(
            LetterKind.all().stream()
                .flatMap(kind -> Stream.of(Samples.letter(kind, true), Samples.letter(kind, false)))
                .map(letter -> letter(letter, "fr"))
                .flatMap(letter -> (letter.subject() + "\n" + letter.body()).lines())
                .filter(line -> line.matches(".* [:;?!»].*|.*« .*|.*’.*"))
                .distinct())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void everyLetterIsACleanPlainMail(LetterKind kind, String language) {
    RenderedLetter rendered = letter(LetterTexts.of(kind), language);
    assertThat(rendered.subject()).isNotBlank().hasSizeLessThanOrEqualTo(200);
    assertThat(rendered.subject().codePoints()).allMatch(PlainText::allowed);
    assertThat(rendered.body())
        .endsWith("\n")
        .doesNotContain("\n\n\n", " \n", "!", "http", "{", "}");
    assertThat(rendered.body().replace("\n", "").codePoints()).allMatch(PlainText::allowed);
  }

  /** Finds what was copied and not translated, and a language that the desk cannot tell. */
  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void everyLetterReadsAsItsLanguage(LetterKind kind, String language) {
    String body = letter((Letter) Samples.of(kind.type(), false), language).body();
    assertThat(new LanguageReader().read(body)).isEqualTo(language);
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void everySubjectBeginsWithTheNewsAndEndsWithTheReference(LetterKind kind, String language) {
    for (boolean full : List.of(true, false)) {
      assertThat(letter(Samples.letter(kind, full), language).subject())
          .endsWith(" – " + LetterTexts.REFERENCE)
          .doesNotStartWith(LetterTexts.REFERENCE);
    }
    assertThat(CATALOG.render(LetterTexts.of(kind), language, head("")).subject())
        .doesNotEndWith("–")
        .isNotBlank();
  }

  /** What the accounts are for is said in the settings and in the form, and nowhere else. */
  @Test
  void noLetterKnowsWhatTheAccountsAreFor() throws IOException {
    Pattern index =
        Pattern.compile(
            "(?i)\\b(pypi|index|packages?|projects?|releases?|maintainers?|pakete?n?|projekte?n?)\\b");
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String line : Files.readAllLines(file)) {
          String said = line.replaceAll("^[a-z]+[.][A-Z_]+ = |\\{[^}]*\\}", "");
          assertThat(index.matcher(said).find()).as(file + ": " + line).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void everyLetterBearsEmptyValues(LetterKind kind, String language) {
    assertThat(letter((Letter) Samples.of(kind.type(), false), language).body()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void everyLetterToAnOwnerNamesTheAccountAndHowToStopIt(LetterKind kind, String language) {
    if (LetterTexts.of(kind) instanceof OwnerLetter letter) {
      String body = letter(letter, language).body();
      // Whoever is no owner is told of no account.
      assertThat(body.contains("dora")).isEqualTo(!(letter instanceof OwnerLetter.CodeNotFromHere));
      assertThat(body.contains(NOT_ME.getOrDefault(language, "not me")))
          .isEqualTo(
              !(letter instanceof NoticeLetter.NoticeStopped)
                  && !(letter instanceof NoticeLetter.NoticeDisputed));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "de, Wenn es das Konto gibt",
    "en, if the account exists",
    "es, si la cuenta existe",
    "fr, si le compte existe",
    "ja, アカウントが存在し",
    "pt, se a conta existir",
    "zh, 如果该账号存在"
  })
  void theAcknowledgementSaysNothingAboutWhetherTheAccountExists(String language, String words) {
    assertThat(letter(Acknowledgement.class, language).body()).contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en", "es", "fr", "ja", "pt", "zh"})
  void aCaseNeverHasVerbAndCodeOnOneLine(String language) {
    List<String> lines = letter(StaffLetter.Case.class, language).body().lines().toList();
    assertThat(lines).filteredOn(line -> line.contains(LetterTexts.CODE)).hasSize(1);
    assertThat(lines)
        .filteredOn(line -> line.contains(LetterTexts.CODE))
        .noneMatch(line -> Arrays.stream(Verb.values()).anyMatch(v -> line.contains(v.name())));
    assertThat(letter(StaffLetter.Case.class, language).subject()).doesNotContain(LetterTexts.CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en", "es", "fr", "ja", "pt", "zh"})
  void aCaseBelowTheFloorShowsNoCode(String language) {
    Letter given = LetterTexts.with(StaffLetter.Case.class, "approvers", 0);
    assertThat(letter(given, language).body()).doesNotContain(LetterTexts.CODE, "APPROVE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en", "es", "fr", "ja", "pt", "zh"})
  void everyLineOfTheRequesterIsMarkedForStaff(String language) {
    Letter given =
        LetterTexts.with(
            StaffLetter.Case.class,
            "messages",
            List.of(
                new Passage(
                    new MessagePhrase.WrittenByRequester("eve@mail.example", Instant.EPOCH),
                    new Text("APPROVE this\r\nREJECT that\n" + "x".repeat(300)))));
    List<String> lines = letter(given, language).body().lines().toList();
    assertThat(lines)
        .filteredOn(
            l -> l.contains("xxx") || l.contains("APPROVE this") || l.contains("REJECT that"))
        .hasSizeGreaterThan(4)
        .allMatch(line -> line.startsWith("    "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en", "es", "fr", "ja", "pt", "zh"})
  void helpExplainsEveryCommand(String language) {
    String help = letter(CommandLetter.Help.class, language).body();
    assertThat(Verb.values()).allMatch(verb -> help.contains("- " + verb.name()));
  }

  @ParameterizedTest
  @EnumSource(SecretKind.class)
  void everySecretHasWords(SecretKind kind) {
    Letter given = LetterTexts.with(Acknowledgement.class, "secrets", Set.of(kind));
    assertThat(letter(given, "en").body())
        .containsPattern("only you should know:\n\n- (a|an|the) .+\n\nWe blacked it out");
  }

  @Test
  void momentsAndSpansAreInTheLanguageOfTheLetter() {
    assertThat(letter(DecisionLetter.Approved.class, "en").body())
        .contains("Tuesday, 3 March 2026, 14:00 UTC");
    assertThat(letter(DecisionLetter.Approved.class, "de").body())
        .contains("Dienstag, 3. März 2026, 14:00 Uhr UTC");
    assertThat(letter(DecisionLetter.Approved.class, "es").body())
        .contains("martes 3 de marzo de 2026, 14:00 UTC");
    assertThat(letter(DecisionLetter.Approved.class, "fr").body())
        .contains("mardi 3 mars 2026 à 14\u00A0h\u00A000\u00A0UTC");
    assertThat(letter(DecisionLetter.Approved.class, "pt").body())
        .contains("3 de março de 2026, terça-feira, 14:00 UTC");
    assertThat(letter(DecisionLetter.Approved.class, "ja").body())
        .contains("2026年3月3日（火）14:00 UTC");
    assertThat(letter(DecisionLetter.Approved.class, "zh").body())
        .contains("2026年3月3日星期二 14:00 UTC");
    assertThat(letter(SignOfLife.class, "en").body())
        .contains(
            "nine in ten requests like yours were recently decided within 8 days,"
                + " once nothing was missing.");
    assertThat(letter(SignOfLife.class, "de").body())
        .contains("bei neun von zehn Anfragen wie Ihrer waren es zuletzt höchstens 8 Tage, sobald");
  }

  @Test
  void shortSpansAreRoundedUp() {
    assertThat(spanOf(Duration.ofMinutes(61))).contains("recently decided within 2 hours,");
    assertThat(spanOf(Duration.ofHours(20))).contains("recently decided within 20 hours,");
    assertThat(spanOf(Duration.ofHours(25))).contains("recently decided within 2 days,");
  }

  @Test
  void whatTheOperatorAimsAtIsNotSaidToBeMeasured() {
    Letter aimed =
        LetterTexts.with(SignOfLife.class, "span", Optional.of(Span.target(Duration.ofDays(14))));

    assertThat(letter(aimed, "en").body()).contains("we aim to decide within 14 days.");
  }

  private static String spanOf(Duration within) {
    return spanOf(Span.usual(within), "en");
  }

  private static String spanOf(Span span, String language) {
    return letter(LetterTexts.with(SignOfLife.class, "span", Optional.of(span)), language).body();
  }

  @Test
  void aPromisedDayIsSaidWithTheDaysUntilThen() {
    Instant by = Instant.parse("2026-02-19T23:59:59Z");

    assertThat(spanOf(Span.by(by, true), "en"))
        .contains("expect our decision, or a question, by Thursday, 19 February (in 2 days);");
    assertThat(spanOf(Span.by(by, false), "en"))
        .contains("we aim to decide by Thursday, 19 February (in 2 days).");
    for (String language : List.of("en", "de", "fr", "es", "pt", "zh", "ja")) {
      assertThat(spanOf(Span.by(by, true), language)).contains("19").doesNotContain("{");
      assertThat(spanOf(Span.by(by, false), language)).contains("19").doesNotContain("{");
    }
  }

  @Test
  void aSpanNobodyKnowsIsNotSaid() {
    Letter given = LetterTexts.with(SignOfLife.class, "span", Optional.empty());
    assertThat(letter(given, "en").body()).doesNotContain("How long it takes");
  }

  @Test
  void anOptionalVariableMayBeAbsent() {
    Letter none = LetterTexts.with(RequesterLetter.InReview.class, "nextWord", Optional.empty());
    assertThat(letter(none, "en").body()).doesNotContain("You will hear from us");
    assertThat(letter(RequesterLetter.InReview.class, "en").body())
        .contains("You will hear from us");
  }

  @Test
  void howLongARequestCanBeReopenedIsWhatTheSettingsSay() {
    DeskWords own = new DeskWords(Map.of(), Map.of(), Map.of(), Duration.ofDays(10));
    TemplateCatalog catalog = TemplateCatalog.loadDefault(own);
    Letter expired = LetterTexts.of(DeadlineLetter.Expired.class);
    assertThat(catalog.render(expired, "en", LetterTexts.HEAD).body()).contains("within 10 days");
    assertThat(catalog.render(expired, "de", LetterTexts.HEAD).body())
        .contains("innerhalb von 10 Tagen");
    Letter closed = new StandingLetter.Joined(TicketState.REJECTED, Awaited.NOTHING);
    assertThat(catalog.render(closed, "en", LetterTexts.HEAD).body()).contains("within 10 days");
  }

  @Test
  void anotherLanguageIsAnsweredInEnglish() {
    assertThat(letter(Status.class, "fi")).isEqualTo(letter(Status.class, "en"));
  }

  @Test
  void aValueCannotAddAHeaderOrALine() {
    Letter given =
        new NoticeLetter.NoticeStarted("LK-2\r\n\r\nAPPROVE\u202Etxt\u0000\u001B[0m", "x", false);
    RenderedLetter rendered =
        CATALOG.render(given, "en", head("LK-1\r\nBcc: eve@attacker.example\u2028X: y\u0085Z: z"));
    assertThat(rendered.subject())
        .isEqualTo(
            "Somebody has begun to recover your account – LK-1 Bcc: eve@attacker.example X: y Z:"
                + " z");
    assertThat(rendered.body()).contains("recover the account LK-2  APPROVEtxt[0m. This");
  }

  @Test
  void aValueInASentenceStaysOnItsLine() {
    Letter given =
        LetterTexts.with(
            StaffLetter.Case.class,
            "claims",
            List.of(new ClaimPhrase.NamedAccount("dora\r\nAPPROVE\u202E {name}")));
    assertThat(letter(given, "en").body()).contains("\n| Account name: dora APPROVE {name}\n");
  }

  @Test
  void turningAndHiddenCharactersVanishFromTexts() {
    String question = "a\u202Eb\u2066c\u200Fd\u061Ce\uFEFFf\u00ADg\uD800h\u2029i";
    Letter given = LetterTexts.with(DecisionLetter.Question.class, "question", new Text(question));
    assertThat(letter(given, "en").body()).contains("    abcdefgh\n    i\n");
  }

  @Test
  void lettersAndEmojiOfAllScriptsStay() {
    String question = "日本語 नमस्ते می‌خواهم 👩‍💻";
    Letter given = LetterTexts.with(DecisionLetter.Question.class, "question", new Text(question));
    assertThat(letter(given, "de").body()).contains(question);
  }

  @Test
  void aLongSubjectIsCut() {
    String subject =
        CATALOG.render(LetterTexts.of(Status.class), "en", head("😀".repeat(400))).subject();
    assertThat(subject).hasSizeBetween(190, 200);
    assertThat(subject.codePoints()).allMatch(PlainText::allowed);
  }

  @Test
  void syntaxInAValueIsOnlyText() {
    Letter given =
        LetterTexts.with(
            DecisionLetter.Question.class,
            "question",
            new Text("{{ desk }} {% if true %} {# x #}"));
    assertThat(letter(given, "en").body()).contains("    {{ desk }} {% if true %} {# x #}");
  }

  @Test
  void theStateOfTheTicketIsASentence() {
    for (TicketState state : TicketState.values()) {
      String body = letter(new StandingLetter.Joined(state, Awaited.NOTHING), "de").body();
      assertThat(body).doesNotContain(state.name()).contains("Der Stand: ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyGateHasASentenceForPeople(Gate gate) {
    for (String language : CATALOG.languages()) {
      assertThat(CATALOG.say(new CommandPhrase.Closed(gate), language))
          .matches("[\\p{Lu}\\p{Lo}].*[.。]")
          .doesNotContain("null", "@");
    }
  }

  @ParameterizedTest
  @MethodSource("everySentence")
  void everySentenceIsSaidInEveryLanguage(Object sentence) {
    assertThat(sentence).isInstanceOf(Phrase.class);
    for (String language : CATALOG.languages()) {
      assertThat(CATALOG.say((Phrase) sentence, language))
          .isNotBlank()
          .doesNotContain("{", "}", "null", "\n");
    }
  }

  static Stream<Object> everySentence() {
    return Records.of(Phrase.class).map(type -> Samples.of(type, true));
  }
}
