package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Whoever was declined and writes again reads the same words after the same time, whether or not
 * somebody else claims the account by then, with proof or without: a declined ticket is no ear.
 */
@NullMarked
class DeclinedClaimsTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String EVE = "eve@attacker.example";

  /** Who else asks. */
  private enum Rival {
    NONE,
    BEFORE,
    AFTER,
    PROVED
  }

  @Test
  void whoWasDeclinedLearnsNothingOfOthers() throws IOException, SQLException {
    List<String> alone = told(Rival.NONE);

    assertThat(alone).hasSizeGreaterThan(3);
    for (Rival rival : List.of(Rival.BEFORE, Rival.AFTER, Rival.PROVED)) {
      assertThat(told(rival)).as("%s", rival).containsExactlyElementsOf(alone);
    }
  }

  /** What Eve reads from her request on, and when, in whole seconds after her mail. */
  private static List<String> told(Rival rival) throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(DeclinedClaimsTest.class), STORY.resolve("accounts.csv"))) {
      if (rival == Rival.BEFORE) {
        desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      }
      List<String> told = new ArrayList<>();
      step(
          desk,
          told,
          Conversation.mail(STORY.resolve("01-request.eml"))
              .replace("dora@mail.example", EVE)
              .replace("mail.example", "attacker.example"));
      String ticket = desk.column("SELECT id FROM ticket WHERE requester = '" + EVE + "'").get(0);
      desk.receive(
          desk.stamped(
              "alice@staff.example", "support@desk.example", "a case", "", "STATUS LK-" + ticket));
      desk.alice("TICKET_STATUS", "REJECT not the owner");
      assertThat(desk.state(Long.parseLong(ticket))).isEqualTo("REJECTED");
      if (rival == Rival.AFTER) {
        desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      }
      if (rival == Rival.PROVED) {
        desk.proveOwnership(STORY);
      }
      step(
          desk,
          told,
          desk.answer(
              EVE,
              desk.last("REJECTED", EVE),
              "I can prove that it is mine, I have the old invoices here."));
      step(desk, told, desk.answer(EVE, desk.last("REJECTED", EVE), "How is it going?"));
      step(desk, told, desk.answer(EVE, desk.last("REJECTED", EVE), "I found another invoice."));
      desk.after(Duration.ofDays(2));
      step(desk, told, desk.answer(EVE, desk.last("REJECTED", EVE), "Is there any news?"));
      assertThat(desk.unheard()).isEmpty();
      return told;
    }
  }

  private static void step(Conversation desk, List<String> told, String mail) {
    int before = desk.sender().sent().size();
    Instant at = desk.now();
    desk.receive(mail);
    for (OutboundMail letter : desk.sender().sent().subList(before, desk.sender().sent().size())) {
      if (letter.recipient().toString().equals(EVE)) {
        told.add(
            Duration.between(at, desk.now()).toSeconds()
                + " s: "
                + (letter.subject() + "\n" + letter.body()).replaceAll("LK-\\d+", "LK"));
      }
    }
  }
}
