package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever interrupts a command is told what it has done, and what is told stays so. */
class IfInterruptedTest {
  private final StringWriter said = new StringWriter();

  private IfInterrupted with(Duration patience) {
    return new IfInterrupted("nothing was erased", new PrintWriter(said), patience);
  }

  @Test
  void afterTheLineNoStepBegins() throws Exception {
    IfInterrupted last = with(Duration.ofMinutes(1));
    // As the JVM calls it: by a thread that ends and keeps the lock.
    Thread hook = new Thread(last::interrupted);
    hook.start();
    hook.join();
    assertThat(said)
        .hasToString("latchkey: interrupted; nothing was erased" + System.lineSeparator());

    CompletableFuture<String> step =
        CompletableFuture.supplyAsync(() -> last.whole("?", () -> "done", done -> done));
    assertThatThrownBy(() -> step.get(200, TimeUnit.MILLISECONDS)).hasNoCause();
    assertThat(said.toString()).doesNotContain("done");
  }

  @Test
  void aStepUnderWayIsWaitedFor() throws Exception {
    IfInterrupted last = with(Duration.ofMinutes(1));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Integer> step = step(last, begun, end);
    begun.await();
    Thread hook = new Thread(last::interrupted);
    hook.start();
    hook.join(200);
    assertThat(said.toString()).isEmpty();
    end.countDown();
    assertThat(step.get()).isEqualTo(7);
    hook.join();
    assertThat(said.toString()).contains("interrupted; it is erased: 7");
  }

  @Test
  void oneThatDoesNotEndIsToldAsUnknown() throws Exception {
    IfInterrupted last = with(Duration.ofMillis(50));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Integer> step = step(last, begun, end);
    begun.await();
    last.interrupted();
    assertThat(said.toString()).contains("interrupted; nobody knows");
    end.countDown();
    step.get();
  }

  @Test
  void aStepThatFailsChangesNothing() {
    IfInterrupted last = with(Duration.ofMinutes(1));
    assertThatThrownBy(
            () ->
                last.whole(
                    "nobody knows",
                    () -> {
                      throw new IllegalStateException("a lock");
                    },
                    done -> "it is erased"))
        .hasMessage("a lock");
    last.interrupted();
    assertThat(said.toString()).contains("nothing was erased");
  }

  private static CompletableFuture<Integer> step(
      IfInterrupted last, CountDownLatch begun, CountDownLatch end) {
    return CompletableFuture.supplyAsync(
        () ->
            last.whole(
                "nobody knows",
                () -> {
                  begun.countDown();
                  await(end);
                  return 7;
                },
                done -> "it is erased: " + done));
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
