package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.demo.BorderStamp;
import dev.latchkey.demo.EmbeddedMailServer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.RawMail;
import dev.latchkey.mail.SendResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GreenMailRoundTripTest {
  private static final EmailAddress SUPPORT = EmailAddress.of("support@desk.example");
  private static final EmailAddress MAYA = EmailAddress.of("maya@outside.example");
  private static final String MAIL =
      "From: Maya <maya@outside.example>\r\nSubject: plain\r\n\r\n8 bit \u00e9\r\n";

  private EmbeddedMailServer server;
  private ImapInbox inbox;

  @BeforeEach
  void start() {
    BorderStamp stamp =
        new BorderStamp(
            "mx.desk.example",
            (sender, domain) -> domain.equals("outside.example"),
            InstantSource.fixed(Instant.parse("2026-03-04T05:06:07Z")));
    server = EmbeddedMailServer.start(0, 0, stamp);
    server.addUser(SUPPORT, "secret");
    server.addUser(MAYA, "other");
    inbox = inbox("secret", "INBOX");
  }

  @AfterEach
  void stop() {
    inbox.close();
    server.close();
  }

  private ImapInbox inbox(String password, String folder) {
    return new ImapInbox(
        new ImapSettings(
            server.host(),
            server.imapPort(),
            Security.NONE,
            SUPPORT.toString(),
            password,
            folder,
            "Processed",
            Timeouts.usual(),
            1 << 20));
  }

  private SmtpSender sender(int connections) {
    return new SmtpSender(
        new SmtpSettings(
            server.host(),
            server.smtpPort(),
            Security.NONE,
            Optional.of(new Credentials.Password(SUPPORT.toString(), "secret")),
            Timeouts.usual(),
            connections));
  }

  private static MailBytes octets(String mail) {
    return new MailBytes(mail.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(RawMail mail) {
    return new String(mail.bytes().octets(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aMailComesOctetByOctetAsItWasStampedAndStaysUnseen() throws Exception {
    server.submit(MAYA, SUPPORT, octets(MAIL));
    Inbox.Session session = inbox.open();
    List<Inbox.Listing> listings = session.list(0, 10);
    RawMail mail = session.fetch(listings).get(0);
    assertThat(text(mail)).startsWith("Return-Path: <maya@outside.example>").endsWith(MAIL);
    assertThat(mail.headerOnly()).isFalse();
    assertThat(mail.size()).isEqualTo(listings.get(0).size()).isEqualTo(mail.bytes().size());
    assertThat(session.fetch(listings)).containsExactly(mail);
  }

  @Test
  void aHeaderAloneIsTheHeaderAlone() throws Exception {
    server.submit(MAYA, SUPPORT, octets(MAIL));
    Inbox.Session session = inbox.open();
    RawMail mail = session.fetchHeaders(session.list(0, 10)).get(0);
    assertThat(mail.headerOnly()).isTrue();
    assertThat(text(mail)).contains("Subject: plain").doesNotContain("8 bit");
    assertThat(mail.size()).isGreaterThan(mail.bytes().size());
  }

  @Test
  void listingIsAscendingBoundedAndAboveTheGivenUid() throws Exception {
    for (int i = 0; i < 5; i++) {
      server.submit(MAYA, SUPPORT, octets(MAIL));
    }
    Inbox.Session session = inbox.open();
    List<Inbox.Listing> all = session.list(0, 10);
    assertThat(all).hasSize(5);
    assertThat(session.list(0, 2)).isEqualTo(all.subList(0, 2));
    assertThat(session.list(all.get(1).location().uid(), 2)).isEqualTo(all.subList(2, 4));
    assertThat(session.list(all.get(4).location().uid(), 2)).isEmpty();
  }

  @Test
  void whatIsMovedOutIsGoneAndAbsentUidsAreFine() throws Exception {
    for (int i = 0; i < 3; i++) {
      server.submit(MAYA, SUPPORT, octets(MAIL));
    }
    List<Inbox.Listing> all;
    try (Inbox.Session session = inbox.open()) {
      all = session.list(0, 10);
      session.moveOut(List.of(all.get(0).location(), all.get(2).location()));
      session.moveOut(List.of(all.get(0).location()));
      session.moveOut(List.of());
    }
    try (Inbox.Session session = inbox.open()) {
      assertThat(session.list(0, 10)).containsExactly(all.get(1));
      assertThat(session.fetch(all))
          .extracting(RawMail::location)
          .containsExactly(all.get(1).location());
    }
  }

  @Test
  void uidsOfAnOlderFolderTouchNothing() throws Exception {
    server.submit(MAYA, SUPPORT, octets(MAIL));
    Inbox.Session session = inbox.open();
    Inbox.Listing now = session.list(0, 10).get(0);
    MailLocation then =
        new MailLocation(
            now.location().mailbox(), now.location().uidValidity() + 1, now.location().uid());
    session.moveOut(List.of(then));
    assertThat(session.fetch(List.of(new Inbox.Listing(then, 1)))).isEmpty();
    assertThat(session.list(0, 10)).containsExactly(now);
  }

  @Test
  void newMailIsSeenOnAKeptConnection() throws Exception {
    assertThat(inbox.open().list(0, 10)).isEmpty();
    server.submit(MAYA, SUPPORT, octets(MAIL));
    assertThat(inbox.open().list(0, 10)).hasSize(1);
  }

  @Test
  void checkTellsWhatIsWrong() throws Exception {
    assertThat(inbox.abilities()).isEqualTo(new ImapInbox.Abilities(true, true));
    assertThatThrownBy(() -> inbox("wrong", "INBOX").check())
        .isInstanceOf(MailTransportException.class)
        .hasMessageContaining("login of support@desk.example refused");
    assertThatThrownBy(() -> inbox("secret", "Nowhere").check())
        .hasMessageContaining("folder Nowhere cannot be opened");
    server.close();
    assertThatThrownBy(inbox::check)
        .isInstanceOf(MailTransportException.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void mailsAreSentOverSeveralConnectionsAndAnsweredInOrder() {
    List<OutboundMail> mails = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      EmailAddress to = i % 10 == 3 ? EmailAddress.of("nobody@outside.example") : MAYA;
      mails.add(Mails.mail("number " + i, "Hello,\n\n  space\n", to));
    }
    try (SmtpSender sender = sender(3)) {
      List<SendResult> results = Answers.to(sender, mails);
      for (int i = 0; i < 30; i++) {
        assertThat(results.get(i))
            .isInstanceOf(i % 10 == 3 ? SendResult.Refused.class : SendResult.Accepted.class);
      }
    }
    assertThat(server.take(MAYA)).hasSize(27);
    assertThat(server.delivered(MAYA)).isEmpty();
  }

  @Test
  void whatIsSentIsWhatWasRendered() {
    OutboundMail mail = Mails.plain("Grüße\n\nFrom us\n.\n..\n");
    try (SmtpSender sender = sender(1)) {
      assertThat(Answers.to(sender, List.of(mail))).first().isInstanceOf(SendResult.Accepted.class);
    }
    assertThat(new String(server.take(MAYA).get(0).octets(), StandardCharsets.ISO_8859_1))
        .startsWith("Return-Path: <bounce+7@desk.example>\r\n")
        .endsWith(new String(new MimeRenderer().render(mail), StandardCharsets.ISO_8859_1));
  }

  @Test
  void checkOfTheSenderSendsNothing() throws Exception {
    try (SmtpSender sender = sender(1)) {
      sender.check();
    }
    assertThat(server.delivered(MAYA)).isEmpty();
  }
}
