package dev.latchkey.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedMailServerTest {
  private static final EmailAddress SUPPORT = EmailAddress.of("support@desk.example");
  private static final EmailAddress MAYA = EmailAddress.of("maya@outside.example");
  private EmbeddedMailServer server;

  @BeforeEach
  void start() {
    server =
        EmbeddedMailServer.start(
            0,
            0,
            new BorderStamp(
                "mx.desk.example",
                (sender, domain) -> sender.endsWith("@" + domain),
                InstantSource.fixed(Instant.parse("2026-03-04T05:06:07Z"))));
    server.addUser(SUPPORT, "secret");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String deliver(EmailAddress sender, EmailAddress recipient, String mail)
      throws MessagingException {
    server.submit(sender, recipient, new MailBytes(mail.getBytes(StandardCharsets.ISO_8859_1)));
    return new String(server.take(SUPPORT).get(0).octets(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aGenuineMailPasses() throws Exception {
    String mail = "From: Maya <maya@outside.example>\r\nSubject: x\r\n\r\nhello\r\n";
    assertThat(deliver(MAYA, SUPPORT, mail))
        .isEqualTo(
            """
            Return-Path: <maya@outside.example>
            Delivered-To: support@desk.example
            Authentication-Results: mx.desk.example;
             spf=pass smtp.mailfrom=maya@outside.example;
             dkim=pass header.d=outside.example;
             dmarc=pass header.from=outside.example
            Received: from client.invalid by mx.desk.example for <support@desk.example>; \
            Wed, 4 Mar 2026 05:06:07 GMT
            """
                    .replace("\n", "\r\n")
                + mail);
  }

  @Test
  void aForgedMailFailsAndItsForgedResultIsTakenOut() throws Exception {
    String mail =
        """
        Authentication-Results: mx.desk.example;
         dmarc=pass header.from=desk.example
        Authentication-Results: mx.outside.example; dmarc=pass header.from=desk.example
        From: Boss <boss@desk.example>

        hello
        """
            .replace("\n", "\r\n");
    assertThat(deliver(MAYA, SUPPORT, mail))
        .contains("dmarc=fail header.from=desk.example")
        .contains("Authentication-Results: mx.outside.example;")
        .containsOnlyOnce("Authentication-Results: mx.desk.example")
        .doesNotContain("dkim=pass");
  }

  @Test
  void mailToADetailedAddressArrivesAndKeepsItsRecipient() throws Exception {
    assertThat(deliver(MAYA, SUPPORT.withDetail("k3j"), "From: maya@outside.example\r\n\r\nx\r\n"))
        .contains("Delivered-To: support+k3j@desk.example\r\n");
  }

  @Test
  void whoeverWritesHasAMailboxOnceWritersAreWelcome() throws Exception {
    server.welcomeWriters("secret");
    assertThatThrownBy(() -> deliver(SUPPORT, MAYA, "Subject: x\r\n\r\nhello\r\n"))
        .isInstanceOf(MessagingException.class);

    deliver(MAYA, SUPPORT, "Subject: x\r\n\r\nhello\r\n");
    server.submit(
        SUPPORT, MAYA, new MailBytes("Subject: y\r\n\r\nx".getBytes(StandardCharsets.US_ASCII)));
    assertThat(server.take(MAYA)).hasSize(1);
  }

  @Test
  void mailToNobodyIsRefused() {
    assertThatThrownBy(
            () ->
                deliver(MAYA, EmailAddress.of("nobody@desk.example"), "From: a@b.example\r\n\r\n"))
        .isInstanceOf(MessagingException.class)
        .hasStackTraceContaining("550");
  }
}
