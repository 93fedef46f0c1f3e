package dev.latchkey.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainCheckTest {

  /** What somebody registered: a tenant of a shared domain did not. */
  @ParameterizedTest
  @CsvSource({
    "dora@gmail.com,gmail.com",
    "dora@mail.corp.co.uk,corp.co.uk",
    "dora@dora.github.io,github.io",
    "dora@github.io,github.io",
    "dora@users.noreply.github.com,github.com",
    "dora@mail.old.example,old.example",
    "dora@old.example,old.example",
    "dora@xn--bcher-kva.de,xn--bcher-kva.de",
    "dora@co.uk,",
    "dora@com,",
    "dora@localhost,"
  })
  void theDomainThatSomebodyRegisteredIsAskedAbout(String address, String domain) {
    assertThat(DomainCheck.registrable(EmailAddress.of(address)).orElse(null)).isEqualTo(domain);
  }
}
