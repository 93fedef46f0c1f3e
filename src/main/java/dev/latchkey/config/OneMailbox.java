package dev.latchkey.config;

import dev.latchkey.check.Mailboxes;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.staff.StaffMember;
import java.util.Collection;
import java.util.Optional;

/**
 * Two people approve what takes two, so no mailbox is that of two approvers: {@code
 * ada+desk@staff.example} is Ada's.
 */
final class OneMailbox {
  private OneMailbox() {}

  /** What is wrong with a further member; those with the very same address are told otherwise. */
  static Optional<String> fault(Collection<StaffMember> members, StaffMember further) {
    return members.stream()
        .filter(member -> approves(member) && approves(further))
        .map(StaffMember::address)
        .filter(address -> isOther(address, further.address()))
        .findFirst()
        .map(
            address ->
                further.address() + " is the mailbox of " + address + ", who approves as well");
  }

  private static boolean approves(StaffMember member) {
    return member.active() && member.approver();
  }

  private static boolean isOther(EmailAddress one, EmailAddress other) {
    return !one.equals(other) && Mailboxes.same(one, other);
  }
}
