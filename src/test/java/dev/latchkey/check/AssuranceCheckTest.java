package dev.latchkey.check;

import static dev.latchkey.ticket.TestTickets.NORA;
import static dev.latchkey.ticket.TestTickets.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.BoundKey;
import dev.latchkey.accounts.Link;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.TestTickets;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of DESIGN section 2, line by line. */
class AssuranceCheckTest {
  private static final AssuranceCheck CHECK = new AssuranceCheck(Policy.standard());
  private static final BoundKey KEY =
      new BoundKey(BoundKey.Kind.SSH, "ssh-ed25519 AAAA", Optional.of(NOW.minusSeconds(9_000_000)));
  private static final String ALL = "REGISTERED_SENDER CODE SECOND_CODE";

  @ParameterizedTest(name = "{0} account, {1}, {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # account  | reasons                         | evidence                           | level    | recommended | approvers | days
          plain      | FORGOT_PASSWORD                 | CODE                               | SELF     | true        | 1         | 0
          plain      | LOST_2FA_DEVICE                 | CODE                               | SELF     | true        | 1         | 0
          plain      | FORGOT_PASSWORD                 | REGISTERED_SENDER                  | FLOOR    | false       | 0         | 0
          plain      | FORGOT_PASSWORD                 |                                    | FLOOR    | false       | 0         | 0
          second     | LOST_2FA_DEVICE                 | CODE SECOND_CODE                   | SLOW     | false       | 2         | 7
          second     | LOST_2FA_DEVICE                 | REGISTERED_SENDER CODE SECOND_CODE | STANDARD | true        | 1         | 3
          second     | LOST_2FA_DEVICE                 | CODE                               | SLOW     | false       | 2         | 7
          second     | LOST_2FA_DEVICE                 | REGISTERED_SENDER                  | FLOOR    | false       | 0         | 0
          second     | FORGOT_PASSWORD                 | CODE                               | SLOW     | false       | 2         | 7
          publishes  | LOST_2FA_DEVICE                 | CODE                               | SLOW     | false       | 2         | 7
          publishes  | LOST_2FA_DEVICE                 | CODE RECOVERY_CODE                 | STANDARD | true        | 1         | 1
          linked     | LOST_2FA_DEVICE                 | CODE                               | FLOOR    | false       | 0         | 0
          linked     | LOST_2FA_DEVICE                 | CODE BRANCH                        | STANDARD | true        | 1         | 3
          linked     | LOST_2FA_DEVICE                 | BRANCH                             | SLOW     | false       | 2         | 7
          linked     | LOST_2FA_DEVICE                 | BRANCH SITE_FILE DNS_TXT           | SLOW     | false       | 2         | 7
          keyed      | LOST_2FA_DEVICE                 | CODE SIGNATURE                     | STANDARD | true        | 1         | 1
          linked     | LOST_EMAIL_ACCESS               | BRANCH                             | SLOW     | false       | 2         | 14
          linked     | LOST_EMAIL_ACCESS               | CODE                               | FLOOR    | false       | 0         | 0
          rich       | LOST_EMAIL_ACCESS               | BRANCH                             | FLOOR    | false       | 0         | 0
          rich       | LOST_EMAIL_ACCESS               | BRANCH SIGNATURE                   | SLOW     | false       | 2         | 14
          rich       | LOST_EMAIL_ACCESS               | BRANCH SIGNATURE VOUCHER           | HIGH     | true        | 2         | 7
          rich       | LOST_EMAIL_ACCESS               | CODE BRANCH                        | STANDARD | true        | 1         | 3
          second     | LOST_EMAIL_ACCESS               | VOUCHER                            | FLOOR    | false       | 0         | 0
          critical   | LOST_2FA_DEVICE                 | REGISTERED_SENDER CODE SECOND_CODE | FLOOR    | false       | 0         | 0
          critical   | LOST_2FA_DEVICE                 | CODE BRANCH                        | FLOOR    | false       | 0         | 0
          critical   | LOST_2FA_DEVICE                 | CODE SECOND_CODE BRANCH            | HIGH     | true        | 2         | 7
          critical   | LOST_2FA_DEVICE                 | CODE SECOND_CODE VOUCHER           | FLOOR    | false       | 0         | 0
          critical   | LOST_EMAIL_ACCESS               | BRANCH SIGNATURE VOUCHER           | HIGH     | true        | 2         | 14
          critical   | LOST_EMAIL_ACCESS               | CODE SECOND_CODE                   | FLOOR    | false       | 0         | 0
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
        assess(
            ticket(who(reasons), reasons(reasons)),
            Optional.of(account(account)),
            evidence(evidence),
            List.of());

    assertThat(found.level()).isEqualTo(level);
    assertThat(found.recommended()).isEqualTo(recommended);
    assertThat(found.approvers()).isEqualTo(approvers);
    assertThat(found.coolingOff()).isEqualTo(Duration.ofDays(days));
    assertThat(found.aboveFloor()).isEqualTo(level != Level.FLOOR);
    assertThat(found.lacking().isEmpty()).isEqualTo(recommended);
  }

