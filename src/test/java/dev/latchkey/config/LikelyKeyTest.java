package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LikelyKeyTest {
  private static final Set<String> KNOWN =
      Set.of("authserv-ids", "own-received", "host", "port", "password", "read-timeout", "user");

  @ParameterizedTest
  @CsvSource({
    "authserv_ids,authserv-ids",
    "authservids,authserv-ids",
    "authserv-id,authserv-ids",
    "Host,host",
    "hsot,host",
    "prot,port",
    "pasword,password",
    "readTimeout,read-timeout",
    "read-timout,read-timeout",
    "usr,user",
    "own-recieved,own-received"
  })
  void theNearestKeyIsFound(String wrong, String meant) {
    assertThat(LikelyKey.of(wrong, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"tls", "x", "mailbox", "timeout", "colour"})
  void whatIsNearToNothingIsNotGuessed(String wrong) {
    assertThat(LikelyKey.of(wrong, KNOWN)).isEmpty();
  }
}
