package dev.latchkey.check;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Policy.Requirement;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Weighs evidence against the policy. Claims weigh nothing; each class of evidence counts once. */
public final class AssuranceCheck {
  private final Policy policy;
  private final WarningCheck warningCheck;

  public AssuranceCheck(Policy policy) {
    this.policy = policy;
    this.warningCheck = new WarningCheck(policy);
  }

  /**
   * Weighs what is known about a ticket.
   *
   * @param account as the directory describes it now; empty when it knows none
   * @param recorded warnings that were recorded with the ticket
   */
  public Assessment assess(
      Ticket ticket,
      Optional<Account> account,
      List<Evidence> evidence,
      List<Warning> recorded,
      Instant now) {
    List<Warning> warnings = warningCheck.find(ticket, account, recorded, now);
    Set<EvidenceClass> classes = EnumSet.noneOf(EvidenceClass.class);
    evidence.forEach(piece -> classes.add(piece.kind()));
    int points = classes.stream().mapToInt(kind -> policy.points().getOrDefault(kind, 0)).sum();
    int groups = (int) classes.stream().map(EvidenceClass::group).distinct().count();
    boolean possession = classes.stream().anyMatch(EvidenceClass::possession);
    boolean nonMailbox = classes.stream().anyMatch(kind -> kind.possession() && !kind.mailbox());

    Level asked = asked(ticket, account, warnings);
    List<Lacking> lacking = new ArrayList<>();
    if (account.isEmpty()) {
      lacking.add(new Lacking.AnAccount());
    }
    Requirement needed = policy.requirement(asked).orElseThrow();
    if (points < needed.points()) {
      lacking.add(new Lacking.Points(needed.points(), points));
    }
    if (groups < needed.groups()) {
      lacking.add(new Lacking.Groups(needed.groups(), groups));
    }
    if (!possession) {
      lacking.add(new Lacking.Possession());
    }
    if (needed.nonMailbox() && !nonMailbox) {
      lacking.add(new Lacking.BeyondMailbox());
    }
    if (lacking.isEmpty()) {
      return new Assessment(
          asked,
          asked,
          points,
          groups,
          true,
          needed.approvers(),
          coolingOff(needed, ticket, account),
          warnings,
          lacking);
    }
    boolean exception =
        account.filter(known -> !known.published() && !known.critical()).isPresent()
            && possession
            && asked != Level.SELF
            && warnings.isEmpty();
    Optional<Requirement> last = policy.requirement(Level.EXCEPTION).filter(r -> exception);
    return new Assessment(
        last.isPresent() ? Level.EXCEPTION : Level.FLOOR,
        asked,
        points,
        groups,
        false,
        last.map(Requirement::approvers).orElse(0),
        last.map(Requirement::coolingOff).orElse(Duration.ZERO),
        warnings,
        lacking);
  }

  private Level asked(Ticket ticket, Optional<Account> account, List<Warning> warnings) {
    Set<Reason> reasons = ticket.answers().reasons();
    if (!warnings.isEmpty()
        || reasons.contains(Reason.LOST_EMAIL_ACCESS)
        || reasons.contains(Reason.ACCOUNT_COMPROMISED)
        || account.map(Account::critical).orElse(true)) {
      return Level.HIGH;
    }
    boolean alone =
        account.filter(known -> !known.secondFactor() && !known.published()).isPresent()
            && reasons.equals(Set.of(Reason.FORGOT_PASSWORD));
    return alone ? Level.SELF : Level.STANDARD;
  }

  private Duration coolingOff(Requirement needed, Ticket ticket, Optional<Account> account) {
    boolean mailboxLost = ticket.answers().reasons().contains(Reason.LOST_EMAIL_ACCESS);
    if (mailboxLost && account.map(Account::critical).orElse(false)) {
      return policy.mailboxLostAndCritical();
    }
    return needed.coolingOff();
  }
}
