package dev.latchkey.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.letter.writing.TemplateCatalogTest;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.triage.secret.SecretRedactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What letters say about passwords and codes: one thing, in all of them. The desk asks for codes
 * itself, so no letter may say that it never does.
 */
class SecretsInLettersTest {
  private static final TemplateCatalog CATALOG = TemplateCatalog.loadDefault();

  private static final List<Class<? extends Letter>> WARNING =
      List.of(
          RequesterLetter.Acknowledgement.class,
          RequesterLetter.AskedForAnother.class,
          RequesterLetter.DetailsMissing.class,
          RequesterLetter.SelfService.class,
          DecisionLetter.Question.class,
          EvidenceLetter.ProofWanted.class,
          InquiryLetter.Unreadable.class,
          InquiryLetter.InquiryReceived.class,
          InquiryLetter.Compromised.class,
          DecisionLetter.Recovered.class,
          NoticeLetter.NoticeBackIn.class);

  /** That nothing of the kind is ever needed; of a password alone it is true. */
  private static final Pattern NEVER_NEEDED =
      Pattern.compile(
          "never need (it|them)|brauchen (es|sie) nie|n['’]en avons jamais besoin"
              + "|[Nn]unca l[oa]s? necesitamos|[Nn]unca precisamos d(isso|eles)"
              + "|从来不需要它|それ(ら)?を必要とすることは決して");

  static Stream<Arguments> everyLetter() {
    return TemplateCatalogTest.everyLetterInEveryLanguage();
  }

  static Stream<Arguments> everyWarning() {
    return CATALOG.languages().stream()
        .flatMap(language -> WARNING.stream().map(type -> Arguments.of(type, language)));
  }

  private static String body(Letter letter, String language) {
    return CATALOG.render(letter, language, LetterTexts.HEAD).body();
  }

  @ParameterizedTest
  @MethodSource("everyWarning")
  void everyLetterThatWarnsSaysTheSame(Class<? extends Letter> type, String language)
      throws IOException {
    String key = "word.what_never_to_send = ";
    String warning =
        Files.readAllLines(Path.of("templates", language, "words.properties")).stream()
            .filter(line -> line.startsWith(key))
            .map(line -> line.substring(key.length()))
            .findFirst()
            .orElseThrow();
    assertThat(body(LetterTexts.of(type), language)).containsOnlyOnce(warning);
  }

  @ParameterizedTest
  @MethodSource("everyLetter")
  void noLetterSaysThatCodesAreNeverNeeded(LetterKind kind, String language) {
    assertThat(body(LetterTexts.of(kind), language)).doesNotContainPattern(NEVER_NEEDED);
  }

  /** In the language of the letter: no other has the words of the mark in English. */
  @ParameterizedTest
  @MethodSource("everySecret")
  void theMarkOfAHiddenSecretIsInTheLanguageOfTheLetter(SecretKind kind, String language) {
    String mark = "[" + kind.word().replace('_', ' ') + " removed]";
    Text words = new Text("It was " + mark + ", or so.");
    String text =
        body(LetterTexts.with(DecisionLetter.Question.class, "question", words), language);
    Passage passage =
        new Passage(
            new MessagePhrase.WrittenByRequester(
                "dora@mail.example", Instant.parse("2026-03-01T09:00:00Z")),
            words);
    String passages =
        body(LetterTexts.with(AlertLetter.Contested.class, "earlier", List.of(passage)), language);
    assertThat(List.of(text, passages))
        .allSatisfy(
            letter ->
                assertThat(letter)
                    .matches("(?s).*It was \\[[^\\]]+\\], or so.*")
                    .matches(said -> said.contains(mark) == language.equals("en")));
  }

  static Stream<Arguments> everySecret() {
    return CATALOG.languages().stream()
        .flatMap(
            language ->
                Stream.of(SecretKind.values()).map(secret -> Arguments.of(secret, language)));
  }

  /** Codes of ours stand in some, and are left aside. */
  @ParameterizedTest
  @MethodSource("everyLetter")
  void aQuotedLetterHoldsNothingThatLooksLikeASecret(LetterKind kind, String language) {
    Set<SecretKind> found =
        SecretRedactor.kinds(SecretRedactor.find(body(LetterTexts.of(kind), language)));
    assertThat(found).isSubsetOf(Set.of(SecretKind.RECOVERY_CODE));
  }
}
