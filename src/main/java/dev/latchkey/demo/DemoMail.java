package dev.latchkey.demo;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.SafeText;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail of the demo's day: as it stands in the jar, or made an answer to a mail of the desk.
 *
 * @param text the whole mail, octets as ISO 8859-1
 */
record DemoMail(String text) {
  private static final Pattern REPLY_TO = Pattern.compile("(?m)^Reply-To: <?([^>\\s]+)>?\\s*$");
  private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*(<[^>]+>)");
  private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*)$");
  private static final Pattern FROM = Pattern.compile("(?m)^From: .*<([^>]+)>");
  private static final Pattern CODE =
      Pattern.compile("(?m)^ {4,5}((?:[A-Z2-7]{4}-){3,6}[A-Z2-7]{2,4}|[A-Z2-7]{8})\\s*$");

  /** A mail out of the jar. */
  static DemoMail of(String name) throws IOException {
    try (InputStream file = DemoMail.class.getResourceAsStream("day/" + name)) {
      byte[] octets = Objects.requireNonNull(file, "no mail " + name).readAllBytes();
      return new DemoMail(
          new String(octets, StandardCharsets.ISO_8859_1)
              .replace("\r\n", "\n")
              .replace("\n", "\r\n"));
    }
  }

  static DemoMail of(MailBytes octets) {
    return new DemoMail(new String(octets.octets(), StandardCharsets.ISO_8859_1));
  }

  /** The same as an answer to {@code letter}, with its reply address and its code. */
  DemoMail answering(DemoMail letter) {
    return new DemoMail(
        text.replace("%REPLY_TO%", letter.first(REPLY_TO).orElse(DemoDesk.ADDRESS.toString()))
            .replace("%MESSAGE_ID%", letter.first(MESSAGE_ID).orElse("<none@none.example>"))
            .replace("%CODE%", letter.first(CODE).orElse("no code")));
  }

  /** As a mail client would show it. */
  String subject() {
    try {
      return new MailParser().parse(octets()).subject();
    } catch (MalformedMailException e) {
      return first(SUBJECT).orElse("(no subject)").strip();
    }
  }

  /** What a mail client shows of it, line by line; a paragraph is one, and is not broken. */
  List<String> seen() {
    try {
      InboundMail mail = new MailParser().parse(octets());
      List<String> lines = new ArrayList<>();
      for (String name : List.of("From", "To", "Date", "Subject")) {
        mail.field(name).ifPresent(field -> lines.add(name + ": " + field.text()));
      }
      lines.add("");
      mail.text().lines().forEach(line -> lines.add(line.text()));
      mail.attachmentsToShow().forEach(file -> lines.add("[" + file + "]"));
      return lines.stream().map(SafeText::line).toList();
    } catch (MalformedMailException e) {
      return List.of("(it cannot be read: " + e.getMessage() + ")");
    }
  }

  EmailAddress from() {
    return EmailAddress.of(first(FROM).orElseThrow());
  }

  /** Where it goes: the first address of To. */
  EmailAddress to() {
    return EmailAddress.of(first(Pattern.compile("(?m)^To: <?([^>\\s]+)>?\\s*$")).orElseThrow());
  }

  MailBytes octets() {
    return new MailBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Optional<String> first(Pattern pattern) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
