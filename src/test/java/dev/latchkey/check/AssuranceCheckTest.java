package dev.latchkey.check;

import static dev.latchkey.ticket.TestTickets.NORA;
import static dev.latchkey.ticket.TestTickets.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.TestTickets;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of DESIGN section 2, line by line. */
class AssuranceCheckTest {
  private static final AssuranceCheck CHECK = new AssuranceCheck(Policy.standard());
  private static final String ALL = "REGISTERED_SENDER CODE SECOND_CODE";

  @ParameterizedTest(name = "{0} account, {1}, {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # account  | reasons                           | evidence                           | level     | recommended | approvers | days
          plain      | FORGOT_PASSWORD                   | CODE                               | SELF      | true        | 1         | 0
          plain      | FORGOT_PASSWORD                   | REGISTERED_SENDER                  | FLOOR     | false       | 0         | 0
          plain      | FORGOT_PASSWORD                   |                                    | FLOOR     | false       | 0         | 0
          second     | LOST_2FA_DEVICE                   | CODE SECOND_CODE                   | EXCEPTION | false       | 2         | 7
          second     | LOST_2FA_DEVICE                   | REGISTERED_SENDER CODE SECOND_CODE | STANDARD  | true        | 1         | 3
          second     | LOST_2FA_DEVICE                   | CODE                               | EXCEPTION | false       | 2         | 7
          second     | LOST_2FA_DEVICE                   | REGISTERED_SENDER                  | FLOOR     | false       | 0         | 0
          second     | FORGOT_PASSWORD                   | CODE                               | EXCEPTION | false       | 2         | 7
          publishes  | FORGOT_PASSWORD                   | CODE                               | FLOOR     | false       | 0         | 0
          publishes  | LOST_2FA_DEVICE                   | CODE                               | FLOOR     | false       | 0         | 0
          publishes  | LOST_2FA_DEVICE                   | REGISTERED_SENDER CODE SECOND_CODE | STANDARD  | true        | 1         | 3
          critical   | LOST_2FA_DEVICE                   | REGISTERED_SENDER CODE SECOND_CODE | FLOOR     | false       | 0         | 0
          critical   | LOST_EMAIL_ACCESS                 | CODE SECOND_CODE                   | FLOOR     | false       | 0         | 0
          """)
  void everyLineOfTheTable(
      String account,
      String reasons,
      String evidence,
      Level level,
      boolean recommended,
      int approvers,
      int days) {
    Assessment found =
        CHECK.assess(
            ticket(NORA, reasons(reasons)),
            Optional.of(account(account)),
            evidence(evidence),
            List.of(),
            NOW);

    assertThat(found.level()).isEqualTo(level);
    assertThat(found.recommended()).isEqualTo(recommended);
    assertThat(found.approvers()).isEqualTo(approvers);
    assertThat(found.coolingOff()).isEqualTo(Duration.ofDays(days));
    assertThat(found.aboveFloor()).isEqualTo(level != Level.FLOOR);
    assertThat(found.lacking().isEmpty()).isEqualTo(recommended);
  }

  @ParameterizedTest(name = "{0} account, {1}, {2} groups, other than a mailbox {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # account  | reasons             | groups | other | level     | days
          second     | LOST_EMAIL_ACCESS   | 2      | false | HIGH      | 7
          publishes  | ACCOUNT_COMPROMISED | 2      | false | HIGH      | 7
          critical   | LOST_2FA_DEVICE     | 2      | false | HIGH      | 7
          critical   | LOST_EMAIL_ACCESS   | 2      | false | HIGH      | 14
          critical   | LOST_2FA_DEVICE     | 3      | false | FLOOR     | 0
          critical   | LOST_2FA_DEVICE     | 2      | true  | FLOOR     | 0
          """)
  void theLevelHighIsWhatThePolicySays(
      String account, String reasons, int groups, boolean other, Level level, int days) {
    Assessment found =
        new AssuranceCheck(high(new Policy.Requirement(12, groups, other, 2, Duration.ofDays(7))))
            .assess(
                ticket(NORA, reasons(reasons)),
                Optional.of(account(account)),
                evidence(ALL),
                List.of(),
                NOW);

    assertThat(found.level()).isEqualTo(level);
    assertThat(found.coolingOff()).isEqualTo(Duration.ofDays(days));
    assertThat(found.recommended()).isEqualTo(level == Level.HIGH);
  }

