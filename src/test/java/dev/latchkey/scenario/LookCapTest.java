package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways to have the desk knock at somebody else's server without end, and to hold it up by that. */
@NullMarked
class LookCapTest {
  private static final String NORA = "nora@mail.example";
  private static final String PLACE = "https://git.example/nora/lamp";
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");
  private static final Path KNOWN = Conversation.STORIES.resolve("161-done-and-seen-at-once");
  private static final Path LOST = Conversation.STORIES.resolve("164-lost-mailbox-with-a-branch");
  private static final String STRANGER = "nora@new.example";

  @TempDir Path folder;

  /** Nora, whose code was right, and who is asked for her branch; a small cap. */
  private Conversation asked() throws IOException, SQLException {
    Conversation desk = desk(KNOWN.resolve("accounts.csv"));
    desk.receive(Conversation.mail(KNOWN.resolve("01-request.eml")));
    desk.receive(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
    return desk;
  }

  private Conversation desk(Path accounts) throws IOException {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(
        policy, "version: few-looks\nlooks-at-once: {per-ticket: 3, per-account: 5, in-all: 7}\n");
    return new Conversation(
        TestDatabase.emptyFor(LookCapTest.class),
        accounts,
        "authserv-ids: [" + TestDesk.AUTHSERV_ID + "]",
        "policy: \"" + policy + "\"");
  }

  private static void says(Conversation desk, String who, String words) throws SQLException {
    desk.receive(desk.answer(who, desk.last("PROOF_WANTED", who), words));
  }

  private static int looks(Conversation desk) {
    return desk.desk().places().looks();
  }

  private static int written(Conversation desk, String letter, String who) throws SQLException {
    return Integer.parseInt(
        desk.column(
                "SELECT COUNT(*) FROM outbox WHERE letter = '%s' AND recipient = '%s'"
                    .formatted(letter, who))
            .get(0));
  }

  @Test
  void sixtyMailsMakeAsManyLooksAsADayHas() throws Exception {
    try (Conversation desk = asked()) {
      for (int i = 0; i < 12; i++) {
        for (int j = 0; j < 5; j++) {
          desk.arrives(
              desk.answer(NORA, desk.last("PROOF_WANTED", NORA), "Done, says mail " + i + "." + j));
        }
        desk.after(Duration.ofSeconds(20));
      }
      assertThat(looks(desk)).isEqualTo(3);
      assertThat(desk.unheard()).isEmpty();
    }
  }

  @Test
  void whatTheDeskLooksForByItselfIsNotPutOffByThem() throws Exception {
    try (Conversation desk = asked()) {
      for (int hour = 0; hour < 24; hour++) {
        says(desk, NORA, "Done, says mail " + hour);
        desk.after(Duration.ofHours(1));
      }
      // Three at once, then every three hours.
      assertThat(looks(desk)).isBetween(3 + 6, 3 + 8);
      show(desk, NORA);
      desk.after(Duration.ofHours(3));
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
    }
  }

  @Test
  void whatIsSeenAtTheNextLookIsTold() throws Exception {
    try (Conversation desk = asked()) {
      for (int i = 0; i < 4; i++) {
        says(desk, NORA, "Done, says mail " + i);
      }
      int before = written(desk, "PROOF_NOT_SEEN", NORA);
      assertThat(written(desk, "PROOF_LATER", NORA)).isEqualTo(1);
      desk.after(Duration.ofHours(3));
      assertThat(written(desk, "PROOF_NOT_SEEN", NORA)).isEqualTo(before + 1);
      desk.after(Duration.ofHours(3));
      assertThat(written(desk, "PROOF_NOT_SEEN", NORA)).isEqualTo(before + 1);
    }
  }

  @Test
  void onTheNextDayItIsLookedAtOnceAgain() throws Exception {
    try (Conversation desk = asked()) {
      for (int i = 0; i < 5; i++) {
        says(desk, NORA, "Done, says mail " + i);
      }
      assertThat(looks(desk)).isEqualTo(3);
      desk.after(Duration.ofHours(25));
      int before = looks(desk);
      says(desk, NORA, "Done, a day later.");
      assertThat(looks(desk)).isEqualTo(before + 1);
    }
  }

  @Test
  void severalAskedForInOneMailCountAsWell() throws Exception {
    try (Conversation desk = asked()) {
      for (int i = 0; i < 6; i++) {
        says(desk, NORA, "Done, says mail " + i + ", and omar can vouch for me.");
      }
      assertThat(looks(desk)).isEqualTo(3);
    }
  }

  @Test
  void whatSomebodyElseSaysCountsNothingAndUsesUpNothing() throws Exception {
    try (Conversation desk = asked()) {
      OutboundMail wanted = desk.last("PROOF_WANTED", NORA);
      for (int i = 0; i < 6; i++) {
        desk.receive(
            desk.stamped(
                "eve@else.example", "support@desk.example", "LK-1001", "", "Done, mail " + i));
      }
      assertThat(looks(desk)).isZero();
      desk.receive(desk.answer(NORA, wanted, "Done."));
      assertThat(looks(desk)).isEqualTo(1);
    }
  }

  /** Strangers who claim to have lost the mailbox: their looks go to the account's repository. */
  @Test
  void manyClaimsToOneAccountHaveOneCapTogether() throws Exception {
    try (Conversation desk = desk(LOST.resolve("accounts.csv"))) {
      for (int who = 0; who < 6; who++) {
        String stranger = "nora%d@new.example".formatted(who);
        desk.receive(claim(stranger));
        for (int i = 0; i < 3; i++) {
          says(desk, stranger, "%CODE%\n\nDone, says mail " + i);
        }
      }
      assertThat(looks(desk)).isBetween(3, 5);
      assertThat(desk.unheard()).isEmpty();
    }
  }

  @Test
  void claimsOfStrangersUseUpNothingOfWhoProvedSomething() throws Exception {
    try (Conversation desk = asked()) {
      for (int who = 0; who < 4; who++) {
        String stranger = "nora%d@new.example".formatted(who);
        desk.receive(claim(stranger));
        for (int i = 0; i < 3; i++) {
          says(desk, stranger, "%CODE%\n\nDone, says mail " + i);
        }
      }
      int before = looks(desk);
      show(desk, NORA);
      says(desk, NORA, "Done.");
      assertThat(looks(desk)).isGreaterThan(before);
      assertThat(desk.column("SELECT COUNT(*) FROM evidence WHERE class = 'BRANCH'"))
          .containsExactly("1");
    }
  }

  /** Nor does the cap tell a stranger whether there is such an account. */
  @Test
  void theCapIsTheSameForAnAccountThatNobodyHas() throws Exception {
    List<String> told = List.of(capped(""), capped("x"));
    assertThat(told.get(1)).isEqualTo(told.get(0)).contains("PROOF_LATER");
  }

  private String capped(String suffix) throws IOException, SQLException {
    Path accounts = folder.resolve("accounts" + suffix + ".csv");
    Files.writeString(
        accounts,
        Files.readString(LOST.resolve("accounts.csv")).replace("\nnora,", "\nnora" + suffix + ","));
    try (Conversation desk = desk(accounts)) {
      desk.receive(claim(STRANGER));
      StringBuilder told = new StringBuilder();
      for (int i = 0; i < 5; i++) {
        int before = desk.sender().sent().size();
        says(desk, STRANGER, "%CODE%\n\nDone, says mail " + i);
        for (OutboundMail mail : desk.sender().sent().subList(before, sent(desk))) {
          if (mail.recipient().toString().equals(STRANGER)) {
            told.append(desk.letter(mail)).append('\n').append(mail.body());
          }
        }
      }
      return told.toString().replaceAll(TOKEN.pattern(), "TOKEN");
    }
  }

  /** What only the requester brings has no next look: it tells no day, and puts nothing off. */
  @Test
  void beyondTheCapNothingIsLookedForLaterThanByItself() throws Exception {
    Path accounts = folder.resolve("site.csv");
    Files.writeString(
        accounts,
        Files.readString(LOST.resolve("accounts.csv")).strip()
            + "; site https://nora.example/ since 2024-05-01\n");
    try (Conversation desk = desk(accounts)) {
      desk.receive(claim(STRANGER));
      desk.change(
          "UPDATE asked_proof SET standing = 'GIVEN_UP', look_at = NULL"
              + " WHERE class IN ('BRANCH', 'SITE_FILE')");
      desk.change(
          "INSERT INTO wanted_look (ticket_id, at, account, proved)"
              + " SELECT ticket_id, asked_at + INTERVAL n SECOND, NULL, FALSE"
              + " FROM asked_proof, (SELECT 1 n UNION SELECT 2 UNION SELECT 3) three"
              + " WHERE class = 'VOUCHER'");
      String siteLook = "SELECT look_at FROM asked_proof WHERE class = 'DNS_TXT'";
      List<String> before = desk.column(siteLook);
      assertThat(before).hasSize(1);

      says(desk, STRANGER, "%CODE%\n\nDone.");

      assertThat(written(desk, "PROOF_LATER", STRANGER)).isEqualTo(1);
      assertThat(desk.column(siteLook)).isEqualTo(before);
      assertThat(
              desk.column(
                  "SELECT class FROM asked_proof WHERE standing = 'OPEN'"
                      + " AND look_at > asked_at + INTERVAL 4 HOUR"))
          .isEmpty();
    }
  }

  /** Nobody reads a letter with fifty places, and no look is worth fifty requests. */
  @Test
  void anAccountWithManyLinksIsAskedForSomeOfThem() throws Exception {
    Path accounts = folder.resolve("many.csv");
    String all = Files.readString(KNOWN.resolve("accounts.csv")).strip();
    StringBuilder links = new StringBuilder(all);
    for (int i = 0; i < 50; i++) {
      links.append("; repository ").append(PLACE).append(i).append(" since 2025-05-01");
    }
    Files.writeString(accounts, links.append('\n').toString());
    try (Conversation desk = desk(accounts)) {
      desk.receive(Conversation.mail(KNOWN.resolve("01-request.eml")));
      desk.receive(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
      assertThat(desk.last("PROOF_WANTED", NORA).body()).contains(PLACE + ", sign in");
      says(desk, NORA, "Done.");
      assertThat(looks(desk)).isEqualTo(10);
    }
  }

  private static int sent(Conversation desk) {
    return desk.sender().sent().size();
  }

  private static void show(Conversation desk, String who) throws SQLException {
    Matcher token = TOKEN.matcher(desk.last("PROOF_WANTED", who).body());
    assertThat(token.find()).isTrue();
    desk.desk().places().show(PLACE, token.group());
  }

  private static String claim(String who) throws IOException {
    return Conversation.mail(LOST.resolve("01-request.eml"))
        .replace(STRANGER, who)
        .replace("164.01", "164." + who.replaceAll("\\D", "") + who.length());
  }
}
