package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.SshSigner;
import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kim's only code came back, so that her ticket lies before the staff when she says that the
 * mailbox is lost. Proofs count there, and are given up there, as while they are waited for.
 */
@NullMarked
class ProofsInReviewTest {
  private static final String KIM = "kim@new.example";
  private static final String ALICE = "alice@staff.example";
  private static final String PLACE = "https://git.example/kim/lamp";
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");
  private static final Path STORY =
      Conversation.STORIES.resolve("354-the-code-is-forgotten-while-the-staff-have-it");

  @TempDir Path folder;

  @Test
  void whatElseIsWantedIsAskedForWhenOneProofWasSeen() throws Exception {
    try (Conversation conversation = lost()) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", KIM);
      conversation.desk().places().show(PLACE, token(wanted));
      conversation.receive(conversation.answer(KIM, wanted, "%CODE%\n\nDone."));

      assertThat(conversation.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(conversation.last("PROOF_WANTED", KIM).body()).contains("SSH");
    }
  }

  @Test
  void aSignatureIsShownToTheStaff() throws Exception {
    try (Conversation conversation = lost()) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", KIM);
      conversation.receive(
          conversation.answer(KIM, wanted, "%CODE%\n\n" + SshSigner.of(1).sign(token(wanted))));

      assertThat(conversation.outcome()).isEqualTo(Outcome.PROOF_ACCEPTED);
      assertThat(conversation.last("CASE", ALICE).body()).contains("signature by SSH");
      assertThat(conversation.last("PROOF_WANTED", KIM).body()).contains(PLACE);
    }
  }

  @Test
  void whatIsGivenUpOpensTheSlowWay() throws Exception {
    try (Conversation conversation = lost()) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", KIM);
      conversation.receive(
          conversation.answer(KIM, wanted, "%CODE%\n\n" + SshSigner.of(1).sign(token(wanted))));
      assertThat(conversation.last("CASE", ALICE).body()).contains("Approval is not possible");
      conversation.receive(
          conversation.answer(KIM, conversation.last("PROOF_WANTED", KIM), "I cannot."));

      assertThat(conversation.outcome()).isEqualTo(Outcome.PROOF_GIVEN_UP);
      assertThat(conversation.last("CASE", ALICE).body()).contains("not recommended, but possible");
      assertThat(conversation.last("PERSON_LOOKS", KIM).body()).contains("none of these proofs");
    }
  }

  @Test
  void whatIsNotShownInTimeOpensTheSlowWay() throws Exception {
    try (Conversation conversation = lost()) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", KIM);
      conversation.receive(
          conversation.answer(KIM, wanted, "%CODE%\n\n" + SshSigner.of(1).sign(token(wanted))));
      for (int day = 0; day < 15; day++) {
        conversation.after(Duration.ofDays(1));
      }

      assertThat(conversation.last("CASE", ALICE).body()).contains("not recommended, but possible");
    }
  }

  /** Whoever says "done", and then "I cannot" of the rest, is looked after first. */
  @Test
  void whatIsSaidToBeThereIsLookedForBeforeItIsGivenUp() throws Exception {
    try (Conversation conversation = lost()) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", KIM);
      conversation.desk().places().show(PLACE, token(wanted));
      conversation.arrives(conversation.answer(KIM, wanted, "%CODE%\n\nDone."));
      conversation.receive(conversation.answer(KIM, wanted, "I cannot."));

      assertThat(conversation.last("CASE", ALICE).body()).contains(PLACE);
    }
  }

  private Conversation lost() throws Exception {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        "name,addresses,second_factor,critical,published,links,keys\n"
            + "kim,kim@mail.example verified since 2022-01-01,yes,no,yes,repository "
            + PLACE
            + " since 2024-05-01,"
            + SshSigner.of(1).publicKey().replace("ssh-ed25519", "ssh ssh-ed25519")
            + " since 2024-01-01\n");
    Conversation conversation =
        new Conversation(TestDatabase.emptyFor(ProofsInReviewTest.class), accounts);
    conversation.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    conversation.receive(
        conversation.mail(STORY.resolve("06-refused.eml"), conversation.last("SELF_SERVICE", KIM)));
    conversation.receive(
        conversation.mail(
            STORY.resolve("02-bounce.eml"), conversation.last("CODE", "kim@mail.example")));
    conversation.receive(
        conversation.mail(
            STORY.resolve("03-cannot-read-it.eml"), conversation.last("PERSON_LOOKS", KIM)));
    assertThat(conversation.state(1001)).isEqualTo("IN_REVIEW");
    return conversation;
  }

  private static String token(OutboundMail letter) {
    Matcher token = TOKEN.matcher(letter.body());
    assertThat(token.find()).isTrue();
    return token.group();
  }
}
