package dev.latchkey.letter.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.check.Lacking;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.Awaited;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.LetterTexts;
import dev.latchkey.letter.RenderedLetter;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.letter.phrase.EvidencePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.writing.DeskWords.Said;
import dev.latchkey.ticket.TicketState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told whose own templates cannot be used. */
class TemplateErrorsTest {
  @TempDir private Path directory;

  @BeforeEach
  void copyTheTemplates() throws IOException {
    Path templates = Path.of("templates");
    try (Stream<Path> files = Files.walk(templates)) {
      for (Path file : files.sorted().toList()) {
        Path copy = directory.resolve(templates.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private List<String> errors() {
    TemplateException e =
        catchThrowableOfType(
            TemplateException.class,
            () -> TemplateCatalog.load(directory, DeskWords.NONE).languages());
    assertThat(e).as("templates were accepted").isNotNull();
    return e.errors();
  }

  @Test
  void aCopyOfTheTemplatesIsFine() {
    assertThat(TemplateCatalog.load(directory, DeskWords.NONE).languages())
        .isEqualTo(TemplateCatalog.loadDefault().languages());
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws IOException {
    Files.delete(directory.resolve("en/case.txt"));
    write("de/extra.txt", "Subject: x\n\ny\n");
    write("en/help.txt", "Subject: {{ reference }}\n\n{{ code }}\n");
    write("en/status.txt", "Subject: x\nBcc: y\n\n{% if %}\n");
    assertThat(errors())
        .hasSize(5)
        .contains(
            "en/case.txt:1: is missing",
            "de/extra.txt:1: belongs to no letter",
            "en/status.txt:2: the only header is \"Subject: \"",
            "en/help.txt:3: this letter has no variable code, it has [commands, desk, deskAddress, reference]")
        .anyMatch(error -> error.startsWith("en/status.txt:4: "));
  }

  @Test
  void aForeignVariableIsFoundInABranchThatIsNeverTaken() throws IOException {
    write(
        "en/reopened.txt",
        """
        Subject: x

        {% if proving %}
        A
        {% else %}
        {% if missing is empty %}
        B
        {% else %}
        {{ code }}
        {% endif %}
        {% endif %}
        """);
    assertThat(errors())
        .containsExactly(
            "en/reopened.txt:9: this letter has no variable code, it has"
                + " [desk, deskAddress, missing, proving, reference]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '"',
      textBlock =
          """
          {{ missing }}                        => WORDS cannot be printed without a filter for it
          {{ deadline }}                       => MOMENT cannot be printed without a filter for it
          {{ deadline | span }}                => filter span is not for MOMENT
          {{ desk | upper }}                   => there is no filter upper
          {{ desk | list }}                    => filter list is not for LINE
          {{ state | words('level') }}         => there are no words of that family for a TicketState
          {{ state | words(desk) }}            => filter words needs one of
          {{ state.name }}                     => only variables and filters can be printed
          {{ desk.getClass() }}                => only variables and filters can be printed
          {{ max(1, 2) }}                      => only variables and filters can be printed
          {{ 'a' }}                            => only variables and filters can be printed
          {% include 'de/help.txt' %}          => only text, {{ }} and if are allowed in a letter
          {% extends 'de/help.txt' %}          => only text, {{ }} and if are allowed in a letter
          {% import 'de/help.txt' %}           => only text, {{ }} and if are allowed in a letter
          {% set x = desk %}                   => only text, {{ }} and if are allowed in a letter
          {% macro m() %}{{ desk }}{% endmacro %} => only text, {{ }} and if are allowed in a letter
          {% for m in missing %}x{% endfor %}  => only text, {{ }} and if are allowed in a letter
          {% if desk %}x{% endif %}            => a condition needs a FLAG here
          {% if before > desk %}x{% endif %}    => only whole numbers can be compared with
          {% if desk is even %}x{% endif %}    => there is no test even
          {{ deadline | moment }}              => with no optional values
          a\u202Eb                             => character U+202E cannot stand in a mail
          """)
  void aTemplateCanOnlyDoWhatALetterNeeds(String text, String what) throws IOException {
    write("en/status.txt", "Subject: x\n\ntext\n" + text + "\n");
    assertThat(errors()).hasSize(1);
    assertThat(errors().get(0)).startsWith("en/status.txt:").contains(what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '"',
      textBlock =
          """
          Subject: {{ question | quoted }}\\n\\nx\\n  => 1: filter quoted makes more than one line
          Subject: {{ question }}\\n\\nx\\n           => 1: TEXT cannot be printed without a filter for it
          Subject: a\\nSubject: b\\n\\nx\\n           => 2: there is a second Subject
          \\nx\\n                                     => 1: there is no Subject
          Subject: a\\n                               => 2: there is no body
          Subject: {{\\n\\nx\\n                       => 1:
          Subject: {{ reference }}\\n\\nx\\n          => 1: the Subject can be empty; give it words of its own
          """)
  void aTemplateIsShapedLikeAMail(String text, String what) throws IOException {
    write("en/question.txt", text.replace("\\n", "\n"));
    assertThat(errors()).anyMatch(error -> error.startsWith("en/question.txt:" + what.strip()));
  }

  @Test
  void aTemplateInAnotherEncodingIsRefused() throws IOException {
    Files.write(
        directory.resolve("de/merged.txt"),
        "Subject: für\n\nx\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(errors()).containsExactly("de/merged.txt:1: is not UTF-8");
  }

  @Test
  void whatALanguageLacksIsTakenFromEnglishAndSaid() throws IOException {
    TemplateCatalog before = TemplateCatalog.load(directory, DeskWords.NONE);
    Files.delete(directory.resolve("de/contested.txt"));
    Path words = directory.resolve("de/words.properties");
    Files.writeString(
        words, Files.readString(words).replaceAll("(?m)^(state.PROVING|phrase.LACKS) .*$", ""));
    TemplateCatalog catalog = TemplateCatalog.load(directory, DeskWords.NONE);
    assertThat(catalog.lacks())
        .filteredOn(lack -> !before.lacks().contains(lack))
        .containsExactly(
            "de/words.properties:1: phrase.LACKS is missing",
            "de/words.properties:1: state.PROVING is missing",
            "de/contested.txt:1: is missing");
    Letter contested = LetterTexts.of(AlertLetter.Contested.class);
    assertThat(catalog.render(contested, "de", LetterTexts.HEAD))
        .isEqualTo(catalog.render(contested, "en", LetterTexts.HEAD));
    assertThat(catalog.writtenIn(contested.kind(), "de")).isEqualTo("en");
    Phrase lacks = new EvidencePhrase.Lacks(new Lacking.Possession());
    assertThat(catalog.say(lacks, "de")).startsWith("Missing: ").isNotEqualTo(english(lacks));
    assertThat(catalog.say(lacks, "en")).isEqualTo(english(lacks));
  }

  private static String english(Phrase phrase) {
    return TemplateCatalog.loadDefault().say(phrase, "en");
  }

  @Test
  void aLanguageMayConsistOfOneLetter() throws IOException {
    Files.createDirectory(directory.resolve("nl"));
    write("nl/withdrawn.txt", "Subject: Gesloten {{ reference }}\n\nUw verzoek is gesloten.\n");
    TemplateCatalog catalog = TemplateCatalog.load(directory, DeskWords.NONE);
    assertThat(catalog.lacks()).contains("nl/words.properties:1: is missing");
    RenderedLetter withdrawn =
        catalog.render(RequesterLetter.Withdrawn.asWished(), "nl", LetterTexts.HEAD);
    assertThat(withdrawn.body()).isEqualTo("Uw verzoek is gesloten.\n");
    Letter status = LetterTexts.of(StandingLetter.Status.class);
    assertThat(catalog.render(status, "nl", LetterTexts.HEAD))
        .isEqualTo(catalog.render(status, "en", LetterTexts.HEAD));
  }

  @Test
  void aLetterOfAnIncompleteLanguageIsHeldToTheRules() throws IOException {
    Files.createDirectory(directory.resolve("nl"));
    write("nl/withdrawn.txt", "Subject: Gesloten\n\n{{ code }}\n");
    write("nl/onbekend.txt", "Subject: x\n\ny\n");
    write("nl/words.properties", "state.PROVED = x\nphrase.CLAIM_BY = {who}\n");
    assertThat(errors())
        .contains(
            "nl/withdrawn.txt:3: this letter has no variable code, it has [back, denied, desk, deskAddress, reference, settled]",
            "nl/onbekend.txt:1: belongs to no letter",
            "nl/words.properties:1: state.PROVED is not known",
            "nl/words.properties:2: phrase.CLAIM_BY has no {who}")
        .noneMatch(error -> error.endsWith("is missing"));
  }

  @Test
  void wordsAreNeitherMissingNorLeftOver() throws IOException {
    Path words = directory.resolve("en/words.properties");
    String text = Files.readString(words).replace("state.PROVING =", "state.PROVED =");
    Files.writeString(words, text.replace("moment = EEEE", "moment = bbbEEEE"));
    assertThat(errors())
        .hasSize(3)
        .contains("en/words.properties:1: state.PROVING is missing")
        .anyMatch(error -> error.matches("en/words.properties:\\d\\d: state.PROVED is not known"))
        .anyMatch(error -> error.startsWith("en/words.properties:4: "));
  }

  @Test
  void englishIsAlwaysThere() throws IOException {
    Files.move(directory.resolve("en"), directory.resolve("english"));
    assertThat(errors())
        .containsExactly("en:1: English is missing", "english:1: is not a language of two letters");
  }

  @Test
  void linesMayEndAsOnWindows() throws IOException {
    Path file = directory.resolve("en/case.txt");
    String unix = Files.readString(file);
    RenderedLetter expected = contested();
    Files.writeString(file, unix.replace("\n", "\r\n"));
    assertThat(contested()).isEqualTo(expected);
  }

  @Test
  void aSentenceSaysAllThatItHasAndNothingElse() throws IOException {
    Path words = directory.resolve("en/words.properties");
    Files.writeString(
        words,
        Files.readString(words)
            .replace("phrase.CLAIM_BY = {reference} by {requester}", "phrase.CLAIM_BY = by {who}"));
    assertThat(errors())
        .hasSize(3)
        .allMatch(error -> error.matches("en/words.properties:\\d+: phrase.CLAIM_BY .*"))
        .anyMatch(error -> error.endsWith(" has no {who}"))
        .anyMatch(error -> error.endsWith(" does not say {reference}"))
        .anyMatch(error -> error.endsWith(" does not say {requester}"));
  }

  @Test
  void whatIsTheDesksOwnIsSaidOrGuarded() throws IOException {
    write(
        "en/help.txt",
        """
        Subject: x

        {{ links.rules }}
        {% if links.rules is not empty %}
        {{ links.rules }}
        {% else %}
        {{ links.rules }}
        {% endif %}
        {% if links.rules is empty or words.team is empty %}
        x
        {% else %}
        {{ links.rules }} {{ words.team }}
        {% endif %}
        {% if not (targets.security is empty) and links.rules is not empty %}
        {{ targets.security }} {{ links.rules }} {{ words.team }}
        {% endif %}
        {{ links['rules'] }} {{ link.rules }} {{ links.rules.length }}
        """);
    String unset = " is not set: set it in the settings, or write it only within {% if ";
    assertThat(errors())
        .contains(
            "en/help.txt:3: links.rules" + unset + "links.rules is not empty %}",
            "en/help.txt:7: links.rules" + unset + "links.rules is not empty %}",
            "en/help.txt:15: words.team" + unset + "words.team is not empty %}")
        .filteredOn(error -> !error.contains("en/help.txt:17: "))
        .hasSize(3);
  }

  @Test
  void theSettingsSayWhatIsTheDesksOwnPerLanguage() throws IOException {
    String text =
        "Subject: x\n\n{{ links.rules }}{% if words.team is not empty %} {{ words.team }}{% endif %}\n";
    write("en/withdrawn.txt", text);
    write("de/withdrawn.txt", text);
    DeskWords own =
        new DeskWords(
            Map.of("rules", Said.always("https://desk.example/rules")),
            Map.of(
                "team",
                new Said(Optional.empty(), Map.of("de", "das Team")),
                "nobody",
                Said.always("x")),
            Map.of("security", Said.always("security@desk.example")));
    TemplateCatalog catalog = TemplateCatalog.load(directory, own);
    Letter letter = RequesterLetter.Withdrawn.asWished();
    assertThat(catalog.render(letter, "en", LetterTexts.HEAD).body())
        .isEqualTo("https://desk.example/rules\n");
    assertThat(catalog.render(letter, "de", LetterTexts.HEAD).body())
        .isEqualTo("https://desk.example/rules das Team\n");
    assertThat(catalog.unused()).containsExactly("words.nobody");
    assertThat(catalog.own().target("security", "de")).contains("security@desk.example");
  }

  @Test
  void aWordMayNameWhatIsTheDesksOwn() throws IOException {
    Path words = directory.resolve("en/words.properties");
    Files.writeString(
        words,
        Files.readString(words)
                .replaceAll(
                    "(?m)^state.PROVING .*$", "state.PROVING = We wait[ ({links.rules})] for you.")
                .replaceAll("(?m)^state.IN_REVIEW .*$", "state.IN_REVIEW = {words.team} decide.")
                .replaceAll("(?m)^state.ON_HOLD .*$", "state.ON_HOLD = See {links.rules}.")
            + "\nword.team = Our staff\nword.nobody = x\n");
    assertThat(errors())
        .singleElement()
        .asString()
        .matches("en/words.properties:\\d+: state.ON_HOLD needs links.rules: set it .*");
    DeskWords own =
        new DeskWords(
            Map.of("rules", Said.always("https://desk.example/rules")), Map.of(), Map.of());
    TemplateException unused =
        catchThrowableOfType(
            TemplateException.class, () -> TemplateCatalog.load(directory, own).languages());
    assertThat(unused.errors())
        .containsExactly("en/words.properties:1: word.nobody is used by no letter");
    Files.writeString(words, Files.readString(words).replace("word.nobody = x\n", ""));
    TemplateCatalog catalog = TemplateCatalog.load(directory, own);
    assertThat(joined(catalog, TicketState.PROVING))
        .contains("We wait (https://desk.example/rules) for you.");
    assertThat(joined(catalog, TicketState.IN_REVIEW)).contains("Our staff decide.");
  }

  private static String joined(TemplateCatalog catalog, TicketState state) {
    return catalog
        .render(new StandingLetter.Joined(state, Awaited.NOTHING), "en", LetterTexts.HEAD)
        .body();
  }

  private RenderedLetter contested() {
    return TemplateCatalog.load(directory, DeskWords.NONE)
        .render(LetterTexts.of(StaffLetter.Case.class), "en", LetterTexts.HEAD);
  }
}
