package dev.latchkey.trust.staff;

import dev.latchkey.mail.EmailAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everyone who works or worked at the desk, each address once.
 *
 * @param members in the order of the configuration
 */
public record StaffRoster(List<StaffMember> members) {

  /**
   * @throws IllegalArgumentException when an address stands twice
   */
  public StaffRoster {
    members = List.copyOf(members);
    Set<EmailAddress> seen = new HashSet<>();
    for (StaffMember member : members) {
      if (!seen.add(member.address())) {
        throw new IllegalArgumentException("staff member twice: " + member.address());
      }
    }
  }

  /** The member with exactly this address, active or not. */
  public Optional<StaffMember> find(EmailAddress address) {
    return members.stream().filter(member -> member.address().equals(address)).findFirst();
  }

  /** Those who work at the desk now. */
  public List<StaffMember> active() {
    return members.stream().filter(StaffMember::active).toList();
  }

  /** Those of them who may approve. */
  public List<StaffMember> approvers() {
    return active().stream().filter(StaffMember::approver).toList();
  }
}
