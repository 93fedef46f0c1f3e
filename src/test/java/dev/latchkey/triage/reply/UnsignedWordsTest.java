package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class UnsignedWordsTest {
  private static final InboundMail FROM_ALICE =
      new InboundMail(
          List.of(new HeaderField("From", "", "Alice Miller <alice@staff.example>")),
          Optional.of(EmailAddress.of("alice@staff.example")),
          List.of("alice@staff.example"),
          List.of(),
          BodyText.EMPTY,
          "",
          List.of(),
          Set.of());

  private static String of(String words) {
    return UnsignedWords.of(words, FROM_ALICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Best,\nAlice",
        "Best regards\nAlice Miller\nSupport, room 4\n+49 30 123 45 67",
        "Alice",
        "-- \nAlice Miller | ext. 4411",
        "Alice Miller\nAcme Ltd.\n\nTel. 030 1234567",
        "Viele Grüße\n\nAlice",
        "Acme Ltd, 4 High Street\nphone 555-123-4567",
        "i.A. Alice Berg\nServicezentrum",
        "Mit freundlichen Grüßen\ni.A. Alice Berg\nServicezentrum",
        "Best wishes\nDr. A. Alice-Berg, Support",
        "Alice Berg | Help Desk\nwww.registry.example",
        "Kind regards,\nalice\n\nThis email and any attachments are confidential."
      })
  void whatStandsBelowTheWordsIsNotSent(String signature) {
    assertThat(of("Which project is it?\n\n" + signature)).isEqualTo("Which project is it?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which project is it?\n\nThanks!",
        "Hello Dora,\nthanks\n\nWhich project\nand which year",
        "Please ring us:\n\n+49 30 123 45 67",
        "Please write to\n\nhelp@registry.example",
        "Please read this.\n\nhttps://docs.example/recovery",
        "Please name one of these people:\n\nAlice Berg",
        "Hello,\n\nPlease ask at the counter for\nAlice Berg",
        "Hello.\n\nAlice will ring you tomorrow",
        "Hello,\n\nAlice has seen your mail. Which project is it?",
        "Which of these is yours?\n\nwidget-tools\nlamp",
        "Alice",
        "We have two of them in 2019 and 2020"
      })
  void whatSaysSomethingIsSent(String words) {
    assertThat(of(words)).isEqualTo(words);
  }
}
