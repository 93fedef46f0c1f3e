package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.flow.DeskUnavailableException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AtOnceTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(3);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /** Each waits for the two others: one after the other, none would ever end. */
  @Test
  void whatWaitsForAnswersWaitsAtTheSameTime() {
    CyclicBarrier meeting = new CyclicBarrier(3);
    Queue<Integer> failed = new ConcurrentLinkedQueue<>();

    AtOnce.each(threads, List.of(1, 2, 3), one -> meet(meeting), (one, e) -> failed.add(one));

    assertThat(failed).isEmpty();
  }

  private static void meet(CyclicBarrier meeting) {
    try {
      meeting.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneThatFailsHoldsUpNoOther() {
    Queue<Integer> done = new ConcurrentLinkedQueue<>();
    Queue<Integer> failed = new ConcurrentLinkedQueue<>();

    AtOnce.each(
        threads,
        List.of(1, 2, 3),
        one -> {
          if (one == 1) {
            throw new IllegalStateException("it answers nonsense");
          }
          done.add(one);
        },
        (one, e) -> failed.add(one));

    assertThat(done).containsExactlyInAnyOrder(2, 3);
    assertThat(failed).containsExactly(1);
  }

  @Test
  void whatIsAwayIsNobodysFault() {
    assertThatThrownBy(
            () ->
                AtOnce.each(
                    threads,
                    List.of(1),
                    one -> {
                      throw new DeskUnavailableException("away", new IllegalStateException());
                    },
                    (one, e) -> {}))
        .isInstanceOf(DeskUnavailableException.class);
  }
}
