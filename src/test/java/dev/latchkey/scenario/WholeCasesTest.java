package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.SshSigner;
import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three recoveries by proofs beyond the mailbox from the first mail to the last letter, with a
 * mistake in each: which letters everybody gets, and that each says what is so at that moment.
 */
@NullMarked
class WholeCasesTest {
  private static final String MAILBOX = "nora@mail.example";
  private static final String NEW = "nora@new.example";
  private static final String OMAR = "omar@other.example";
  private static final String ALICE = "alice@staff.example";
  private static final String BOB = "bob@staff.example";
  private static final String PLACE = "https://git.example/nora/lamp";
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");

  @TempDir Path folder;

  @Test
  void aBranchWhenTheMailboxIsLost() throws Exception {
    try (Conversation desk = open("no", "repository " + PLACE + " since 2024-05-01", "", "")) {
      desk.receive(request(desk, NEW, "I can no longer read the email of the registered address"));
      OutboundMail wanted = desk.last("PROOF_WANTED", NEW);
      assertThat(wanted.body()).contains("the account: nora").doesNotContain(PLACE);
      desk.after(Duration.ofHours(2));
      desk.receive(desk.answer(NEW, wanted, "%CODE%\n\ndone"));
      desk.after(Duration.ofHours(20));
      show(desk, wanted);
      desk.receive(desk.answer(NEW, desk.last("PROOF_NOT_SEEN", NEW), "done"));
      assertThat(desk.last("CASE", ALICE).body())
          .contains(
              "Approval is not recommended, but possible",
              "If it is approved, the account gets the address " + NEW,
              "Repository on record, since 1 May 2024: " + PLACE);
      approve(desk, ALICE);
      desk.after(Duration.ofHours(5));
      approve(desk, BOB);
      assertThat(toTheTask(desk)).isGreaterThanOrEqualTo(Duration.ofDays(14));
      assertThat(task(desk).body()).contains("Make " + NEW + " the address of the account");
      done(desk);

      assertThat(letters(desk, NEW))
          .containsExactly("PROOF_WANTED", "PROOF_NOT_SEEN", "IN_REVIEW", "APPROVED", "RECOVERED");
      assertThat(letters(desk, MAILBOX))
          .containsExactly(
              "CODE",
              "NOTICE_STARTED",
              "NOTICE_APPROVED",
              "NOTICE_APPROVED",
              "NOTICE_FINAL",
              "NOTICE_RECOVERED");
      assertThat(desk.last("NOTICE_FINAL", MAILBOX).body())
          .contains("This address alone will no longer get you in");
    }
  }

  @Test
  void aSignatureAfterTheCode() throws Exception {
    String key = "ssh " + SshSigner.of(1).publicKey() + " since 2024-01-01";
    try (Conversation desk = open("no", "", key, "")) {
      desk.receive(request(desk, MAILBOX, "I lost my second factor"));
      desk.receive(desk.answer(MAILBOX, desk.last("CODE", MAILBOX), "%CODE%"));
      OutboundMail wanted = desk.last("PROOF_WANTED", MAILBOX);
      assertThat(wanted.body()).contains("at least one more proof").doesNotContain("on our own");
      String other = SshSigner.of(1).sign("recovery-of-another-one");
      desk.receive(desk.answer(MAILBOX, wanted, other));
      assertThat(desk.last("PROOF_NOT_SEEN", MAILBOX).body())
          .contains("We looked at the signature in your email", "You have until", token(wanted))
          .doesNotContain("on our own", "“done”", "the place");
      desk.receive(desk.answer(MAILBOX, wanted, SshSigner.of(1).sign(token(wanted))));
      assertThat(desk.last("CASE", ALICE).body())
          .contains("Approval is recommended", "SSH key on record, since 1 January 2024");
      approve(desk, ALICE);
      assertThat(toTheTask(desk)).isBetween(Duration.ofDays(1), Duration.ofDays(2));
      done(desk);

      assertThat(letters(desk, MAILBOX))
          .containsExactly(
              "ACKNOWLEDGEMENT",
              "CODE",
              "PROOF_WANTED",
              "PROOF_NOT_SEEN",
              "IN_REVIEW",
              "NOTICE_APPROVED",
              "NOTICE_BACK_IN");
    }
  }