  /** "I cannot" opens the slow way, and nothing else does. */
  @Test
  void whoCannotBringWhatIsOnRecordGoesTheSlowWay() {
    Set<EvidenceClass> site = Set.of(EvidenceClass.SITE_FILE, EvidenceClass.DNS_TXT);
    Set<EvidenceClass> all =
        Set.of(EvidenceClass.BRANCH, EvidenceClass.SITE_FILE, EvidenceClass.DNS_TXT);

    assertThat(givingUp("CODE", Set.of()).level()).isEqualTo(Level.FLOOR);
    assertThat(givingUp("CODE", site).level()).isEqualTo(Level.FLOOR);
    assertThat(givingUp("CODE", all).level()).isEqualTo(Level.SLOW);
    assertThat(givingUp("REGISTERED_SENDER", all).level()).isEqualTo(Level.FLOOR);
  }

  private static Assessment givingUp(String evidence, Set<EvidenceClass> givenUp) {
    return CHECK.assess(
        new AssuranceCheck.Facts(
            ticket(NORA, Reason.LOST_2FA_DEVICE),
            Optional.of(account("linked")),
            evidence(evidence),
            List.of(),
            warning -> false,
            true,
            givenUp,
            Map.of()),
        NOW);
  }

  @Test
  void theCaseNamesTheProofsThatOpenIt() {
    assertThat(assess(account("linked"), evidence("CODE"), List.of()).openers())
        .containsExactlyInAnyOrder(
            EvidenceClass.BRANCH,
            EvidenceClass.SITE_FILE,
            EvidenceClass.DNS_TXT,
            EvidenceClass.RECOVERY_CODE);
    assertThat(assess(account("second"), List.of(), List.of()).openers())
        .contains(EvidenceClass.CODE)
        .doesNotContain(EvidenceClass.SECOND_CODE, EvidenceClass.BRANCH);
    assertThat(assess(account("linked"), evidence("CODE BRANCH"), List.of()).openers()).isEmpty();
  }

  @Test
  void whatIsYoungerThanThirtyDaysOrOfUnknownAgeIsNothingToProveWith() {
    Optional<Instant> lately = Optional.of(NOW.minus(Duration.ofDays(29)));
    Account unknown = account("second").change().links(links(Optional.empty())).build();
    Account young = account("second").change().links(links(lately)).build();

    assertThat(assess(unknown, evidence("CODE"), List.of()).openers())
        .containsExactly(EvidenceClass.RECOVERY_CODE);
    assertThat(assess(unknown, evidence("CODE"), List.of()).level()).isEqualTo(Level.SLOW);
    assertThat(warnings(young)).containsOnly(Warning.Kind.LINK_CHANGED);
    assertThat(assess(young, evidence("CODE"), List.of()).level()).isEqualTo(Level.FLOOR);
  }

  /** A column that every account has, and this one has left empty. */
  @Test
  void aBlankProfileFieldIsNothingToProveWith() {
    for (String text : List.of("", " ")) {
      Account blank = account("second").change().profile(Optional.of(text)).build();
      assertThat(assess(blank, evidence("CODE"), List.of()).openers())
          .containsExactly(EvidenceClass.RECOVERY_CODE);
    }
    Account filled = account("second").change().profile(Optional.of("lamps")).build();
    assertThat(assess(filled, evidence("CODE"), List.of()).openers())
        .contains(EvidenceClass.PROFILE);
  }

