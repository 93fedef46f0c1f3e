package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Assessment;
import dev.latchkey.check.Evidence;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A ticket with all that a decision about it stands on, as it is at this moment: computed once for
 * a mail and handed on. After an event there is another one.
 *
 * @param account as the directory describes it
 * @param evidence what was proved so far
 * @param assessment what the evidence amounts to
 */
public record CaseFile(
    Ticket ticket, Optional<Account> account, List<Evidence> evidence, Assessment assessment) {
  public CaseFile {
    evidence = List.copyOf(evidence);
  }

  /** Every address of the account. */
  public Set<EmailAddress> owners() {
    return account.stream()
        .flatMap(known -> known.addresses().stream())
        .map(RegisteredAddress::address)
        .collect(Collectors.toSet());
  }

  /** What a decision is bound to: the case as it was shown. Any change of it changes the digest. */
  public String digest() {
    return CaseDigest.of(
        String.join(
            "\n",
            ticket.reference().toString(),
            "round " + ticket.round(),
            "account " + account.map(Account::key).orElse("-"),
            "addresses " + account.map(Account::addresses).orElse(List.of()),
            "level " + assessment.level() + " " + assessment.asked(),
            "evidence "
                + evidence.stream()
                    .map(piece -> piece.name() + " " + piece.source())
                    .sorted()
                    .collect(Collectors.joining(", ")),
            "warnings "
                + assessment.warnings().stream()
                    .map(warning -> warning.kind() + " " + warning.source())
                    .sorted()
                    .collect(Collectors.joining(", "))));
  }
}