  @Test
  void aVoucherForACriticalAccount() throws Exception {
    String omar = "lamp: omar " + OMAR + " since 2021-05-01";
    try (Conversation desk = open("yes", "repository " + PLACE + " since 2024-05-01", "", omar)) {
      desk.receive(request(desk, MAILBOX, "I lost my second factor"));
      desk.receive(desk.answer(MAILBOX, desk.last("CODE", MAILBOX), "%CODE%"));
      OutboundMail wanted = desk.last("PROOF_WANTED", MAILBOX);
      assertThat(wanted.body()).contains("each of these helps as well").doesNotContain("as good");
      show(desk, wanted);
      desk.after(Duration.ofHours(4));
      OutboundMail again = desk.last("PROOF_WANTED", MAILBOX);
      assertThat(again.body()).contains("at least one more is needed").doesNotContain(PLACE);
      desk.receive(desk.answer(MAILBOX, again, "omar can vouch for me"));
      assertThat(desk.last("VOUCHER_NAMED", MAILBOX).body()).doesNotContain("the other ways");
      assertThat(desk.last("VOUCH", OMAR).body()).doesNotContain(MAILBOX, "recommend");
      desk.after(Duration.ofDays(1));
      desk.receive(desk.answer(OMAR, desk.last("VOUCH", OMAR), "%CODE%"));
      assertThat(desk.last("CASE", ALICE).body()).contains("Approval is recommended", "of 2");
      approve(desk, ALICE);
      desk.after(Duration.ofHours(5));
      approve(desk, BOB);
      assertThat(toTheTask(desk)).isBetween(Duration.ofDays(7), Duration.ofDays(8));
      done(desk);

      assertThat(letters(desk, OMAR)).containsExactly("VOUCH", "VOUCH_HEARD");
      assertThat(letters(desk, MAILBOX))
          .containsExactly(
              "ACKNOWLEDGEMENT",
              "CODE",
              "PROOF_WANTED",
              "PROOF_WANTED",
              "VOUCHER_NAMED",
              "IN_REVIEW",
              "NOTICE_APPROVED",
              "NOTICE_APPROVED",
              "NOTICE_FINAL",
              "NOTICE_BACK_IN");
    }
  }

  private static void approve(Conversation desk, String who) throws SQLException {
    desk.passes(Duration.ofMinutes(3));
    desk.receive(desk.answer(who, desk.last("CASE", who), "APPROVE %CODE% " + desk.totp()));
  }

  /** How long the owners had after the last approval, to a quarter of a day. */
  private static Duration toTheTask(Conversation desk) throws SQLException {
    Duration step = Duration.ofHours(6);
    assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    Duration waited = Duration.ZERO;
    while (desk.state(1001).equals("COOLING_OFF") && waited.toDays() < 30) {
      desk.after(step);
      waited = waited.plus(step);
    }
    return waited;
  }

  private static OutboundMail task(Conversation desk) throws SQLException {
    for (OutboundMail letter : desk.sender().sent()) {
      if (desk.letter(letter).equals("TASK")) {
        return letter;
      }
    }
    throw new AssertionError("nobody was asked to carry it out");
  }

  private static void done(Conversation desk) throws SQLException {
    OutboundMail task = task(desk);
    desk.receive(desk.answer(task.recipient().toString(), task, "DONE"));
    assertThat(desk.state(1001)).isEqualTo("RECOVERED");
  }

  private static List<String> letters(Conversation desk, String who) throws SQLException {
    List<String> letters = new ArrayList<>();
    for (OutboundMail letter : desk.sender().sent()) {
      if (letter.recipient().toString().equals(who)) {
        letters.add(desk.letter(letter));
      }
    }
    return letters;
  }

  private static String token(OutboundMail letter) {
    Matcher token = TOKEN.matcher(letter.body());
    assertThat(token.find()).isTrue();
    return token.group();
  }

  private static void show(Conversation desk, OutboundMail wanted) {
    desk.desk().places().show(PLACE, token(wanted));
  }

  private static String request(Conversation desk, String from, String reason) {
    return desk.stamped(
        from,
        "support@desk.example",
        "locked out",
        "",
        """
        Hello,

        Account name: nora
        Reason: %s
        Recovery codes: I have lost them
        Code of conduct: I agree
        Acknowledgement: I understand that this may take a while
        """
            .formatted(reason));
  }

  private Conversation open(String critical, String links, String keys, String coOwners)
      throws IOException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        """
        name,addresses,second_factor,critical,published,links,keys,co_owners
        nora,nora@mail.example verified since 2021-03-01,yes,%s,yes,%s,%s,%s
        omar,omar@other.example verified since 2021-03-01,yes,no,yes,,,
        """
            .formatted(critical, links, keys, coOwners));
    return new Conversation(TestDatabase.emptyFor(WholeCasesTest.class), accounts);
  }
}
