package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.Approvals;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.Concerned;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.staff.Attempt;
import dev.latchkey.trust.staff.CaseFacts;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import dev.latchkey.trust.staff.StaffMember;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Puts together what the gates look at before a command counts: the mail and who it is from, the
 * token that it answers, the case as it stands.
 */
final class Attempts {
  private Attempts() {}

  /** What stands between who wrote and any answer that tells of tickets. */
  static Optional<Gate> shut(
      FlowContext context,
      Incoming mail,
      Optional<IssuedToken> token,
      Optional<CaseFile> answered,
      Optional<StaffMember> member) {
    Attempt attempt =
        of(
            context,
            mail,
            mail.writtenByPerson(),
            token,
            member,
            answered,
            Optional.empty(),
            false,
            false);
    Set<Gate> gates = token.isPresent() ? StaffGates.STOPPING : StaffGates.READING;
    return StaffGates.firstClosed(gates, attempt, context.now());
  }

  /** What the gates of one command look at. */
  static Attempt of(
      FlowContext context,
      Incoming mail,
      boolean writtenByPerson,
      Optional<IssuedToken> token,
      Optional<StaffMember> member,
      Optional<CaseFile> file,
      Optional<String> code,
      boolean secondFactor,
      boolean locked) {
    return new Attempt(
        mail.mail(),
        mail.claimed().receivedAt(),
        writtenByPerson,
        mail.trust(),
        member,
        token,
        code,
        secondFactor,
        locked,
        file.map(known -> facts(context, known, member)));
  }

  private static CaseFacts facts(FlowContext context, CaseFile file, Optional<StaffMember> member) {
    boolean wanted = file.secondFactorNeeded();
    Ticket ticket = file.ticket();
    Set<EmailAddress> approvers = new HashSet<>(Approvals.standing(context, file));
    return new CaseFacts(
        ticket.id(),
        file.digest(),
        ticket.round(),
        file.assessment().aboveFloor(),
        ticket.requester(),
        Concerned.in(file).with(member.map(StaffMember::address)),
        approvers,
        member.map(one -> one.needsDigits(wanted)).orElse(wanted));
  }
}