  @Test
  void noSingleProofBringsARecommendationOneApproverOrAShortWait() {
    for (String kind : List.of("second", "publishes", "linked", "keyed", "rich", "critical")) {
      for (EvidenceClass proof : EvidenceClass.values()) {
        if (proof != EvidenceClass.SEEN) {
          Assessment found = assess(account(kind), evidence(proof.name()), List.of());

          assertThat(found.recommended()).as("%s %s", kind, proof).isFalse();
          assertThat(found.aboveFloor() && found.approvers() < 2).isFalse();
          assertThat(found.aboveFloor() && found.coolingOff().toDays() < 7).isFalse();
        }
      }
    }
  }

  @Test
  void anAddressThatNobodyConfirmedIsGivenToNoAccount() {
    Ticket lost =
        ticket(
            EmailAddress.of("nora@new.example"), Reason.LOST_EMAIL_ACCESS, Reason.LOST_2FA_DEVICE);
    for (boolean confirmed : List.of(true, false)) {
      AssuranceCheck.Facts facts =
          new AssuranceCheck.Facts(
              lost,
              Optional.of(account("linked")),
              evidence("BRANCH"),
              List.of(),
              warning -> false,
              confirmed,
              Set.of(),
              Map.of());

      assertThat(CHECK.assess(facts, NOW).level()).isEqualTo(confirmed ? Level.SLOW : Level.FLOOR);
    }
  }

  @Test
  void evidenceThatIsTooOldCountsNoMore() {
    Evidence old =
        new Evidence(
            EvidenceClass.CODE,
            NORA.toString(),
            NOW.minus(Duration.ofDays(91)),
            OptionalLong.empty());

    assertThat(assess(account("second"), List.of(old), List.of()).points()).isZero();
  }

  /** Nor does it keep anybody from being asked for it again, or make the wait shorter. */
  @Test
  void whatIsTooOldIsNeitherShownNorMakesTheWaitShorter() {
    Evidence branch = old(EvidenceClass.BRANCH);
    List<Evidence> withOldBranch = List.of(piece(EvidenceClass.CODE, NORA.toString()), branch);

    Assessment found = assess(account("linked"), withOldBranch, List.of());
    assertThat(found.level()).isEqualTo(Level.FLOOR);
    assertThat(found.openers()).contains(EvidenceClass.BRANCH, EvidenceClass.SITE_FILE);

    List<Evidence> withOldSignature =
        Stream.concat(evidence("CODE BRANCH").stream(), Stream.of(old(EvidenceClass.SIGNATURE)))
            .toList();
    assertThat(assess(account("linked"), withOldSignature, List.of()).coolingOff())
        .isEqualTo(Duration.ofDays(3));
    assertThat(assess(account("second"), List.of(old(EvidenceClass.CODE)), List.of()).openers())
        .contains(EvidenceClass.CODE);
  }

  private static Evidence old(EvidenceClass kind) {
    return new Evidence(
        kind, NORA.toString(), NOW.minus(Duration.ofDays(91)), OptionalLong.empty());
  }

  @Test
  void aWarningThatAPersonLiftedAsksForNothingMore() {
    Warning warning = new Warning(Warning.Kind.SEVERAL_CLAIMANTS, "x", NOW);
    Assessment found =
        CHECK.assess(
            new AssuranceCheck.Facts(
                ticket(NORA, Reason.LOST_2FA_DEVICE),
                Optional.of(account("second")),
                evidence(ALL),
                List.of(warning),
                warning::equals,
                true,
                Set.of(),
                Map.of()),
            NOW);

    assertThat(found.recommended()).isTrue();
    assertThat(found.asked()).isEqualTo(Level.STANDARD);
  }