  private static Policy high(Policy.Requirement requirement) {
    Policy standard = Policy.standard();
    Map<Level, Policy.Requirement> requirements = new EnumMap<>(standard.requirements());
    requirements.put(Level.HIGH, requirement);
    return new Policy(
        standard.points(),
        requirements,
        standard.recentChange(),
        standard.objectionCounts(),
        standard.removedAddressNotified(),
        standard.mailboxLostAndCritical(),
        standard.noticeBeforeExecution());
  }

  @Test
  void anUnknownAccountIsAlwaysBelowTheFloor() {
    Assessment found =
        CHECK.assess(
            ticket(NORA, Reason.LOST_2FA_DEVICE), Optional.empty(), evidence(ALL), List.of(), NOW);

    assertThat(found.level()).isEqualTo(Level.FLOOR);
    assertThat(found.asked()).isEqualTo(Level.HIGH);
  }

  @Test
  void theSameClassTwiceCountsOnce() {
    List<Evidence> twice =
        List.of(piece(EvidenceClass.CODE, "a@x.example"), piece(EvidenceClass.CODE, "b@x.example"));

    assertThat(assess(account("second"), twice, List.of()).points()).isEqualTo(6);
    assertThat(assess(account("second"), twice, List.of()).groups()).isEqualTo(1);
  }

  @Test
  void anyWarningAsksForMoreAndTakesTheExceptionAway() {
    for (Warning.Kind kind : Warning.Kind.values()) {
      List<Warning> recorded = List.of(new Warning(kind, "x", NOW));
      Assessment full = assess(account("second"), evidence(ALL), recorded);
      Assessment only = assess(account("second"), evidence("CODE"), recorded);

      assertThat(full.asked()).as(kind.name()).isEqualTo(Level.HIGH);
      assertThat(full.recommended()).as(kind.name()).isFalse();
      assertThat(full.level()).as(kind.name()).isEqualTo(Level.FLOOR);
      assertThat(only.level()).as(kind.name()).isEqualTo(Level.FLOOR);
    }
  }

  @Test
  void aReopenedTicketKeepsTheLevelOfItsFacts() {
    Ticket reopened =
        ticket(NORA, Reason.LOST_2FA_DEVICE)
            .apply(TicketEvent.WITHDRAWN, NOW, TestTickets.by(NORA))
            .ticket()
            .apply(TicketEvent.REOPENED, NOW, TestTickets.by(NORA))
            .ticket();

    Assessment found =
        CHECK.assess(reopened, Optional.of(account("second")), evidence(ALL), List.of(), NOW);

    assertThat(found.asked()).isEqualTo(Level.STANDARD);
    assertThat(found.recommended()).isTrue();
  }

  @Test
  void whoNeedsASecondFactor() {
    assertThat(assess(account("second"), evidence(ALL), List.of()).secondFactorNeeded()).isFalse();
    assertThat(assess(account("second"), evidence("CODE"), List.of()).secondFactorNeeded())
        .isTrue();
  }

  @Test
  void anObjectionCountsForNinetyDays() {
    Duration day = Duration.ofDays(1);
    Warning recent = new Warning(Warning.Kind.OWNER_OBJECTED, "x", NOW.minus(day.multipliedBy(90)));
    Warning past = new Warning(Warning.Kind.OWNER_OBJECTED, "x", NOW.minus(day.multipliedBy(91)));

    assertThat(assess(account("second"), List.of(), List.of(recent)).warnings()).hasSize(1);
    assertThat(assess(account("second"), List.of(), List.of(past)).warnings()).isEmpty();
  }

