package dev.latchkey.store.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The loop over octets says what the pattern says that MariaDB reads. */
class MentionTest {
  private static final List<String> PIECES =
      List.of(
          "nora",
          "Nora",
          "@",
          "mail.example",
          "MAIL.Example",
          "LK-",
          "lk-",
          "1",
          "17",
          ".",
          "-",
          "_",
          "%",
          "+",
          " ",
          "\n",
          "a",
          "é",
          "漢",
          "<",
          ">",
          ".x",
          "LK-17",
          "nora@mail.example");

  private static void agree(Mention mention, String text) {
    assertThat(mention.in(text))
        .as(text)
        .isEqualTo(Pattern.compile(mention.pattern()).matcher(text).find());
  }

  @Test
  void itIsThePatternForWhateverStandsAround() {
    Random random = new Random(11);
    Mention nora = Mention.of(EmailAddress.of("nora@mail.example"));
    Mention tickets = Mention.ofTickets(List.of(1L, 17L));
    int named = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(7); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      agree(nora, text.toString());
      agree(tickets, text.toString());
      named += nora.in(text.toString()) || tickets.in(text.toString()) ? 1 : 0;
    }
    assertThat(named).as("of them name somebody").isGreaterThan(1_000);
  }

  @Test
  void nobodyIsNamedByAPartOfAnotherName() {
    Mention nora = Mention.of(EmailAddress.of("nora@mail.example"));
    assertThat(nora.in("write to NORA@mail.example.")).isTrue();
    assertThat(nora.in("le.nora@mail.example")).isFalse();
    assertThat(nora.in("nora@mail.example.org")).isFalse();
    assertThat(Mention.ofTickets(List.of(17L)).in("see LK-171, LK-1")).isFalse();
  }
}
