package dev.latchkey.flow.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class NamedTest {
  private static final List<String> NAMES =
      List.of("BRANCH", "SITE_FILE", "SITE", "DNS_TXT", "IN_PERSON", "ID");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IN_PERSON passport",
        "in person: passport",
        "In-Person, passport",
        "inperson\n\npassport\n",
        "\u201CIN_PERSON\u201D passport",
        "IN\u2011PERSON\tpassport",
      })
  void aNameIsReadAsPeopleWriteIt(String words) {
    Named named = Named.read(words, NAMES);

    assertThat(named.name()).contains("IN_PERSON");
    assertThat(named.rest()).isEqualTo("passport");
  }

  @Test
  void theLongestOfSeveralNamesIsMeant() {
    assertThat(Named.read("site file https://kim.example", NAMES).name()).contains("SITE_FILE");
    assertThat(Named.read("site https://kim.example", NAMES).name()).contains("SITE");
  }

  @Test
  void aNameWithoutAnythingBehindItHasNoRest() {
    assertThat(Named.read("BRANCH", NAMES).rest()).isEmpty();
    assertThat(Named.read("BRANCH\n  \n", NAMES).rest()).isEmpty();
  }

  @Test
  void aTypingErrorNamesNothingButWhatMayBeMeant() {
    assertThat(Named.read("BRUNCH https://hg.example", NAMES).name()).isEmpty();
    assertThat(Named.read("BRUNCH https://hg.example", NAMES).meant()).contains("BRANCH");
    assertThat(Named.read("in persn at the desk", NAMES).meant()).contains("IN_PERSON");
    assertThat(Named.read("dns text of kim.example", NAMES).meant()).contains("DNS_TXT");
    assertThat(Named.read("your mail", NAMES).meant()).isEmpty();
  }

  @Test
  void aWordThatOnlyBeginsLikeANameIsNone() {
    assertThat(Named.read("branches everywhere", NAMES).name()).isEmpty();
    assertThat(Named.read("\u0411RANCH https://hg.example", NAMES).name()).isEmpty();
  }
}
