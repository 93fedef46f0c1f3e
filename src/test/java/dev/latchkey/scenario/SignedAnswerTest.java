package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.SshSigner;
import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nora signs the token with the SSH key of her account, as {@code ssh-keygen -Y sign} does. */
@NullMarked
class SignedAnswerTest {
  private static final String NORA = "nora@mail.example";
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");

  @TempDir Path folder;

  @Test
  void aSignatureByAKeyOnRecordCompletesTheCase() throws Exception {
    try (Conversation conversation = proved("2024-01-01")) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", NORA);
      conversation.receive(conversation.answer(NORA, wanted, SshSigner.of(1).sign(token(wanted))));

      assertThat(conversation.outcome()).isEqualTo(Outcome.PROOF_ACCEPTED);
      assertThat(conversation.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(conversation.last("CASE", "alice@staff.example").body())
          .contains("Approval is recommended", "signature by SSH SHA256:");
    }
  }

  @Test
  void aSignatureOverSomethingElseIsToldAndProvesNothing() throws Exception {
    try (Conversation conversation = proved("2024-01-01")) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", NORA);
      conversation.receive(
          conversation.answer(NORA, wanted, SshSigner.of(1).sign("recovery-of-another-one")));

      assertThat(conversation.outcome()).isEqualTo(Outcome.PROOF_REFUSED);
      assertThat(conversation.state(1001)).isEqualTo("PROVING");
      assertThat(conversation.last("PROOF_NOT_SEEN", NORA).body()).contains(token(wanted));
    }
  }

  /** Whoever took the account over may have added the key: it is not even asked for. */
  @Test
  void aYoungKeyIsNotAskedForAndWarns() throws Exception {
    try (Conversation conversation = proved("2026-02-20")) {
      assertThat(conversation.sender().sent())
          .noneMatch(letter -> TOKEN.matcher(letter.body()).find());
      assertThat(conversation.last("CASE", "alice@staff.example").body())
          .contains("was set within 30 days before the request");
    }
  }

  /** Up to the letter that asks for more than the code. */
  private Conversation proved(String since) throws Exception {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        "name,addresses,second_factor,critical,published,keys\n"
            + "nora,nora@mail.example verified since 2021-03-01,yes,no,yes,"
            + "ssh "
            + SshSigner.of(1).publicKey()
            + " since "
            + since
            + "\n");
    Conversation conversation =
        new Conversation(TestDatabase.emptyFor(SignedAnswerTest.class), accounts);
    conversation.receive(
        Conversation.mail(
            Conversation.STORIES.resolve("160-branch-after-the-code").resolve("01-request.eml")));
    conversation.receive(conversation.answer(NORA, conversation.last("CODE", NORA), "%CODE%"));
    return conversation;
  }

  private static String token(OutboundMail letter) {
    Matcher token = TOKEN.matcher(letter.body());
    assertThat(token.find()).isTrue();
    return token.group();
  }
}
