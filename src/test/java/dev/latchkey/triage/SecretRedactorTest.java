package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretRedactorTest {
  @Test
  void placeholder() {
    assertThat(new SecretRedactor().redact("hello").text()).isEqualTo("hello");
  }
}
