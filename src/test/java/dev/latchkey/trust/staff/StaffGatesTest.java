package dev.latchkey.trust.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.sender.SenderTrust;
import dev.latchkey.trust.sender.SignatureOpinion;
import dev.latchkey.trust.sender.SignatureOpinion.Verdict;
import dev.latchkey.trust.sender.TestMail;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every attack starts from a perfect attempt and breaks exactly one gate. */
class StaffGatesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final EmailAddress ANN = EmailAddress.of("ann@crew.example");
  private static final EmailAddress BOB = EmailAddress.of("bob@crew.example");
  private static final String CODE = "KQ7MTRWX2BAZL";
  private static final String DIGEST = "d1";
  private static final String NOW_AS_DATE = "Mon, 2 Mar 2026 10:58:00 +0100";

  private static final Map<Gate, List<Consumer<Try>>> ATTACKS = attacks();

  /** An attempt whose every part can be changed. */
  private static final class Try {
    TestMail mail =
        TestMail.from(ANN.toString())
            .with("Reply-To", "Ann <ann@crew.example>")
            .with("DKIM-Signature", "v=1; a=x; t=1772445540; b=x");
    Instant arrivedAt = NOW;
    boolean person = true;
    SenderTrust trust =
        new SenderTrust(SenderTrust.Level.ALIGNED, Optional.of(ANN), List.of("proved"));
    Optional<StaffMember> staff = Optional.of(member(ANN, true, true));
    TokenPurpose purpose = TokenPurpose.DECIDE;
    long tokenTicket = 7;
    EmailAddress recipient = ANN;
    int tokenRound = 2;
    Optional<String> tokenDigest = Optional.of(DIGEST);
    int tries = 4;
    Instant expiresAt = NOW.plusSeconds(1);
    Optional<Instant> usedAt = Optional.empty();
    Optional<String> code = Optional.of(CODE);
    boolean aboveFloor = true;
    EmailAddress requester = EmailAddress.of("dora@mail.example");
    Set<EmailAddress> owners = Set.of(EmailAddress.of("dora@other.example"));
    Set<EmailAddress> approvers = Set.of(BOB);
    boolean secondFactorNeeded = true;
    boolean secondFactorPassed = true;
    boolean locked;

    IssuedToken token() {
      return new IssuedToken(
          1,
          purpose,
          tokenTicket,
          recipient,
          tokenRound,
          tokenDigest,
          Optional.of(HashValue.of(CODE)),
          tries,
          NOW.minus(Duration.ofHours(71)),
          expiresAt,
          usedAt);
    }

    Attempt attempt() {
      return new Attempt(
          mail.parsed(),
          arrivedAt,
          person,
          trust,
          staff,
          Optional.of(token()),
          code,
          secondFactorPassed,
          locked,
          Optional.of(
              new CaseFacts(
                  7, DIGEST, 2, aboveFloor, requester, owners, approvers, secondFactorNeeded)));
    }
  }

  @Test
  void whoWroteItIsAskedBeforeAnythingElse() {
    List<Gate> identity = Arrays.stream(Gate.values()).filter(StaffGates::isAboutIdentity).toList();

    assertThat(List.of(Gate.values()).subList(0, identity.size())).isEqualTo(identity);
  }

  private static StaffMember member(EmailAddress address, boolean active, boolean approver) {
    return new StaffMember(address, active, approver, Optional.empty());
  }

  private static Map<Gate, List<Consumer<Try>>> attacks() {
    Map<Gate, List<Consumer<Try>>> attacks = new EnumMap<>(Gate.class);
    attacks.put(
        Gate.STRUCTURE,
        Arrays.stream(StructureFault.values())
            .<Consumer<Try>>map(fault -> it -> it.mail = it.mail.withFault(fault))
            .toList());
    attacks.put(Gate.WRITTEN_BY_PERSON, List.of(it -> it.person = false));
    attacks.put(
        Gate.ORIGIN,
        List.of(
            it -> it.trust = trust(SenderTrust.Level.UNPROVED, ANN),
            it -> it.trust = trust(SenderTrust.Level.FAILED, ANN),
            it -> it.trust = trust(SenderTrust.Level.ALIGNED, BOB)));
    attacks.put(
        Gate.TOKEN_UNKNOWN,
        Stream.concat(
                EnumSet.complementOf(EnumSet.of(TokenPurpose.DECIDE, TokenPurpose.TASK)).stream()
                    .<Consumer<Try>>map(purpose -> it -> it.purpose = purpose),
                Stream.of(it -> it.tokenTicket = 8))
            .toList());
    attacks.put(
        Gate.TOKEN_EXPIRED,
        List.of(it -> it.expiresAt = NOW, it -> it.expiresAt = NOW.minusSeconds(3600)));
    attacks.put(Gate.TOKEN_USED, List.of(it -> it.usedAt = Optional.of(NOW.minusSeconds(1))));
    attacks.put(Gate.TOKEN_NOT_THEIRS, List.of(it -> it.recipient = BOB));
    attacks.put(
        Gate.NOT_STAFF,
        List.of(
            it -> it.staff = Optional.empty(),
            it -> it.staff = Optional.of(member(ANN, false, true)),
            it -> it.staff = Optional.of(member(BOB, true, true))));
    attacks.put(
        Gate.REPLY_TO_DIFFERS,
        Stream.of(
                "bob@crew.example",
                "Ann <ann@crew.example>, bob@crew.example",
                "bob@crew.example, Ann <ann@crew.example>",
                "\"ann@crew.example\" <bob@crew.example>",
                "crew: ann@crew.example;",
                "<@evil.example:ann@crew.example>",
                "ann@crew.example (bob@crew.example)",
                "\"a\\\" <bob@crew.example>, \" <ann@crew.example>",
                "ann@crew.example@evil.example",
                "ann@crew.example <bob@crew.example>",
                "<> <bob@crew.example>",
                "bob@crew.example <>")
            .<Consumer<Try>>map(value -> it -> it.mail = it.mail.with("Reply-To", value))
            .toList());
    attacks.put(
        Gate.SENT_BY_ANOTHER,
        Stream.of("Sender", "Resent-From", "Resent-Sender")
            .<Consumer<Try>>map(name -> it -> it.mail = it.mail.with(name, "bob@crew.example"))
            .toList());
    attacks.put(
        Gate.WRITTEN_LONG_AGO,
        List.of(
            it -> it.mail = written(it.mail, "Sun, 22 Feb 2026 09:00:00 +0000", ""),
            it -> it.mail = written(it.mail, "1 Aug 2025 23:00:00 -0700 (PDT)", ""),
            it -> it.mail = undated("some day in winter"),
            it -> it.mail = undated(""),
            it -> it.mail = TestMail.from(ANN.toString()),
            it -> it.mail = written(it.mail, NOW_AS_DATE, "v=1; a=x; t=1754000000; b=x"),
            it -> it.mail = written(it.mail, NOW_AS_DATE, "v=1; d=x.example;\r\n t = 1754000000")));
    attacks.put(
        Gate.WRITTEN_AHEAD,
        List.of(
            it -> it.mail = written(it.mail, "Tue, 3 Mar 2026 10:00:00 +0000", ""),
            it -> it.mail = written(it.mail, "Fri, 1 Jan 2038 00:00:00 +0000", ""),
            it -> it.mail = written(it.mail, "1 Jan 9999 00:00:00 +0000", "v=1; t=1772445540"),
            it -> it.mail = written(it.mail, NOW_AS_DATE, "v=1; a=x; t=999999999999; b=x"),
            it -> it.mail = it.mail.with("Date", "Fri, 1 Jan 2038 00:00:00 +0000")));
    attacks.put(Gate.NOT_APPROVER, List.of(it -> it.staff = Optional.of(member(ANN, true, false))));
    attacks.put(
        Gate.CODE,
        List.of(
            it -> it.purpose = TokenPurpose.TASK,
            it -> it.code = Optional.empty(),
            it -> it.code = Optional.of(""),
            it -> it.code = Optional.of(CODE.replace('K', 'J')),
            it -> it.code = Optional.of(CODE + "A"),
            it -> it.tries = 5));
    attacks.put(
        Gate.EVIDENCE_CHANGED,
        List.of(
            it -> it.tokenRound = 1,
            it -> it.tokenDigest = Optional.of("d0"),
            it -> it.tokenDigest = Optional.empty()));
    attacks.put(Gate.BELOW_FLOOR, List.of(it -> it.aboveFloor = false));
    attacks.put(Gate.OWN_CASE, List.of(it -> it.requester = ANN, it -> it.owners = Set.of(ANN)));
    attacks.put(Gate.ALREADY_APPROVED, List.of(it -> it.approvers = Set.of(BOB, ANN)));
    attacks.put(
        Gate.SIGNATURE,
        Stream.of(Verdict.FIELDS_OPEN, Verdict.BROKEN, Verdict.UNCHECKED)
            .<Consumer<Try>>map(
                verdict ->
                    it -> it.trust = it.trust.with(new SignatureOpinion(verdict, List.of("date"))))
            .toList());
    attacks.put(Gate.LOCKED, List.of(it -> it.locked = true));
    attacks.put(Gate.SECOND_FACTOR, List.of(it -> it.secondFactorPassed = false));
    return attacks;
  }

  /** Taken in by our server, and with a date that is none. */
  private static TestMail undated(String date) {
    TestMail mail =
        TestMail.from(ANN.toString())
            .with("Received", "from a by mx; Mon,  2 Mar 2026 09:59:00 +0000 (UTC)");
    return date.isEmpty() ? mail : mail.with("Date", date);
  }

  /** With what our server and the sender's wrote of its time. */
  private static TestMail written(TestMail mail, String date, String signature) {
    TestMail dated =
        mail.with("Received", "from a by mx; Mon,  2 Mar 2026 09:59:00 +0000 (UTC)")
            .with("Received", "from b by a; Sun, 1 Feb 2026 09:59:00 +0000")
            .with("Date", date);
    return signature.isEmpty() ? dated : dated.with("DKIM-Signature", signature);
  }

  /**
   * What was a week on its road, has no date or a date that is none, or was written by a clock that
   * is a day fast.
   */
  @Test
  void whatMayHaveBeenOnItsRoadSoLongIsNotOld() {
    for (String date :
        List.of(
            NOW_AS_DATE,
            "Mon, 23 Feb 2026 10:00:00 +0000",
            "Tue, 3 Mar 2026 09:59:00 +0000",
            "yesterday",
            "")) {
      Attempt attempt = after(it -> it.mail = written(it.mail, date, "v=1; t=1772445540; b=x"));
      assertThat(StaffGates.firstClosed(StaffGates.APPROVING, attempt, NOW)).as(date).isEmpty();
    }
    Attempt untold = after(it -> it.mail = it.mail.with("Date", "1 Aug 2025 23:00:00 -0700"));
    assertThat(StaffGates.firstClosed(StaffGates.APPROVING, untold, NOW))
        .contains(Gate.WRITTEN_LONG_AGO);
  }

  /** No server wrote when it took it in: the mailbox knows when it came. */
  @Test
  void whatNoServerDatedIsAsOldAsTheMailboxSays() {
    Attempt lay =
        after(
            it -> {
              it.mail = TestMail.from(ANN.toString()).with("Date", "1 Aug 2025 23:00:00 -0700");
              it.arrivedAt = Instant.parse("2025-08-04T10:00:00Z");
            });
    assertThat(StaffGates.firstClosed(StaffGates.APPROVING, lay, NOW)).isEmpty();
  }

  private static SenderTrust trust(SenderTrust.Level level, EmailAddress address) {
    return new SenderTrust(level, Optional.of(address), List.of("test"));
  }

  private static Attempt after(Consumer<Try> attack) {
    Try attempt = new Try();
    attack.accept(attempt);
    return attempt.attempt();
  }

  private static Optional<Gate> approve(Attempt attempt) {
    return StaffGates.firstClosed(StaffGates.APPROVING, attempt, NOW);
  }

  private static Optional<Gate> stop(Attempt attempt) {
    return StaffGates.firstClosed(StaffGates.STOPPING, attempt, NOW);
  }

  private static Optional<Gate> complete(Attempt attempt) {
    return StaffGates.firstClosed(StaffGates.COMPLETING, attempt, NOW);
  }

  @Test
  void perfectAttemptPassesEveryGate() {
    Attempt perfect = new Try().attempt();

    assertThat(approve(perfect)).isEmpty();
    assertThat(stop(perfect)).isEmpty();
  }

  @Test
  void everyGateOfAnApprovalHasAnAttack() {
    assertThat(ATTACKS.keySet()).isEqualTo(StaffGates.APPROVING);
  }

  @ParameterizedTest
  @EnumSource
  void everyAttackOnAGateIsStoppedByThatGate(Gate gate) {
    for (Consumer<Try> attack : attacksOn(gate)) {
      assertThat(approve(after(attack))).contains(gate);
    }
  }

  @ParameterizedTest
  @EnumSource
  void gateThatIsSwitchedOffLetsItsAttacksThrough(Gate gate) {
    Set<Gate> others = EnumSet.copyOf(StaffGates.APPROVING);
    others.remove(gate);
    for (Consumer<Try> attack : attacksOn(gate)) {
      assertThat(StaffGates.firstClosed(others, after(attack), NOW))
          .as("another gate stops the attack, so it does not test %s", gate)
          .isEmpty();
    }
  }

  private static List<Consumer<Try>> attacksOn(Gate gate) {
    return ATTACKS.getOrDefault(gate, List.of());
  }

  @Test
  void weakerCommandsNeedStructurePersonOriginTokenAndStaffOnly() {
    Set<Gate> needed =
        EnumSet.of(
            Gate.STRUCTURE,
            Gate.WRITTEN_BY_PERSON,
            Gate.ORIGIN,
            Gate.TOKEN_UNKNOWN,
            Gate.TOKEN_NOT_THEIRS,
            Gate.NOT_STAFF,
            Gate.REPLY_TO_DIFFERS);

    assertThat(StaffGates.STOPPING).isEqualTo(needed);
    for (Gate gate : EnumSet.complementOf(EnumSet.copyOf(needed))) {
      for (Consumer<Try> attack : attacksOn(gate)) {
        assertThat(stop(after(attack))).isEmpty();
      }
    }
  }

  @Test
  void whatOnlyLooksNeedsNoReplyAddress() {
    Attempt good = new Try().attempt();

    assertThat(
            StaffGates.firstClosed(
                StaffGates.READING, with(good, good.mail(), Optional.empty()), NOW))
        .isEmpty();
    for (Gate gate : StaffGates.READING) {
      for (Consumer<Try> attack : attacksOn(gate)) {
        Attempt broken = after(attack);
        if (gate != Gate.STRUCTURE || !onlyAdded(broken)) {
          assertThat(StaffGates.firstClosed(StaffGates.READING, broken, NOW)).contains(gate);
        }
      }
    }
  }

  private static boolean onlyAdded(Attempt attempt) {
    Set<StructureFault> faults = attempt.mail().faults();
    return !faults.isEmpty() && faults.stream().allMatch(StructureFault::onlyAdds);
  }

  @Test
  void addedTextClosesWhatGoesOnAndNothingElse() {
    for (StructureFault fault : StructureFault.values()) {
      Attempt attempt = after(it -> it.mail = it.mail.withFault(fault));

      assertThat(StaffGates.firstClosed(StaffGates.APPROVING, attempt, NOW))
          .contains(Gate.STRUCTURE);
      assertThat(StaffGates.firstClosed(StaffGates.CHANGING, attempt, NOW))
          .contains(Gate.STRUCTURE);
      assertThat(StaffGates.firstClosed(StaffGates.STOPPING, attempt, NOW).isPresent())
          .isEqualTo(!fault.onlyAdds());
    }
  }

  @Test
  void whatGoesOnNeedsAFreshReplyAddress() {
    assertThat(
            StaffGates.firstClosed(
                StaffGates.CHANGING, after(it -> it.usedAt = Optional.of(NOW)), NOW))
        .contains(Gate.TOKEN_USED);
    assertThat(StaffGates.firstClosed(StaffGates.CHANGING, after(it -> it.expiresAt = NOW), NOW))
        .contains(Gate.TOKEN_EXPIRED);
  }

  @Test
  void whatAddsInFavourIsForNobodyWhomTheAccountIsAboutAndLiftingForApproversOnly() {
    for (Set<Gate> gates : List.of(StaffGates.RECORDING, StaffGates.LIFTING)) {
      assertThat(StaffGates.firstClosed(gates, new Try().attempt(), NOW)).isEmpty();
      assertThat(StaffGates.firstClosed(gates, after(it -> it.requester = ANN), NOW))
          .contains(Gate.OWN_CASE);
      assertThat(StaffGates.firstClosed(gates, after(it -> it.owners = Set.of(ANN)), NOW))
          .contains(Gate.OWN_CASE);
      assertThat(StaffGates.firstClosed(gates, after(it -> it.usedAt = Optional.of(NOW)), NOW))
          .contains(Gate.TOKEN_USED);
    }
    Attempt noApprover = after(it -> it.staff = Optional.of(member(ANN, true, false)));
    assertThat(StaffGates.firstClosed(StaffGates.RECORDING, noApprover, NOW)).isEmpty();
    assertThat(StaffGates.firstClosed(StaffGates.LIFTING, noApprover, NOW))
        .contains(Gate.NOT_APPROVER);
  }

  @Test
  void stopsComeFromAnyActiveMemberAndBySomeoneElsesTokenNever() {
    assertThat(stop(after(it -> it.staff = Optional.of(member(ANN, true, false))))).isEmpty();
    assertThat(stop(after(it -> it.recipient = BOB))).contains(Gate.TOKEN_NOT_THEIRS);
    assertThat(stop(after(it -> it.trust = trust(SenderTrust.Level.UNPROVED, ANN))))
        .contains(Gate.ORIGIN);
  }

  @Test
  void whoMayNotApproveIsNotTakenForSomebodyElse() {
    assertThat(StaffGates.isAboutIdentity(Gate.NOT_STAFF)).isTrue();
    assertThat(StaffGates.isAboutIdentity(Gate.NOT_APPROVER)).isFalse();
  }

  @Test
  void taskIsDoneByItsOwnTokenWhileItIsFresh() {
    assertThat(complete(after(it -> it.purpose = TokenPurpose.TASK))).isEmpty();
    assertThat(complete(new Try().attempt())).contains(Gate.NOT_A_TASK);
    assertThat(
            complete(
                after(
                    it -> {
                      it.purpose = TokenPurpose.TASK;
                      it.usedAt = Optional.of(NOW);
                    })))
        .contains(Gate.TOKEN_USED);
  }

  @Test
  void wrongCodesAreCountedAndTheRightOneUsesTheTokenUp() {
    IssuedToken token = new Try().token();

    IssuedToken.Tried wrong = token.tried(hash -> hash.matches("WRONGCODE"), NOW);
    assertThat(wrong.verdict()).isEqualTo(IssuedToken.Verdict.WRONG);
    assertThat(wrong.next().tries()).isEqualTo(5);
    assertThat(wrong.next().tried(hash -> hash.matches(CODE), NOW).verdict())
        .isEqualTo(IssuedToken.Verdict.EXHAUSTED);

    IssuedToken.Tried right = token.tried(hash -> hash.matches(CODE), NOW);
    assertThat(right.verdict()).isEqualTo(IssuedToken.Verdict.RIGHT);
    assertThat(right.next().tried(hash -> hash.matches(CODE), NOW).verdict())
        .isEqualTo(IssuedToken.Verdict.USED);
  }

  @Test
  void firstOfSeveralClosedGatesIsNamed() {
    Attempt attempt =
        after(
            it -> {
              it.secondFactorPassed = false;
              it.aboveFloor = false;
              it.usedAt = Optional.of(NOW);
            });

    assertThat(approve(attempt)).contains(Gate.TOKEN_USED);
  }

  @Test
  void mailWithoutTokenOrIdentityPassesNothing() {
    Attempt good = new Try().attempt();
    Attempt noToken = with(good, good.mail(), Optional.empty());
    Attempt noIdentity = with(good, new Try().mail.withoutIdentity(), good.token());

    assertThat(approve(noToken)).contains(Gate.TOKEN_UNKNOWN);
    assertThat(stop(noToken)).contains(Gate.TOKEN_UNKNOWN);
    assertThat(approve(noIdentity)).contains(Gate.STRUCTURE);
  }

  private static Attempt with(Attempt good, InboundMail mail, Optional<IssuedToken> token) {
    return new Attempt(
        mail,
        good.arrivedAt(),
        good.writtenByPerson(),
        good.trust(),
        good.staff(),
        token,
        good.code(),
        good.secondFactorPassed(),
        good.locked(),
        good.facts());
  }

  @Test
  void replyToInThePlainFormsOfClientsIsTheSameAddress() {
    for (String value :
        new String[] {
          "ann@crew.example",
          " <Ann@Crew.Example> ",
          "Ann A. Approver <ann@crew.example>",
          "\"Approver, Ann\" <ann@crew.example>",
          "=?utf-8?q?Ann_=C3=84?= <ann@crew.example>",
          "ann@crew.example <Ann@crew.example>",
          "",
          " <> ",
          "Ann <>"
        }) {
      Attempt attempt =
          after(
              it ->
                  it.mail =
                      TestMail.from("ann@crew.example")
                          .with("Reply-To", value)
                          .with("Date", NOW_AS_DATE));
      assertThat(approve(attempt)).as(value).isEmpty();
    }
  }

  @Test
  void codeMayBeTypedInAnyCaseAndWithDashes() {
    Attempt attempt = after(it -> it.code = Optional.of(" kq7m-trwx-2bazl "));

    assertThat(approve(attempt)).isEmpty();
  }
}
