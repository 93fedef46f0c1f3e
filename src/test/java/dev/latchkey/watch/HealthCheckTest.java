package dev.latchkey.watch;

import static dev.latchkey.watch.Glances.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.store.Executions;
import dev.latchkey.store.Figures;
import dev.latchkey.store.OpenOrder;
import dev.latchkey.ticket.Reference;
import dev.latchkey.watch.Checkup.Sign;
import dev.latchkey.watch.Checkup.Verdict;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HealthCheckTest {
  private final Glances desk = new Glances();

  private Checkup examine() {
    return new HealthCheck(desk::look, Duration.ofSeconds(15), Duration.ofDays(7), ZoneOffset.UTC)
        .examine();
  }

  @Test
  void aDeskThatIsWellIs() {
    Checkup checkup = examine();

    assertThat(checkup.signs()).extracting(Sign::verdict).containsOnly(Verdict.OK);
    assertThat(checkup.well()).isTrue();
  }

  @Test
  void anOrderThatIsTriedAgainIsToldWithItsTriesItsNextOneAndWhy() {
    desk.orders =
        List.of(
            new OpenOrder(
                1042, Executions.Kind.RESET, 2, NOW.plus(Duration.ofMinutes(30)), "answered 500"));

    assertThat(examine().signs())
        .filteredOn(sign -> sign.verdict() == Verdict.WARN)
        .singleElement()
        .satisfies(
            sign ->
                assertThat(sign.told())
                    .contains("LK-1042 was tried 2 times, next in 30 min: answered 500"));
  }

  @Test
  void anAccountForWhichNoCodeCanGoOutIsNamedWithWhy() {
    desk.withoutCodes =
        List.of(
            new NoCode(new Reference(1042), "dora", Optional.of("column second_factor is NULL")));

    assertThat(examine().signs())
        .filteredOn(sign -> sign.name().equals("accounts"))
        .singleElement()
        .satisfies(
            sign -> {
              assertThat(sign.verdict()).isEqualTo(Verdict.WARN);
              assertThat(sign.told())
                  .contains("1 request: LK-1042, account dora: column second_factor is NULL");
            });
  }

  private static Arguments broken(String sign, Verdict verdict, Consumer<Glances> how) {
    return Arguments.of(sign, verdict, how);
  }

  static Stream<Arguments> oneThingBroken() {
    return Stream.of(
        broken("clock", Verdict.FAIL, it -> it.clockAhead = Optional.of(Duration.ofHours(-80))),
        broken("poll", Verdict.FAIL, it -> it.lastPoll = Optional.empty()),
        broken("poll", Verdict.FAIL, it -> it.lastPoll = Glances.ago(Duration.ofMinutes(11))),
        broken(
            "work",
            Verdict.FAIL,
            it ->
                it.mails =
                    new Figures.Mails(
                        9,
                        Glances.ago(Duration.ofHours(1)),
                        9,
                        0,
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty())),
        broken(
            "deliver",
            Verdict.FAIL,
            it ->
                it.letters = new Figures.Letters(9, Glances.ago(Duration.ofMinutes(20)), 1, 0, 0)),
        broken(
            "deliver",
            Verdict.WARN,
            it -> it.letters = new Figures.Letters(9, Glances.ago(Duration.ofHours(2)), 0, 0, 0)),
        broken("due", Verdict.FAIL, it -> it.followUpsLate = 1),
        broken("due", Verdict.FAIL, it -> it.ordersLate = 1),
        broken(
            "parked",
            Verdict.FAIL,
            it -> it.letters = new Figures.Letters(0, Optional.empty(), 0, 0, 1)),
        broken("restored", Verdict.FAIL, it -> it.heldBack = Optional.of(NOW)),
        broken("quarantine", Verdict.FAIL, it -> it.mails = aside(3, 1)),
        broken("quarantine", Verdict.WARN, it -> it.mails = aside(3, 0)),
        broken("tickets", Verdict.WARN, it -> it.unread = 1),
        broken("promises", Verdict.FAIL, it -> it.promisesMissed = 1),
        broken("staff", Verdict.WARN, it -> it.longestSince = NOW.minus(Duration.ofDays(8))));
  }

  private static Figures.Mails aside(long all, long lately) {
    return new Figures.Mails(
        0, Optional.empty(), 0, all, lately, 0, Optional.empty(), Optional.empty());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("oneThingBroken")
  void oneThingThatIsBrokenIsTheOneThatIsSaid(String sign, Verdict verdict, Consumer<Glances> how) {
    how.accept(desk);

    Checkup checkup = examine();

    assertThat(checkup.signs())
        .allSatisfy(
            one ->
                assertThat(one.verdict())
                    .as(one.told())
                    .isEqualTo(one.name().equals(sign) ? verdict : Verdict.OK));
    assertThat(checkup.well()).isEqualTo(verdict != Verdict.FAIL);
  }

  @Test
  void aDatabaseThatIsAwayIsAFinding() {
    Checkup checkup = HealthCheck.away("Connection refused");

    assertThat(checkup.well()).isFalse();
    assertThat(checkup.signs().get(0).told()).contains("Connection refused", "latchkey check");
  }
}
