package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.KeptSecrets;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.SendResult;
import dev.latchkey.transport.LocalTokenServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IMAP and SMTP servers that speak XOAUTH2, beside a token server. */
class TokenLoginTest {
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final String USER = "support@desk.example";

  /** Of the documentation of Google. */
  private static final String COMPLAINT =
      base64(
          "{\"status\":\"401\",\"schemes\":\"bearer mac\",\"scope\":\"https://mail.google.com/\"}\n");

  private Instant now = Instant.parse("2026-03-04T05:06:07.398814Z");
  private Set<String> good = Set.of("token-1");
  private LocalTokenServer tokenServer;
  private AccessTokens tokens;
  private Credentials credentials;

  @BeforeEach
  void start() throws IOException {
    int[] granted = {0};
    tokenServer = LocalTokenServer.start(form -> Answer.token("token-" + ++granted[0], 3600));
    tokens = new AccessTokens(KeptSecrets.inMemory(), () -> now);
    credentials =
        new Credentials.OAuth2(
            USER,
            new TokenGrant(
                "imap.oauth2 (line 7)",
                tokenServer.url(),
                "desk",
                Optional.empty(),
                Optional.of("refresh"),
                Optional.empty()));
  }

  @AfterEach
  void stop() {
    tokenServer.close();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isGood(String initial) {
    return good.stream()
        .anyMatch(
            token ->
                initial.equals(
                    base64("user=" + USER + "\u0001auth=Bearer " + token + "\u0001\u0001")));
  }

  // --- IMAP

  private ScriptedServer imap(String abilities) throws IOException {
    String[] tag = {""};
    return ScriptedServer.imap(
        "MOVE AUTH=XOAUTH2 " + abilities,
        command -> {
          if (command.equals("AUTHENTICATE XOAUTH2")) {
            return "+ \r\n";
          }
          if (command.startsWith("AUTHENTICATE XOAUTH2 ")) {
            return isGood(command.substring(21)) ? "%t OK welcome\r\n" : "+ " + COMPLAINT + "\r\n";
          }
          return "";
        },
        (heard, line) -> {
          String before = heard.size() < 2 ? "" : heard.get(heard.size() - 2);
          if (before.contains("AUTHENTICATE")) {
            tag[0] = before.substring(0, before.indexOf(' '));
          }
          if (line.isEmpty()) {
            return tag[0] + " NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)\r\n";
          }
          if (line.contains(" ")) {
            return "";
          }
          return isGood(line) ? tag[0] + " OK welcome\r\n" : "+ " + COMPLAINT + "\r\n";
        });
  }

  private ImapInbox inbox(ScriptedServer server) {
    return new ImapInbox(
        new ImapSettings(
            "127.0.0.1",
            server.port(),
            Security.NONE,
            credentials,
            "INBOX",
            "Processed",
            "Older",
            "Unscanned",
            new Timeouts(SHORT, SHORT, SHORT),
            1 << 20,
            true),
        tokens);
  }

  private static List<String> logins(ScriptedServer server) {
    return server.heard.stream().filter(line -> line.contains("AUTHENTICATE")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SASL-IR", ""})
  void theMailboxIsOpenedWithAToken(String abilities) throws Exception {
    try (ScriptedServer server = imap(abilities);
        ImapInbox inbox = inbox(server)) {
      inbox.open().close();
      assertThat(logins(server)).hasSize(1);
      assertThat(server.heard).noneMatch(line -> line.contains("LOGIN"));
      assertThat(inbox.check()).contains("logged in by XOAUTH2, with access tokens of 127.0.0.1");
    }
    assertThat(tokenServer.asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SASL-IR", ""})
  void aTokenThatTheMailboxRefusesOnceIsReplaced(String abilities) throws Exception {
    good = Set.of("token-2");
    try (ScriptedServer server = imap(abilities);
        ImapInbox inbox = inbox(server)) {
      inbox.open().close();
      assertThat(logins(server)).hasSize(2);
      assertThat(server.heard).contains("");
    }
    assertThat(tokenServer.asked).hasSize(2);
  }

  @Test
  void aMailboxThatRefusesEveryTokenIsToldWithItsComplaint() throws Exception {
    good = Set.of();
    try (ScriptedServer server = imap("SASL-IR");
        ImapInbox inbox = inbox(server)) {
      assertThatThrownBy(inbox::open)
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("login of support@desk.example by its access token refused")
          .hasMessageContaining("Invalid credentials (Failure)")
          .hasMessageContaining("status 401, schemes bearer mac, scope https://mail.google.com/")
          .hasMessageContaining("imap.oauth2 (line 7)")
          .hasMessageNotContaining("token-");
      assertThat(logins(server)).hasSize(2);
    }
  }

  @Test
  @SuppressWarnings("try")
  void anExpiredTokenIsNotShownToTheMailbox() throws Exception {
    try (ScriptedServer server = imap("SASL-IR");
        ImapInbox inbox = inbox(server)) {
      inbox.open().close();
      inbox.close();
      now = now.plus(Duration.ofHours(1));
      good = Set.of("token-2");
      inbox.open().close();
      assertThat(logins(server)).hasSize(2);
    }
  }

  @Test
  void aMailboxWithoutXoauth2IsSaidSoAndHearsNoToken() throws Exception {
    try (ScriptedServer server = ScriptedServer.imap("MOVE AUTH=PLAIN", command -> "");
        ImapInbox inbox = inbox(server)) {
      assertThatThrownBy(inbox::open).hasMessageContaining("does not offer XOAUTH2");
      assertThat(server.heard).noneMatch(line -> line.contains("AUTHENTICATE"));
    }
  }

  @Test
  void aServerThatAsksOnAndOnIsCutOff() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.imap(
                "MOVE AUTH=XOAUTH2 SASL-IR", command -> "+ e30=\r\n", (heard, line) -> "+ \r\n");
        ImapInbox inbox = inbox(server)) {
      assertThatThrownBy(inbox::open).isInstanceOf(MailTransportException.class);
      assertThat(server.heard).hasSizeLessThan(50);
    }
  }

  // --- SMTP

  private ScriptedServer smtp(String offers) throws IOException {
    return smtp(offers, line -> "250 ok\r\n");
  }

  private ScriptedServer smtp(String offers, UnaryOperator<String> more) throws IOException {
    return ScriptedServer.start(
        "220 ready\r\n",
        line -> {
          if (line.startsWith("EHLO")) {
            return "250-here\r\n250 AUTH " + offers + "\r\n";
          }
          if (line.startsWith("AUTH XOAUTH2 ")) {
            return isGood(line.substring(13)) ? "235 2.7.0 hello\r\n" : "334 " + COMPLAINT + "\r\n";
          }
          return line.isEmpty()
              ? "535 5.7.8 Username and Password not accepted\r\n"
              : line.equals("DATA") ? "354 go on\r\n" : more.apply(line);
        });
  }

  private SmtpSender sender(ScriptedServer server) {
    return new SmtpSender(
        new SmtpSettings(
            "127.0.0.1",
            server.port(),
            Security.NONE,
            Optional.of(credentials),
            new Timeouts(SHORT, SHORT, SHORT),
            1),
        tokens);
  }

  @Test
  void mailIsHandedOverWithAToken() throws Exception {
    try (ScriptedServer server = smtp("PLAIN LOGIN XOAUTH2");
        SmtpSender sender = sender(server)) {
      sender.check();
      assertThat(server.heard)
          .filteredOn(line -> line.startsWith("AUTH"))
          .hasSize(1)
          .allMatch(line -> line.startsWith("AUTH XOAUTH2 "));
    }
  }

  @Test
  void aTokenThatTheOutgoingServerRefusesOnceIsReplaced() throws Exception {
    good = Set.of("token-2");
    try (ScriptedServer server = smtp("XOAUTH2");
        SmtpSender sender = sender(server)) {
      sender.check();
      assertThat(server.heard).contains("");
    }
    assertThat(tokenServer.asked).hasSize(2);
  }

  @Test
  void anOutgoingServerThatRefusesEveryTokenIsToldAndTheMailWaits() throws Exception {
    good = Set.of();
    try (ScriptedServer server = smtp("XOAUTH2");
        SmtpSender sender = sender(server)) {
      assertThatThrownBy(sender::check)
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("535 5.7.8")
          .hasMessageContaining("status 401")
          .hasMessageContaining("imap.oauth2 (line 7)")
          .hasMessageNotContaining("token-");
      assertThat(Answers.to(sender, List.of(Mails.plain("hello\n"))))
          .hasOnlyElementsOfType(SendResult.NoConnection.class);
    }
  }

  /** What a token that ended meanwhile is answered with is no rule: whoever says no is left. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "454 4.7.0 Temporary authentication failure",
        "451 4.7.3 Token expired",
        "554 5.7.3 Not authenticated"
      })
  void anOutgoingServerThatWantsNoMailOfOursAnyMoreIsLoggedInToAnew(String refusal)
      throws Exception {
    AtomicInteger mails = new AtomicInteger();
    try (ScriptedServer server =
            smtp(
                "XOAUTH2",
                line ->
                    line.startsWith("MAIL") && mails.getAndIncrement() == 0
                        ? refusal + "\r\n"
                        : "250 ok\r\n");
        SmtpSender sender = sender(server)) {
      List<SendResult> answers =
          Answers.to(sender, List.of(Mails.plain("one\n"), Mails.plain("two\n")));
      assertThat(answers.get(0)).isNotInstanceOf(SendResult.Refused.class);
      assertThat(answers.get(1)).isInstanceOf(SendResult.Accepted.class);
      assertThat(server.heard).filteredOn(line -> line.startsWith("AUTH")).hasSize(2);
    }
  }

  @Test
  void anOutgoingServerWithoutXoauth2IsSaidSoAndHearsNoToken() throws Exception {
    try (ScriptedServer server = smtp("PLAIN LOGIN");
        SmtpSender sender = sender(server)) {
      assertThatThrownBy(sender::check).hasMessageContaining("does not offer XOAUTH2");
      assertThat(server.heard).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void onlyOneTokenIsAskedForByBoth() throws Exception {
    try (ScriptedServer imap = imap("SASL-IR");
        ScriptedServer smtp = smtp("XOAUTH2");
        ImapInbox inbox = inbox(imap);
        SmtpSender sender = sender(smtp)) {
      inbox.open().close();
      sender.check();
    }
    assertThat(tokenServer.asked).hasSize(1);
  }
}
