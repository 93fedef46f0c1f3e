package dev.latchkey.trust.staff;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.sender.SenderTrust;
import java.time.Instant;
import java.util.Optional;

/**
 * A command that came by mail, with everything the gates need to know.
 *
 * @param mail the mail as it was parsed
 * @param arrivedAt when the mailbox took it in
 * @param writtenByPerson triage found no sign of a machine
 * @param trust what the trusted server said about the sender
 * @param staff the member with the address in From
 * @param token what the store knows about the token the mail was sent to
 * @param code the code on the command line
 * @param secondFactorPassed a fresh one-time password was right
 * @param locked too many one-time passwords of theirs were wrong
 * @param facts the ticket that the command is about; none when it names none
 */
public record Attempt(
    InboundMail mail,
    Instant arrivedAt,
    boolean writtenByPerson,
    SenderTrust trust,
    Optional<StaffMember> staff,
    Optional<IssuedToken> token,
    Optional<String> code,
    boolean secondFactorPassed,
    boolean locked,
    Optional<CaseFacts> facts) {}
