package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paragraphs of employers are told by what they are about, and what people write is not. */
class DisclaimersTest {
  static List<String> disclaimers() throws IOException {
    try (InputStream file = DisclaimersTest.class.getResourceAsStream("/reading/disclaimers.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("disclaimers")
  void whatAnEmployerSetsBelowIsNotWritten(String disclaimer) {
    String said = "I forgot the password of pvogel.\n";
    assertThat(HouseLines.above(said + "\n" + disclaimer).strip()).isEqualTo(said.strip());
    String mail = said + "\nMit freundlichen Grüßen\nPetra Vogel\n\n" + disclaimer + "\n";
    TrimmedReply reply = new ReplyTrimmer().trim(BodyText.plain(mail), "");
    assertThat(reply.generous()).startsWith(said.strip()).endsWith("Petra Vogel");
    assertThat(reply.answer()).isEqualTo(said.strip());
  }

  @ParameterizedTest
  @MethodSource("disclaimers")
  void aSentenceBelowItIsHeard(String disclaimer) {
    String mail = "Hello.\n\n" + disclaimer + "\n\nThere is somebody else in my account!\n";
    assertThat(new ReplyTrimmer().trim(BodyText.plain(mail), "").generous())
        .contains("somebody else");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There was unauthorised access to my e-mail, and copies of it were distributed.",
        "Jemand hat sich unbefugt in mein Postfach gesetzt und eine Weiterleitung eingerichtet.",
        "Unauthorised logins to the account pvogel, and a virus on the computer.",
        "Somebody got in without permission.",
        "Quelqu'un est entré dans mon compte, diffusion non autorisée de mes courriels.",
        "有人未经授权转发了我的邮件。",
        "不正アクセスがあり、無断で私のメールが転送されました。",
        "I did not ask for this e-mail. Nobody is permitted to forward it.",
        "Stop. Never allowed."
      })
  void whatPeopleWriteIsNone(String sentence) {
    String mail = "Hello.\n\n" + sentence + "\n";
    assertThat(HouseLines.above(mail)).contains(sentence);
    assertThat(new ReplyTrimmer().trim(BodyText.plain(mail), "").generous()).contains(sentence);
  }
}
