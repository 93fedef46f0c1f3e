package dev.latchkey.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.flow.Failpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two desks share a mailbox and a database. */
@Timeout(120)
class TwoDesksTest {
  private static final int MAILS = 60;
  private static final int ROUNDS = 6;

  @TempDir private Path folder;

  @Test
  void twoDesksLoseNothingAndDoNothingTwice() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Town town = new Town(TwoDesksTest.class, folder, MAILS);
        Desk one = town.open(Failpoints.NONE);
        Desk other = town.open(Failpoints.NONE)) {
      CyclicBarrier start = new CyclicBarrier(2);
      for (int round = 0; round < ROUNDS; round++) {
        town.ask(round * MAILS / ROUNDS, (round + 1) * MAILS / ROUNDS);
        List<Future<?>> desks = new ArrayList<>();
        for (Desk desk : List.of(one, other)) {
          Callable<?> work =
              () -> {
                start.await();
                return desk.loops().round();
              };
          desks.add(threads.submit(work));
        }
        for (Future<?> desk : desks) {
          assertThat(desk.get()).isNotNull();
        }
      }
      one.loops().round();
      new Ledger(town).balances(MAILS, 1);
    } finally {
      threads.shutdownNow();
    }
  }
}
