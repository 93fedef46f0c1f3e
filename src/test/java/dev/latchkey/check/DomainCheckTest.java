package dev.latchkey.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainCheckTest {

  /** What somebody registered: a tenant of a shared domain did not. */
  @ParameterizedTest
  @CsvSource({
    "gmail.com,gmail.com",
    "mail.corp.co.uk,corp.co.uk",
    "dora.github.io,github.io",
    "github.io,github.io",
    "users.noreply.github.com,github.com",
    "mail.old.example,old.example",
    "old.example,old.example",
    "xn--bcher-kva.de,xn--bcher-kva.de",
    "co.uk,",
    "com,",
    "localhost,"
  })
  void theDomainThatSomebodyRegisteredIsAskedAbout(String host, String domain) {
    assertThat(DomainCheck.registrable(host).orElse(null)).isEqualTo(domain);
  }
}
