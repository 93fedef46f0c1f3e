package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.proof.Obstacle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers and rivals try what the letters about proofs ask for. */
@NullMarked
class ProofAttackTest {
  private static final String STRANGER = "nora@new.example";
  private static final String PLACE = "https://git.example/nora/lamp";
  private static final String HEADER =
      "name,addresses,second_factor,critical,published,links,keys,profile\n";

  @TempDir Path folder;

  /** Whoever only says that a mailbox is lost learns nothing of an account by saying "done". */
  @Test
  void doneIsAnsweredAlikeWhateverIsOnRecord() throws Exception {
    List<String> heard = new ArrayList<>();
    for (String account : accounts()) {
      try (Conversation conversation = lost(account)) {
        heard.add(told(conversation, "%CODE%\n\nDone."));
      }
      try (Conversation conversation = lost(account)) {
        conversation.desk().places().close(PLACE, Obstacle.UNREADABLE);
        heard.add(told(conversation, "%CODE%\n\nDone."));
      }
    }
    assertThat(heard)
        .allMatch(heard.get(0)::equals)
        .noneMatch(text -> text.contains("git.example"));
  }

  /** Nor by a signature by a key of their own. */
  @Test
  void aSignatureIsAnsweredAlikeWhateverIsOnRecord() throws Exception {
    String signature =
        "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQ==\n-----END SSH SIGNATURE-----";
    List<String> heard = new ArrayList<>();
    for (String account : accounts()) {
      try (Conversation conversation = lost(account)) {
        heard.add(told(conversation, "%CODE%\n\n" + signature));
      }
    }
    assertThat(heard)
        .allMatch(heard.get(0)::equals)
        .allMatch(text -> text.contains("PROOF_NOT_SEEN"));
  }

  private static List<String> accounts() {
    String nora = "nora,nora@old.example verified since 2021-03-01,yes,no,yes,";
    return List.of(
        "somebody,somebody@else.example verified since 2021-03-01,yes,no,yes,,,",
        nora + ",,",
        nora + "repository " + PLACE + " since 2024-05-01,,",
        nora
            + ",ssh ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
            + " since 2024-01-01,",
        nora + ",,I build lamps");
  }

  /** Kinds and words of what an answer to the letter that asks for proofs brings. */
  private static String told(Conversation conversation, String text) throws Exception {
    OutboundMail wanted = conversation.last("PROOF_WANTED", STRANGER);
    int before = conversation.sender().sent().size();
    conversation.receive(conversation.answer(STRANGER, wanted, text));
    StringBuilder told = new StringBuilder();
    for (OutboundMail mail : conversation.sender().sent().subList(before, sent(conversation))) {
      if (mail.recipient().toString().equals(STRANGER)) {
        told.append(conversation.letter(mail)).append('\n').append(mail.body());
      }
    }
    return told.toString().replaceAll("recovery-[a-z2-7]{20}", "TOKEN");
  }

  private static int sent(Conversation conversation) {
    return conversation.sender().sent().size();
  }

  /** Somebody asks for the account of Nora from another address, without any proof. */
  private Conversation lost(String account) throws Exception {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(accounts, HEADER + account + "\n");
    Conversation conversation =
        new Conversation(TestDatabase.emptyFor(ProofAttackTest.class), accounts);
    conversation.receive(request());
    return conversation;
  }

  private static String request() throws Exception {
    return Conversation.mail(
        Conversation.STORIES.resolve("164-lost-mailbox-with-a-branch").resolve("01-request.eml"));
  }
}
