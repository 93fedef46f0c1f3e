package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else than the owner writes, and says so. */
@NullMarked
class OtherWritersTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String DORA = "dora@mail.example";
  private static final String OTHER = "dora@other.example";
  private static final String ALICE = "alice@staff.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "typed by Rupert, her nephew; Aunt Dora is asleep",
        "la marisol anda de baja y yo llevo su correo, soy la secretaria. Ahí va el código",
        "Ich bin die Frau vom Otto",
        "Amélie est partie en retraite, je suis sa remplaçante",
        "Sou a irmã da Lídia",
        "妻です。主人に頼まれて",
        "我是刘洋的同事",
        "She left me, now she wants her toys",
        "my mate asked me to do this, he is in jail",
      })
  void theCodeOfTheOtherMailboxCountsAndHoldsIt(String words) throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "%CODE%"));
      desk.receive(desk.answer(OTHER, desk.last("CODE", OTHER), words + "\n%CODE%"));
      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_ANSWERED", ALICE).body()).contains(words.substring(0, 5));
      assertThat(desk.last("OWNER_HEARD", OTHER).body())
          .contains("You write that you write for somebody else", "was right, and it counts");
      desk.receive(desk.answer(ALICE, desk.last("OWNER_ANSWERED", ALICE), "RESUME"));
      assertThat(desk.last("CASE", ALICE).body())
          .contains("who wrote says that they write in the owner's place")
          .doesNotContain("Approval is recommended");
    }
  }

  @Test
  void beforeTheOwnMailboxItIsAWarningThatAllStaffRead() throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      desk.receive(
          desk.answer(DORA, desk.last("CODE", DORA), "I am her carer, she can't type. %CODE%"));
      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
      assertThat(desk.state(1001)).isEqualTo("PROVING");
      assertThat(desk.last("REQUESTER_WROTE", ALICE).body()).contains("her carer");
      assertThat(desk.last("REQUESTER_WROTE", "bob@staff.example").body()).contains("her carer");
      assertThat(desk.last("FOR_ANOTHER", DORA).body())
          .contains("The code of this address was right", "A code went to another address");
      desk.receive(desk.answer(OTHER, desk.last("CODE", OTHER), "%CODE%"));
      assertThat(desk.last("CODE_HELD", OTHER).body()).contains("was right");
      assertThat(desk.last("CASE", ALICE).body())
          .contains("who wrote says that they write in the owner's place")
          .doesNotContain("Approval is recommended");
    }
  }

  @Test
  void aDeathHoldsItAndNobodyIsAskedWhetherToClose() throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      desk.receive(
          desk.answer(
              DORA,
              desk.last("ACKNOWLEDGEMENT", DORA),
              "I'm afraid Aunt Dora passed away this morning. Please let me have the account"
                  + " anyway, there are family letters in it"));
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("REQUESTER_WROTE", ALICE).body()).contains("passed away");
      assertThat(desk.last("FOR_ANOTHER", DORA).body()).contains("sorry for your loss");
      assertThat(desk.column("SELECT letter FROM outbox")).doesNotContain("IS_IT_OVER");
    }
  }

  @Test
  void whoseWordsDoubtReadsThatTheCodeDoesNotCountYetAndAYesBesideItCounts()
      throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      desk.receive(
          desk.answer(OTHER, desk.last("CODE", OTHER), "but I did not ask for that?!\n%CODE%"));
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_HEARD", OTHER).body()).contains("does not count yet");
      desk.receive(desk.answer(OTHER, desk.last("CODE", OTHER), "it was me\n%CODE%"));
      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
    }
  }

  @Test
  void whoAsksWhetherWeAreRealIsAnsweredAndMayAgree() throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      desk.receive(
          desk.answer(
              OTHER,
              desk.last("CODE", OTHER),
              "lol that's a weird one, are you guys real? I'm in a meeting"));
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_HEARD", OTHER).body())
          .contains("To check that yourself", "it was me", "not me");
      desk.receive(desk.answer(OTHER, desk.last("OWNER_HEARD", OTHER), "it was me"));
      assertThat(desk.last("OWNER_NOTED", OTHER).body()).contains("noted");
      assertThat(desk.last("OWNER_ANSWERED", ALICE).body()).contains("it was me");
    }
  }

  private static Conversation doraAsks() throws IOException, SQLException {
    Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(OtherWritersTest.class), STORY.resolve("accounts.csv"));
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    return desk;
  }
}
