package dev.latchkey.check;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Policy.Requirement;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Weighs evidence against the policy. Claims weigh nothing; each class of evidence counts once. */
public final class AssuranceCheck {
  /** Where one good proof is all there is, nobody waits for these: they are seldom to be had. */
  private static final Set<EvidenceClass> EXPECTED =
      Set.of(
          EvidenceClass.BRANCH,
          EvidenceClass.SITE_FILE,
          EvidenceClass.DNS_TXT,
          EvidenceClass.SIGNATURE);

  private final Policy policy;
  private final boolean savedCodes;
  private final WarningCheck warningCheck;
  private final ChanceCheck chanceCheck;

  /** One of a desk whose account system checks recovery codes. */
  public AssuranceCheck(Policy policy) {
    this(policy, true);
  }

  /**
   * @param savedCodes whether the account system checks recovery codes
   */
  public AssuranceCheck(Policy policy, boolean savedCodes) {
    this.savedCodes = savedCodes;
    this.policy = policy;
    this.warningCheck = new WarningCheck(policy);
    this.chanceCheck = new ChanceCheck(policy);
  }

  /**
   * What is known of a ticket.
   *
   * @param account as the directory describes it now; empty when it knows none
   * @param recorded warnings that were recorded with the ticket
   * @param lifted whether a person found a warning to be no reason to stop
   * @param confirmed the requester can read the address that they wrote from
   * @param givenUp proofs that the requester cannot bring, or did not bring in time
   * @param registrations what is known of domains, by domain
   */
  public record Facts(
      Ticket ticket,
      Optional<Account> account,
      List<Evidence> evidence,
      List<Warning> recorded,
      Predicate<Warning> lifted,
      boolean confirmed,
      Set<EvidenceClass> givenUp,
      Map<String, Registration> registrations) {

    /** The same without what came through a mailbox that is the account's no more. */
    private Facts standing() {
      return new Facts(
          ticket,
          account,
          evidence.stream().filter(this::stands).toList(),
          recorded,
          lifted,
          confirmed,
          givenUp,
          registrations);
    }

    /** The same once people have lifted every warning. */
    Facts withoutWarnings() {
      return new Facts(
          ticket, account, evidence, recorded, all -> true, confirmed, givenUp, registrations);
    }

    private Facts withAddress() {
      return new Facts(ticket, account, evidence, recorded, lifted, true, givenUp, registrations);
    }

    private boolean stands(Evidence piece) {
      return piece.seenBy().isPresent()
          || !piece.kind().mailbox()
          || account.filter(a -> piece.address().filter(a::registers).isEmpty()).isEmpty();
    }
  }

  /** Weighs what is known of a ticket. */
  public Assessment assess(Facts known, Instant now) {
    Facts facts = known.standing();
    List<Warning> warnings = standing(facts, now);
    Assessment assessment = weigh(facts, warnings, facts.evidence(), facts.givenUp(), now);
    return assessment.recommended()
        ? assessment
        : assessment.with(openers(facts, warnings, assessment, now));
  }

  private Assessment weigh(
      Facts facts,
      List<Warning> warnings,
      List<Evidence> evidence,
      Set<EvidenceClass> givenUp,
      Instant now) {
    Weight weight = Weight.of(policy, evidence, now);
    Level asked = asked(facts, warnings, evidence);
    Requirement needed = policy.requirement(asked).orElseThrow();
    List<Lacking> lacking = lacking(weight, needed, facts.account());
    boolean moves = newAddress(facts.ticket(), facts.account(), evidence).isPresent();
    boolean unconfirmed = moves && !facts.confirmed();
    if (unconfirmed) {
      lacking.add(new Lacking.ConfirmedAddress());
    }
    if (lacking.isEmpty()) {
      return new Assessment(
          asked,
          asked,
          weight.points(),
          weight.groups(),
          true,
          needed.approvers(),
          coolingOff(asked, needed, facts, evidence, now),
          warnings,
          lacking,
          Set.of());
    }
    Optional<Requirement> slow =
        policy
            .requirement(Level.SLOW)
            .filter(
                it -> !unconfirmed && oneProofIsAll(facts, warnings, evidence, givenUp, it, now));
    return new Assessment(
        slow.isPresent() ? Level.SLOW : Level.FLOOR,
        asked,
        weight.points(),
        weight.groups(),
        false,
        slow.map(Requirement::approvers).orElse(0),
        slow.map(it -> coolingOff(Level.SLOW, it, facts, evidence, now)).orElse(Duration.ZERO),
        warnings,
        lacking,
        Set.of());
  }

