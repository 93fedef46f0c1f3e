package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.FreezeOrder;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens at one moment, in the threads of one desk. {@code -Drace.rounds} plays more, on as
 * many desks as the budgets of one ask for.
 */
@NullMarked
class RacesTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final int ROUNDS = Integer.getInteger("race.rounds", 12);
  // More approvals than these a staff member may not give an hour (desk.approvals-per-hour).
  private static final int OF_ONE_DESK = 5;
  private static final int MOST_MILLIS = 40;

  /** An account system that does everything and keeps by which order. */
  private static final class Accounts implements RecoveryAction {
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Override
    public RecoveryResult execute(RecoveryOrder order) {
      done.add(order.idempotencyKey());
      return new RecoveryResult.Done("reset");
    }

    @Override
    public RecoveryResult freeze(FreezeOrder order) {
      return new RecoveryResult.Done("locked");
    }

    @Override
    public String describe() {
      return "an account system of the test";
    }
  }

  private final Accounts accounts = new Accounts();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Random chance = new Random(20_260_302);

  @Test
  void anApprovalAndAStopOfOneMomentEndInAStopWhoeverIsFirst(@TempDir Path folder)
      throws Exception {
    try {
      for (int played = 0; played < ROUNDS; played += OF_ONE_DESK) {
        stopped(folder, Math.min(OF_ONE_DESK, ROUNDS - played));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void stopped(Path folder, int rounds) throws Exception {
    try (Conversation desk = manyInReview(folder, rounds)) {
      for (int i = 0; i < rounds; i++) {
        String owner = owner(i);
        OutboundMail theCase = desk.last("CASE", ALICE, "LK-" + (1001 + i));
        String approval = desk.answer(ALICE, theCase, "APPROVE %CODE%");
        String stop =
            desk.answer(owner, desk.last("CODE", owner), "Stop this, please. It was not me.");
        boolean stopFirst = chance.nextBoolean();
        desk.arrives(stopFirst ? stop : approval);
        desk.desk().loops().takeIn();
        Future<Integer> one = threads.submit(() -> desk.desk().loops().work());
        TimeUnit.MILLISECONDS.sleep(chance.nextInt(MOST_MILLIS));
        desk.arrives(stopFirst ? approval : stop);
        desk.desk().loops().takeIn();
        Future<Integer> other = threads.submit(() -> desk.desk().loops().work());
        one.get();
        other.get();
      }
      desk.after(Duration.ofMinutes(2));
      desk.after(Duration.ofDays(3));
      desk.after(Duration.ofDays(2));

      assertThat(desk.column("SELECT DISTINCT state FROM ticket")).containsExactly("CONTESTED");
      assertThat(desk.column("SELECT id FROM ticket")).hasSize(rounds);
      assertThat(desk.column("SELECT id FROM mail WHERE state <> 'HANDLED'")).isEmpty();
      assertThat(accounts.done).isEmpty();
    }
  }

  @Test
  void anOrderAndAStopOfOneMomentNeverEndInAnOrderAfterTheStop(@TempDir Path folder)
      throws Exception {
    try {
      for (int played = 0; played < ROUNDS; played += OF_ONE_DESK) {
        ordered(folder, Math.min(OF_ONE_DESK, ROUNDS - played));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void ordered(Path folder, int rounds) throws Exception {
    accounts.done.clear();
    try (Conversation desk = manyInReview(folder, rounds)) {
      for (int i = 0; i < rounds; i++) {
        OutboundMail theCase = desk.last("CASE", ALICE, "LK-" + (1001 + i));
        desk.receive(desk.answer(ALICE, theCase, "APPROVE %CODE%"));
      }
      desk.change("UPDATE token SET expires_at = DATE_ADD(expires_at, INTERVAL 30 DAY)");
      desk.after(Duration.ofDays(2));
      // Not one round of the desk passes in which they are due.
      desk.passes(Duration.ofDays(1));
      for (int i = 0; i < rounds; i++) {
        String owner = owner(i);
        desk.arrives(desk.answer(owner, desk.last("NOTICE_FINAL", owner), "Stop, it was not me."));
      }
      desk.desk().loops().takeIn();
      CyclicBarrier start = new CyclicBarrier(2);
      Future<Integer> carriedOut =
          threads.submit(
              () -> {
                start.await();
                desk.desk().loops().sweepWithoutLooks();
                return desk.desk().loops().execute();
              });
      start.await();
      TimeUnit.MILLISECONDS.sleep(chance.nextInt(MOST_MILLIS));
      desk.desk().loops().work();
      carriedOut.get();
      List<String> atOnce = List.copyOf(accounts.done);
      for (int hours = 0; hours < 6; hours++) {
        desk.after(Duration.ofHours(5));
      }

      // Who was stopped before the order was given stays stopped; nobody is reset later on.
      assertThat(accounts.done).isEqualTo(atOnce).doesNotHaveDuplicates();
      assertThat(
              desk.column(
                  "SELECT COUNT(*) FROM ticket WHERE state = 'CONTESTED' OR id IN"
                      + " (SELECT ticket_id FROM execution WHERE state = 'DONE')"))
          .containsExactly(String.valueOf(rounds));
    }
  }

  @Test
  void eightThreadsAtOneApprovalGiveItOnce() throws Exception {
    try (Conversation desk = Conversation.inReview(RacesTest.class)) {
      String approval = desk.answer(ALICE, desk.last("CASE", ALICE), "APPROVE %CODE%");
      for (int copy = 0; copy < 8; copy++) {
        desk.arrives("X-Hop: " + copy + "\n" + approval);
        desk.arrives(
            approval
                .replaceFirst("dmarc=pass", "dmarc=fail")
                .replace("Message-ID: <", "Message-ID: <f" + copy));
      }
      desk.desk().loops().takeIn();
      together(8, () -> desk.desk().loops().work());
      desk.after(Duration.ofMinutes(10));

      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      assertThat(desk.column("SELECT staff FROM approval")).containsExactly(ALICE);
      assertThat(desk.column("SELECT recipient FROM outbox WHERE letter = 'NOTICE_APPROVED'"))
          .doesNotHaveDuplicates();
      assertThat(desk.column("SELECT id FROM mail WHERE state <> 'HANDLED'")).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoApprovesInTwoThreadsAtOnceApprovesNoMore(@TempDir Path folder) throws Exception {
    int many = 2 * OF_ONE_DESK;
    try (Conversation desk = manyInReview(folder, many);
        Connection other = desk.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      // Whoever writes letters waits for this, having read what was approved.
      statement.executeQuery("SELECT used FROM budget FOR UPDATE").close();
      List<Future<Integer>> working = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        OutboundMail theCase = desk.last("CASE", ALICE, "LK-" + (1001 + i));
        desk.arrives(desk.answer(ALICE, theCase, "APPROVE %CODE%"));
        if (i % OF_ONE_DESK == OF_ONE_DESK - 1) {
          desk.desk().loops().takeIn();
          working.add(threads.submit(() -> desk.desk().loops().work()));
          TimeUnit.SECONDS.sleep(1);
        }
      }
      other.rollback();
      for (Future<Integer> one : working) {
        one.get();
      }
      desk.after(Duration.ofMinutes(2));

      assertThat(desk.column("SELECT staff FROM approval")).hasSize(OF_ONE_DESK);
      assertThat(desk.column("SELECT id FROM mail WHERE state <> 'HANDLED'")).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  private void together(int times, Callable<Integer> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(times);
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(
          threads.submit(
              () -> {
                start.await();
                return work.call();
              }));
    }
    for (Future<Integer> one : all) {
      one.get();
    }
  }

  private static String owner(int number) {
    return "dora" + number + "@mail.example";
  }

  /** So many tickets before Alice and Bob, each of an account of its own. */
  private Conversation manyInReview(Path folder, int rounds) throws IOException, SQLException {
    StringBuilder lines = new StringBuilder("name,addresses,second_factor,critical,published\n");
    for (int i = 0; i < rounds; i++) {
      lines.append(
          "dora%1$d,dora%1$d@mail.example verified since 2021-03-01; dora%1$d@other.example verified since 2023-01-01,yes,no,yes\n"
              .formatted(i));
    }
    Path directory = Files.writeString(folder.resolve("accounts.csv"), lines);
    Conversation desk =
        new Conversation(TestDatabase.emptyFor(RacesTest.class), directory, accounts);
    for (int i = 0; i < rounds; i++) {
      desk.arrives(
          Conversation.mail(STORY.resolve("01-request.eml"))
              .replace("dora@", "dora" + i + "@")
              .replace("`dora`", "`dora" + i + "`")
              .replace("story.2", "story." + i));
    }
    desk.after(Duration.ofMinutes(1));
    for (int i = 0; i < rounds; i++) {
      for (String address : List.of(owner(i), "dora" + i + "@other.example")) {
        desk.arrives(desk.answer(address, desk.last("CODE", address), "%CODE%"));
      }
    }
    desk.after(Duration.ofMinutes(1));
    // The case goes to one of the two; Alice asks for each.
    for (int i = 0; i < rounds; i++) {
      desk.arrives(
          desk.stamped(ALICE, "support@desk.example", "a case", "", "STATUS LK-" + (1001 + i)));
    }
    desk.after(Duration.ofMinutes(1));
    assertThat(desk.column("SELECT DISTINCT state FROM ticket")).containsExactly("IN_REVIEW");
    return desk;
  }
}
