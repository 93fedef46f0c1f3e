package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.proof.Obstacle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers and rivals try what the letters about proofs ask for. */
@NullMarked
class ProofAttackTest {
  private static final String STRANGER = "nora@new.example";
  private static final String PLACE = "https://git.example/nora/lamp";
  private static final String HEADER = "name,addresses,second_factor,critical,published,links";

  private static final String WITH_LINK =
      "nora,nora@old.example verified since 2021-03-01,yes,no,yes,repository "
          + PLACE
          + " since 2024-05-01";
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");

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

  /** Nor by giving up one thing after the other, in any order, and saying "done" between. */
  @Test
  void eachThingThatIsGivenUpIsAnsweredAlikeWhateverIsOnRecord() throws Exception {
    List<List<String>> orders =
        List.of(
            List.of("I have no repository.", "Done.", "I have no website.", "I have no key."),
            List.of("I have no website.", "I have no DNS.", "I have no repository.", "Done."),
            List.of("I have no key.", "I have no website.", "I have no repository.", "I cannot."),
            List.of("Done.", "I cannot."));
    for (List<String> order : orders) {
      List<String> heard = new ArrayList<>();
      for (String account : accounts()) {
        try (Conversation conversation = lost(account)) {
          StringBuilder told = new StringBuilder();
          for (String answer : order) {
            told.append("\n== ").append(told(conversation, "%CODE%\n\n" + answer));
            told.append(conversation.state(1001));
          }
          heard.add(told.toString().replaceAll("[A-Z2-7]{4}(-[A-Z2-7]{4}){3,}", "CODE"));
        }
      }
      assertThat(heard).allMatch(heard.get(0)::equals);
      if (order.contains("I cannot.")) {
        assertThat(heard.get(0)).endsWith("IN_REVIEW");
      }
    }
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

  /** A claim without any proof does not keep a branch of the owner from being decided on. */
  @Test
  void aBranchTakesTheLeadFromAClaimWithoutProof() throws Exception {
    try (Conversation conversation = lost(WITH_LINK)) {
      conversation.receive(of("owner@else.example"));
      assertThat(conversation.state(1002)).isEqualTo("PROVING");
      showsBranch(conversation, "owner@else.example");

      assertThat(conversation.state(1002)).isEqualTo("IN_REVIEW");
      assertThat(conversation.last("CASE", "alice@staff.example", "LK-1002").body())
          .contains("but possible");
    }
  }

  /** And where both have proof of their own, both stand still. */
  @Test
  void aBranchContestsAClaimWithProof() throws Exception {
    try (Conversation conversation = lost(WITH_LINK)) {
      conversation.receive(of("owner@else.example"));
      showsBranch(conversation, STRANGER);
      assertThat(conversation.state(1001)).isEqualTo("IN_REVIEW");
      showsBranch(conversation, "owner@else.example");

      assertThat(conversation.standing(1001)).isEqualTo("CONTESTED");
      assertThat(conversation.standing(1002)).isEqualTo("CONTESTED");
      assertThat(conversation.last("CONTESTED", "alice@staff.example", "LK-1002")).isNotNull();
    }
  }

  private static void showsBranch(Conversation conversation, String who) throws Exception {
    OutboundMail wanted = conversation.last("PROOF_WANTED", who);
    Matcher token = TOKEN.matcher(wanted.body());
    assertThat(token.find()).isTrue();
    conversation.desk().places().show(PLACE, token.group());
    conversation.receive(conversation.answer(who, wanted, "%CODE%\n\nDone."));
  }

  /** The same request, sent from another address. */
  private static String of(String who) throws Exception {
    String domain = who.substring(who.indexOf('@') + 1);
    return request()
        .replace(STRANGER, who)
        .replace("new.example", domain)
        .replace("164.01", "164." + who.length());
  }

  private static List<String> accounts() {
    String nora = "nora,nora@old.example verified since 2021-03-01,yes,no,yes,";
    return List.of(
        "somebody,somebody@else.example verified since 2021-03-01,yes,no,yes,,,",
        nora + ",,",
        WITH_LINK,
        WITH_LINK + ",,",
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
    return told.toString().replaceAll(TOKEN.pattern(), "TOKEN");
  }

  private static int sent(Conversation conversation) {
    return conversation.sender().sent().size();
  }

  /** Somebody asks for the account of Nora from another address, without any proof. */
  private Conversation lost(String account) throws Exception {
    Path accounts = folder.resolve("accounts.csv");
    String more = account.endsWith("2024-05-01") ? "" : ",keys,profile";
    Files.writeString(accounts, HEADER + more + "\n" + account + "\n");
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
