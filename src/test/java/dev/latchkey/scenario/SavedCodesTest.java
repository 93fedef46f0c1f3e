package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LogWatch;
import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.accounts.AccountServer.Request;
import dev.latchkey.accounts.CodeSystem;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.accounts.SavedCodes;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recovery codes in mails: who may have one burned, how often, and where it is never found. */
@NullMarked
class SavedCodesTest {
  private static final Path STORY = Conversation.STORIES.resolve("170-a-recovery-code-is-accepted");
  private static final String CODE = "3f9c2e7b1a8d4c60";
  private static final String NORA = "nora@new.example";

  private final LogWatch log = LogWatch.ofEverything();
  private final TestDatabase schema = TestDatabase.emptyFor(SavedCodesTest.class);
  private CodeSystem system;
  private Conversation desk;

  /** An account system whose answer to the first offers is lost on its way. */
  private record Breaking(CodeSystem system, AtomicInteger times) implements RecoveryAction {
    @Override
    public SavedCodes codes() {
      return (key, account, code) -> {
        SavedCodes.Verdict verdict = system.codes().offer(key, account, code);
        if (times.getAndDecrement() > 0) {
          throw new IllegalStateException("the process ends here");
        }
        return verdict;
      };
    }

    @Override
    public RecoveryResult execute(RecoveryOrder order) {
      return system.execute(order);
    }

    @Override
    public String describe() {
      return system.describe();
    }
  }

  @BeforeEach
  void ask() throws IOException {
    system = new CodeSystem(List.of("nora " + CODE));
    open(system);
  }

  private void open(RecoveryAction action) throws IOException {
    desk = new Conversation(schema, STORY.resolve("accounts.csv"), action);
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
  }

  @AfterEach
  void close() {
    desk.close();
    system.close();
    log.close();
  }

  @Test
  void theCodeIsNowhereButInTheSealedOctetsWhileItIsOffered() throws SQLException {
    system.become("away");
    send("recovery code: " + CODE);
    assertThat(desk.column("SELECT mail_id FROM raw_mail")).containsExactly("2");
    assertNowhere();

    system.become("back");
    desk.after(Duration.ofMinutes(2));
    assertThat(desk.column("SELECT class FROM evidence")).containsExactly("RECOVERY_CODE");
    assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
    assertNowhere();
  }

  @Test
  void eachOfferOfACodeHasTheSameKeyWhichIsNotMadeOfIt() throws SQLException {
    system.become("away");
    send("recovery code: " + CODE);
    system.become("back");
    desk.after(Duration.ofMinutes(2));

    assertThat(system.requests().stream().map(Request::idempotencyKey))
        .containsExactly("code-1001-2-0", "code-1001-2-0");
    assertThat(system.requests())
        .allMatch(Request::genuine)
        .allMatch(request -> request.json().path("account").asText().equals("nora"));
  }

  @Test
  void aProcessThatEndsBetweenOfferAndResultLosesNoCode() throws IOException, SQLException {
    desk.close();
    TestDatabase empty = TestDatabase.emptyFor(SavedCodesTest.class);
    desk =
        new Conversation(
            empty, STORY.resolve("accounts.csv"), new Breaking(system, new AtomicInteger(1)));
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    send("recovery code: " + CODE);
    assertThat(desk.column("SELECT class FROM evidence")).isEmpty();

    desk.after(Duration.ofMinutes(11));
    assertThat(desk.column("SELECT class FROM evidence")).containsExactly("RECOVERY_CODE");
    assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
    assertNowhere();
  }

  @Test
  void oneThatBreaksEachTimeIsLeftAloneAndTheRequesterHears() throws IOException, SQLException {
    desk.close();
    TestDatabase empty = TestDatabase.emptyFor(SavedCodesTest.class);
    desk =
        new Conversation(
            empty, STORY.resolve("accounts.csv"), new Breaking(system, new AtomicInteger(99)));
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    send("recovery code: " + CODE);
    for (int i = 0; i < 9; i++) {
      desk.after(Duration.ofMinutes(11));
    }

    assertThat(system.requests()).hasSize(6);
    assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
    assertThat(desk.last("SAVED_CODE_UNCHECKED", NORA).body()).contains("did not answer");
    assertNowhere();
  }

