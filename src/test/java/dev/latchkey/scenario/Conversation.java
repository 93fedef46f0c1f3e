package dev.latchkey.scenario;

import dev.latchkey.Authenticator;
import dev.latchkey.SshSigner;
import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.proof.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** A desk with its mailbox, its outgoing server and a clock that is moved. */
@NullMarked
final class Conversation implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(7_303);
  static final Path STORIES = Path.of("src/test/resources/scenario");
  private static final Pattern CODE =
      Pattern.compile("(?m)^ {4}((?:[A-Z2-7]{4}-){3,7}[A-Z2-7]{2,4}|[A-Z2-7]{8})\\s*$");

  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");

  private final TestDatabase schema;
  private final MemorySender sender = new MemorySender();
  private final MovedClock clock = new MovedClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final MemoryInbox inbox = new MemoryInbox(clock);
  private final TestDesk desk;

  /** The six digits in the last mail of staff that had any. */
  private String typed = "";

  private int stamped;

  Conversation(TestDatabase schema, Path accounts) {
    this.schema = schema;
    this.desk = TestDesk.withManualAction(schema, accounts, inbox, sender, clock);
  }

  /** One whose account system carries out resets. */
  Conversation(TestDatabase schema, Path accounts, RecoveryAction action) {
    this(schema, accounts, action, UnaryOperator.identity());
  }

  /** The same with another directory. */
  Conversation(
      TestDatabase schema,
      Path accounts,
      RecoveryAction action,
      UnaryOperator<AccountDirectory> directory) {
    this.schema = schema;
    this.desk = TestDesk.withAction(schema, accounts, action, directory, inbox, sender, clock);
  }

  /** One with another trusted server and further sections of the settings, as YAML. */
  Conversation(TestDatabase schema, Path accounts, String authentication, String more) {
    this.schema = schema;
    this.desk = TestDesk.withSettings(schema, accounts, authentication, more, inbox, sender, clock);
  }

  /** One with other settings of whose word is believed, which asks these about names. */
  Conversation(TestDatabase schema, Path accounts, String authentication, Names names) {
    this.schema = schema;
    this.desk = TestDesk.withNames(schema, accounts, authentication, names, inbox, sender, clock);
  }

  /**
   * One with another directory.
   *
   * @param settings of the section {@code accounts}, as YAML behind a comma
   */
  Conversation(
      TestDatabase schema,
      Path accounts,
      String settings,
      UnaryOperator<AccountDirectory> directory,
      String more) {
    this.schema = schema;
    this.desk =
        TestDesk.withDirectory(schema, accounts, settings, directory, more, inbox, sender, clock);
  }

  /** Story 01 up to the case that lies before Alice and Bob as LK-1001. */
  static Conversation inReview(Class<?> test) throws IOException, SQLException {
    Path story = STORIES.resolve("01-complete-recovery");
    Conversation conversation =
        new Conversation(TestDatabase.emptyFor(test), story.resolve("accounts.csv"));
    conversation.proveOwnership(story);
    return conversation;
  }

  /** The same, of an account that has a co-owner on record. */
  static Conversation inReviewWithCoOwner(Class<?> test) throws IOException, SQLException {
    Conversation conversation =
        new Conversation(
            TestDatabase.emptyFor(test),
            STORIES.resolve("184-the-staff-choose-who-vouches").resolve("accounts.csv"));
    conversation.proveOwnership(STORIES.resolve("01-complete-recovery"));
    return conversation;
  }

  /** The same, and Bob, whose turn it is not, asked for the case of his own accord. */
  static Conversation inReviewOfBoth(Class<?> test) throws IOException, SQLException {
    Conversation conversation = inReview(test);
    conversation.receive(
        mail(STORIES.resolve("08-a-high-case-needs-more").resolve("bob-looks.eml")));
    return conversation;
  }

  /** Dora asks, and answers the codes from both of her addresses. */
  void proveOwnership(Path story) throws IOException, SQLException {
    receive(mail(story.resolve("01-request.eml")));
    receive(
        mail(
            story.resolve("02-code-from-the-first-address.eml"),
            last("CODE", "dora@mail.example")));
    receive(
        mail(
            story.resolve("03-code-from-the-second-address.eml"),
            last("CODE", "dora@other.example")));
  }

  Instant now() {
    return clock.instant();
  }

  /** A moment of the second that begins {@code about} then. */
  void setClock(Instant about) {
    clock.set(about);
  }

  void after(Duration time) {
    passes(time);
    run();
  }

  /** Time passes while the desk is away. */
  void passes(Duration time) {
    clock.forward(time);
  }

  /** Some seconds pass, as between any two things that people do. */
  void pause() {
    clock.forward(PAUSE);
  }

  TestDesk desk() {
    return desk;
  }

  MemorySender sender() {
    return sender;
  }

  MemoryInbox inbox() {
    return inbox;
  }

  /** How the last mail ended. */
  Outcome outcome() {
    return desk.outcomes().get(desk.outcomes().size() - 1);
  }

  /** Who heard the last mail that ended. */
  String heard() throws SQLException {
    return column(
            "SELECT COALESCE(heard, '-') FROM mail WHERE handled_at IS NOT NULL"
                + " ORDER BY handled_at DESC, id DESC LIMIT 1")
        .get(0);
  }

  /** Mails of people that nobody heard: there are none, whatever happens. */
  List<String> unheard() throws SQLException {
    return column(
        "SELECT id FROM mail WHERE kind = 'human' AND heard = 'NOBODY'"
            + " AND outcome <> 'COPY_IGNORED'");
  }

  /** A mail as a file has it, octet for character. */
  static String mail(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  /** A mail that answers one of ours. */
  String mail(Path file, OutboundMail letter) throws IOException {
    String mail =
        mail(file)
            .replace("%REPLY_TO%", letter.replyTo().map(Object::toString).orElse("none"))
            .replace("%RETURN%", letter.envelopeFrom().toString())
            .replace("%MESSAGE_ID%", letter.messageId())
            .replace("%LETTER%", letter.body().stripTrailing())
            .replace("%QUOTED%", letter.body().stripTrailing().replaceAll("(?m)^", "> "))
            .replace("%UP_TO_THE_CODE%", upToTheCode(letter))
            .replace("%WIDE_CODE%", wide(code(letter).orElse("none")))
            .replace("%CODE_APART%", apart(code(letter).orElse("none")))
            .replace("%CODE_SPOKEN%", spoken(code(letter).orElse("none")))
            .replace("%CODE%", code(letter).orElse("none"));
    if (mail.contains("%SIGNED")) {
      mail = signed(mail, letter);
    }
    if (mail.contains("%TOTP%")) {
      typed = totp();
    }
    return mail.replace("%TOTP%", typed).replace("%TOTP_TYPED_LAST%", typed);
  }

  /** A code in full width, as an input method types it; in octets of UTF-8. */
  private static String wide(String code) {
    StringBuilder wide = new StringBuilder();
    code.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    return new String(
        wide.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** A code letter by letter. */
  private static String apart(String code) {
    return String.join(" ", code.replace("-", "").split(""));
  }

  /** A code as it is said: "k as in kk, seven". */
  private static String spoken(String code) {
    List<String> digits = List.of("dois", "três", "quatro", "cinco", "seis", "sete");
    return code.replace("-", "")
        .chars()
        .mapToObj(
            c ->
                Character.isDigit(c)
                    ? digits.get(c - '2')
                    : Character.toString(c).toLowerCase(Locale.ROOT) + " de " + (char) c + "ala")
        .collect(Collectors.joining(", "));
  }

  /** What a program sends back that breaks off right above the code. */
  static String upToTheCode(OutboundMail letter) {
    String code = code(letter).orElse("");
    return code.isEmpty()
        ? letter.body()
        : letter.body().substring(0, letter.body().indexOf(code)).stripTrailing();
  }

  /** With signatures by SSH keys over the token of a letter. */
  private static String signed(String mail, OutboundMail letter) {
    Matcher token = TOKEN.matcher(letter.body());
    if (!token.find()) {
      throw new AssertionError("no token in that letter");
    }
    try {
      return mail.replace("%SIGNED%", SshSigner.of(1).sign(token.group()))
          .replace("%SIGNED_BY_ANOTHER%", SshSigner.of(2).sign(token.group()))
          .replace("%SIGNED_OTHER_TEXT%", SshSigner.of(1).sign("recovery-of-another-one"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A mail as our server hands it on, its sender proved, octet for character. */
  String stamped(String from, String to, String subject, String fields, String text) {
    String domain = from.substring(from.indexOf('@') + 1);
    String mail =
        """
        Authentication-Results: mx.desk.example; spf=pass smtp.mailfrom=%2$s;
         dkim=pass header.d=%2$s; dmarc=pass header.from=%2$s
        Received: from mail.%2$s by mx.desk.example; Mon, 02 Mar 2026 09:00:00 +0000
        From: <%1$s>
        To: %3$s
        Subject: %4$s
        Date: Mon, 02 Mar 2026 09:00:00 +0000
        Message-ID: <stamped.%5$d@%2$s>
        %6$sMIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %7$s
        """
            .formatted(from, domain, to, subject, ++stamped, fields, text);
    return new String(mail.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The same, in answer to a letter of ours. */
  String answer(String from, OutboundMail letter, String text) {
    return answer(from, letter, text, "");
  }

  /** The same, with more lines in its header. */
  String answer(String from, OutboundMail letter, String text, String fields) {
    return stamped(
        from,
        letter.replyTo().map(Object::toString).orElse("none"),
        "Re: account",
        "In-Reply-To: " + letter.messageId() + "\n" + fields,
        text.replace("%CODE%", code(letter).orElse("none")));
  }

  /** Alice orders something, in answer to the last such letter to her. */
  void alice(String letter, String line) throws SQLException {
    receive(answer("alice@staff.example", last(letter, "alice@staff.example"), line));
  }

  /** A mail arrives, lines ended as on the wire, and everything that follows is done. */
  void receive(String mail) {
    arrives(mail);
    run();
  }

  /** A mail arrives, and nothing is done yet. */
  void arrives(String mail) {
    String crlf = mail.replace("\r\n", "\n").replace("\n", "\r\n");
    pause();
    inbox.receive(crlf.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void run() {
    desk.loops().round();
    desk.loops().execute();
    desk.loops().checkCodes();
    desk.loops().deliver();
  }

  /** The last letter of this kind to this address. */
  OutboundMail last(String letter, String recipient) throws SQLException {
    return last(letter, recipient, "");
  }

  /** The last one whose subject names the ticket. */
  OutboundMail last(String letter, String recipient, String reference) throws SQLException {
    for (int i = sender.sent().size() - 1; i >= 0; i--) {
      OutboundMail mail = sender.sent().get(i);
      if (mail.recipient().toString().equals(recipient)
          && letter(mail).equals(letter)
          && mail.subject().contains(reference)) {
        return mail;
      }
    }
    throw new AssertionError("no " + letter + " " + reference + " went to " + recipient);
  }

  /** What kind of letter a mail of ours was. */
  String letter(OutboundMail mail) throws SQLException {
    List<String> found =
        column("SELECT letter FROM outbox WHERE message_id = '" + mail.messageId() + "'");
    if (found.isEmpty()) {
      throw new AssertionError("a mail went out that is not in the outbox");
    }
    return found.get(0);
  }

  /** The code that a letter shows. */
  static Optional<String> code(OutboundMail letter) {
    Matcher code = CODE.matcher(letter.body());
    return code.find() ? Optional.of(code.group(1)) : Optional.empty();
  }

  /** The state of a ticket. */
  String state(long ticketId) throws SQLException {
    return column("SELECT state FROM ticket WHERE id = " + ticketId).stream()
        .findFirst()
        .orElse("no such ticket");
  }

  /**
   * The state in which a ticket stands still, at once or, where nothing is proved for it and its
   * requester may not know, with the first proof; else the state of the ticket.
   */
  String standing(long ticketId) throws SQLException {
    String state = state(ticketId);
    return column(
            """
            SELECT CASE event WHEN 'HELD' THEN 'ON_HOLD' ELSE 'CONTESTED' END FROM history
            WHERE ticket_id = %d AND from_state = to_state AND to_state = '%s'
              AND event IN ('OWNER_OBJECTED', 'BREAK_IN_REPORTED', 'VOUCHER_OBJECTED', 'HELD')
              AND to_state NOT IN ('CONTESTED', 'ON_HOLD', 'RECOVERED')
            ORDER BY sequence DESC
            """
                .formatted(ticketId, state))
        .stream()
        .findFirst()
        .orElse(state);
  }

  /** The first column of what a query finds, as text. */
  List<String> column(String sql) throws SQLException {
    try (Connection connection = schema.connect();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(String.valueOf(row.getString(1)));
      }
      return values;
    }
  }

  /** A look at the desk's database from outside. */
  Connection connect() throws SQLException {
    return schema.connect();
  }

  /** Changes rows behind the desk's back. */
  void change(String sql) throws SQLException {
    try (Connection connection = schema.connect();
        PreparedStatement update = connection.prepareStatement(sql)) {
      if (update.executeUpdate() == 0) {
        throw new AssertionError("nothing was changed by: " + sql);
      }
    }
  }

  /** Six digits of the staff's second factor that are good at this moment. */
  String totp() {
    return Authenticator.digits(now());
  }

  @Override
  public void close() {
    desk.close();
  }
}
