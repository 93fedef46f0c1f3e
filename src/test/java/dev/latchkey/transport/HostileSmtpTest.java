package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileSmtpTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private static SmtpSettings settings(int port, Security security) {
    return new SmtpSettings(
        "127.0.0.1",
        port,
        security,
        Optional.of(new Credentials.Password("desk", "hunter2 secret")),
        new Timeouts(SHORT, SHORT, SHORT),
        1);
  }

  /** RFC 5321 section 4.5.3.2.6: ten minutes, and here ten times as long as for other answers. */
  @Test
  void aServerThatThinksAfterTheDotIsWaitedFor() throws Exception {
    try (ScriptedServer server =
        server(".", line -> later("250 taken\r\n", SHORT.multipliedBy(4)))) {
      assertThat(send(server, 2)).hasSize(2).allMatch(SendResult.Accepted.class::isInstance);
      assertThat(server.heard).filteredOn(line -> line.startsWith("EHLO")).hasSize(1);
    }
    try (ScriptedServer server =
        server("RCPT", line -> later("250 fine\r\n", SHORT.multipliedBy(4)))) {
      assertThat(send(server, 1)).allMatch(SendResult.NoConnection.class::isInstance);
    }
  }

  private static String later(String answer, Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      return answer;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server that takes everything but answers one kind of line in its own way. */
  private static ScriptedServer server(String verb, Function<String, String> hostile)
      throws IOException {
    boolean[] inData = {false};
    return ScriptedServer.start(
        "220 ready\r\n",
        line -> {
          if (inData[0] && !line.equals(".")) {
            return "";
          }
          String reply = line.startsWith(verb) ? hostile.apply(line) : usual(line);
          inData[0] = reply.startsWith("354");
          return reply;
        });
  }

  private static ScriptedServer answering(String verb, String answer) throws IOException {
    return server(verb, line -> answer);
  }

  private static String usual(String line) {
    if (line.startsWith("EHLO")) {
      return "250-here\r\n250 AUTH PLAIN\r\n";
    }
    return line.startsWith("AUTH")
        ? "235 welcome\r\n"
        : line.equals("DATA") ? "354 go on\r\n" : "250 ok\r\n";
  }

  private static List<SendResult> send(ScriptedServer server, int mails) {
    return send(server, Collections.nCopies(mails, Mails.plain("hello\n")));
  }

  private static List<SendResult> send(ScriptedServer server, List<OutboundMail> mails) {
    try (SmtpSender sender = new SmtpSender(settings(server.port(), Security.NONE))) {
      return Answers.to(sender, mails);
    }
  }

  @Test
  void everyMailIsAcceptedOverOneConnection() throws Exception {
    try (ScriptedServer server = answering("NEVER", "")) {
      assertThat(send(server, 3)).hasSize(3).allMatch(SendResult.Accepted.class::isInstance);
      assertThat(server.heard).filteredOn(line -> line.startsWith("EHLO")).hasSize(1);
      assertThat(server.heard).filteredOn(line -> line.equals("DATA")).hasSize(3);
      assertThat(server.heard).contains("MAIL FROM:<bounce+7@desk.example>");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT,550,5.1.1",
    "RCPT,554,5.1.1",
    "RCPT,550,''",
    "RCPT,553,''",
    "RCPT,552,5.2.2",
    "RCPT,554,5.4.4",
    "RCPT,556,''",
    ".,552,''",
    ".,554,5.6.0",
    ".,552,5.3.4"
  })
  void aPermanentNoIsARefusal(String verb, int code, String status) throws Exception {
    String answer = code + "-" + status + " no\r\n" + code + " never\r\n";
    try (ScriptedServer server = answering(verb, answer)) {
      assertThat(send(server, 2))
          .hasSize(2)
          .allSatisfy(
              result -> {
                assertThat(result).isInstanceOf(SendResult.Refused.class);
                assertThat(((SendResult.Refused) result).code()).isEqualTo(code);
                assertThat(((SendResult.Refused) result).reply())
                    .contains("never")
                    .doesNotStartWith(String.valueOf(code));
              });
    }
  }

  /** What a relay says to all while it is set up wrongly parks no letter. */
  @ParameterizedTest
  @CsvSource({
    "MAIL,554,''",
    "MAIL,550,5.1.8",
    "MAIL,553,5.1.1",
    "MAIL,550,5.7.1",
    "RCPT,554,''",
    "RCPT,554,5.7.1",
    "RCPT,550,5.7.26",
    "RCPT,521,''",
    "RCPT,571,''",
    "DATA,554,''",
    "DATA,554,5.5.1",
    ".,554,''",
    ".,554,5.7.1",
    ".,550,5.3.0"
  })
  void aPermanentNoForNoReasonOfTheLettersParksNothing(String verb, int code, String status)
      throws Exception {
    try (ScriptedServer server = answering(verb, (code + " " + status + " no\r\n"))) {
      assertThat(send(server, 2)).hasSize(2).allMatch(SendResult.RefusedToUs.class::isInstance);
    }
  }

  @Test
  void aNoAtTheGreetingIsNoAnswerToALetter() throws Exception {
    try (ScriptedServer server = ScriptedServer.start("554 not today\r\n", line -> "554 no\r\n")) {
      assertThat(send(server, 2)).allMatch(SendResult.NoConnection.class::isInstance);
    }
  }

  @Test
  void aServerThatKnowsNobodyHasSomethingAgainstUs() throws Exception {
    try (ScriptedServer server = answering("RCPT", "550 unknown\r\n")) {
      assertThat(send(server, Mails.toEach("a@mail.example", "b@mail.example", "c@mail.example")))
          .hasSize(3)
          .allMatch(SendResult.RefusedToUs.class::isInstance);
      assertThat(send(server, Mails.toEach("a@mail.example", "b@mail.example", "a@mail.example")))
          .hasSize(3)
          .allMatch(SendResult.Refused.class::isInstance);
    }
  }

  @ParameterizedTest
  @CsvSource({"MAIL,451", "RCPT,450", "RCPT,441", "DATA,451", ".,452"})
  void aTemporaryNoIsADeferral(String verb, int code) throws Exception {
    try (ScriptedServer server = answering(verb, code + " later\r\n")) {
      assertThat(send(server, 2))
          .containsExactly(
              new SendResult.Deferred(code, "later"), new SendResult.Deferred(code, "later"));
    }
  }

  @ParameterizedTest
  @CsvSource({"MAIL,530", "MAIL,421", "RCPT,421", "DATA,421", ".,421", "MAIL,503"})
  void aNoToUsSaysNothingAboutTheMail(String verb, int code) throws Exception {
    try (ScriptedServer server = answering(verb, code + " not you\r\n")) {
      assertThat(send(server, 1)).first().isInstanceOf(SendResult.NoConnection.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"MAIL", "RCPT", "DATA"})
  void aConnectionThatDropsIsNoAnswer(String verb) throws Exception {
    try (ScriptedServer server = answering(verb, ScriptedServer.CUT)) {
      assertThat(send(server, 4)).allMatch(SendResult.NoConnection.class::isInstance);
      assertThat(server.heard).filteredOn(line -> line.startsWith("EHLO")).hasSize(2);
      assertThat(server.heard).filteredOn(line -> line.startsWith("MAIL")).hasSize(2);
    }
  }

  @Test
  void afterADropTheRestGoesOverANewConnectionAndTheLostMailIsNotTriedAgain() throws Exception {
    AtomicInteger dots = new AtomicInteger();
    try (ScriptedServer server =
        server(".", line -> dots.incrementAndGet() == 2 ? ScriptedServer.CUT : "250 taken\r\n")) {
      List<SendResult> results = send(server, 4);
      assertThat(results.get(1)).isInstanceOf(SendResult.NoAnswer.class);
      assertThat(List.of(results.get(0), results.get(2), results.get(3)))
          .allMatch(SendResult.Accepted.class::isInstance);
      assertThat(dots).hasValue(4);
    }
  }

  @Test
  void aServerThatIsSilentAfterTheDotIsLeftAfterTheTimeout() throws Exception {
    try (ScriptedServer server = answering(".", "")) {
      assertThat(send(server, 1)).first().isInstanceOf(SendResult.NoAnswer.class);
    }
  }

  @Test
  void eachMailIsNotedBeforeItIsHandedOverAndAfterItsAnswer() throws Exception {
    List<String> noted = new ArrayList<>();
    try (ScriptedServer server = answering("NEVER", "");
        SmtpSender sender = new SmtpSender(settings(server.port(), Security.NONE))) {
      sender.send(
          Collections.nCopies(3, Mails.plain("hello\n")),
          new MailSender.Hand() {
            @Override
            public boolean over(int mail) {
              noted.add("over " + mail + " after " + dots(server));
              return mail != 1;
            }

            @Override
            public void answered(int mail, SendResult answer) {
              noted.add("answered " + mail + " after " + dots(server));
            }
          });
      assertThat(noted)
          .containsExactly(
              "over 0 after 0",
              "answered 0 after 1",
              "over 1 after 1",
              "over 2 after 1",
              "answered 2 after 2");
    }
  }

  private static long dots(ScriptedServer server) {
    return server.heard.stream().filter(line -> line.equals(".")).count();
  }

  @Test
  void aServerThatIsAwayAnswersForEveryMail() throws Exception {
    ScriptedServer server = answering("NEVER", "");
    server.close();
    assertThat(send(server, 3))
        .hasSize(3)
        .allSatisfy(
            result ->
                assertThat(((SendResult.NoConnection) result).reason())
                    .contains("127.0.0.1:" + server.port() + " cannot be reached"));
  }

  @Test
  void noPasswordIsSaidWithoutTls() throws Exception {
    try (ScriptedServer server = answering("NEVER", "");
        SmtpSender sender = new SmtpSender(settings(server.port(), Security.STARTTLS))) {
      assertThatThrownBy(sender::check).isInstanceOf(MailTransportException.class);
      assertThat(Answers.to(sender, List.of(Mails.plain("hello\n"))))
          .first()
          .isInstanceOf(SendResult.NoConnection.class);
      assertThat(server.heard).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void aRefusedLoginIsToldWithoutThePassword() throws Exception {
    try (ScriptedServer server = answering("AUTH", "535 no hunter2 secret\r\n");
        SmtpSender sender = new SmtpSender(settings(server.port(), Security.NONE))) {
      assertThatThrownBy(sender::check)
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("login refused")
          .hasMessageNotContaining("hunter2");
    }
    assertThat(settings(465, Security.NONE).toString()).doesNotContain("hunter2");
  }

  @Test
  void tlsIsInsistedOn() {
    assertThat(SmtpConnection.properties(settings(587, Security.STARTTLS)))
        .containsEntry("mail.smtp.starttls.enable", "true")
        .containsEntry("mail.smtp.starttls.required", "true")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
        .containsEntry("mail.smtp.connectiontimeout", "300")
        .containsEntry("mail.smtp.timeout", "300")
        .containsEntry("mail.smtp.writetimeout", "300");
    assertThat(SmtpConnection.properties(settings(465, Security.TLS)))
        .containsEntry("mail.smtp.ssl.enable", "true");
  }

  @Test
  void anEmptyListIsNotSent() throws Exception {
    try (ScriptedServer server = answering("NEVER", "")) {
      List<OutboundMail> none = List.of();
      try (SmtpSender sender = new SmtpSender(settings(server.port(), Security.NONE))) {
        assertThat(Answers.to(sender, none)).isEmpty();
      }
      assertThat(server.heard).isEmpty();
    }
  }
}
