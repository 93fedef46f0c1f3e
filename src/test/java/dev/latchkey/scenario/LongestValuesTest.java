package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.check.HistoryCheck;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.ticket.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people may write, at its longest: every column holds it, and the history stays whole. */
@NullMarked
class LongestValuesTest {
  private static final Path COMPLETE = Conversation.STORIES.resolve("01-complete-recovery");
  private static final Path OWNER = Conversation.STORIES.resolve("02-the-owner-says-not-me");
  private static final String KEY = "\ud83d\udd11";

  @TempDir private Path folder;

  /** An address of 254 letters (RFC 5321 section 4.5.3.1). */
  private static String longAddress() {
    String domain = ("a".repeat(60) + ".").repeat(2) + "a".repeat(59) + ".example";
    return "d".repeat(254 - 1 - domain.length()) + "@" + domain;
  }

  private Conversation desk(Path story, String owner) throws IOException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        Files.readString(story.resolve("accounts.csv")).replace("dora@other.example", owner));
    return new Conversation(TestDatabase.emptyFor(LongestValuesTest.class), accounts);
  }

  @Test
  void anOwnerWithTheLongestAddressIsToldAndCanObject() throws IOException, SQLException {
    String owner = longAddress();
    assertThat(owner).hasSize(254);
    try (Conversation desk = desk(OWNER, owner)) {
      desk.receive(Conversation.mail(OWNER.resolve("01-eve-asks.eml")));
      OutboundMail code = desk.last("CODE", owner);
      desk.receive(
          desk.mail(OWNER.resolve("02-dora-says-not-me.eml"), code)
              .replace("dora@mail.example", owner));

      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      assertThat(desk.last("NOTICE_STOPPED", owner)).isNotNull();
      nothingWasPutAside(desk);
    }
  }

  @Test
  void anOwnersLongLinesAreKept() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(LongestValuesTest.class)) {
      OutboundMail notice = desk.last("NOTICE_STARTED", "dora@other.example");
      String line = ("wonderful weather " + KEY + " here today \u65e5 ").repeat(150);
      desk.receive(
          latin1(
              desk.mail(OWNER.resolve("02-dora-says-not-me.eml"), notice)
                  .replace("This was not me. Please stop this.", (line + "\n").repeat(40))
                  .replace("> Somebody asked to recover the account.", "")));

      nothingWasPutAside(desk);
      assertThat(desk.column("SELECT detail FROM history WHERE detail LIKE '%weather%'"))
          .isNotEmpty();
    }
  }

  @Test
  void longWordsOfTheStaffLeaveTheHistoryWhole() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(LongestValuesTest.class)) {
      OutboundMail letter = desk.last("CASE", "alice@staff.example");
      String approval = desk.mail(COMPLETE.resolve("04-alice-approves.eml"), letter);
      String reject =
          approval.substring(0, approval.indexOf("APPROVE"))
              + "REJECT\n"
              + (KEY.repeat(30) + "\n").repeat(80);
      desk.receive(latin1(reject));

      assertThat(desk.state(1001)).isEqualTo("REJECTED");
      nothingWasPutAside(desk);
    }
  }

  @Test
  void aRequestAtItsLongestIsTakenIn() throws IOException, SQLException {
    String name = longAddress();
    try (Conversation desk = desk(COMPLETE, "dora@other.example")) {
      String request = Conversation.mail(OWNER.resolve("01-eve-asks.eml"));
      desk.receive(
          latin1(
              request
                  .replace("`dora`", name)
                  .replace("eve@attacker.example", name)
                  .replace("attacker.example", name.substring(name.indexOf('@') + 1))
                  .replace(
                      "I lost my phone", "I lost my phone. " + ("\u65e5\u672c" + KEY).repeat(9_000))
                  .replace("Subject: ", "Subject: " + "long ".repeat(190))));

      nothingWasPutAside(desk);
      assertThat(desk.column("SELECT requester FROM ticket")).containsExactly(name);
    }
  }

  private static void nothingWasPutAside(Conversation desk) throws SQLException {
    assertThat(desk.column("SELECT reasons FROM mail WHERE state <> 'HANDLED'")).isEmpty();
    assertThat(desk.desk().views().chain(new Reference(1001)))
        .hasValueSatisfying(chain -> assertThat(new HistoryCheck().find(chain)).isEmpty());
  }

  /** The octets of UTF-8, each as a character, as a mail is handed to the desk here. */
  private static String latin1(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
