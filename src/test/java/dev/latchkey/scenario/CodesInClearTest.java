package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * A code that is good for something stands in no column of the database in clear, whoever wrote it
 * back and whatever the desk made of that: what reads the database, its dumps or the lists of the
 * command line could use it.
 */
@NullMarked
class CodesInClearTest {
  @Test
  void noneOfAnOwnerOfARequesterOrOfTheStaffDoes() throws IOException, SQLException {
    List<String> codes = new ArrayList<>();
    try (Conversation desk = Conversation.inReview(CodesInClearTest.class)) {
      OutboundMail toAlice = desk.last("CASE", "alice@staff.example");
      String approve = Conversation.code(toAlice).orElseThrow();
      codes.add(approve);
      for (String written :
          List.of(
              "Do not\nAPPROVE " + approve,
              "Please see " + approve + ".",
              "REJECT no, " + approve.toLowerCase(Locale.ROOT) + ", is what I have",
              "NOTE the code is (" + approve + ")",
              "HOLD code" + approve)) {
        desk.receive(desk.answer("alice@staff.example", toAlice, written));
      }
      desk.receive(
          desk.stamped(
              "alice@staff.example", "support@desk.example", "x", "", "APPROVE " + approve));
      desk.receive(
          desk.stamped(
              "bob@staff.example", "support@desk.example", approve, "", "see the subject"));
      desk.receive(
          desk.stamped(
              "eve@evil.example",
              toAlice.replyTo().orElseThrow().toString(),
              "Re: x",
              "",
              "APPROVE " + approve));

      desk.receive(
          desk.stamped(
              "kim@mail.example",
              "support@desk.example",
              "locked out",
              "",
              "Account name: dora\nReason: I lost my phone\nRecovery codes: lost\n"
                  + "Code of conduct: I agree\nAcknowledgement: I understand"));
      OutboundMail toDora = desk.last("CODE", "dora@mail.example");
      String owners = Conversation.code(toDora).orElseThrow();
      codes.add(owners);
      desk.receive(
          desk.answer("dora@mail.example", toDora, "%CODE%\nWho is that?")
              .replace("dmarc=pass", "dmarc=fail"));
      desk.receive(desk.answer("dora@mail.example", toDora, "I do not know. Is it %CODE%?"));
      desk.receive(
          desk.stamped(
              "zoe@else.example",
              "support@desk.example",
              "what is " + owners,
              "",
              "Somebody sent me " + owners + ". What do you do here?"));

      for (String code : codes) {
        assertThat(inClear(desk, code)).as(code).isEmpty();
        assertThat(inClear(desk, code.replace("-", ""))).as(code).isEmpty();
      }
    }
  }

  /** Every column of text that holds it, in capitals or not. */
  private static List<String> inClear(Conversation desk, String code) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String column :
        desk.column(
            "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND data_type IN"
                + " ('char', 'varchar', 'text', 'mediumtext', 'longtext')")) {
      String table = column.substring(0, column.indexOf('.'));
      String name = column.substring(column.indexOf('.') + 1);
      for (String value :
          desk.column(
              "SELECT `%1$s` FROM `%2$s` WHERE UPPER(`%1$s`) LIKE '%%%3$s%%'"
                  .formatted(name, table, code))) {
        found.add(column + ": " + value);
      }
    }
    return found;
  }
}
