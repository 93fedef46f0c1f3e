package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Journey 21: the operator of a university. Links, words, classes of evidence, time zone and the
 * languages of the letters are its own, and no letter knows a package index.
 */
@NullMarked
class Journey21Test {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String DORA = "dora@mail.example";
  private static final String SETTINGS =
      """
      links:
        recovery: https://idm.uni.example/help
        recovery_codes: {en: "https://idm.uni.example/codes", de: "https://idm.uni.example/de/codes"}
      words:
        where_names_are_found: {en: on your campus card, de: auf Ihrem Studierendenausweis}
      digest: {at: "08:00", zone: Europe/Berlin}
      policy: "%s"
      reading: "%s"
      templates: "%s"
      """;

  /** What an index of packages would say, and a university does not. */
  private static final Pattern INDEX =
      Pattern.compile("(?i)\\b(pypi|index|packages?|projects?|releases?|maintainers?)\\b");

  @TempDir Path folder;

  @Test
  void lettersHaveTheLinksAndWordsOfTheUniversity() throws IOException, SQLException {
    try (Conversation desk = desk()) {
      asks(desk, "Hello, I lost my phone with the authenticator app and cannot log in any more.");

      assertThat(desk.last("ACKNOWLEDGEMENT", DORA).body())
          .contains("You find it on your campus card.", "https://idm.uni.example/help");
    }
  }

  @Test
  void whoHoldsCodesReadsOnWhichPageOneIsTypedIn() throws IOException, SQLException {
    try (Conversation desk = desk()) {
      Path story = Conversation.STORIES.resolve("417-codes-in-a-drawer");
      desk.receive(Conversation.mail(story.resolve("01-request.eml")));
      desk.receive(desk.mail(story.resolve("02-how.eml"), desk.last("ACKNOWLEDGEMENT", DORA)));

      assertThat(desk.last("SAVED_CODE_ALONE", DORA).body())
          .contains("The page for it: https://idm.uni.example/codes");
    }
  }

  @Test
  void whatALanguageLacksIsTakenFromEnglishLetterByLetter() throws IOException, SQLException {
    try (Conversation desk = desk()) {
      asks(
          desk,
          "Guten Tag,\n\nich habe mein Handy mit der Authenticator-App verloren und komme nicht mehr"
              + " in mein Konto. Können Sie mir bitte helfen?\n\nMein Benutzername ist dora.");

      assertThat(desk.last("ACKNOWLEDGEMENT", DORA).body()).contains("Guten Tag");
      asks(desk, "Wie weit ist meine Anfrage? Ich warte noch immer auf eine Antwort.");
      assertThat(letters(desk, DORA)).as("all that went to Dora").hasSizeGreaterThan(1);
      assertThat(desk.sender().sent().get(desk.sender().sent().size() - 1).body())
          .doesNotContain("Guten Tag");
    }
  }

  @Test
  void theStaffRecordTheUniversitysOwnEvidence() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      desk.alice("CASE", "SAW CAMPUS_CARD at the library desk");

      assertThat(desk.last("CASE", ALICE).body())
          .contains("CAMPUS_CARD: at the library desk, seen by " + ALICE);
    }
  }

  @Test
  void theDigestComesInTheMorningOfTheUniversity() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      desk.setClock(Instant.parse("2026-03-03T06:58:00Z"));
      desk.after(Duration.ofSeconds(1));
      assertThat(digests(desk)).isEmpty();

      desk.after(Duration.ofMinutes(3));
      assertThat(digests(desk)).as("at eight in Berlin").isNotEmpty();
    }
  }

  @Test
  void noLetterOfARecoveryKnowsAnIndexOfPackages() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      desk.receive(desk.mail(STORY.resolve("04-alice-approves.eml"), desk.last("CASE", ALICE)));
      desk.after(Duration.ofDays(8));

      assertThat(desk.sender().sent()).hasSizeGreaterThan(6);
      for (OutboundMail letter : desk.sender().sent()) {
        String said = letter.subject() + "\n" + letter.body();
        String own = said.replace("Example Index Support", "");
        assertThat(INDEX.matcher(own).results().map(found -> found.group()))
            .as(desk.letter(letter) + ": " + own)
            .isEmpty();
      }
    }
  }

  private Conversation inReview() throws IOException, SQLException {
    Conversation desk = desk();
    String request = Conversation.mail(STORY.resolve("01-request.eml"));
    desk.receive(request.replace("My project is widget-tools.", "I am in my third year."));
    for (String from : List.of(DORA, "dora@other.example")) {
      desk.receive(desk.answer(from, desk.last("CODE", from), "%CODE%"));
    }
    return desk;
  }

  private static void asks(Conversation desk, String text) {
    desk.receive(desk.stamped(DORA, "support@desk.example", "Zugang / access", "", text));
  }

  private static List<String> letters(Conversation desk, String recipient) throws SQLException {
    return desk.column("SELECT letter FROM outbox WHERE recipient = '" + recipient + "'");
  }

  private static List<String> digests(Conversation desk) throws SQLException {
    return desk.column("SELECT recipient FROM outbox WHERE letter = 'DIGEST'");
  }

  /** A desk with all letters in English, and of the German ones the first answer alone. */
  private Conversation desk() throws IOException {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(
        policy,
        """
        version: campus-1
        proofs:
          CAMPUS_CARD: {group: person, points: 8, seen-by: staff}
        """);
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Path german = Files.createDirectories(templates.resolve("de"));
    Path english = Files.createDirectories(templates.resolve("en"));
    try (Stream<Path> files = Files.list(Path.of("templates/en"))) {
      for (Path file : files.toList()) {
        Files.copy(file, english.resolve(file.getFileName()));
      }
    }
    for (String name : List.of("acknowledgement.txt", "words.properties")) {
      Files.copy(Path.of("templates/de", name), german.resolve(name));
    }
    return new Conversation(
        TestDatabase.emptyFor(Journey21Test.class),
        STORY.resolve("accounts.csv"),
        "authserv-ids: [" + TestDesk.AUTHSERV_ID + "]",
        SETTINGS.formatted(policy, reading(), templates));
  }

  /** The words it reads by: what the accounts are on is the campus, and no index. */
  private Path reading() throws IOException {
    String index = "- word: pypi\n    names: [pypi, python package index]";
    String words = Files.readString(Path.of("config/reading.yaml"));
    assertThat(words).contains(index);
    return Files.writeString(
        folder.resolve("reading.yaml"),
        words.replace(index, "- word: campus\n    names: [campus, campus account]"));
  }
}
