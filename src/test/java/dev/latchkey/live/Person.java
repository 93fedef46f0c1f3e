package dev.latchkey.live;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import dev.latchkey.TestSettings;
import dev.latchkey.demo.EmbeddedMailServer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a mailbox, who reads it by IMAP and writes by SMTP. */
final class Person {
  private static final Path STORY = Path.of("src/test/resources/scenario/01-complete-recovery");
  private static final Pattern REPLY_TO = Pattern.compile("(?m)^Reply-To: <?([^>\\s]+)>?\\s*$");
  private static final Pattern TO = Pattern.compile("(?m)^To: <?([^>\\s]+)>?\\s*$");
  private static final Pattern DATE = Pattern.compile("(?m)^Date: .*$");
  private static final Pattern ID = Pattern.compile("(?mi)^Message-ID:\\s*(<[^>]+>)");
  private static final Pattern CODE =
      Pattern.compile("(?m)^ {4,5}((?:[A-Z2-7]{4}-){3,6}[A-Z2-7]{2,4}|[A-Z2-7]{8})\\s*$");

  private final EmbeddedMailServer server;
  private final EmailAddress address;

  Person(EmbeddedMailServer server, String address) {
    this.server = server;
    this.address = EmailAddress.of(address);
    server.addUser(this.address, TestSettings.MAIL_PASSWORD);
  }

  /** A mail in the mailbox. */
  record Received(String messageId, String text) {}

  EmailAddress address() {
    return address;
  }

  /** Everything in the mailbox, oldest first. */
  List<Received> mails() throws MessagingException, IOException {
    List<Received> mails = new ArrayList<>();
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect(
          server.host(), server.imapPort(), address.toString(), TestSettings.MAIL_PASSWORD);
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        for (Message message : inbox.getMessages()) {
          ByteArrayOutputStream octets = new ByteArrayOutputStream();
          message.writeTo(octets);
          String text = octets.toString(StandardCharsets.ISO_8859_1);
          mails.add(new Received(find(ID, text).orElseThrow(), text));
        }
      }
    }
    return mails;
  }

  /** Sends a mail of the story as it stands there, but for its date. */
  void writes(String file) throws IOException, MessagingException {
    send(Files.readString(STORY.resolve(file)));
  }

  /** Answers a mail with one of the story. */
  void answers(Received letter, String file) throws IOException, MessagingException {
    send(
        Files.readString(STORY.resolve(file))
            .replace("%REPLY_TO%", find(REPLY_TO, letter.text()).orElseThrow())
            .replace("%MESSAGE_ID%", letter.messageId())
            .replace("%CODE%", find(CODE, letter.text()).orElse("no code")));
  }

  private void send(String mail) throws MessagingException {
    // What was written long ago counts for little: it is written now.
    String written =
        DATE.matcher(mail)
            .replaceFirst("Date: " + RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
    String crlf = written.replace("\r\n", "\n").replace("\n", "\r\n");
    server.submit(
        address,
        EmailAddress.of(find(TO, mail).orElseThrow()),
        new MailBytes(crlf.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static Optional<String> find(Pattern pattern, String mail) {
    Matcher found = pattern.matcher(mail);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
