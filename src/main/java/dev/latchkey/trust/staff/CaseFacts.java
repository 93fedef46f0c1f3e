package dev.latchkey.trust.staff;

import dev.latchkey.mail.EmailAddress;
import java.util.Set;

/**
 * What the gates need to know about the ticket that a command would change.
 *
 * @param ticketId its row, locked
 * @param evidenceDigest hash of its evidence as it is now
 * @param round its round as it is now
 * @param aboveFloor its evidence reaches the floor
 * @param requester who wrote the request
 * @param owners addresses of the account, of those who own it with others too; whoever commands is
 *     among them where one of these, or the requester's, is another name of their mailbox
 * @param approvers who approved in this round
 * @param secondFactorNeeded its assurance level asks for it
 */
public record CaseFacts(
    long ticketId,
    String evidenceDigest,
    int round,
    boolean aboveFloor,
    EmailAddress requester,
    Set<EmailAddress> owners,
    Set<EmailAddress> approvers,
    boolean secondFactorNeeded) {
  public CaseFacts {
    owners = Set.copyOf(owners);
    approvers = Set.copyOf(approvers);
  }
}
