package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Assessment;
import dev.latchkey.check.AssuranceCheck;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import dev.latchkey.check.Lifted;
import dev.latchkey.check.Mailboxes;
import dev.latchkey.check.Registration;
import dev.latchkey.check.Warning;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Sha256;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ticket with all that a decision about it stands on, as it is at this moment: computed once for
 * a mail and handed on. After an event there is another one.
 *
 * @param account as the directory describes it
 * @param evidence what was proved so far
 * @param lifted warnings that staff found to be no reason to stop
 * @param domains what is known of the domains of its addresses
 * @param assessment what the evidence amounts to
 * @param perhapsOver when the requester wrote what may mean that it is over for them
 */
public record CaseFile(
    Ticket ticket,
    Optional<Account> account,
    List<Evidence> evidence,
    List<Lifted> lifted,
    Collection<Registration> domains,
    Assessment assessment,
    List<Instant> perhapsOver) {
  /** Who added to a case does not decide it alone. */
  private static final int TWO = 2;

  public CaseFile {
    evidence = List.copyOf(evidence);
    lifted = List.copyOf(lifted);
    domains = List.copyOf(domains);
    perhapsOver = List.copyOf(perhapsOver);
  }

  /** The same after what changed nothing that it is weighed by. */
  public CaseFile of(Ticket changed) {
    return new CaseFile(changed, account, evidence, lifted, domains, assessment, perhapsOver);
  }

  /** Who made the case easier: recorded a proof with SAW, vouched, or lifted a warning. */
  private Set<EmailAddress> hands() {
    return Stream.of(
            evidence.stream().flatMap(piece -> piece.seenBy().stream()),
            evidence.stream()
                .filter(piece -> piece.kind() == EvidenceClass.VOUCHER)
                .flatMap(piece -> piece.address().stream()),
            lifted.stream().filter(Lifted::eases).map(Lifted::by))
        .flatMap(people -> people)
        .collect(Collectors.toSet());
  }

  /** Whether {@code who} made the case easier, by whichever name of their mailbox. */
  public boolean isByHandOf(EmailAddress who) {
    return hands().stream().anyMatch(hand -> Mailboxes.same(hand, who));
  }

  /**
   * How many must approve it; 0 when nobody can. Whoever added to a case may approve it too, but
   * not alone: else one person would be the proof and the decision.
   *
   * @param approvers who approved it, with whoever is about to
   */
  public int approversNeeded(Collection<EmailAddress> approvers) {
    // Where the policy asks nobody, a case that lies before people all the same needs one.
    int needed =
        assessment.aboveFloor() ? Math.max(1, assessment.approvers()) : assessment.approvers();
    return needed > 0 && !approvers.isEmpty() && approvers.stream().allMatch(this::isByHandOf)
        ? Math.max(needed, TWO)
        : needed;
  }

  /**
   * Whether each approver needs a second factor of their own. A warning that was lifted takes the
   * need of it away from no case: else two mailboxes of the staff would be enough.
   */
  public boolean secondFactorNeeded() {
    return assessment.secondFactorNeeded() || lifted.stream().anyMatch(Lifted::eases);
  }

  /** The address that the account would get; empty when it keeps those that it has. */
  public Optional<EmailAddress> newAddress() {
    return AssuranceCheck.newAddress(ticket, account, evidence);
  }

  /** The addresses on record; none where there is no account. */
  public static Set<EmailAddress> owners(Optional<Account> account) {
    return account.stream()
        .flatMap(known -> known.addresses().stream())
        .map(RegisteredAddress::address)
        .collect(Collectors.toSet());
  }

  /** What a decision is bound to: the case as it was shown. Any change of it changes the digest. */
  public String digest() {
    return digest(assessment.level(), assessment.asked());
  }

  /**
   * The same facts at another level: of a case that is other than it was because of its level
   * alone, one of them is what was shown.
   */
  String digest(Level level, Level asked) {
    return Sha256.hex(
        String.join(
                "\n",
                ticket.reference().toString(),
                "round " + ticket.round(),
                "account " + account.map(Account::key).orElse("-"),
                "addresses " + account.map(Account::addresses).orElse(List.of()),
                "level " + level + " " + asked,
                "moves to " + newAddress().map(EmailAddress::toString).orElse("-"),
                "evidence "
                    + evidence.stream()
                        .map(CaseFile::shown)
                        .sorted()
                        .collect(Collectors.joining(", ")),
                "warnings "
                    + assessment.warnings().stream()
                        .map(CaseFile::shown)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", ")))
            + (perhapsOver.isEmpty() ? "" : "\nperhaps over " + perhapsOver));
  }

  /** What anybody can cause is read once: further addresses that they forge change nothing. */
  private static String shown(Warning warning) {
    return warning.kind() == Warning.Kind.IN_OWNERS_NAME
        ? warning.kind().name()
        : warning.kind() + " " + warning.source();
  }

  private static String shown(Evidence piece) {
    return piece.name()
        + " "
        + piece.source()
        + piece.seenBy().map(by -> " seen by " + by).orElse("");
  }
}
