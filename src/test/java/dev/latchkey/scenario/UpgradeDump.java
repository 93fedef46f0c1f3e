package dev.latchkey.scenario;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * Makes the dump that {@link UpgradeTest} starts from: a desk with tickets in many states, played
 * by hand, and Alice's approval of one of them, written and not yet sent. Run it before a schema is
 * left, with {@code mariadb-dump} on the path, and keep what it makes beside the older dumps:
 *
 * <pre>java … dev.latchkey.scenario.UpgradeDump src/test/resources/store v15</pre>
 */
@NullMarked
final class UpgradeDump {
  static final Path ACCOUNTS = Path.of("src/test/resources/store/accounts.csv");
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final EmailAddress GONE = EmailAddress.of("gone@mail.example");
  private static final EmailAddress BUSY = EmailAddress.of("busy@mail.example");

  private UpgradeDump() {}

  public static void main(String[] arguments) {
    try {
      make(Path.of(arguments[0]), arguments[1]);
      System.exit(0);
    } catch (Exception | AssertionError e) {
      // Else threads of the desk would keep the process.
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void make(Path folder, String name) throws Exception {
    TestDatabase schema = TestDatabase.withoutTablesFor(UpgradeDump.class);
    String approval;
    try (Conversation desk = new Conversation(schema, ACCOUNTS)) {
      desk.sender().refuse(GONE);
      desk.sender().defer(BUSY, true);
      recovered(desk);
      others(desk);
      inReview(desk, "kim");
      OutboundMail shown = newest(desk, "CASE");
      approval = desk.answer(shown.recipient().toString(), shown, "APPROVE %CODE%");
    }
    Files.writeString(folder.resolve(name + "-approval.eml"), approval, StandardCharsets.UTF_8);
    dump(schema, folder.resolve(name + ".sql"));
  }

  /** The last letter of this kind, to whomever of the staff it went. */
  static OutboundMail newest(Conversation desk, String kind) throws SQLException {
    List<OutboundMail> sent = desk.sender().sent();
    for (int i = sent.size() - 1; i >= 0; i--) {
      if (desk.letter(sent.get(i)).equals(kind)) {
        return sent.get(i);
      }
    }
    throw new AssertionError("no " + kind + " was sent");
  }

  /** Whoever got the last letter of this kind orders something. */
  static void order(Conversation desk, String kind, String line) throws SQLException {
    OutboundMail letter = newest(desk, kind);
    desk.receive(desk.answer(letter.recipient().toString(), letter, line));
  }

  /** LK-1001. */
  private static void recovered(Conversation desk) throws IOException, SQLException {
    inReview(desk, "dora");
    desk.alice("CASE", "APPROVE %CODE%");
    desk.after(Duration.ofDays(2));
    desk.after(Duration.ofDays(1));
    desk.after(Duration.ofMinutes(1));
    desk.alice("TASK", "DONE");
  }

  private static void others(Conversation desk) throws IOException, SQLException {
    inReview(desk, "leo");
    order(desk, "CASE", "SAW IN_PERSON passport, at the front desk");
    order(desk, "CASE", "HOLD 30 days");
    desk.receive(request("mia"));
    desk.receive(
        desk.answer("mia@other.example", desk.last("CODE", "mia@other.example"), "Not me!"));
    desk.receive(request("noa"));
    desk.receive(plain("pia@mail.example", "Locked out", "I cannot log in, my phone is lost."));
    desk.receive(
        plain("quin@mail.example", "A question", "How do I rename my project? Thank you."));
    desk.receive(plain("rob@mail.example", "Locked out", "I lost my phone. My username is rob."));
    desk.receive(
        desk.answer(
            "rob@mail.example", desk.last("ACKNOWLEDGEMENT", "rob@mail.example"), "Never mind."));
    desk.receive(
        plain(
            "sue@mail.example",
            "Locked out",
            "I lost my phone. My username is sue. My password is Tr0ub4dor&3x9!"));
    desk.receive(plain(GONE.toString(), "Locked out", "I lost my phone. My username is gone."));
    desk.receive(plain(BUSY.toString(), "Locked out", "I lost my phone. My username is busy."));
    desk.receive("");
    desk.after(Duration.ofDays(1));
  }

  /** A request, and the codes from both addresses. */
  private static void inReview(Conversation desk, String who) throws IOException, SQLException {
    desk.receive(request(who));
    for (String address : List.of(who + "@mail.example", who + "@other.example")) {
      desk.receive(desk.answer(address, desk.last("CODE", address), "%CODE%"));
    }
  }

  private static String request(String who) throws IOException {
    return Conversation.mail(STORY.resolve("01-request.eml"))
        .replace("dora", who)
        .replace("Dora", who)
        .replace("<story.2", "<request." + who);
  }

  private static String plain(String from, String subject, String text) {
    return """
    From: <%1$s>
    To: support@desk.example
    Subject: %2$s
    Date: Mon, 02 Mar 2026 09:00:00 +0000
    Message-ID: <plain.%1$s>

    %3$s
    """
        .formatted(from, subject, text);
  }

  private static void dump(TestDatabase schema, Path file) throws Exception {
    URI server = URI.create(schema.url().substring("jdbc:".length()));
    ProcessBuilder dump =
        new ProcessBuilder(
            "mariadb-dump",
            "--host=" + server.getHost(),
            "--port=" + server.getPort(),
            "--user=" + schema.user(),
            "--skip-ssl",
            "--skip-comments",
            "--hex-blob",
            "--order-by-primary",
            "--skip-extended-insert",
            server.getPath().substring(1));
    dump.environment().put("MYSQL_PWD", schema.password());
    File to = file.toFile();
    if (dump.redirectOutput(to).redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor()
        != 0) {
      throw new IOException("mariadb-dump did not end well");
    }
  }
}
