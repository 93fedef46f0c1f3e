package dev.latchkey.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
  /** "12345678901234567890", the secret of RFC 6238 appendix B. */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void passwordsAreThoseOfRfc6238(long seconds, String digits) {
    assertThat(Totp.matchingStep(SECRET, digits, Instant.ofEpochSecond(seconds)))
        .isEqualTo(OptionalLong.of(seconds / 30));
  }

  @Test
  void oneStepEitherWayIsForgivenAndTheStepIsTold() {
    long step = 1234567890 / 30;
    for (long shift = -2; shift <= 2; shift++) {
      assertThat(
              Totp.matchingStep(SECRET, "005924", Instant.ofEpochSecond(1234567890 + 30 * shift)))
          .isEqualTo(Math.abs(shift) <= 1 ? OptionalLong.of(step) : OptionalLong.empty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "05924", "005925", "0005924", "005924 ", "٠٠٥٩٢٤", "abcdef"})
  void anythingElseMatchesNothing(String digits) {
    assertThat(Totp.matchingStep(SECRET, digits, Instant.ofEpochSecond(1234567890))).isEmpty();
  }

  @Test
  void secretMayBeWrittenAsAppsShowIt() {
    assertThat(
            Totp.matchingStep(
                "gezd gnbv gy3t qojq-gezd gnbv gy3t qojq====",
                "005924",
                Instant.ofEpochSecond(1234567890)))
        .isPresent();
  }

  @Test
  void memberWithAWeakOrBrokenSecretIsRefusedAndTheSecretIsNeverShown() {
    EmailAddress ann = EmailAddress.of("ann@crew.example");

    assertThat(new StaffMember(ann, true, true, Optional.of(SECRET)).toString())
        .doesNotContain(SECRET)
        .contains("hidden");
    for (String bad : new String[] {"", "GEZDGNBVGY3TQOJQ", "not base32!" + SECRET}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new StaffMember(ann, true, true, Optional.of(bad)))
          .withMessageNotContaining("GEZD");
    }
  }

  @Test
  void aSecretIsTheSameHoweverItIsWritten() {
    String zeros = Base32.encode(new byte[5]);

    assertThat(Totp.same(SECRET, SECRET.toLowerCase(Locale.ROOT))).isTrue();
    assertThat(Totp.same(SECRET, SECRET + zeros)).isTrue();
    assertThat(Totp.same(SECRET, SECRET.replace('G', 'H'))).isFalse();
  }

  @Test
  void rosterFindsMembersByAddressAndRefusesOneTwice() {
    StaffMember ann =
        new StaffMember(EmailAddress.of("ann@crew.example"), true, true, Optional.empty());
    StaffMember carl =
        new StaffMember(EmailAddress.of("carl@crew.example"), false, true, Optional.empty());
    StaffRoster roster = new StaffRoster(List.of(ann, carl));

    assertThat(roster.find(EmailAddress.of("ANN@crew.example"))).contains(ann);
    assertThat(roster.find(EmailAddress.of("ann@evil.example"))).isEmpty();
    assertThat(roster.active()).containsExactly(ann);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StaffRoster(List.of(ann, carl, ann)))
        .withMessageContaining("ann@crew.example");
  }
}
