package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What anybody writes in the name of a requester steers nothing, and what one claimant reads tells
 * nothing of another one.
 */
@NullMarked
class InAnothersNameTest {
  private static final String ALICE = "alice@staff.example";
  private static final String DESK = "support@desk.example";
  private static final String DORA = "dora@mail.example";
  private static final String EVE = "eve@attacker.example";
  private static final String LEO = "leo@mail.example";
  private static final String ACCOUNTS =
      """
      name,addresses,second_factor,critical,published,second_factor_changed
      dora,dora@mail.example verified since 2021-03-01; dora@other.example verified since 2023-05-01,yes,no,yes,
      leo,leo@mail.example verified since 2024-02-01,no,no,no,
      """;

  @TempDir private Path folder;

  @Test
  void nobodyAnswersAQuestionOfTheStaffInTheNameOfTheRequester() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(InAnothersNameTest.class)) {
      desk.alice("CASE", "ASK What did you publish last?");
      desk.receive(
          forged(desk, DORA, "I am not the owner of this account, I only want to try it."));

      assertThat(desk.state(1001)).isEqualTo("NEEDS_DETAILS");
      assertThat(desk.last("PLEASE_CONFIRM", DORA).body()).contains("answers a question of ours");
      desk.receive(desk.answer(DORA, desk.last("QUESTION", DORA), "It was lamp 2.0, in May."));
      assertThat(desk.outcome()).isEqualTo(Outcome.QUESTION_ANSWERED);
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      desk.receive(desk.stamped(ALICE, DESK, "a ticket", "", "STATUS LK-1001"));
      assertThat(plain(desk.sender().sent().get(desk.sender().sent().size() - 1)))
          .contains("(sender not proved)");
    }
  }

  @Test
  void nobodySaysThatAMailboxIsLostInTheNameOfTheRequester() throws IOException, SQLException {
    try (Conversation desk = open()) {
      desk.receive(desk.stamped(DORA, DESK, "Locked out", "", form("dora", "lost phone")));
      assertThat(desk.state(1001)).isEqualTo("PROVING");
      desk.receive(forged(desk, DORA, "I can no longer read mail at dora@mail.example."));

      assertThat(desk.outcome()).isNotEqualTo(Outcome.PROOFS_ASKED);
      assertThat(desk.state(1001)).isEqualTo("PROVING");
      assertThat(desk.column("SELECT reasons FROM ticket")).noneMatch(it -> it.contains("EMAIL"));
      assertThat(desk.last("PLEASE_CONFIRM", DORA)).isNotNull();
    }
  }

  @Test
  void nobodyHasCodesSentInTheNameOfWhoTriesItAlone() throws IOException, SQLException {
    for (String words :
        List.of("It did not work, I got no mail.", "My recovery codes are refused there.")) {
      try (Conversation desk = open()) {
        desk.receive(desk.stamped(LEO, DESK, "Locked out", "", form("leo", "forgot password")));
        assertThat(desk.state(1001)).isEqualTo("SELF_SERVICE");
        desk.receive(forged(desk, LEO, words));

        assertThat(desk.state(1001)).as(words).isEqualTo("SELF_SERVICE");
        assertThat(desk.column("SELECT id FROM outbox WHERE letter = 'CODE'")).isEmpty();
        desk.receive(desk.answer(LEO, desk.last("PLEASE_CONFIRM", LEO), words));
        assertThat(desk.state(1001)).as(words).isNotEqualTo("SELF_SERVICE");
      }
    }
  }

  @Test
  void whoComesBackReadsTheSameWhetherOrNotSomebodyElseClaimsTheAccount()
      throws IOException, SQLException {
    String alone = comesBack("");
    assertThat(alone).contains("A person will look at your request");
    assertThat(comesBack("mo@post.example")).isEqualTo(alone);
    assertThat(comesBack(DORA)).isEqualTo(alone);
  }

  /** What Eve reads after she closed her request and wants it back, while another one is open. */
  private String comesBack(String other) throws IOException, SQLException {
    try (Conversation desk = open()) {
      desk.receive(desk.stamped(EVE, DESK, "Locked out", "", form("dora", "lost phone")));
      desk.receive(
          desk.answer(
              EVE, desk.last("ACKNOWLEDGEMENT", EVE), "Please close this, I no longer need it."));
      assertThat(desk.state(1001)).isEqualTo("WITHDRAWN");
      if (!other.isEmpty()) {
        desk.receive(desk.stamped(other, DESK, "Locked out", "", form("dora", "lost phone")));
      }
      desk.receive(
          desk.answer(
              EVE,
              desk.last("WITHDRAWN", EVE),
              "Sorry, I still cannot log in, the new phone does not help. Please go on."));
      StringBuilder read = new StringBuilder(desk.outcome() + " " + desk.state(1001));
      for (int i = 0; i < 2; i++) {
        OutboundMail letter =
            desk.sender().sent().stream()
                .filter(mail -> mail.recipient().toString().equals(EVE))
                .reduce((one, next) -> next)
                .orElseThrow();
        read.append('\n').append(letter.subject()).append('\n').append(letter.body());
        desk.receive(desk.answer(EVE, letter, "Is there any news of my request?"));
      }
      assertThat(desk.unheard()).isEmpty();
      return read.toString().replaceAll("support\\+\\S+@", "support+x@");
    }
  }

  @Test
  void aNameThatIsALinkIsNotSaidBack() throws IOException, SQLException {
    for (String name : List.of("evil.example/reset now", "evil.com", "d\u043era")) {
      try (Conversation desk = open()) {
        desk.receive(forged(desk, DORA, form(name, "lost phone")));

        assertThat(plain(desk.last("ACKNOWLEDGEMENT", DORA)))
            .as(name)
            .doesNotContain("evil", "d\u043era")
            .contains("the name that you wrote");
      }
    }
  }

  private Conversation open() throws IOException {
    Path accounts = Files.writeString(folder.resolve("accounts.csv"), ACCOUNTS);
    return new Conversation(TestDatabase.emptyFor(InAnothersNameTest.class), accounts);
  }

  private static String forged(Conversation desk, String from, String text) {
    return desk.stamped(from, DESK, "Something else", "", text)
        .replace("dmarc=pass", "dmarc=none")
        .replace("spf=pass", "spf=none")
        .replace("dkim=pass", "dkim=none");
  }

  private static String form(String account, String reason) {
    return "Account name: %s\nReason: %s\nRecovery codes: no\n".formatted(account, reason)
        + "I agree to the code of conduct. I understand that this may take time.";
  }

  private static String plain(OutboundMail letter) {
    return letter.body().replaceAll("\\s+", " ");
  }
}
