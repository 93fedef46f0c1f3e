package dev.latchkey.crash;

import static dev.latchkey.crash.CommitGuard.Kind.CUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.Failpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A commit that comes to grief: done, and nobody heard of it; or refused, as where another node of
 * a cluster was first. {@code src/bench/faults.sh} plays more of it on larger servers.
 */
@Timeout(120)
class CommitTest {
  private static final int COMMITS = 60;
  private static final int MAILS = 40;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aCommitThatComesToGriefLosesNothingAndDoesNothingTwice(CommitGuard.Kind kind)
      throws Exception {
    long seed = Long.getLong("latchkey.seed", System.nanoTime());
    Random random = new Random(seed);
    AtomicInteger left = new AtomicInteger(kind == CUT ? COMMITS / 5 : COMMITS);
    try (Town town = new Town(CommitTest.class, folder, MAILS);
        Gate gate = new Gate(town.schema().port())) {
      gate.guardedBy(() -> new CommitGuard(kind, kind == CUT ? 8 : 2, left, random));
      try (Desk desk =
          town.place().withDatabaseAt(gate.port()).openDesk(town.clock(), Failpoints.NONE)) {
        for (int mail = 0; mail < MAILS; mail++) {
          town.ask(mail, mail + 1);
          round(desk);
        }
        gate.guardedBy(() -> Gate.Guard.NONE);
        // What a broken round had claimed is taken up when its lease ends.
        for (int i = 0; i < 4; i++) {
          town.after(Duration.ofSeconds(31));
          round(desk);
        }
      }
      assertThat(left.get()).as("commits left").isLessThanOrEqualTo(0);
      // Who was refused knows that nothing was noted, and notes it again.
      new Ledger(town).balances(MAILS, kind == CUT ? 2 : 1);
    } catch (AssertionError e) {
      throw new AssertionError("-Dlatchkey.seed=" + seed, e);
    }
  }

  /** Nothing but what a tick takes for a server that is away: no bug of the desk. */
  private static void round(Desk desk) {
    try {
      desk.loops().round();
    } catch (DeskUnavailableException e) {
      assertThat(e).hasMessageStartingWith("database: ");
    }
  }
}
