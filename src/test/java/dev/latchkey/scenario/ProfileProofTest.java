package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nora is still logged in on another computer, and writes the token into her profile. */
@NullMarked
class ProfileProofTest {
  private static final String NORA = "nora@mail.example";
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");

  @TempDir Path folder;
  private int changes;

  @Test
  void theTokenInTheProfileCompletesTheCase() throws Exception {
    try (Conversation conversation = proved()) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", NORA);
      Matcher token = TOKEN.matcher(wanted.body());
      assertThat(token.find()).isTrue();
      conversation.receive(conversation.answer(NORA, wanted, "done"));
      assertThat(conversation.last("PROOF_NOT_SEEN", NORA).body()).contains(token.group());

      profile("I build lamps. " + token.group());
      conversation.receive(conversation.answer(NORA, wanted, "done"));

      assertThat(conversation.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(conversation.last("CASE", "alice@staff.example").body())
          .contains("Approval is recommended", "profile text of nora");
    }
  }

  /** Somebody else may have had it written there as part of an address or a name. */
  @Test
  void theTokenInALongerRunIsNoProof() throws Exception {
    try (Conversation conversation = proved()) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", NORA);
      Matcher token = TOKEN.matcher(wanted.body());
      assertThat(token.find()).isTrue();
      for (String run :
          List.of(
              "https://else.example/" + token.group(), token.group() + "x", "x-" + token.group())) {
        profile("I build lamps. " + run);
        conversation.receive(conversation.answer(NORA, wanted, "done"));
        assertThat(conversation.state(1001)).as(run).isEqualTo("PROVING");
      }
      profile("I build lamps (" + token.group() + ").");
      conversation.receive(conversation.answer(NORA, wanted, "done"));
      assertThat(conversation.state(1001)).isEqualTo("IN_REVIEW");
    }
  }

  private Conversation proved() throws Exception {
    profile("I build lamps.");
    Conversation conversation =
        new Conversation(
            TestDatabase.emptyFor(ProfileProofTest.class), folder.resolve("accounts.csv"));
    conversation.receive(
        Conversation.mail(
            Conversation.STORIES.resolve("160-branch-after-the-code").resolve("01-request.eml")));
    conversation.receive(conversation.answer(NORA, conversation.last("CODE", NORA), "%CODE%"));
    return conversation;
  }

  private void profile(String text) throws IOException {
    Path accounts = folder.resolve("accounts.csv");
    boolean there = Files.exists(accounts);
    Files.writeString(
        accounts,
        "name,addresses,second_factor,critical,published,profile\n"
            + "nora,nora@mail.example verified since 2021-03-01,yes,no,yes,"
            + text
            + "\n");
    // Another second than before, whatever the file system keeps of it.
    Files.setLastModifiedTime(
        accounts,
        FileTime.from(
            there
                ? Files.getLastModifiedTime(accounts).toInstant().plusSeconds(++changes)
                : Instant.parse("2026-03-01T10:00:00Z")));
  }
}
