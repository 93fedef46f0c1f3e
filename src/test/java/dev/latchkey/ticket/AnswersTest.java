package dev.latchkey.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.Answers.Question;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersTest {
  private static final Set<Question> ALL = EnumSet.allOf(Question.class);

  @Test
  void nothingAnsweredMeansEverythingRequiredIsMissing() {
    assertThat(nothing().missing(ALL)).isEqualTo(ALL);
    assertThat(nothing().missing(Set.of())).isEmpty();
  }

  @Test
  void everythingAnsweredMeansNothingIsMissing() {
    assertThat(TestTickets.answers(Reason.OTHER).missing(ALL)).isEmpty();
  }

  @Test
  void havingNoRecoveryCodesIsAnAnswer() {
    assertThat(boxes(false, true, true).missing(ALL)).doesNotContain(Question.RECOVERY_CODES);
  }

  @Test
  void aBoxThatIsNotTickedIsNoAgreement() {
    assertThat(boxes(true, false, false).missing(ALL))
        .contains(Question.CODE_OF_CONDUCT, Question.ACKNOWLEDGEMENT);
  }

  @Test
  void laterAnswersCompleteEarlierOnes() {
    Answers both = nothing().with(TestTickets.answers(Reason.OTHER));

    assertThat(both.missing(ALL)).isEmpty();
    assertThat(both.details()).isEqualTo("my phone fell into the lake");
  }

  @Test
  void theAccountNameIsNeverReplaced() {
    Answers later = named("mallory");

    assertThat(named("nora").with(later).accountName()).contains("nora");
    assertThat(nothing().with(later).accountName()).contains("mallory");
  }

  @Test
  void anAgreementIsNotTakenBackByAnUntouchedBox() {
    Answers both = boxes(true, true, true).with(boxes(false, false, false));

    assertThat(both.codeOfConduct()).contains(true);
    assertThat(both.acknowledged()).contains(true);
    assertThat(both.recoveryCodes()).isEqualTo(RecoveryCodes.HAVE);
  }

  @Test
  void reasonsAddressesAndProjectsGrowWithoutTwins() {
    Answers first = lists(Set.of(Reason.OTHER), List.of("a@x.example"), List.of("lamp"));
    Answers later =
        lists(
            Set.of(Reason.OTHER, Reason.FORGOT_PASSWORD),
            List.of("b@x.example", "a@x.example"),
            List.of("lamp", "bulb"));

    Answers both = first.with(later);

    assertThat(both.reasons()).containsExactlyInAnyOrder(Reason.OTHER, Reason.FORGOT_PASSWORD);
    assertThat(both.addresses()).containsExactly("a@x.example", "b@x.example");
    assertThat(both.projects()).containsExactly("lamp", "bulb");
  }

  /** Who has none, or never had any, need not have lost them. */
  @ParameterizedTest
  @EnumSource(names = {"NONE", "NEVER_MADE"})
  void codesThatAreNotThereAreNotLost(RecoveryCodes codes) {
    Answers first =
        lists(Set.of(Reason.LOST_RECOVERY_CODES, Reason.LOST_2FA_DEVICE), List.of(), List.of());
    Answers later =
        new Answers(
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            codes,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            "");

    assertThat(first.with(later).reasons()).containsExactly(Reason.LOST_2FA_DEVICE);
    assertThat(
            lists(Set.of(Reason.LOST_RECOVERY_CODES), List.of(), List.of()).with(later).reasons())
        .containsExactly(Reason.LOST_RECOVERY_CODES);
  }

  private static Answers nothing() {
    return lists(Set.of(), List.of(), List.of());
  }

  private static Answers lists(Set<Reason> reasons, List<String> addresses, List<String> projects) {
    return new Answers(
        Optional.empty(),
        Optional.empty(),
        reasons,
        RecoveryCodes.UNSAID,
        Optional.empty(),
        Optional.empty(),
        addresses,
        projects,
        " ");
  }

  private static Answers named(String name) {
    return new Answers(
        Optional.of(name),
        Optional.empty(),
        Set.of(),
        RecoveryCodes.UNSAID,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "");
  }

  private static Answers boxes(boolean codes, boolean conduct, boolean acknowledged) {
    return new Answers(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        codes ? RecoveryCodes.NONE : RecoveryCodes.HAVE,
        Optional.of(conduct),
        Optional.of(acknowledged),
        List.of(),
        List.of(),
        "");
  }
}
