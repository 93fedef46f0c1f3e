package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"kont\u00f6.csv", "/etc/\u540d/a", "brief-\ufffd\ufffd.eml"})
  void lettersBeyondAsciiAreTheLocale(String name) {
    assertThat(FileName.refused(name)).contains("LC_ALL=C.UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", ""})
  void otherNamesAreNone(String name) {
    assertThat(FileName.refused(name)).isEqualTo("is not the name of a file");
  }
}