  private static List<Lacking> lacking(
      Weight weight, Requirement needed, Optional<Account> account) {
    List<Lacking> lacking = new ArrayList<>();
    if (account.isEmpty()) {
      // There is nothing to prove, so that nothing else is missing.
      lacking.add(new Lacking.AnAccount());
      return lacking;
    }
    if (weight.points() < needed.points()) {
      lacking.add(new Lacking.Points(needed.points(), weight.points()));
    }
    if (weight.groups() < needed.groups()) {
      lacking.add(new Lacking.Groups(needed.groups(), weight.groups()));
    }
    if (!weight.possession()) {
      lacking.add(new Lacking.Possession());
    }
    if (needed.nonMailbox() && !weight.beyondMailbox()) {
      lacking.add(new Lacking.BeyondMailbox());
    }
    return lacking;
  }

  private static boolean speakAgainst(List<Warning> warnings) {
    return !warnings.stream().allMatch(warning -> warning.kind().weighsNothing());
  }

  /** What there is to lose is asked of the directory, not of the mail. */
  private static Level asked(Facts facts, List<Warning> warnings, List<Evidence> evidence) {
    Optional<Account> account = facts.account();
    boolean critical = account.map(Account::critical).orElse(true);
    if (speakAgainst(warnings)
        || critical
        || newAddress(facts.ticket(), account, evidence).isPresent()) {
      return Level.HIGH;
    }
    return account.filter(Account::secondFactor).isEmpty() ? Level.SELF : Level.STANDARD;
  }

  /**
   * The address that the account gets: that of its requester, who can read none of those that it
   * has; empty when it keeps them.
   */
  public static Optional<EmailAddress> newAddress(
      Ticket ticket, Optional<Account> account, List<Evidence> evidence) {
    boolean lost =
        ticket.answers().reasons().contains(Reason.LOST_EMAIL_ACCESS)
            && account.filter(known -> known.registers(ticket.requester())).isEmpty()
            && evidence.stream().noneMatch(piece -> piece.kind().code());
    return lost ? Optional.of(ticket.requester()) : Optional.empty();
  }

  /**
   * One good proof, and nothing more to be had: the mailbox, or, the mailbox being lost, a proof
   * that is none. Waiting without objection and two people stand for the second signal.
   */
  private boolean oneProofIsAll(
      Facts facts,
      List<Warning> warnings,
      List<Evidence> evidence,
      Set<EvidenceClass> givenUp,
      Requirement slow,
      Instant now) {
    if (facts.account().filter(known -> !known.critical()).isEmpty() || speakAgainst(warnings)) {
      return false;
    }
    Weight weight = Weight.of(policy, evidence, now);
    boolean enough = weight.points() >= slow.points() && weight.groups() >= slow.groups();
    boolean moves = newAddress(facts.ticket(), facts.account(), evidence).isPresent();
    boolean bears = moves ? weight.beyondMailbox() : weight.possession();
    return enough
        && bears
        && usable(facts)
            .filter(EXPECTED::contains)
            .filter(kind -> !givenUp.contains(kind))
            .allMatch(kind -> shown(kind, evidence, now));
  }

  /** Shown, or another one of its group was: that would count no more. What is too old was not. */
  private boolean shown(EvidenceClass kind, List<Evidence> evidence, Instant now) {
    Optional<String> group = policy.worth(kind).map(Policy.Worth::group);
    return evidence.stream()
        .filter(piece -> policy.good(piece, now))
        .anyMatch(piece -> policy.worth(piece).map(Policy.Worth::group).equals(group));
  }

