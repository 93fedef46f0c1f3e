package dev.latchkey.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.OutboundMail.AutoSubmitted;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComposerTest {
  private static final EmailAddress DORA = EmailAddress.of("dora@mail.example");
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");

  private final Composer composer =
      new Composer(
          TemplateCatalog.loadDefault(),
          "Example account desk",
          EmailAddress.of("help@desk.example"),
          id -> "<out." + id + "@desk.example>",
          id -> EmailAddress.of("bounce+" + id + "@desk.example"));

  private static Draft draft(Letter letter, MailThread thread) {
    Map<String, @Nullable Object> values = new HashMap<>(LetterTexts.valuesOf(letter));
    values.remove("desk");
    values.remove("reference");
    return new Draft(
        letter, "en", DORA, values, thread, Optional.empty(), "key", Optional.of(1042L));
  }

  private static MailThread answerTo(String id, String... before) {
    return new MailThread(Optional.of(id), List.of(before));
  }

  @Test
  void aMailComesFromTheDeskAndBouncesToItsOwnAddress() {
    OutboundMail mail = composer.compose(draft(Letter.STATUS, MailThread.NEW), 7, NOW);
    assertThat(mail.from()).hasToString("help@desk.example");
    assertThat(mail.fromName()).isEqualTo("Example account desk");
    assertThat(mail.recipient()).isEqualTo(DORA);
    assertThat(mail.envelopeFrom()).hasToString("bounce+7@desk.example");
    assertThat(mail.messageId()).isEqualTo("<out.7@desk.example>");
    assertThat(mail.date()).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(mail.subject()).isEqualTo("Your account recovery LK-1042");
    assertThat(mail.body()).endsWith("\n\nExample account desk\nLK-1042\n");
  }

  @Test
  void theSameDraftIsTheSameMail() {
    Draft draft = draft(Letter.STATUS, MailThread.NEW);
    assertThat(composer.compose(draft, 7, NOW)).isEqualTo(composer.compose(draft, 7, NOW));
  }

  @Test
  void anAnswerContinuesTheThread() {
    MailThread thread = answerTo("<c@mail.example>", "<a@mail.example>", "<b@desk.example>");
    OutboundMail mail = composer.compose(draft(Letter.STATUS, thread), 7, NOW);
    assertThat(mail.inReplyTo()).contains("<c@mail.example>");
    assertThat(mail.references())
        .containsExactly("<a@mail.example>", "<b@desk.example>", "<c@mail.example>");
  }

  @Test
  void theAnsweredMailIsReferencedOnce() {
    MailThread thread = answerTo("<a@mail.example>", "<a@mail.example>");
    assertThat(composer.compose(draft(Letter.STATUS, thread), 7, NOW).references())
        .containsExactly("<a@mail.example>");
  }

  @Test
  void onlyAnAnswerToARequesterIsAutoReplied() {
    MailThread thread = answerTo("<a@mail.example>");
    assertThat(composer.compose(draft(Letter.STATUS, thread), 7, NOW).autoSubmitted())
        .isEqualTo(AutoSubmitted.AUTO_REPLIED);
    assertThat(composer.compose(draft(Letter.STATUS, MailThread.NEW), 7, NOW).autoSubmitted())
        .isEqualTo(AutoSubmitted.AUTO_GENERATED);
    assertThat(composer.compose(draft(Letter.CASE, thread), 7, NOW).autoSubmitted())
        .isEqualTo(AutoSubmitted.AUTO_GENERATED);
    assertThat(composer.compose(draft(Letter.NOTICE_STARTED, thread), 7, NOW).autoSubmitted())
        .isEqualTo(AutoSubmitted.AUTO_GENERATED);
  }

  @Test
  void theLastLetterSaysThatItIsTheLast() {
    Draft draft = draft(Letter.STATUS, MailThread.NEW);
    assertThat(composer.compose(draft, 7, NOW).body()).doesNotContain("the last mail of this kind");
    assertThat(composer.compose(draft.asLast(), 7, NOW).body())
        .contains("\n\nThis is the last mail of this kind that you get from us today. We\nstill")
        .endsWith("everything you write.\n\nExample account desk\nLK-1042\n");
  }

  @Test
  void aLetterWithoutATicketNamesNone() {
    Draft help =
        new Draft(
            Letter.HELP,
            "en",
            DORA,
            Map.of(),
            MailThread.NEW,
            Optional.empty(),
            "key",
            Optional.empty());
    OutboundMail mail = composer.compose(help, 7, NOW);
    assertThat(mail.subject()).isEqualTo("How to command the desk");
    assertThat(mail.body()).endsWith("\n\nExample account desk\n");
  }
}
