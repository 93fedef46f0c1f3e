package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeferredTest {
  @Test
  void itIsReckonedWhenItIsAskedForAndOnce() {
    AtomicInteger asked = new AtomicInteger();
    Deferred<Integer> deferred = new Deferred<>(asked::incrementAndGet);

    assertThat(deferred.known()).isEmpty();
    assertThat(deferred.get()).isEqualTo(1);
    assertThat(deferred.get()).isEqualTo(1);
    assertThat(deferred.known()).contains(1);
  }

  @Test
  void whatEndsTheStackIsAFaultOfThatMailAlone() {
    Deferred<Integer> deferred = new Deferred<>(() -> deep(0));

    assertThatThrownBy(deferred::get).isInstanceOf(IllegalStateException.class);
  }

  private static int deep(int so) {
    return so < 0 ? so : 1 + deep(so + 1);
  }
}
