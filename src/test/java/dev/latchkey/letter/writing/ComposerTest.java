package dev.latchkey.letter.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.ChartPainter;
import dev.latchkey.letter.CommandLetter;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.LetterTexts;
import dev.latchkey.letter.MailThread;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.letter.Remarks;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.StandingLetter.Status;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.OutboundMail.AutoSubmitted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposerTest {
  private static final EmailAddress DORA = EmailAddress.of("dora@mail.example");
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");

  private final Composer composer =
      new Composer(
          TemplateCatalog::loadDefault,
          "Example account desk",
          EmailAddress.of("help@desk.example"),
          id -> "<out." + id + "@desk.example>",
          id -> EmailAddress.of("bounce+" + id + "@desk.example"),
          ChartPainter.NONE);

  private static Envelope envelope(Class<? extends Letter> letter, MailThread thread) {
    return new Envelope(
        LetterTexts.of(letter),
        Languages.of("en"),
        DORA,
        thread,
        Optional.empty(),
        "LK-1042",
        Remarks.NONE);
  }

  private static MailThread answerTo(String id, String... before) {
    return new MailThread(Optional.of(id), List.of(before));
  }

  @Test
  void aMailComesFromTheDeskAndBouncesToItsOwnAddress() {
    OutboundMail mail = composer.compose(envelope(Status.class, MailThread.NEW), 7, NOW);
    assertThat(mail.from()).hasToString("help@desk.example");
    assertThat(mail.fromName()).isEqualTo("Example account desk");
    assertThat(mail.recipient()).isEqualTo(DORA);
    assertThat(mail.envelopeFrom()).hasToString("bounce+7@desk.example");
    assertThat(mail.messageId()).isEqualTo("<out.7@desk.example>");
    assertThat(mail.date()).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(mail.subject()).isEqualTo("Where your request stands – LK-1042");
    assertThat(mail.body())
        .endsWith("\n\nExample account desk, help@desk.example\nReference: LK-1042\n");
  }

  @Test
  void theSameLetterIsTheSameMail() {
    Envelope letter = envelope(Status.class, MailThread.NEW);
    assertThat(composer.compose(letter, 7, NOW)).isEqualTo(composer.compose(letter, 7, NOW));
  }

  @Test
  void anAnswerContinuesTheThread() {
    MailThread thread = answerTo("<c@mail.example>", "<a@mail.example>", "<b@desk.example>");
    OutboundMail mail = composer.compose(envelope(Status.class, thread), 7, NOW);
    assertThat(mail.inReplyTo()).contains("<c@mail.example>");
    assertThat(mail.references())
        .containsExactly("<a@mail.example>", "<b@desk.example>", "<c@mail.example>");
  }

  @Test
  void theAnsweredMailIsReferencedOnce() {
    MailThread thread = answerTo("<a@mail.example>", "<a@mail.example>");
    assertThat(composer.compose(envelope(Status.class, thread), 7, NOW).references())
        .containsExactly("<a@mail.example>");
  }

  @Test
  void onlyAnAnswerToARequesterIsAutoReplied() {
    MailThread thread = answerTo("<a@mail.example>");
    assertThat(composer.compose(envelope(Status.class, thread), 7, NOW).autoSubmitted())
        .isEqualTo(AutoSubmitted.AUTO_REPLIED);
    assertThat(composer.compose(envelope(Status.class, MailThread.NEW), 7, NOW).autoSubmitted())
        .isEqualTo(AutoSubmitted.AUTO_GENERATED);
    assertThat(composer.compose(envelope(StaffLetter.Case.class, thread), 7, NOW).autoSubmitted())
        .isEqualTo(AutoSubmitted.AUTO_GENERATED);
    assertThat(
            composer
                .compose(envelope(NoticeLetter.NoticeStarted.class, thread), 7, NOW)
                .autoSubmitted())
        .isEqualTo(AutoSubmitted.AUTO_GENERATED);
  }

  @Test
  void theLastLetterSaysThatItIsTheLast() {
    Envelope letter = envelope(Status.class, MailThread.NEW);
    assertThat(composer.compose(letter, 7, NOW).body())
        .doesNotContain("the last email of this kind");
    assertThat(composer.compose(letter.asLast(), 7, NOW).body())
        .contains(
            "\n\nThis is the last email of this kind that you will get from us today. We still read")
        .endsWith(
            "everything you write.\n\nExample account desk, help@desk.example\nReference: LK-1042\n");
  }

  @Test
  void aLetterWithoutATicketNamesNone() {
    Envelope help =
        new Envelope(
            new CommandLetter.Help(Set.of()),
            Languages.of("en"),
            DORA,
            MailThread.NEW,
            Optional.empty(),
            "",
            Remarks.NONE);
    OutboundMail mail = composer.compose(help, 7, NOW);
    assertThat(mail.subject()).isEqualTo("How to command the desk");
    assertThat(mail.body()).endsWith("\n\nExample account desk, help@desk.example\n");
  }

  @Test
  void theFootLeadsToThePageThatTellsHowRecoveryWorks() {
    TemplateCatalog catalog =
        TemplateCatalog.loadDefault(
            new DeskWords(
                Map.of("recovery", DeskWords.Said.always("https://desk.example/recovery")),
                Map.of(),
                Map.of()));
    Composer composer =
        new Composer(
            () -> catalog,
            "Example account desk",
            EmailAddress.of("help@desk.example"),
            id -> "<out." + id + "@desk.example>",
            id -> EmailAddress.of("bounce+" + id + "@desk.example"),
            ChartPainter.NONE);
    assertThat(composer.compose(envelope(Status.class, MailThread.NEW), 7, NOW).body())
        .endsWith(
            """


            Example account desk, help@desk.example
            How recovery works: https://desk.example/recovery
            Reference: LK-1042
            """);
  }

  @Test
  void aLetterInTwoLanguagesHoldsBothTexts() {
    OutboundMail mail = composer.compose(notice(Optional.empty(), "en", "de"), 7, NOW);
    assertThat(mail.subject()).startsWith("Somebody has begun to recover your account");
    assertThat(mail.body())
        .containsSubsequence("not me", "----------", "Jemand will Ihr Konto", "nicht ich")
        .endsWith("\n\nExample account desk, help@desk.example\nReference: LK-1042\n");
  }

  @Test
  void theRecipientsOwnLanguageIsEnough() {
    assertThat(composer.compose(notice(Optional.of("de"), "en", "en"), 7, NOW).body())
        .contains("nicht ich")
        .doesNotContain("not me");
  }

  @Test
  void aLanguageThatTheDeskDoesNotSpeakIsLeftOut() {
    assertThat(composer.compose(notice(Optional.of("fi"), "de", "sv"), 7, NOW).body())
        .contains("nicht ich")
        .doesNotContain("not me", "----------");
    assertThat(composer.compose(notice(Optional.empty(), "fi", "sv"), 7, NOW).body())
        .contains("not me");
  }

  private static Envelope notice(Optional<String> own, String... otherwise) {
    return new Envelope(
        LetterTexts.of(NoticeLetter.NoticeStarted.class),
        new Languages(own, List.of(otherwise)),
        DORA,
        MailThread.NEW,
        Optional.empty(),
        "LK-1042",
        Remarks.NONE);
  }
}
