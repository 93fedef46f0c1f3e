package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.outgoing.OutboxState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A letter is used for the person it went to and the ticket it was about, and for nobody else. */
class AnsweredLettersTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123457Z");
  private static final String KIM = "kim@mail.example";
  private static final String EVE = "eve@mail.example";

  @Test
  void theLetterThatBroughtTheReplyAddressIsUsedWhoeverAnswers() {
    OutboxEntry letter = letter(1, 1001, KIM, "desk+one@desk.example");
    assertThat(used(EVE, "desk+one@desk.example", letter)).containsExactly(letter);
  }

  @Test
  void anOlderLetterToTheSamePersonAboutTheSameTicketIsUsedAsWell() {
    OutboxEntry older = letter(1, 1001, KIM, "desk+one@desk.example");
    OutboxEntry newer = letter(2, 1001, KIM, "desk+two@desk.example");
    assertThat(used(KIM, "desk+two@desk.example", older, newer)).containsExactly(newer, older);
  }

  @Test
  void aLetterAboutAnotherTicketIsNotUsedThoughItWentToTheSamePerson() {
    OutboxEntry other = letter(1, 1002, KIM, "desk+one@desk.example");
    OutboxEntry letter = letter(2, 1001, KIM, "desk+two@desk.example");
    assertThat(used(KIM, "desk+two@desk.example", other, letter)).containsExactly(letter);
  }

  @Test
  void aLetterToAnotherPersonIsNotUsedThoughItIsAboutTheSameTicket() {
    OutboxEntry owners = letter(1, 1001, "owner@mail.example", "desk+one@desk.example");
    OutboxEntry letter = letter(2, 1001, KIM, "desk+two@desk.example");
    assertThat(used(KIM, "desk+two@desk.example", owners, letter)).containsExactly(letter);
  }

  @Test
  void aLetterThatAMailNamesIsNotUsedWhenItsReplyAddressIsOfNoLetter() {
    OutboxEntry letter = letter(1, 1001, KIM, "desk+one@desk.example");
    assertThat(used(KIM, "desk+guessed@desk.example", letter)).isEmpty();
  }

  @Test
  void aMailToTheDeskItselfUsesOnlyLettersToItsSender() {
    OutboxEntry kims = letter(1, 1001, KIM, "desk+one@desk.example");
    OutboxEntry eves = letter(2, 1002, EVE, "desk+two@desk.example");
    assertThat(AnsweredLetters.theirs(List.of(kims, eves), from(KIM), Set.of()))
        .containsExactly(kims);
  }

  private static List<OutboxEntry> used(String from, String to, OutboxEntry... found) {
    return AnsweredLetters.theirs(List.of(found), from(from), Set.of(EmailAddress.of(to)));
  }

  private static InboundMail from(String sender) {
    return new InboundMail(
        List.of(),
        Optional.of(EmailAddress.of(sender)),
        List.of(sender),
        List.of(),
        BodyText.EMPTY,
        "",
        List.of(),
        Set.of());
  }

  private static OutboxEntry letter(long id, long ticket, String recipient, String replyTo) {
    OutboundMail mail =
        new OutboundMail(
            EmailAddress.of("desk+b1@desk.example"),
            "Desk",
            EmailAddress.of("desk@desk.example"),
            EmailAddress.of(recipient),
            Optional.of(EmailAddress.of(replyTo)),
            "<" + id + "@desk.example>",
            NOW,
            Optional.empty(),
            List.of(),
            OutboundMail.AutoSubmitted.AUTO_GENERATED,
            "News",
            "text\n",
            Optional.empty());
    return new OutboxEntry(
        id,
        Optional.of(ticket),
        LetterKind.find("RECEIVED").orElseThrow(),
        "key " + id,
        mail,
        NOW,
        OutboxState.SENT,
        1,
        NOW,
        Optional.empty(),
        Optional.of(NOW));
  }
}