  @Test
  void whatWasChangedWithinThirtyDaysIsAWarning() {
    Duration month = Duration.ofDays(30);
    assertThat(warnings(changed(month.minusDays(1), month.multipliedBy(9))))
        .containsExactly(Warning.Kind.ADDRESS_CHANGED);
    assertThat(warnings(changed(month.multipliedBy(9), month.minusDays(1))))
        .containsExactly(Warning.Kind.SECOND_FACTOR_CHANGED);
    assertThat(warnings(changed(month.plusDays(1), month.plusDays(1)))).isEmpty();
  }

  @Test
  void anAddressThatWasRemovedLatelyIsAWarning() {
    RegisteredAddress removed =
        new RegisteredAddress(
            EmailAddress.of("old@other.example"),
            true,
            Optional.empty(),
            Optional.of(NOW.minus(Duration.ofDays(3))));
    Account account =
        Account.named("nora", "nora").addresses(List.of(removed)).secondFactor(true).build();

    assertThat(warnings(account)).containsExactly(Warning.Kind.ADDRESS_CHANGED);
  }

  @ParameterizedTest
  @CsvSource({
    "nora@mail.example, false", // the very same
    "n0ra@mail.example, true",
    "nora@rnail.example, true",
    "nora@mai1.example, true",
    "nora@mall.example, true",
    "norra@mail.example, true",
    "nra@mail.example, true",
    "nora@mail.exampel, false", // two edits
    "noar@mail.example, false",
    "anna@elsewhere.example, false",
    "nora@mail.example.net, false"
  })
  void anAddressThatLooksLikeARegisteredOneIsAWarning(String requester, boolean warned) {
    Assessment found =
        CHECK.assess(
            ticket(EmailAddress.of(requester), Reason.LOST_2FA_DEVICE),
            Optional.of(account("second")),
            List.of(),
            List.of(),
            NOW);

    assertThat(found.warnings().stream().anyMatch(w -> w.kind() == Warning.Kind.LOOKALIKE_ADDRESS))
        .isEqualTo(warned);
  }

  private static List<Warning.Kind> warnings(Account account) {
    return assess(account, List.of(), List.of()).warnings().stream().map(Warning::kind).toList();
  }

  private static Assessment assess(
      Account account, List<Evidence> evidence, List<Warning> recorded) {
    return CHECK.assess(
        ticket(NORA, Reason.LOST_2FA_DEVICE), Optional.of(account), evidence, recorded, NOW);
  }

  private static Account changed(Duration address, Duration secondFactor) {
    RegisteredAddress added =
        new RegisteredAddress(
            EmailAddress.of("new@other.example"),
            true,
            Optional.of(NOW.minus(address)),
            Optional.empty());
    return Account.named("nora", "nora")
        .addresses(List.of(added))
        .secondFactor(true)
        .secondFactorChangedAt(Optional.of(NOW.minus(secondFactor)))
        .build();
  }

  /** {@code plain} has neither second factor nor projects, every word adds to the one before. */
  private static Account account(String kind) {
    boolean critical = kind.equals("critical");
    boolean publishes = kind.equals("publishes") || critical;
    RegisteredAddress address =
        new RegisteredAddress(NORA, true, Optional.empty(), Optional.empty());
    return Account.named("nora", "nora")
        .addresses(List.of(address))
        .secondFactor(!kind.equals("plain"))
        .critical(critical)
        .published(publishes)
        .build();
  }

  private static Ticket ticket(EmailAddress requester, Reason... reasons) {
    return TestTickets.opened(1001, TicketState.PROVING, requester)
        .ticket()
        .change()
        .answers(TestTickets.answers(reasons))
        .build();
  }

  private static Reason[] reasons(String words) {
    return Stream.of(words.split(" ")).map(Reason::valueOf).toArray(Reason[]::new);
  }

  private static List<Evidence> evidence(String words) {
    return words == null
        ? List.of()
        : Stream.of(words.split(" "))
            .map(word -> piece(EvidenceClass.valueOf(word), word))
            .toList();
  }

  private static Evidence piece(EvidenceClass kind, String source) {
    return new Evidence(kind, source, NOW, OptionalLong.empty());
  }
}
