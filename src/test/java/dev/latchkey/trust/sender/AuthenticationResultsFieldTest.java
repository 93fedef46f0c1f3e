package dev.latchkey.trust.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.latchkey.mail.EmailAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class AuthenticationResultsFieldTest {
  private static final List<String> GOOD =
      List.of(
          "mx.desk.example",
          ";",
          " ",
          "dkim",
          "=",
          "pass",
          " ",
          "header",
          ".",
          "d",
          "=",
          "crew.example",
          ";",
          " ",
          "dmarc",
          "=",
          "pass",
          " ",
          "header",
          ".",
          "from",
          "=",
          "crew.example");
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
  void everyPropertyOfADecisiveResultIsReadAndOthersArePassedOver() {
    assertThat(
            AuthenticationResultsField.results(
                "mx.desk.example 1; spf=softfail (no; dmarc=pass) reason=\"a; dmarc=pass\""
                    + " smtp.mailfrom=\"o d\"@one.example smtp.remote-ip=2001:db8::1;"
                    + " dkim=fail (no) reason=\"a \\\"b\\\"\" header.i=\"o d\"@one.example"
                    + " header.b=/a+b= x-bits = 2048 for one@desk.example;"
                    + " bimi=pass policy.authority-uri=https://one.example/a_b?c=d;"
                    + " ; =what; dmarc=pass d=one.example action=none"))
        .contains(
            List.of(
                new MethodResult(
                    "spf",
                    "softfail",
                    Map.of("smtp.mailfrom", "o d@one.example", "smtp.remote-ip", "2001:db8::1")),
                new MethodResult(
                    "dkim", "fail", Map.of("header.i", "o d@one.example", "header.b", "/a+b=")),
                new MethodResult("dmarc", "pass", Map.of())));
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
    for (int round = 0; round < 100_000; round++) {
      List<String> pieces = new ArrayList<>(GOOD);
      for (int change = random.nextInt(8); change > 0; change--) {
        int at = 1 + random.nextInt(pieces.size() - 1);
        String piece = PIECES[random.nextInt(PIECES.length)];
        if (random.nextInt(3) == 0) {
          pieces.set(at, piece);
        } else {
          pieces.add(at, piece);
        }
      }
      String field = String.join("", pieces);
      SenderTrust trust =
          reader.read(
              TestMail.from("ann@crew.example").with("Authentication-Results", field).parsed());
      if (trust.proves(EmailAddress.of("ann@crew.example"))) {
        proved++;
        assertThat(withoutComments(field))
            .containsPattern("(?i); *dmarc *(/ *1 *)?= *pass *( |;|$)")
            .containsPattern("(?i); *dkim *(/ *1 *)?= *pass ")
            .containsPattern(" header *\\. *d *= *\"?crew\\.example");
      }
    }
    assertThat(proved).isBetween(10_000, 85_000);
  }

  /** A second, cruder reading: each character of a comment becomes a blank. */
  private static String withoutComments(String field) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      boolean escaped = i > 0 && field.charAt(i - 1) == '\\' && (quoted || depth > 0);
      if (c == '"' && depth == 0 && !escaped) {
        quoted = !quoted;
      } else if (c == '(' && !quoted && !escaped) {
        depth++;
      }
      plain.append(depth > 0 || c == '\t' ? ' ' : c);
      if (c == ')' && depth > 0 && !escaped) {
        depth--;
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
      String field = "mx.desk.example; dkim=pass " + filler.repeat(200_000);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> AuthenticationResultsField.results(field));
    }
  }

  @Test
  void aFieldWithoutAPlainNameHasNone() {
    assertThat(AuthenticationResultsField.authservId("  \t")).isEqualTo(Optional.empty());
    assertThat(AuthenticationResultsField.authservId(" a.example;b=c")).contains("a.example");
  }
}
