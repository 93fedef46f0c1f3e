package dev.latchkey.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.outgoing.BudgetRule.Counts;
import dev.latchkey.outgoing.BudgetRule.Verdict;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetRuleTest {
  private final BudgetRule rule = new BudgetRule(BudgetSettings.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    "0,   0, SEND",
    "1,   0, SEND",
    "2,   0, SEND_AS_LAST",
    "3,   0, DROP",
    "9,   0, DROP",
    "0, 499, SEND",
    "2, 499, SEND_AS_LAST",
    "0, 500, WAIT"
  })
  void acknowledgementsAreThreeADay(int toAddress, int total, Verdict verdict) {
    assertThat(
            rule.verdict(
                kind("ACKNOWLEDGEMENT"),
                kind("ACKNOWLEDGEMENT").mailClass(),
                new Counts(toAddress, total)))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOTICE_APPROVED",
        "NOTICE_FINAL",
        "NOTICE_RECOVERED",
        "NOTICE_STOPPED",
        "NOTICE_DISPUTED"
      })
  void whatProtectsTheOwnerIsNeverDropped(String letter) {
    assertThat(rule.verdict(kind(letter), kind(letter).mailClass(), new Counts(100_000, 100_000)))
        .isEqualTo(Verdict.SEND);
  }

  @Test
  void aNoticeThatAnybodyCanCauseHasABudget() {
    assertThat(
            rule.verdict(
                kind("NOTICE_STARTED"), kind("NOTICE_STARTED").mailClass(), new Counts(10, 10)))
        .isEqualTo(Verdict.WAIT);
  }

  @Test
  void theFirstLetterOfItsKindIsAlwaysSent() {
    assertThat(LetterKind.all())
        .allMatch(
            letter -> rule.verdict(letter, letter.mailClass(), new Counts(0, 0)) == Verdict.SEND);
  }

  @Test
  void whatIsOverTheHourWaitsForTheNextAndACodeOverTheDayForTomorrow() {
    Instant now = Instant.parse("2026-03-02T09:10:11.000007Z");
    assertThat(rule.again(MailClass.CODE, new Counts(0, 300), now))
        .isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(rule.verdict(kind("CODE"), MailClass.CODE, new Counts(3, 0)))
        .isEqualTo(Verdict.WAIT);
    assertThat(rule.again(MailClass.CODE, new Counts(3, 0), now))
        .isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
  }

  @Test
  void whatStrangersMultiplyWaitsForADayAtMost() {
    assertThat(rule.queueIsFull(MailClass.STRANGER, 1_439)).isFalse();
    assertThat(rule.queueIsFull(MailClass.STRANGER, 1_440)).isTrue();
    assertThat(rule.queueIsFull(MailClass.CODE, 7_199)).isFalse();
    assertThat(rule.queueIsFull(MailClass.CODE, 7_200)).isTrue();
    assertThat(rule.queueIsFull(MailClass.DECISION, 1_000_000)).isFalse();
  }

  @Test
  void whatWasHeldBackHasAReason() {
    assertThat(rule.reason(MailClass.CODE, new Counts(3, 3)))
        .isEqualTo("held back: the budget of CODE is 3 a day to one address");
    assertThat(rule.reason(MailClass.CODE, new Counts(0, 300)))
        .isEqualTo("held back: the budget of CODE is 300 an hour in all");
  }

  @Test
  void aBudgetOfOneIsTheLastAtOnce() {
    BudgetSettings one = BudgetSettings.DEFAULT.with(MailClass.CODE, new Budget(1, 10));
    assertThat(
            new BudgetRule(one).verdict(kind("CODE"), kind("CODE").mailClass(), new Counts(0, 0)))
        .isEqualTo(Verdict.SEND_AS_LAST);
  }

  @Test
  void everyClassHasABudget() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BudgetSettings(Map.of(MailClass.CODE, new Budget(1, 1))));
    assertThatIllegalArgumentException().isThrownBy(() -> new Budget(0, 1));
  }

  private static LetterKind kind(String name) {
    return LetterKind.find(name).orElseThrow();
  }
}
