package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.SshSigner;
import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class WholeCasesTest {
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");
  private static final String PLACE = "https://git.example/nora/lamp";
  @TempDir Path folder;

  @Test
  void lostMailboxBranch() throws Exception {
    try (Conversation c = open("no", "repository " + PLACE + " since 2024-05-01", "", "")) {
      String nora = "nora@new.example";
      c.receive(request(c, nora, "I can no longer read the email of the registered address"));
      OutboundMail wanted = c.last("PROOF_WANTED", nora);
      c.after(Duration.ofHours(2));
      c.receive(c.answer(nora, wanted, "%CODE%\n\ndone"));
      c.after(Duration.ofHours(20));
      show(c, wanted);
      c.receive(c.answer(nora, c.last("PROOF_NOT_SEEN", nora), "done"));
      approve(c, "alice@staff.example");
      c.after(Duration.ofHours(5));
      approve(c, "bob@staff.example");
      toTheEnd(c);
      dump(c, "branch");
      assertThat(c.state(1001)).isEqualTo("RECOVERED");
    }
  }

  @Test
  void signature() throws Exception {
    try (Conversation c =
        open("no", "", "ssh " + SshSigner.of(1).publicKey() + " since 2024-01-01", "")) {
      String nora = "nora@mail.example";
      c.receive(request(c, nora, "I lost my second factor"));
      c.receive(c.answer(nora, c.last("CODE", nora), "%CODE%"));
      OutboundMail wanted = c.last("PROOF_WANTED", nora);
      c.after(Duration.ofHours(2));
      c.receive(c.answer(nora, wanted, SshSigner.of(1).sign("recovery-of-another-one")));
      c.receive(c.answer(nora, wanted, SshSigner.of(1).sign(token(wanted))));
      approve(c, "alice@staff.example");
      toTheEnd(c);
      dump(c, "signature");
      assertThat(c.state(1001)).isEqualTo("RECOVERED");
    }
  }

  @Test
  void voucher() throws Exception {
    try (Conversation c =
        open(
            "yes",
            "repository " + PLACE + " since 2024-05-01",
            "",
            "lamp: omar omar@other.example since 2021-05-01")) {
      String nora = "nora@mail.example";
      c.receive(request(c, nora, "I lost my second factor"));
      c.receive(c.answer(nora, c.last("CODE", nora), "%CODE%"));
      OutboundMail wanted = c.last("PROOF_WANTED", nora);
      c.after(Duration.ofHours(2));
      show(c, wanted);
      c.after(Duration.ofHours(4));
      c.receive(c.answer(nora, c.last("PROOF_WANTED", nora), "omar can vouch for me"));
      c.after(Duration.ofDays(1));
      c.receive(c.answer("omar@other.example", c.last("VOUCH", "omar@other.example"), "%CODE%"));
      approve(c, "alice@staff.example");
      c.after(Duration.ofHours(5));
      approve(c, "bob@staff.example");
      toTheEnd(c);
      dump(c, "voucher");
      assertThat(c.state(1001)).isEqualTo("RECOVERED");
    }
  }

  @Test
  void noCode() throws Exception {
    try (Conversation c = open("no", "repository " + PLACE + " since 2024-05-01", "", "")) {
      String nora = "nora@new.example";
      c.receive(request(c, nora, "I can no longer read the email of the registered address"));
      OutboundMail wanted = c.last("PROOF_WANTED", nora);
      c.after(Duration.ofHours(2));
      show(c, wanted);
      c.receive(c.answer(nora, wanted, "done"));
      c.after(Duration.ofHours(1));
      System.out.println(c.state(1001) + c.column("SELECT state FROM ticket"));
      c.receive(c.answer(nora, wanted, "%CODE%"));
      System.out.println("later code: " + c.outcome() + " heard " + c.heard());
      dump(c, "nocode");
    }
  }

  @Test
  void codeOnly() throws Exception {
    try (Conversation c = open("no", "repository " + PLACE + " since 2024-05-01", "", "")) {
      String nora = "nora@new.example";
      c.receive(request(c, nora, "I can no longer read the email of the registered address"));
      OutboundMail wanted = c.last("PROOF_WANTED", nora);
      c.after(Duration.ofHours(2));
      c.receive(c.answer(nora, wanted, "%CODE%"));
      System.out.println("code only: " + c.outcome() + " heard " + c.heard());
      dump(c, "codeonly");
    }
  }

  @Test
  void undated() throws Exception {
    try (Conversation c = open("no", "repository " + PLACE, "", "")) {
      String nora = "nora@mail.example";
      c.receive(request(c, nora, "I lost my second factor"));
      c.receive(c.answer(nora, c.last("CODE", nora), "%CODE%"));
      dump(c, "undated");
    }
  }

  private static void approve(Conversation c, String who) throws SQLException {
    c.passes(Duration.ofMinutes(3));
    OutboundMail last;
    try {
      last = c.last("CASE", who);
    } catch (AssertionError e) {
      c.receive(c.stamped(who, "support@desk.example", "STATUS LK-1001", "", "STATUS LK-1001"));
      last = c.last("CASE", who);
    }
    c.receive(c.answer(who, last, "APPROVE %CODE% " + c.totp()));
  }

  private static void toTheEnd(Conversation c) throws Exception {
    for (int i = 0; i < 120; i++) {
      for (OutboundMail m : c.sender().sent()) {
        if (c.letter(m).equals("TASK")) {
          c.receive(c.answer(m.recipient().toString(), m, "DONE"));
          c.after(Duration.ofHours(1));
          return;
        }
      }
      c.after(Duration.ofHours(6));
    }
  }

  private static String token(OutboundMail letter) {
    Matcher m = TOKEN.matcher(letter.body());
    assertThat(m.find()).isTrue();
    return m.group();
  }

  private static void show(Conversation c, OutboundMail wanted) {
    c.desk().places().show(PLACE, token(wanted));
  }

  private static String request(Conversation c, String from, String reason) {
    return c.stamped(
        from,
        "support@desk.example",
        "locked out",
        "",
        "Hello,\n\nAccount name: nora\nReason: "
            + reason
            + "\nRecovery codes: I have lost them\nCode of conduct: I agree\n"
            + "Acknowledgement: I understand that this may take a while\n\nMy phone was stolen. Can you help me?\n");
  }

  private static void dump(Conversation c, String name) throws Exception {
    StringBuilder b = new StringBuilder();
    for (OutboundMail m : c.sender().sent()) {
      b.append("######## ").append(c.letter(m)).append(" to ").append(m.recipient()).append("  ")
          .append(c.column("SELECT sent_at FROM outbox WHERE message_id='" + m.messageId() + "'"))
          .append("\nSubject: ").append(m.subject()).append("\n\n").append(m.body()).append("\n");
    }
    Files.writeString(Path.of("/tmp/eight-" + name + ".txt"), b.toString());
  }

  private Conversation open(String critical, String links, String keys, String co)
      throws IOException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        "name,addresses,second_factor,critical,published,links,keys,co_owners\n"
            + "nora,nora@mail.example verified since 2021-03-01,yes,"
            + critical + ",yes," + links + "," + keys + "," + co + "\n"
            + "omar,omar@other.example verified since 2021-03-01,yes,no,yes,,,\n");
    return new Conversation(TestDatabase.emptyFor(WholeCasesTest.class), accounts);
  }
}
