package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What people write beside a code that was right, and how they write the code. */
@NullMarked
class BesideACodeTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String DORA = "dora@mail.example";
  private static final String OTHER = "dora@other.example";

  @Test
  void whoSaysThatSomebodyElseAskedHoldsItAlsoFromTheRequestersOwnMailbox()
      throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      desk.receive(
          desk.answer(
              DORA,
              desk.last("CODE", DORA),
              "It wasnt me who asked but my wife, she uses my mailbox. anyway here is the code"
                  + " %CODE%"));

      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_ANSWERED", "alice@staff.example").body())
          .contains("wasnt me who asked but my wife");
    }
  }

  @Test
  void whatBefellThemIsNoDoubtBesideTheirOwnCode() throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      desk.receive(
          desk.answer(
              DORA,
              desk.last("CODE", DORA),
              "My wife helped me with this, it was me who asked. %CODE%"));
      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
      assertThat(desk.state(1001)).isEqualTo("PROVING");
    }
  }

  @Test
  void aJapaneseKeyboardTypesTheCodeInFullWidthAndARemarkBelowIt()
      throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      OutboundMail letter = desk.last("CODE", OTHER);
      String code = Conversation.code(letter).orElseThrow();
      desk.receive(
          desk.answer(
              OTHER, letter, "コードはこちらです：" + wide(code) + "\n会社のメールなので金曜日まで見られませんでした。\n\n田中 はるか\n"));
      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
    }
  }

  @Test
  void aQuestionBesideAnOwnersCodeReachesTheStaffAndIsAnswered() throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      desk.receive(desk.answer(OTHER, desk.last("CODE", OTHER), "コードを送りましたが、どうなりましたか？\n%CODE%"));
      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
      assertThat(desk.state(1001)).isEqualTo("PROVING");
      assertThat(desk.last("OWNER_ANSWERED", "alice@staff.example").body()).contains("どうなりましたか");
      assertThat(desk.last("OWNER_HEARD", OTHER).body()).isNotEmpty();
    }
  }

  /** Each sign as an input method types it, the hyphen too. */
  private static String wide(String code) {
    return code.chars()
        .mapToObj(c -> String.valueOf((char) (c + 0xFEE0)))
        .collect(Collectors.joining());
  }

  private static Conversation doraAsks() throws IOException, SQLException {
    Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(BesideACodeTest.class), STORY.resolve("accounts.csv"));
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    return desk;
  }
}
