package dev.latchkey.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.latchkey.mail.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class AuthenticationResultsFieldTest {
  private static final String[] PIECES = {
    "mx.desk.example",
    ";",
    "; ",
    " ",
    "\t",
    "=",
    ".",
    "/",
    "1",
    "none",
    "dmarc",
    "dkim",
    "spf",
    "pass",
    "fail",
    "header",
    "d",
    "from",
    "crew.example",
    "evil.example",
    "(",
    ")",
    "\"",
    "\\",
    "reason",
    "dmarc=pass",
    "dkim=pass",
    " header.d=crew.example",
    " header.from=crew.example",
    "\0",
    "\u00e9",
    ",",
    "@",
    "<",
    ">",
    "-",
    "_",
    "dkim=pass header.d=crew.example",
    "; dmarc=pass"
  };

  @Test
  void everyPropertyIsRead() {
    assertThat(
            AuthenticationResultsField.results(
                "mx.desk.example 1; spf=softfail (no) reason=\"a \\\"b\\\"\""
                    + " smtp.mailfrom=\"o d\"@one.example smtp.remote-ip=2001:db8::1;"
                    + " bimi=pass policy.authority-uri=https://one.example/a_b?c=d"))
        .contains(
            List.of(
                new MethodResult(
                    "spf",
                    "softfail",
                    Map.of(
                        "reason", "a \"b\"",
                        "smtp.mailfrom", "o d@one.example",
                        "smtp.remote-ip", "2001:db8::1")),
                new MethodResult(
                    "bimi",
                    "pass",
                    Map.of("policy.authority-uri", "https://one.example/a_b?c=d"))));
  }

  @Test
  void fieldOfNoResultsIsUnderstood() {
    assertThat(AuthenticationResultsField.results("mx.desk.example; none")).contains(List.of());
    assertThat(AuthenticationResultsField.results("mx.desk.example")).isEmpty();
    assertThat(AuthenticationResultsField.results("mx.desk.example none")).isEmpty();
  }

  @Test
  void noInputMakesTheReaderThrowAndNoneProvesWithoutTheExactPass() {
    Random random = new Random(8601);
    AuthenticationResultsReader reader = new AuthenticationResultsReader(Set.of("mx.desk.example"));
    int proved = 0;
    for (int round = 0; round < 200_000; round++) {
      StringBuilder value = new StringBuilder("mx.desk.example");
      for (int piece = random.nextInt(14); piece >= 0; piece--) {
        value.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String field = value.toString();
      SenderTrust trust =
          reader.read(
              TestMail.from("ann@crew.example").with("Authentication-Results", field).parsed());
      if (trust.proves(EmailAddress.of("ann@crew.example"))) {
        proved++;
        assertThat(withoutCommentsAndBlanks(field))
            .containsPattern("(?i)(^|;)dmarc(/1)?=pass(header\\.|reason|;|$)")
            .containsPattern("(?i)(^|;)dkim(/1)?=pass")
            .containsPattern("header\\.d=\"?crew\\.example");
      }
    }
    assertThat(proved).isPositive();
  }

  /** A second, cruder reading: quotes are kept, comments go. */
  private static String withoutCommentsAndBlanks(String field) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && (quoted || depth > 0)) {
        i++;
      } else if (c == '"' && depth == 0) {
        quoted = !quoted;
      } else if (c == '(' && !quoted) {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (depth == 0 && !quoted && c != ' ' && c != '\t') {
        plain.append(c);
      } else if (quoted && depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  @Test
  void randomOctetsNeverMakeTheReaderThrow() {
    Random random = new Random(42);
    for (int round = 0; round < 50_000; round++) {
      StringBuilder value = new StringBuilder("x;");
      for (int i = random.nextInt(60); i > 0; i--) {
        value.append((char) random.nextInt(256));
      }
      String field = value.toString();
      assertThatCode(() -> AuthenticationResultsField.results(field)).doesNotThrowAnyException();
    }
  }

  @Test
  void longFieldsTakeLinearTime() {
    for (String filler : new String[] {"(", ")", "\"", "\\", " ", "; a=b", " a.b=c", "(()", "a"}) {
      String field = "mx.desk.example; dkim=pass " + filler.repeat(500_000);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> AuthenticationResultsField.results(field));
    }
  }

  @Test
  void aFieldWithoutAPlainNameHasNone() {
    assertThat(AuthenticationResultsField.authservId("  \t")).isEqualTo(Optional.empty());
    assertThat(AuthenticationResultsField.authservId(" a.example;b=c")).contains("a.example");
  }
}