  private Stream<EvidenceClass> usable(Facts facts) {
    return facts.account().stream()
        .flatMap(known -> chanceCheck.find(known, facts.ticket().openedAt()).stream())
        .filter(Chance::usable)
        .map(Chance::kind)
        .distinct();
  }

  /** Which proofs, each alone, would make more possible than there is now. */
  private Set<EvidenceClass> openers(
      Facts facts, List<Warning> warnings, Assessment as, Instant now) {
    return available(facts, now)
        .filter(kind -> better(as, weighWith(kind, facts, warnings, now)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EvidenceClass.class)));
  }

  /** What could still be had, whatever it is worth. */
  Stream<EvidenceClass> available(Facts facts, Instant now) {
    List<Evidence> good =
        facts.evidence().stream().filter(piece -> policy.good(piece, now)).toList();
    Stream<EvidenceClass> mailboxes =
        facts.account().stream().flatMap(known -> mailbox(known, good).stream());
    Stream<EvidenceClass> saved =
        savedCodes ? Stream.of(EvidenceClass.RECOVERY_CODE) : Stream.empty();
    return Stream.of(mailboxes, usable(facts), saved)
        .flatMap(kinds -> kinds)
        .filter(kind -> good.stream().noneMatch(piece -> piece.kind() == kind));
  }

  /**
   * What it would amount to with more evidence, and the requester's own address confirmed. The
   * warnings are looked for once for all that is tried.
   */
  Function<List<Evidence>, Assessment> with(Facts known, Instant now) {
    Facts facts = known.standing().withAddress();
    List<Warning> warnings = standing(facts, now);
    return more -> {
      List<Evidence> all = new ArrayList<>(facts.evidence());
      all.addAll(more);
      return weigh(facts, warnings, all, facts.givenUp(), now);
    };
  }

  /** The warnings that nobody lifted. */
  List<Warning> standing(Facts facts, Instant now) {
    return warningCheck.find(facts, now).stream().filter(facts.lifted().negate()).toList();
  }

  /** The next code that could be answered: none at the same organisation as the first counts. */
  private static Optional<EvidenceClass> mailbox(Account account, List<Evidence> evidence) {
    Optional<EmailAddress> first =
        evidence.stream()
            .filter(piece -> piece.kind() == EvidenceClass.CODE)
            .flatMap(piece -> piece.address().stream())
            .findFirst();
    if (first.isEmpty()) {
      return account.provable().isEmpty() ? Optional.empty() : Optional.of(EvidenceClass.CODE);
    }
    return account.provable().stream().allMatch(it -> Mailboxes.together(it, first.get()))
        ? Optional.empty()
        : Optional.of(EvidenceClass.SECOND_CODE);
  }

  private Assessment weighWith(
      EvidenceClass kind, Facts facts, List<Warning> warnings, Instant now) {
    List<Evidence> more = new ArrayList<>(facts.evidence());
    more.add(new Evidence(kind, "", now, OptionalLong.empty()));
    return weigh(facts, warnings, more, facts.givenUp(), now);
  }

  /** Whether more is possible then than now. */
  static boolean better(Assessment now, Assessment then) {
    return then.recommended() || (then.aboveFloor() && !now.aboveFloor());
  }

  private Duration coolingOff(
      Level level, Requirement needed, Facts facts, List<Evidence> evidence, Instant now) {
    boolean critical = facts.account().map(Account::critical).orElse(false);
    if (newAddress(facts.ticket(), facts.account(), evidence).isPresent()
        && (critical || level == Level.SLOW)) {
      return policy.times().mailboxLost();
    }
    boolean strong =
        evidence.stream()
            .filter(piece -> policy.good(piece, now))
            .anyMatch(
                piece ->
                    piece.kind() == EvidenceClass.RECOVERY_CODE
                        || piece.kind() == EvidenceClass.SIGNATURE);
    return level == Level.STANDARD && strong
        ? shorter(policy.times().strong(), needed.coolingOff())
        : needed.coolingOff();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