  @Test
  void twoNodesOfferACodeOnce() throws Exception {
    try (TestDesk other =
        TestDesk.withAction(
            schema,
            STORY.resolve("accounts.csv"),
            system,
            UnaryOperator.identity(),
            desk.inbox(),
            desk.sender(),
            desk::now)) {
      desk.arrives(desk.answer(NORA, desk.last("PROOF_WANTED", NORA), "recovery code: " + CODE));
      desk.desk().loops().takeIn();
      desk.desk().loops().work();
      CountDownLatch both = new CountDownLatch(2);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<Future<Integer>> nodes = new ArrayList<>();
      for (TestDesk node : List.of(desk.desk(), other)) {
        nodes.add(
            threads.submit(
                () -> {
                  both.countDown();
                  both.await();
                  return node.loops().checkCodes();
                }));
      }
      int claimed = 0;
      for (Future<Integer> node : nodes) {
        claimed += node.get();
      }
      threads.shutdown();

      assertThat(claimed).isEqualTo(1);
      assertThat(system.requests()).hasSize(1);
      assertThat(desk.column("SELECT class FROM evidence")).containsExactly("RECOVERY_CODE");
    }
  }

  @Test
  void nobodyElsesMailBurnsACode() throws SQLException {
    String words = "recovery code: " + CODE;
    OutboundMail letter = desk.last("PROOF_WANTED", NORA);
    desk.receive(desk.answer("eve@evil.example", letter, words));
    desk.receive(desk.answer("nora@old.example", letter, words));
    desk.receive(desk.stamped("eve@evil.example", "support@desk.example", "LK-1001", "", words));
    desk.receive(desk.answer("nora@old.example", desk.last("CODE", "nora@old.example"), words));

    assertThat(system.requests()).isEmpty();
    assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
    assertNowhere();
  }

  @Test
  void aForgedMailBurnsNoCodeAndWhoIsNamedInItIsAskedAgain() throws SQLException {
    String mail =
        desk.stamped(NORA, "support@desk.example", "my account nora", "", "recovery code: " + CODE);
    desk.receive(mail.substring(mail.indexOf("From:")));

    assertThat(system.requests()).isEmpty();
    assertThat(desk.last("SAVED_CODE_UNCHECKED", NORA).body()).contains("Please send it once more");

    desk.receive(
        desk.answer(NORA, desk.last("SAVED_CODE_UNCHECKED", NORA), "recovery code: " + CODE));
    assertThat(desk.column("SELECT class FROM evidence")).containsExactly("RECOVERY_CODE");
  }

  @Test
  void anAccountIsGuessedAtNoMoreOftenUnderSeveralNames() throws IOException, SQLException {
    for (int guesser = 0; guesser < 4; guesser++) {
      String who = "guesser" + guesser + "@evil.example";
      desk.receive(
          Conversation.mail(STORY.resolve("01-request.eml"))
              .replace(NORA, who)
              .replace("new.example", "evil.example")
              .replace("170.01", "170.01." + guesser));
      for (int mail = 0; mail < 2; mail++) {
        desk.receive(
            desk.stamped(
                who,
                "support@desk.example",
                "my account nora",
                "",
                "recovery codes:\n0000aaaa0000aaa%1$d\n0000aaaa0001aaa%1$d\n0000aaaa0002aaa%1$d"
                    .formatted(mail)));
        desk.after(Duration.ofMinutes(1));
        desk.after(Duration.ofMinutes(1));
      }
    }

    assertThat(system.requests()).hasSize(10);
    assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
  }

  @Test
  void whatOthersTryShowsInNobodysNumber() throws IOException, SQLException {
    List<String> told = new ArrayList<>();
    for (boolean rivals : new boolean[] {false, true}) {
      desk.close();
      desk =
          new Conversation(
              TestDatabase.emptyFor(SavedCodesTest.class), STORY.resolve("accounts.csv"), system);
      for (int rival = 0; rivals && rival < 3; rival++) {
        guess("rival@evil%d.example".formatted(rival), 2);
      }
      desk.setClock(Instant.parse("2026-03-02T12:00:00Z"));
      guess(NORA, 3);
      told.add(
          String.join(
              "\n",
              desk.sender().sent().stream()
                  .filter(letter -> letter.recipient().toString().equals(NORA))
                  .map(letter -> text(letter))
                  .toList()));
    }

    assertThat(told.get(1)).isEqualTo(told.get(0)).contains("Tries left within 24 hours: 3");
  }

