package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.NullMarked;

/**
 * Where tricks are played: Dora claims her account by the first story, Alice decides, and Eve is
 * nobody to either. A trick makes its mail of Alice's perfect approval and of the code in it.
 */
@NullMarked
final class Stage {
  static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  static final String ALICE = "alice@staff.example";
  static final String DORA = "dora@mail.example";
  static final String EVE = "eve@attacker.example";
  static final String DESK = "support@desk.example";

  private Stage() {}

  /** A desk for one test, with the accounts of the story. */
  static Conversation desk(Class<?> test) {
    return desk(test, STORY.resolve("accounts.csv"));
  }

  static Conversation desk(Class<?> test, Path accounts) {
    return new Conversation(TestDatabase.emptyFor(test), accounts);
  }

  /** What Dora claims at the beginning of the story. */
  static String request() throws IOException {
    return Conversation.mail(STORY.resolve("01-request.eml"));
  }

  /** Plays tricks one after the other, none of which may approve; then Alice's own mail does. */
  static void noneApproves(Class<?> test, Map<String, BinaryOperator<String>> tricks)
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(test)) {
      List<String> broken = new ArrayList<>();
      for (Map.Entry<String, BinaryOperator<String>> trick : tricks.entrySet()) {
        String perfect = perfect(desk);
        String mail = octets(trick.getValue().apply(perfect, code(desk)));
        assertThat(mail).as(trick.getKey()).isNotEqualTo(perfect);
        desk.receive(mail);
        if (!desk.state(1001).equals("IN_REVIEW")
            || desk.outcome() == Outcome.FAILED
            || !desk.column("SELECT staff FROM approval").isEmpty()) {
          broken.add(trick.getKey() + ": " + desk.state(1001) + " " + desk.outcome());
          takeBack(desk);
        }
      }

      assertThat(broken).isEmpty();
      assertThat(desk.column("SELECT id FROM mail WHERE state = 'RECEIVED'")).isEmpty();
      desk.receive(perfect(desk));
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  /** Plays their twins, each of which must approve. */
  static void allApprove(Class<?> test, Map<String, BinaryOperator<String>> twins)
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(test)) {
      List<String> refused = new ArrayList<>();
      for (Map.Entry<String, BinaryOperator<String>> twin : twins.entrySet()) {
        desk.receive(octets(twin.getValue().apply(perfect(desk), code(desk))));
        if (!desk.state(1001).equals("COOLING_OFF")) {
          refused.add(twin.getKey() + ": " + desk.desk().lastReason());
        }
        takeBack(desk);
      }

      assertThat(refused).isEmpty();
    }
  }

  /** Characters beyond those of one octet, as they stand in a file. */
  static String octets(String mail) {
    return new String(mail.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String perfect(Conversation desk) throws SQLException {
    return desk.answer(ALICE, desk.last("CASE", ALICE), "APPROVE %CODE%\n\n> the case");
  }

  private static String code(Conversation desk) throws SQLException {
    return Conversation.code(desk.last("CASE", ALICE)).orElseThrow();
  }

  private static void takeBack(Conversation desk) throws SQLException {
    if (desk.state(1001).equals("COOLING_OFF")) {
      desk.alice("DECIDED", "UNDO");
    }
    desk.receive(desk.stamped(ALICE, DESK, "Re: x", "", "STATUS LK-1001"));
  }
}
