package dev.latchkey.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.outgoing.BudgetRule.Counts;
import dev.latchkey.outgoing.BudgetRule.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
    "0, 500, DROP"
  })
  void acknowledgementsAreThreeADay(int toAddress, int total, Verdict verdict) {
    assertThat(rule.verdict(Letter.ACKNOWLEDGEMENT, new Counts(toAddress, total, 0)))
        .isEqualTo(verdict);
  }

  @Test
  void aStartedRecoveryIsToldOnceADayForEachAccount() {
    assertThat(rule.verdict(Letter.NOTICE_STARTED, new Counts(0, 0, 0))).isEqualTo(Verdict.SEND);
    assertThat(rule.verdict(Letter.NOTICE_STARTED, new Counts(1, 1, 1))).isEqualTo(Verdict.DROP);
    assertThat(rule.verdict(Letter.NOTICE_STARTED, new Counts(1, 1, 0))).isEqualTo(Verdict.SEND);
  }

  @ParameterizedTest
  @EnumSource(names = {"NOTICE_APPROVED", "NOTICE_FINAL", "NOTICE_RECOVERED", "NOTICE_STOPPED"})
  void whatProtectsTheOwnerIsNeverDropped(Letter letter) {
    assertThat(rule.verdict(letter, new Counts(100_000, 100_000, 100))).isEqualTo(Verdict.SEND);
  }

  @ParameterizedTest
  @EnumSource(Letter.class)
  void theFirstLetterOfItsKindIsAlwaysSent(Letter letter) {
    assertThat(rule.verdict(letter, new Counts(0, 0, 0))).isEqualTo(Verdict.SEND);
  }

  @Test
  void aBudgetOfOneIsTheLastAtOnce() {
    BudgetSettings one = BudgetSettings.DEFAULT.with(MailClass.CODE, new Budget(1, 10));
    assertThat(new BudgetRule(one).verdict(Letter.CODE, new Counts(0, 0, 0)))
        .isEqualTo(Verdict.SEND_AS_LAST);
  }

  @Test
  void everyClassHasABudget() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BudgetSettings(Map.of(MailClass.CODE, new Budget(1, 1))));
    assertThatIllegalArgumentException().isThrownBy(() -> new Budget(0, 1));
  }
}
