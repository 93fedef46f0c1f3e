package dev.latchkey.accounts;

import dev.latchkey.mail.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What shall be done for an approved ticket.
 *
 * @param idempotencyKey the same for every attempt at one decision
 * @param reference the ticket, {@code LK-1042}
 * @param accountName as the account system writes it
 * @param reasons words of {@code ticket.Reason}
 * @param approvedBy the staff members who decided
 * @param provedAddresses registered addresses that answered a code: the enrolment link goes to one
 *     of these, never anywhere else, unless there is a new address
 * @param newAddress takes the place of the registered ones that its owner lost, and gets the
 *     enrolment link; its owner confirmed it by a code. Empty when no address changes
 */
public record RecoveryOrder(
    String idempotencyKey,
    String reference,
    String accountName,
    Set<String> reasons,
    List<EmailAddress> approvedBy,
    List<EmailAddress> provedAddresses,
    Optional<EmailAddress> newAddress) {
  public RecoveryOrder {
    reasons = Set.copyOf(reasons);
    approvedBy = List.copyOf(approvedBy);
    provedAddresses = List.copyOf(provedAddresses);
  }
}
