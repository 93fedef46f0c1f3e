package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "first.last@mail.example",
        "a+b@mail.example",
        "!#$%&'*+-/=?^_`{|}~@mail.example",
        "0@0.example",
        "x@xn--bcher-kva.example",
        "x@a-b.c-d.example"
      })
  void plainFormsAreAddresses(String text) {
    assertThat(EmailAddress.find(text)).isPresent();
    assertThat(EmailAddress.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a@",
        "@b.example",
        "a",
        "a@b@c.example",
        "\"a\"@b.example",
        "\"a b\"@b.example",
        "a b@c.example",
        " a@b.example",
        "a@b.example ",
        "a@b.example\r\nBcc: c@d.example",
        "a\u0000@b.example",
        "a\u007f@b.example",
        ".a@b.example",
        "a.@b.example",
        "a..b@c.example",
        "a@.b.example",
        "a@b.example.",
        "a@b..example",
        "a@-b.example",
        "a@b-.example",
        "a@b_c.example",
        "a@[127.0.0.1]",
        "a@[IPv6:::1]",
        "a@(x)b.example",
        "a(x)@b.example",
        "<a@b.example>",
        "@r.example:a@b.example",
        "a,b@c.example",
        "a;b@c.example",
        "a:b@c.example",
        "a\\b@c.example",
        "=?utf-8?q?a?=@b.example,"
      })
  void everyOtherFormIsNone(String text) {
    assertThat(EmailAddress.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mi\u212ae@site.example", // KELVIN SIGN, whose lower case is k
        "mike@\u017fite.example", // LATIN SMALL LETTER LONG S, whose upper case is S
        "m\u0131ke@site.example", // dotless i, whose upper case is I
        "M\u0130KE@SITE.EXAMPLE", // dotted I
        "\uff4dike@site.example", // full-width m
        "mike@site\uff0eexample", // full-width dot
        "mike\uff20site.example", // full-width at
        "mike@site\u3002example", // ideographic full stop
        "m\u0456ke@site.example", // Cyrillic i
        "mike@b\u00fccher.example", // a U-label
        "mike\u00ad@site.example", // soft hyphen
        "mike\u200b@site.example", // zero width space
        "mike\u202e@site.example", // right-to-left override
        "mike\u0301@site.example"
      })
  void noLetterOutsideAsciiBecomesOneInside(String text) {
    assertThat(EmailAddress.find(text)).isEmpty();
  }

  @Test
  void caseIsNoDifference() {
    assertThat(EmailAddress.of("Mike@SITE.Example"))
        .isEqualTo(EmailAddress.of("mike@site.example"));
    assertThat(new EmailAddress("MIKE", "Site.Example")).hasToString("mike@site.example");
  }

  @Test
  void lengthsEndWhereTheStandardSays() {
    String label = "d".repeat(63);
    String domain = label + "." + label + "." + "d".repeat(61);
    assertThat(EmailAddress.find("a".repeat(64) + "@mail.example")).isPresent();
    assertThat(EmailAddress.find("a".repeat(65) + "@mail.example")).isEmpty();
    assertThat(EmailAddress.find("a@" + label + ".example")).isPresent();
    assertThat(EmailAddress.find("a@d" + label + ".example")).isEmpty();
    assertThat(EmailAddress.find("a".repeat(64) + "@" + domain)).isPresent();
    assertThat(EmailAddress.find("a".repeat(64) + "@" + domain + "d")).isEmpty();
  }

  @Test
  void theErrorDoesNotRepeatWhatWasWritten() {
    assertThatThrownBy(() -> EmailAddress.of("my password is hunter2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> new EmailAddress("a b", "c.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDetailMakesAnotherAddressOfTheSameDomain() {
    assertThat(EmailAddress.of("desk@mail.example").withDetail("x1"))
        .hasToString("desk+x1@mail.example");
  }
}
