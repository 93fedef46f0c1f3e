package dev.latchkey.trust.staff;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.Optional;
import java.util.Set;

/**
 * A command that came by mail, with everything the gates need to know.
 *
 * @param mail the mail as it was parsed
 * @param writtenByPerson triage found no sign of a machine
 * @param trust what the trusted server said about the sender
 * @param staff the member with the address in From
 * @param token what the store knows about the token the mail was sent to
 * @param code the code on the command line
 * @param ticketId the ticket that the command would change, locked
 * @param evidenceDigest hash of its evidence as it is now
 * @param round its round as it is now
 * @param aboveFloor its evidence reaches the floor
 * @param requester who wrote the request
 * @param owners addresses of the account, of those who own it with others too
 * @param approvers who approved in this round
 * @param secondFactorNeeded the ticket's assurance level asks for it
 * @param secondFactorPassed a fresh one-time password, or a pinned signature, was right
 */
public record Attempt(
    InboundMail mail,
    boolean writtenByPerson,
    SenderTrust trust,
    Optional<StaffMember> staff,
    Optional<IssuedToken> token,
    Optional<String> code,
    long ticketId,
    String evidenceDigest,
    int round,
    boolean aboveFloor,
    EmailAddress requester,
    Set<EmailAddress> owners,
    Set<EmailAddress> approvers,
    boolean secondFactorNeeded,
    boolean secondFactorPassed) {
  public Attempt {
    owners = Set.copyOf(owners);
    approvers = Set.copyOf(approvers);
  }
}
