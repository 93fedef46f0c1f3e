package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.KeptSecrets;
import dev.latchkey.mail.MailTransportException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an operator reads of servers that are broken, or none of the kind: no words of a library's
 * own, and no login or folder blamed for a line that broke.
 */
class ServerFaultWordsTest {
  private static final Duration SHORT = Duration.ofMillis(500);

  /** Which of both halves of a line notices first is chance. */
  private static final String WHY = "ended the connection [(](Broken pipe|Connection reset)[)]$";

  private static final Timeouts TIMEOUTS = new Timeouts(SHORT, SHORT, SHORT);
  private static final Credentials PASSWORD = new Credentials.Password("desk", "hunter2 secret");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NONE|<cut>|-|-|ENDED @ ended the connection",
        "NONE|''|-|-|CONNECTION @ does not answer in time",
        "NONE|220 hi_<cut>|-|-|ENDED @ ended the connection",
        "NONE|220 hi_|EHLO|<cut>|ENDED @ ended the connection",
        "NONE|220 hi_|EHLO|''|CONNECTION @ does not answer in time",
        "NONE|220 hi_|AUTH|<cut>|ENDED @ ended the connection",
        "NONE|220 hi_|AUTH|535 no_|LOGIN @: login refused (535 no)",
        "NONE|554 go away_<cut>|-|-|REFUSED @ takes no connection now: 554 go away",
        "NONE|421 too many_<cut>|-|-|REFUSED @ takes no connection now: 421 too many",
        "NONE|* OK IMAP4 ready_|-|-|CONNECTION @ is no SMTP server: it greets with \"* OK IMAP4 ready\"",
        "NONE|HTTP/1.1 400 Bad_<cut>|-|-|CONNECTION @ is no SMTP server: it greets with \"HTTP/1.1 400 Bad\"",
        "TLS|220 hi_|-|-|TLS no TLS with @: what it says is not encrypted",
        "STARTTLS|220 hi_|-|-|TLS @: the server does not offer STARTTLS",
      })
  void anOutgoingServer(Security security, String greeting, String verb, String answer, String told)
      throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            lines(greeting),
            line ->
                line.startsWith(verb)
                    ? lines(answer)
                    : line.startsWith("EHLO") ? "250-here\r\n250 AUTH PLAIN\r\n" : "250 ok\r\n")) {
      SmtpSettings settings =
          new SmtpSettings(
              "127.0.0.1", server.port(), security, Optional.of(PASSWORD), TIMEOUTS, 1);
      assertThat(told(server, () -> new SmtpConnection(settings, tokens()).check()))
          .isEqualTo(told);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NONE|<cut>|-|-|ENDED @ ended the connection",
        "NONE|''|-|-|CONNECTION @ does not answer in time",
        "NONE|* OK hi_<cut>|-|-|ENDED @ ended the connection",
        "NONE|* OK hi_|CAPABILITY|<cut>|ENDED @ ended the connection",
        "NONE|* OK hi_|LOGIN|<cut>|ENDED @ ended the connection",
        "NONE|* OK hi_|LOGIN|''|CONNECTION @ does not answer in time",
        "NONE|* OK hi_|LOGIN|* BYE too many failures_|LOGIN @: login of desk refused (* BYE too many failures)",
        "NONE|* OK hi_|SELECT|<cut>|ENDED @ ended the connection",
        "NONE|* OK hi_|SELECT|''|CONNECTION @ does not answer in time",
        "NONE|* OK hi_|LIST|<cut>|ENDED @ ended the connection",
        "NONE|* BYE too many_<cut>|-|-|REFUSED @ takes no connection now: * BYE too many",
        "NONE|220 mail ESMTP_|-|-|CONNECTION @ is no IMAP server: it greets with \"220 mail ESMTP\"",
        "NONE|+OK pop3 ready_|-|-|CONNECTION @ is no IMAP server: it greets with \"+OK pop3 ready\"",
        "NONE|SSH-2.0-OpenSSH_|-|-|CONNECTION @ is no IMAP server: it greets with \"SSH-2.0-OpenSSH\"",
        "TLS|* OK hi_|-|-|TLS no TLS with @: what it says is not encrypted",
        "STARTTLS|* OK hi_|-|-|TLS @: the server does not offer STARTTLS",
      })
  void aMailbox(Security security, String greeting, String verb, String answer, String told)
      throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            lines(greeting),
            line -> line.contains(verb) && !verb.equals("-") ? lines(answer) : usual(line))) {
      ImapSettings settings =
          new ImapSettings(
              "127.0.0.1",
              server.port(),
              security,
              PASSWORD,
              "INBOX",
              "Processed",
              "Older",
              "Unscanned",
              TIMEOUTS,
              1 << 20,
              true);
      assertThat(told(server, () -> ImapConnection.open(settings, tokens(), true))).isEqualTo(told);
    }
  }

  /** A token, too, is not said to be refused when the line broke as it was shown. */
  @Test
  void aLineThatBreaksAtATokenIsNoRefusal() throws Exception {
    try (LocalTokenServer granting =
            LocalTokenServer.start(form -> LocalTokenServer.Answer.token("t", 3600));
        ScriptedServer server =
            ScriptedServer.start(
                "220 hi\r\n",
                line ->
                    line.startsWith("EHLO")
                        ? "250-here\r\n250 AUTH XOAUTH2\r\n"
                        : ScriptedServer.CUT)) {
      Credentials credentials =
          new Credentials.OAuth2(
              "desk",
              new TokenGrant(
                  "imap.oauth2 (line 7)",
                  granting.url(),
                  "desk",
                  Optional.of("secret"),
                  Optional.empty(),
                  Optional.empty()));
      SmtpSettings settings =
          new SmtpSettings(
              "127.0.0.1", server.port(), Security.NONE, Optional.of(credentials), TIMEOUTS, 1);
      assertThat(told(server, () -> new SmtpConnection(settings, tokens()).check()))
          .isEqualTo("ENDED @ ended the connection");
      assertThat(granting.asked).hasSize(1);
    }
  }

  private interface Use {
    void begin() throws MailTransportException;
  }

  private static String told(ScriptedServer server, Use use) throws IOException {
    try {
      use.begin();
      return "nothing";
    } catch (MailTransportException e) {
      String said = String.valueOf(e.getMessage()).replace("127.0.0.1:" + server.port(), "@");
      return e.stage() + " " + said.replaceFirst(WHY, "ended the connection");
    }
  }

  private static String usual(String line) {
    String tag = line.split(" ")[0] + " OK .\r\n";
    if (line.contains("CAPABILITY")) {
      return "* CAPABILITY IMAP4rev1 MOVE\r\n" + tag;
    }
    return line.contains("SELECT")
        ? "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] .\r\n* OK [UIDNEXT 4] .\r\n" + tag
        : tag;
  }

  private static String lines(String text) {
    return text.replace("_", "\r\n");
  }

  private static AccessTokens tokens() {
    return new AccessTokens(KeptSecrets.inMemory(), InstantSource.system());
  }
}
