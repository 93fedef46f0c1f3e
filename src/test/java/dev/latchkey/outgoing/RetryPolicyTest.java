package dev.latchkey.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.mail.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private static final Instant WRITTEN = Instant.parse("2026-03-01T08:00:00Z");
  private static final SendResult NOT_NOW = new SendResult.Deferred(451, "4.7.1 greylisted");
  private static final SendResult NO_SERVER = new SendResult.NoConnection("connection refused");

  /** Without spread: every random number is 0. */
  private final RetryPolicy policy = new RetryPolicy(RetrySettings.DEFAULT, () -> 0L);

  @Test
  void anAcceptedLetterIsSent() {
    assertThat(policy.after(new SendResult.Accepted("250 ok"), 0, WRITTEN, WRITTEN))
        .isEqualTo(new Next.Sent("250 ok"));
  }

  @Test
  void aLetterRefusedForGoodIsParkedAtOnce() {
    assertThat(policy.after(new SendResult.Refused(550, "no such user"), 0, WRITTEN, WRITTEN))
        .isEqualTo(new Next.Park("550 no such user"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT1M",
    "1, PT2M",
    "2, PT4M",
    "5, PT32M",
    "7, PT2H8M",
    "8, PT4H",
    "9, PT4H",
    "38, PT4H"
  })
  void notNowIsTriedAgainAfterTwiceTheTime(int attempts, Duration delay) {
    assertThat(policy.after(NOT_NOW, attempts, WRITTEN, WRITTEN))
        .isEqualTo(new Next.RetryAt(WRITTEN.plus(delay), attempts + 1, "451 4.7.1 greylisted"));
  }

  @Test
  void whatAServerRefusesForNoReasonOfTheLettersIsTriedForTwoDays() {
    SendResult refused = new SendResult.RefusedToUs(554, "relay access denied");
    assertThat(policy.after(refused, 0, WRITTEN, WRITTEN))
        .isEqualTo(
            new Next.RetryAt(WRITTEN.plus(Duration.ofMinutes(1)), 1, "554 relay access denied"));
    assertThat(policy.after(refused, 18, WRITTEN, WRITTEN)).isInstanceOf(Next.RetryAt.class);
    assertThat(policy.after(refused, 19, WRITTEN, WRITTEN)).isInstanceOf(Next.Park.class);
  }

  /** The server may still take it, ten minutes long (RFC 5321 section 4.5.3.2.6). */
  @ParameterizedTest
  @CsvSource({"0, PT10M", "3, PT10M", "4, PT16M", "8, PT4H"})
  void withoutAnAnswerAfterTheDotItIsTriedAgainAfterTenMinutes(int attempts, Duration delay) {
    assertThat(policy.after(new SendResult.NoAnswer("silent"), attempts, WRITTEN, WRITTEN))
        .isEqualTo(new Next.RetryAt(WRITTEN.plus(delay), attempts + 1, "silent"));
  }

  @Test
  void tooManyNotNowArePark() {
    assertThat(policy.after(NOT_NOW, 39, WRITTEN, WRITTEN))
        .isEqualTo(new Next.Park("451 4.7.1 greylisted"));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT15S", "PT1M, PT15S", "PT10M, PT1M", "PT1H, PT6M", "PT3H, PT15M"})
  void withoutAServerTheDelayIsATenthOfTheAge(Duration age, Duration delay) {
    Instant now = WRITTEN.plus(age);
    assertThat(policy.after(NO_SERVER, 3, WRITTEN, now))
        .isEqualTo(new Next.RetryAt(now.plus(delay), 3, "connection refused"));
  }

  @Test
  void afterFiveDaysALetterIsParked() {
    Instant late = WRITTEN.plus(Duration.ofDays(5));
    assertThat(policy.after(NOT_NOW, 1, WRITTEN, late)).isInstanceOf(Next.Park.class);
    assertThat(policy.after(NO_SERVER, 1, WRITTEN, late)).isInstanceOf(Next.Park.class);
    assertThat(policy.after(NO_SERVER, 1, WRITTEN, late.minusSeconds(1)))
        .isInstanceOf(Next.RetryAt.class);
  }

  @Test
  void delaysAreSpreadByAQuarterAtMost() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    RetryPolicy spread = new RetryPolicy(RetrySettings.DEFAULT, random);
    for (int i = 0; i < 1_000; i++) {
      Next next = spread.after(NOT_NOW, 2, WRITTEN, WRITTEN);
      assertThat(next).isInstanceOf(Next.RetryAt.class);
      assertThat(((Next.RetryAt) next).at())
          .isBetween(WRITTEN.plus(Duration.ofMinutes(4)), WRITTEN.plus(Duration.ofMinutes(5)));
    }
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    Duration minute = Duration.ofMinutes(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetrySettings(minute, Duration.ZERO, minute, minute, 1, minute));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetrySettings(minute, minute, minute, minute, 0, minute));
  }
}
