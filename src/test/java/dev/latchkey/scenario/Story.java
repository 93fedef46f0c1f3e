package dev.latchkey.scenario;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.ticket.Reference;
import dev.latchkey.trust.Totp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * Plays a folder: {@code script.txt}, numbered mails, {@code accounts.csv}. The clock moves only by
 * the script. The lines of a script:
 *
 * <pre>
 * at 2026-03-02 09:00            sets the clock
 * after 3d                       moves it (d, h, m)
 * receive 01-request.eml         a mail arrives and everything that follows is done
 * receive 02.eml answering CODE to dora@mail.example
 *                                the same; %REPLY_TO%, %CODE%, %MESSAGE_ID% and %REFERENCE% in the mail
 *                                are taken from the last such letter
 * outcome CODE_ACCEPTED          how the last mail ended
 * expect CODE to dora@mail.example [saying some words]
 *                                such a letter went out and was not expected before
 * expect nothing                 no letter is left that was not expected
 * state LK-1001 PROVING
 * refuse dora@mail.example       the outgoing server refuses mails to this address from now on
 * </pre>
 */
@NullMarked
final class Story {
  private static final Pattern ANSWERING =
      Pattern.compile("receive (\\S+)(?: answering (\\S+) to (\\S+))?");
  private static final Pattern EXPECT =
      Pattern.compile("expect (\\S+) to (\\S+?)(?: saying (.+))?");
  private static final Pattern CODE =
      Pattern.compile("(?m)^ {4}((?:[A-Z2-7]{4}-){3,6}[A-Z2-7]{2,4}|[A-Z2-7]{8})\\s*$");

  private final Path folder;
  private final TestDatabase schema;
  private final MemorySender sender = new MemorySender();
  private final MemoryInbox inbox = new MemoryInbox(this::now);
  private final TestDesk desk;
  private final List<String> unexpected = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private int seen;

  Story(Path folder, TestDatabase schema) {
    this.folder = folder;
    this.schema = schema;
    this.desk =
        TestDesk.withManualAction(schema, folder.resolve("accounts.csv"), inbox, sender, this::now);
  }

  private Instant now() {
    return now;
  }

  /** Plays the script; the error names the line that did not come true. */
  void play() throws IOException, MailTransportException, SQLException {
    try (desk) {
      List<String> lines = Files.readAllLines(folder.resolve("script.txt"));
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          try {
            step(line);
          } catch (AssertionError e) {
            throw new AssertionError(
                "%s line %d: %s%n%s%nnot expected so far: %s"
                    .formatted(folder.getFileName(), i + 1, line, e.getMessage(), unexpected),
                e);
          }
        }
      }
    }
  }

  private void step(String line) throws IOException, MailTransportException, SQLException {
    List<String> words = List.of(line.split("\\s+"));
    switch (words.get(0)) {
      case "at" ->
          now = LocalDateTime.parse(words.get(1) + "T" + words.get(2)).toInstant(ZoneOffset.UTC);
      case "after" -> {
        now = now.plus(duration(words.get(1)));
        run();
      }
      case "receive" -> receive(line);
      case "refuse" -> sender.refuse(EmailAddress.of(words.get(1)));
      case "outcome" -> {
        Outcome last = desk.outcomes().get(desk.outcomes().size() - 1);
        check(last.name().equals(words.get(1)), "it ended as " + last + ": " + desk.lastReason());
      }
      case "state" -> {
        String state =
            desk.views()
                .find(Reference.find(words.get(1)).orElseThrow())
                .map(view -> view.ticket().state().name())
                .orElse("no such ticket");
        check(state.equals(words.get(2)), "it is " + state);
      }
      case "expect" -> expect(line);
      default -> throw new IllegalArgumentException("no such step: " + line);
    }
  }

  private void receive(String line) throws IOException, MailTransportException, SQLException {
    Matcher parts = ANSWERING.matcher(line);
    check(parts.matches(), "write: receive FILE [answering LETTER to ADDRESS]");
    String mail = Files.readString(folder.resolve(parts.group(1)), StandardCharsets.ISO_8859_1);
    if (parts.group(2) != null) {
      OutboundMail letter = last(parts.group(2), parts.group(3));
      mail =
          mail.replace("%REPLY_TO%", letter.replyTo().map(Object::toString).orElse("none"))
              .replace("%MESSAGE_ID%", letter.messageId())
              .replace("%CODE%", code(letter).orElse("none"))
              .replace("%TOTP%", totp());
    }
    String crlf = mail.replace("\r\n", "\n").replace("\n", "\r\n");
    inbox.receive(crlf.getBytes(StandardCharsets.ISO_8859_1));
    run();
    check(inbox.size() == 0, "the mail is still in the inbox");
  }

  private void run() throws MailTransportException, SQLException {
    desk.loops().round();
    desk.loops().execute();
    desk.loops().deliver();
    for (; seen < sender.sent().size(); seen++) {
      OutboundMail mail = sender.sent().get(seen);
      unexpected.add(letter(mail) + " to " + mail.recipient());
    }
  }

  private void expect(String line) throws SQLException {
    if (line.equals("expect nothing")) {
      check(unexpected.isEmpty(), "these went out: " + unexpected);
      return;
    }
    Matcher parts = EXPECT.matcher(line);
    check(parts.matches(), "write: expect LETTER to ADDRESS [saying WORDS]");
    check(unexpected.remove(parts.group(1) + " to " + parts.group(2)), "no such letter went out");
    if (parts.group(3) != null) {
      String body = last(parts.group(1), parts.group(2)).body().replaceAll("\\s+", " ");
      check(body.contains(parts.group(3)), "it says: " + body);
    }
  }

  private OutboundMail last(String letter, String recipient) throws SQLException {
    for (int i = sender.sent().size() - 1; i >= 0; i--) {
      OutboundMail mail = sender.sent().get(i);
      if (mail.recipient().toString().equals(recipient) && letter(mail).equals(letter)) {
        return mail;
      }
    }
    throw new AssertionError("no " + letter + " went to " + recipient);
  }

  private String letter(OutboundMail mail) throws SQLException {
    try (Connection connection = schema.connect();
        PreparedStatement select =
            connection.prepareStatement("SELECT letter FROM outbox WHERE message_id = ?")) {
      select.setString(1, mail.messageId());
      try (ResultSet row = select.executeQuery()) {
        check(row.next(), "a mail went out that is not in the outbox");
        return row.getString(1);
      }
    }
  }

  private static Optional<String> code(OutboundMail letter) {
    Matcher code = CODE.matcher(letter.body());
    return code.find() ? Optional.of(code.group(1)) : Optional.empty();
  }

  /** The six digits of the staff's second factor at this moment. */
  private String totp() {
    for (int digits = 0; digits < 1_000_000; digits++) {
      String candidate = "%06d".formatted(digits);
      if (Totp.matchingStep("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", candidate, now).isPresent()) {
        return candidate;
      }
    }
    throw new IllegalStateException("one of a million must match");
  }

  private static Duration duration(String text) {
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'd' -> Duration.ofDays(count);
      case 'h' -> Duration.ofHours(count);
      case 'm' -> Duration.ofMinutes(count);
      default -> throw new IllegalArgumentException(text + " is no length of time");
    };
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