  @Test
  void howeverManyOthersGuessAnOwnersOwnCodeIsStillOffered() throws IOException, SQLException {
    desk.change(
        """
        INSERT INTO execution
            (decision, ticket_id, kind, state, attempts, next_attempt_at, ordered_at, ended_at)
        WITH RECURSIVE tried AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM tried WHERE n < 100)
        SELECT CONCAT('guess-', n), 1001, 'VERIFY', 'FAILED', 1, at, at, at
        FROM tried, (SELECT state_since AS at FROM ticket WHERE id = 1001) asked
        """);
    String owner = "nora@old.example";
    for (String who : List.of("ann@elsewhere.example", owner)) {
      String domain = who.substring(who.indexOf('@') + 1);
      desk.receive(
          Conversation.mail(STORY.resolve("01-request.eml"))
              .replace(NORA, who)
              .replace("new.example", domain)
              .replace("170.01", "170.01." + domain));
      desk.receive(
          desk.stamped(
              who, "support@desk.example", "my account nora", "", "recovery code: " + CODE));
      desk.after(Duration.ofMinutes(1));
    }

    assertThat(
            desk.column(
                "SELECT t.requester FROM evidence e JOIN ticket t ON t.id = e.ticket_id"
                    + " WHERE e.class = 'RECOVERY_CODE'"))
        .containsExactly(owner);
    assertThat(desk.last("SAVED_CODE_UNCHECKED", "ann@elsewhere.example").body()).isNotEmpty();
  }

  /** Somebody asks for the account, and sends mails of two wrong codes each. */
  private void guess(String who, int mails) throws IOException {
    String domain = who.substring(who.indexOf('@') + 1);
    desk.receive(
        Conversation.mail(STORY.resolve("01-request.eml"))
            .replace(NORA, who)
            .replace("new.example", domain)
            .replace("170.01", "170.01." + domain));
    for (int mail = 0; mail < mails; mail++) {
      desk.receive(
          desk.stamped(
              who,
              "support@desk.example",
              "my account nora",
              "",
              "recovery codes:\n0000aaaa0000aaa%1$d\n0000aaaa0001aaa%1$d".formatted(mail)));
      desk.after(Duration.ofMinutes(1));
      desk.after(Duration.ofMinutes(1));
    }
  }

  @Test
  void anAccountThatIsUnknownIsAskedForInTheSameWay() throws IOException, SQLException {
    desk.receive(
        Conversation.mail(STORY.resolve("01-request.eml"))
            .replace(NORA, "ann@new.example")
            .replace("name: nora", "name: nobody-at-all")
            .replace("170.01", "170.09"));
    desk.receive(
        desk.answer(
            "ann@new.example",
            desk.last("PROOF_WANTED", "ann@new.example"),
            "recovery code: 0000aaaa0000aaaa"));
    send("recovery code: 0000aaaa0000aaaa");

    assertThat(system.requests()).hasSize(2);
    assertThat(text(desk.last("SAVED_CODE_REFUSED", "ann@new.example")))
        .isEqualTo(text(desk.last("SAVED_CODE_REFUSED", NORA)));
    // Each reads the name that they gave themselves.
    assertThat(text(desk.last("PROOF_WANTED", "ann@new.example")).replace("nobody-at-all", "nora"))
        .isEqualTo(text(desk.last("PROOF_WANTED", NORA)));
  }

  @Test
  void aCodeOfOursIsOfferedToNobody() throws SQLException {
    send("My recovery code: " + Conversation.code(desk.last("PROOF_WANTED", NORA)).orElseThrow());

    assertThat(system.requests()).isEmpty();
    assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
  }

  @Test
  void whatIsQuotedIsNotOffered() throws SQLException {
    send("What is this?\n\n> my recovery code: " + CODE);

    assertThat(system.requests()).isEmpty();
  }

  @Test
  void aTicketThatClosedMeanwhileBurnsNothing() throws SQLException {
    system.become("away");
    send("recovery code: " + CODE);
    system.become("back");
    int asked = system.requests().size();
    desk.receive(
        desk.answer(NORA, desk.last("PROOF_WANTED", NORA), "It is solved, I am back in. Thanks!"));
    assertThat(desk.state(1001)).isEqualTo("WITHDRAWN");
    desk.after(Duration.ofMinutes(5));

    assertThat(system.requests()).hasSize(asked);
    assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
  }

  private void send(String words) throws SQLException {
    desk.receive(desk.answer(NORA, desk.last("PROOF_WANTED", NORA), words));
  }

  /** Without what stands for one ticket alone. */
  private static String text(OutboundMail letter) {
    return letter
        .body()
        .replaceAll("LK-\\d+", "LK")
        .replaceAll("recovery-[a-z2-7]{20}", "TOKEN")
        .replaceAll("(?m)^ {4}[A-Z2-7-]+$", "CODE")
        .replaceAll("\\s+", " ");
  }

  private void assertNowhere() throws SQLException {
    String everything =
        String.join("\n", DeskCanaryTest.tables(desk))
            + String.join("\n", desk.sender().sent().stream().map(OutboundMail::toString).toList())
            + String.join("\n", desk.sender().sent().stream().map(OutboundMail::body).toList())
            + String.join("\n", log.events().stream().map(DeskCanaryTest::whole).toList());
    assertThat(everything).contains("nora").doesNotContain(CODE, CODE.substring(4, 12));
  }
}
