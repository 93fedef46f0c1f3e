package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a code is worth by what the desk's own server says of the mail that brings it. */
@NullMarked
class UnprovedCodesTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String DORA = "dora@mail.example";
  private static final String OTHER = "dora@other.example";

  /** What the server wrote, and the class of evidence that follows; none where it is nothing. */
  private record Row(String results, String worth) {}

  @TestFactory
  Stream<DynamicTest> aCodeIsWorthWhatTheServerSaysOfItsMail() {
    return Stream.of(
            new Row("dkim=pass header.d=mail.example; dmarc=pass header.from=mail.example", "CODE"),
            // DMARC by SPF alone, or by a signature of the same organisation.
            new Row(
                "spf=pass smtp.mailfrom=mail.example; dmarc=pass header.from=mail.example", "CODE"),
            new Row(
                "dkim=pass header.d=eu.mail.example; dmarc=pass header.from=mail.example", "CODE"),
            // The domain publishes none.
            new Row("spf=pass smtp.mailfrom=dora@mail.example; dmarc=none", "CODE"),
            new Row("dkim=pass header.d=mail.example; dmarc=none", "CODE"),
            new Row("dkim=pass header.d=mail.example; dmarc=temperror", "CODE"),
            new Row("dkim=pass header.d=mail.example", "CODE"),
            new Row("spf=pass smtp.mailfrom=mail.example; dmarc=bestguesspass", "CODE"),
            // What passed is somebody else's.
            new Row("spf=pass smtp.mailfrom=bounces.example; dmarc=none", "UNPROVED_CODE"),
            new Row("spf=pass smtp.mailfrom=eve@evil-mail.example; dmarc=none", "UNPROVED_CODE"),
            new Row("dkim=pass header.d=attacker.example; dmarc=none", "UNPROVED_CODE"),
            new Row("spf=pass smtp.helo=mail.example; dmarc=none", "UNPROVED_CODE"),
            new Row(
                "spf=pass smtp.mailfrom=mail.example; spf=softfail smtp.mailfrom=mail.example;"
                    + " dmarc=none",
                "UNPROVED_CODE"),
            new Row("spf=softfail smtp.mailfrom=mail.example; dmarc=none", "UNPROVED_CODE"),
            new Row("spf=none; dkim=none; dmarc=none", "UNPROVED_CODE"),
            new Row("none", "UNPROVED_CODE"),
            // It is forged.
            new Row("spf=pass smtp.mailfrom=mail.example; dmarc=fail", ""),
            new Row("dkim=pass header.d=mail.example; dmarc=fail header.from=mail.example", ""))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.results(),
                    () -> {
                      try (Conversation desk = asked()) {
                        OutboundMail letter = desk.last("CODE", DORA);

                        desk.receive(by(row.results(), desk.answer(DORA, letter, "%CODE%")));

                        assertThat(codes(desk))
                            .as(desk.desk().lastReason())
                            .isEqualTo(row.worth().isEmpty() ? List.of() : List.of(row.worth()));
                      }
                    }));
  }

  @Test
  void twoUnprovedCodesAreASlowCaseThatSaysSo() throws IOException, SQLException {
    try (Conversation desk = asked()) {
      desk.receive(by("dmarc=none", desk.answer(DORA, desk.last("CODE", DORA), "%CODE%")));
      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
      desk.receive(by("dmarc=none", desk.answer(OTHER, desk.last("CODE", OTHER), "%CODE%")));

      assertThat(codes(desk)).containsExactly("UNPROVED_CODE", "UNPROVED_SECOND_CODE");
      String told = desk.last("CASE", ALICE).body();
      assertThat(told)
          .contains("slow: one proof is all there is")
          .contains("code, in an email that nothing proves to be from there, from " + DORA)
          .contains("that the email with the code came from that mailbox");
    }
  }

  @Test
  void oneUnprovedCodeAloneIsBelowTheFloorAndTheSameCodeCountsNoSecondTime()
      throws IOException, SQLException {
    try (Conversation desk = asked()) {
      OutboundMail letter = desk.last("CODE", DORA);
      desk.receive(by("dmarc=none", desk.answer(DORA, letter, "%CODE%")));
      desk.receive(desk.answer(DORA, letter, "%CODE%"));
      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_REFUSED);
      desk.receive(desk.stamped(ALICE, "support@desk.example", "a ticket", "", "STATUS LK-1001"));
      desk.alice("TICKET_STATUS", "APPROVE %CODE%");
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("PROVING");
      assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
    }
  }

  @Test
  void aNewCodeAnsweredByAProvedMailCountsInFull() throws IOException, SQLException {
    try (Conversation desk = asked()) {
      desk.receive(by("dmarc=none", desk.answer(DORA, desk.last("CODE", DORA), "%CODE%")));
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "Please send me a new code."));
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "%CODE%"));

      assertThat(codes(desk)).as(desk.desk().lastReason()).containsExactly("CODE", "UNPROVED_CODE");
    }
  }

  @Test
  void aForgedMailWithTheRightCodeLeavesItToItsOwner() throws IOException, SQLException {
    try (Conversation desk = asked()) {
      OutboundMail letter = desk.last("CODE", DORA);
      desk.receive(by("dmarc=fail", desk.answer(DORA, letter, "%CODE%")));
      assertThat(codes(desk)).isEmpty();

      desk.receive(desk.answer(DORA, letter, "%CODE%"));

      assertThat(codes(desk)).containsExactly("CODE");
    }
  }

  @Test
  void fromElsewhereItIsBurnedWhateverTheServerSays() throws IOException, SQLException {
    for (String results : new String[] {"dmarc=none", "dmarc=pass header.from=attacker.example"}) {
      try (Conversation desk = asked()) {
        OutboundMail letter = desk.last("CODE", DORA);
        desk.receive(by(results, desk.answer("eve@attacker.example", letter, "%CODE%")));
        desk.receive(desk.answer(DORA, letter, "%CODE%"));

        assertThat(codes(desk)).isEmpty();
        assertThat(desk.column("SELECT kind FROM warning")).containsExactly("CODE_FROM_ELSEWHERE");
      }
    }
  }

  @Test
  void aCodeThatIsOnlyQuotedIsWorthNothingFromAnUnprovedSender() throws IOException, SQLException {
    try (Conversation desk = asked()) {
      OutboundMail letter = desk.last("CODE", DORA);
      desk.receive(
          by(
              "dmarc=none",
              desk.answer(
                  DORA,
                  letter,
                  "We received this.\n\n" + letter.body().replaceAll("(?m)^", "> "))));

      assertThat(codes(desk)).isEmpty();
    }
  }

  /** Story 01 as far as the codes are out. */
  private static Conversation asked() throws IOException {
    Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(UnprovedCodesTest.class), STORY.resolve("accounts.csv"));
    desk.receive(by("dmarc=none", Conversation.mail(STORY.resolve("01-request.eml"))));
    return desk;
  }

  /** The same mail with other results of our server on top. */
  private static String by(String results, String mail) {
    return "Authentication-Results: mx.desk.example; %s%n".formatted(results)
        + mail.replaceFirst("(?s)^Authentication-Results:.*?\n(?=[A-Z])", "");
  }

  private static List<String> codes(Conversation desk) throws SQLException {
    return desk.column("SELECT class FROM evidence ORDER BY class");
  }
}
