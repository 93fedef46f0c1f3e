package dev.latchkey.check;

import static dev.latchkey.ticket.TestTickets.NORA;
import static dev.latchkey.ticket.TestTickets.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.Link;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.AssuranceCheck.Facts;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.TestTickets;
import dev.latchkey.ticket.TicketState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is worth asking for, and what would be enough together. */
class EnoughCheckTest {
  private static final AssuranceCheck ASSURANCE = new AssuranceCheck(Policy.standard(), false);
  private static final EnoughCheck CHECK = new EnoughCheck(Policy.standard(), ASSURANCE);

  @Test
  void aProofThatMakesItEnoughIsUseful() {
    assertThat(CHECK.useful(facts(false, List.of()), NOW)).contains(EvidenceClass.BRANCH);
  }

  @Test
  void ofACriticalAccountABranchAloneLeadsNowhere() {
    assertThat(CHECK.useful(facts(true, List.of()), NOW)).doesNotContain(EvidenceClass.BRANCH);
  }

  @Test
  void whatIsEnoughOnceAWarningIsLiftedIsAskedForAllTheSame() {
    Warning warning = new Warning(Warning.Kind.SEVERAL_CLAIMANTS, "x", NOW);
    assertThat(CHECK.useful(facts(false, List.of(warning)), NOW)).contains(EvidenceClass.BRANCH);
  }

  @Test
  void noWayHoldsAnotherOneAndNothingThatIsEnoughAlone() {
    Facts facts = facts(false, List.of());
    Assessment now = ASSURANCE.assess(facts, NOW);
    List<List<String>> ways = CHECK.together(facts, now, NOW);
    assertThat(now.openers()).isNotEmpty();
    assertThat(ways)
        .allSatisfy(
            way ->
                assertThat(way)
                    .doesNotContainAnyElementsOf(now.openers().stream().map(Enum::name).toList()));
    for (List<String> way : ways) {
      assertThat(ways.stream().filter(way::containsAll)).containsExactly(way);
    }
  }

  private static Facts facts(boolean critical, List<Warning> recorded) {
    Account account =
        Account.named("nora", "nora")
            .addresses(
                List.of(new RegisteredAddress(NORA, true, Optional.empty(), Optional.empty())))
            .secondFactor(true)
            .critical(critical)
            .published(true)
            .links(
                List.of(
                    new Link(
                        Link.Kind.REPOSITORY,
                        URI.create("https://git.example/nora/lamp"),
                        Optional.of(NOW.minus(Duration.ofDays(31))))))
            .build();
    return new Facts(
        TestTickets.opened(1001, TicketState.PROVING, NORA)
            .ticket()
            .change()
            .answers(TestTickets.answers(Reason.LOST_2FA_DEVICE))
            .build(),
        Optional.of(account),
        List.of(new Evidence(EvidenceClass.CODE, NORA.toString(), NOW, OptionalLong.empty())),
        recorded,
        warning -> false,
        true,
        Set.of(),
        Map.of());
  }
}