  @Test
  void aClassOfTheDesksOwnCountsAsThePolicySays() {
    Policy.Worth worth =
        new Policy.Worth("person", 6, false, Duration.ofDays(90), Policy.Recorder.STAFF);
    Policy standard = Policy.standard();
    Policy own =
        new Policy(
            "1",
            standard.worth(),
            Map.of("IN_PERSON", worth),
            standard.requirements(),
            standard.times(),
            standard.looks());
    Evidence seen =
        new Evidence(
            EvidenceClass.SEEN,
            "with a document",
            NOW,
            OptionalLong.empty(),
            Optional.of(EmailAddress.of("alice@staff.example")),
            Optional.of("IN_PERSON"));
    AssuranceCheck.Facts facts =
        new AssuranceCheck.Facts(
            ticket(NORA, Reason.LOST_2FA_DEVICE),
            Optional.of(account("second")),
            List.of(piece(EvidenceClass.CODE, NORA.toString()), seen),
            List.of(),
            warning -> false,
            true,
            Set.of(),
            Map.of());

    assertThat(new AssuranceCheck(own).assess(facts, NOW).recommended()).isTrue();
    assertThat(CHECK.assess(facts, NOW).points()).isEqualTo(6);
  }

  @Test
  void anUnknownAccountIsAlwaysBelowTheFloor() {
    Assessment found =
        assess(ticket(NORA, Reason.LOST_2FA_DEVICE), Optional.empty(), evidence(ALL), List.of());

    assertThat(found.level()).isEqualTo(Level.FLOOR);
    assertThat(found.asked()).isEqualTo(Level.HIGH);
    Assessment nothingProved =
        assess(ticket(NORA, Reason.LOST_2FA_DEVICE), Optional.empty(), List.of(), List.of());
    assertThat(nothingProved.lacking())
        .as("there is nothing to prove")
        .containsExactly(new Lacking.AnAccount());
  }

  @Test
  void theSameClassTwiceCountsOnce() {
    Account two =
        Account.named("nora", "nora")
            .addresses(
                Stream.of("a@x.example", "b@x.example")
                    .map(EmailAddress::of)
                    .map(it -> new RegisteredAddress(it, true, Optional.empty(), Optional.empty()))
                    .toList())
            .secondFactor(true)
            .build();
    List<Evidence> twice =
        List.of(piece(EvidenceClass.CODE, "a@x.example"), piece(EvidenceClass.CODE, "b@x.example"));

    assertThat(assess(two, twice, List.of()).points()).isEqualTo(6);
    assertThat(assess(two, twice, List.of()).groups()).isEqualTo(1);
  }

  @Test
  void aMailboxThatIsTheAccountsNoMoreProvesNothing() {
    List<Evidence> other = List.of(piece(EvidenceClass.CODE, "a@x.example"));

    assertThat(assess(account("second"), other, List.of()).points()).isZero();
    assertThat(assess(account("second"), evidence("CODE"), List.of()).points()).isEqualTo(6);
  }

  @Test
  void whatIsOnlyToBeReadChangesNoLevelAndTakesTheRecommendationAway() {
    List<Warning> recorded = List.of(new Warning(Warning.Kind.WORDS_BESIDE_CODE, "x", NOW));
    Assessment plain = assess(account("second"), evidence(ALL), List.of());
    Assessment full = assess(account("second"), evidence(ALL), recorded);

    assertThat(plain.recommends()).isTrue();
    assertThat(full.level()).isEqualTo(plain.level());
    assertThat(full.approvers()).isEqualTo(plain.approvers());
    assertThat(full.recommended()).isTrue();
    assertThat(full.recommends()).isFalse();
  }

  @Test
  void aMailInAnOwnersNameTakesNothing() {
    List<Warning> recorded = List.of(new Warning(Warning.Kind.IN_OWNERS_NAME, "x", NOW));
    Assessment full = assess(account("second"), evidence(ALL), recorded);

    assertThat(full.warnings()).hasSize(1);
    assertThat(full.asked()).isEqualTo(assess(account("second"), evidence(ALL), List.of()).asked());
    assertThat(full.recommends()).isTrue();
  }

