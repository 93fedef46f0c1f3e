package dev.latchkey.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.crash.CrashingDesk.Kill;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole recovery over real IMAP, real SMTP and the real database. */
@Timeout(120)
class RealServersTest {
  private static final int PAIRS = Integer.getInteger("race.rounds", 2);

  /**
   * A mail that three processes died of is put aside: these leave it alone, or are done with it.
   */
  private static final Failpoint[] POINTS = {
    Failpoint.MAIL_FETCHED, Failpoint.MAIL_STORED, Failpoint.LETTER_SENT, Failpoint.EXECUTED
  };

  @TempDir private Path folder;

  @Test
  void aRecoveryGoesFromTheFirstMailToTheReset() throws Exception {
    try (Town town = new Town(RealServersTest.class, folder, 0);
        Desk desk = town.open(Failpoints.NONE)) {
      new Conversation(town).untilItIsToBeExecuted(desk);
      desk.loops().round();
      isRecoveredOnce(town);
      assertThat(Files.readAllLines(town.place().orders())).containsExactly("LK-1001-1");
    }
  }

  @Test
  void aResetThatWasInterruptedIsAskedForAgainUnderTheSameKey() throws Exception {
    try (Town town = new Town(RealServersTest.class, folder, 0)) {
      try (Desk desk = town.open(Failpoints.NONE)) {
        new Conversation(town).untilItIsToBeExecuted(desk);
      }
      assertThat(town.runChild(new Kill(Failpoint.EXECUTED, 1))).isTrue();
      town.after(Duration.ofMinutes(11));
      assertThat(town.runChild(Kill.NEVER)).isFalse();
      isRecoveredOnce(town);
      assertThat(Files.readAllLines(town.place().orders()))
          .containsExactly("LK-1001-1", "LK-1001-1");
    }
  }

  /** With {@code -Dlatchkey.seed} it is the same again; {@code -Drace.rounds} kills more. */
  @Test
  @Timeout(600)
  void twoProcessesThatAreKilledAtRandomCarryOutAnApprovalOnce() throws Exception {
    long seed = Long.getLong("latchkey.seed", System.nanoTime());
    Random chance = new Random(seed);
    try (Town town = new Town(RealServersTest.class, folder, 0)) {
      try (Desk desk = town.open(Failpoints.NONE)) {
        new Conversation(town).untilItIsApproved(desk);
      }
      int twice = killed(town, chance);
      assertThat(states(town)).containsExactly("COOLING_OFF");
      town.after(Duration.ofDays(2));
      twice += killed(town, chance);
      assertThat(town.place().orders()).doesNotExist();
      town.after(Duration.ofDays(1));
      twice += killed(town, chance);

      isRecoveredOnce(town, 1 + twice);
      assertThat(Files.readAllLines(town.place().orders())).containsOnly("LK-1001-1");
    } catch (AssertionError e) {
      throw new AssertionError("-Dlatchkey.seed=" + seed, e);
    }
  }

  /**
   * Some pairs of processes at once that die somewhere, and one that does not.
   *
   * @return how many died between a letter that was accepted and the note of it
   */
  private static int killed(Town town, Random chance) throws Exception {
    int twice = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      List<Failpoint> points = new ArrayList<>();
      List<Town.Child> children = new ArrayList<>();
      for (int one = 0; one < 2; one++) {
        Failpoint point = POINTS[chance.nextInt(POINTS.length)];
        points.add(point);
        children.add(town.startChild(new Kill(point, 1 + chance.nextInt(2))));
      }
      for (int one = 0; one < 2; one++) {
        boolean died = Town.killed(children.get(one));
        twice += died && points.get(one) == Failpoint.LETTER_SENT ? 1 : 0;
      }
      town.after(Duration.ofMinutes(11));
    }
    assertThat(town.runChild(Kill.NEVER)).isFalse();
    town.after(Duration.ofMinutes(1));
    assertThat(town.runChild(Kill.NEVER)).isFalse();
    return twice;
  }

  private static List<String> states(Town town) throws Exception {
    return new Ledger(town).column("SELECT state FROM ticket");
  }

  private static void isRecoveredOnce(Town town) throws Exception {
    isRecoveredOnce(town, 1);
  }

  private static void isRecoveredOnce(Town town, int deliveries) throws Exception {
    Ledger ledger = new Ledger(town);
    ledger.balances(1, deliveries);
    assertThat(ledger.column("SELECT state FROM ticket")).containsExactly("RECOVERED");
    assertThat(ledger.column("SELECT sequence FROM history WHERE event = 'EXECUTED'")).hasSize(1);
    assertThat(ledger.column("SELECT state FROM execution")).containsExactly("DONE");
    assertThat(ledger.column("SELECT id FROM outbox WHERE letter = 'NOTICE_BACK_IN'")).hasSize(1);
  }
}
