package dev.latchkey.crash;

import static dev.latchkey.flow.Failpoint.LETTER_SENT;
import static dev.latchkey.flow.Failpoint.MAIL_CLAIMED;
import static dev.latchkey.flow.Failpoint.MAIL_FETCHED;
import static dev.latchkey.flow.Failpoint.MAIL_HANDLED;
import static dev.latchkey.flow.Failpoint.MAIL_STORED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.crash.CrashingDesk.Kill;
import dev.latchkey.flow.Failpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The process of a desk is killed at a named point and started again; the ledger is compared. */
@Timeout(300)
class CrashTest {
  /** A process that dies there holds mails. */
  private static final Set<Failpoint> HELD = Set.of(MAIL_CLAIMED, MAIL_HANDLED);

  /** What a dead process held is taken up half a minute later. */
  private static final Duration LATER = Duration.ofSeconds(31);

  @TempDir private Path folder;

  static Stream<List<Kill>> kills() {
    return Stream.of(
        List.of(new Kill(MAIL_FETCHED, 1)),
        List.of(new Kill(MAIL_STORED, 1)),
        List.of(new Kill(MAIL_CLAIMED, 1), new Kill(MAIL_CLAIMED, 2)),
        List.of(new Kill(MAIL_HANDLED, 1)),
        List.of(new Kill(MAIL_CLAIMED, 1), new Kill(MAIL_HANDLED, 3)),
        List.of(new Kill(LETTER_SENT, 1)));
  }

  @ParameterizedTest
  @MethodSource("kills")
  void nothingIsLostAndNothingDoneTwice(List<Kill> kills) throws Exception {
    try (Town town = new Town(CrashTest.class, folder, 4)) {
      town.ask(0, 4);
      for (Kill kill : kills) {
        assertThat(town.runChild(kill)).as("%s is reached", kill).isTrue();
        town.after(LATER);
      }
      assertThat(town.runChild(Kill.NEVER)).isFalse();
      boolean atTheDot = kills.stream().anyMatch(kill -> kill.point() == LETTER_SENT);
      new Ledger(town).balances(4, atTheDot ? 2 : 1);
    }
  }

  @Test
  void killsAtRandomPointsLoseNothingAndDoNothingTwice() throws Exception {
    long seed = Long.getLong("latchkey.seed", System.nanoTime());
    Random random = new Random(seed);
    int mails = 40;
    int kills = 8;
    List<Kill> done = new ArrayList<>();
    try (Town town = new Town(CrashTest.class, folder, mails)) {
      int asked = 0;
      for (int i = 0; i < kills; i++) {
        int more = Math.min(mails, asked + 1 + random.nextInt(2 * mails / kills));
        town.ask(asked, more);
        asked = more;
        // A mail that three processes died of is put aside.
        long held = done.stream().filter(kill -> HELD.contains(kill.point())).count();
        Failpoint[] points =
            held < 2
                ? new Failpoint[] {
                  MAIL_FETCHED, MAIL_STORED, MAIL_CLAIMED, MAIL_HANDLED, LETTER_SENT
                }
                : new Failpoint[] {MAIL_FETCHED, MAIL_STORED, LETTER_SENT};
        Kill kill = new Kill(points[random.nextInt(points.length)], 1 + random.nextInt(2));
        if (town.runChild(kill)) {
          done.add(kill);
        }
        town.after(LATER);
      }
      town.ask(asked, mails);
      assertThat(town.runChild(Kill.NEVER)).isFalse();
      int atTheDot = (int) done.stream().filter(kill -> kill.point() == LETTER_SENT).count();
      new Ledger(town).balances(mails, 1 + atTheDot);
    } catch (AssertionError e) {
      throw new AssertionError("-Dlatchkey.seed=" + seed + " after " + done, e);
    }
  }
}