  @Test
  void anyWarningAsksForMoreAndTakesTheExceptionAway() {
    for (Warning.Kind kind : Warning.Kind.values()) {
      if (kind.weighsNothing()) {
        continue;
      }
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

    Assessment found = assess(reopened, Optional.of(account("second")), evidence(ALL), List.of());

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
    "nora@mail.example.attacker.example, true",
    "nora@mail-example.com, true",
    "n0ra@mail.example.net, true",
    "nora@web.mail.example, false",
    "nora@mail.exampleshop.example, false", // another word
    "anna@mail.example.attacker.example, false"
  })
  void anAddressThatLooksLikeARegisteredOneIsAWarning(String requester, boolean warned) {
    Assessment found =
        assess(
            ticket(EmailAddress.of(requester), Reason.LOST_2FA_DEVICE),
            Optional.of(account("second")),
            List.of(),
            List.of());

    assertThat(found.warnings().stream().anyMatch(w -> w.kind() == Warning.Kind.LOOKALIKE_ADDRESS))
        .isEqualTo(warned);
  }

  @Test
  void twoAddressesOfOneAccountImitateNobody() {
    EmailAddress other = EmailAddress.of("nora@mai1.example");
    Account account =
        Account.named("nora", "nora")
            .addresses(
                List.of(
                    new RegisteredAddress(NORA, true, Optional.empty(), Optional.empty()),
                    new RegisteredAddress(other, true, Optional.empty(), Optional.empty())))
            .secondFactor(true)
            .build();

    Assessment found =
        assess(ticket(other, Reason.LOST_2FA_DEVICE), Optional.of(account), List.of(), List.of());

    assertThat(found.warnings()).isEmpty();
  }

  private static List<Warning.Kind> warnings(Account account) {
    return assess(account, List.of(), List.of()).warnings().stream().map(Warning::kind).toList();
  }

  private static Assessment assess(
      Ticket ticket, Optional<Account> account, List<Evidence> evidence, List<Warning> recorded) {
    return CHECK.assess(
        new AssuranceCheck.Facts(
            ticket, account, evidence, recorded, warning -> false, true, Set.of(), Map.of()),
        NOW);
  }

  private static Assessment assess(
      Account account, List<Evidence> evidence, List<Warning> recorded) {
    return assess(ticket(NORA, Reason.LOST_2FA_DEVICE), Optional.of(account), evidence, recorded);
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
    boolean rich = kind.equals("rich") || critical;
    boolean linked = kind.equals("linked") || rich;
    RegisteredAddress address =
        new RegisteredAddress(NORA, true, Optional.empty(), Optional.empty());
    return Account.named("nora", "nora")
        .addresses(List.of(address))
        .secondFactor(!kind.equals("plain"))
        .critical(critical)
        .published(!kind.equals("plain") && !kind.equals("second"))
        .links(linked ? links(Optional.of(NOW.minus(Duration.ofDays(31)))) : List.of())
        .keys(rich || kind.equals("keyed") ? List.of(KEY) : List.of())
        .build();
  }

  private static List<Link> links(Optional<Instant> since) {
    return List.of(
        new Link(Link.Kind.REPOSITORY, URI.create("https://git.example/nora/lamp"), since),
        new Link(Link.Kind.SITE, URI.create("https://nora.example/"), since));
  }

  private static Ticket ticket(EmailAddress requester, Reason... reasons) {
    return TestTickets.opened(1001, TicketState.PROVING, requester)
        .ticket()
        .change()
        .answers(TestTickets.answers(reasons))
        .build();
  }

  /** Who lost the mailbox writes from another address. */
  private static EmailAddress who(String reasons) {
    return reasons.contains("LOST_EMAIL_ACCESS") ? EmailAddress.of("nora@new.example") : NORA;
  }

  private static Reason[] reasons(String words) {
    return Stream.of(words.split(" ")).map(Reason::valueOf).toArray(Reason[]::new);
  }

  private static List<Evidence> evidence(String words) {
    return words == null
        ? List.of()
        : Stream.of(words.split(" "))
            .map(word -> piece(EvidenceClass.valueOf(word), NORA.toString()))
            .toList();
  }

  private static Evidence piece(EvidenceClass kind, String source) {
    return new Evidence(kind, source, NOW, OptionalLong.empty());
  }
}
