package dev.latchkey.trust.staff;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.secret.Totp;
import java.util.Optional;

/**
 * A person who works at the desk.
 *
 * @param active may command the desk at all
 * @param approver may approve
 * @param totpSecret base32 secret of their authenticator app, 128 bits or more (RFC 4226 section 4)
 */
public record StaffMember(
    EmailAddress address, boolean active, boolean approver, Optional<String> totpSecret) {

  public StaffMember {
    totpSecret.ifPresent(Totp::requireSecret);
  }

  @Override
  public String toString() {
    return "StaffMember[address="
        + address
        + ", active="
        + active
        + ", approver="
        + approver
        + ", totpSecret="
        + (totpSecret.isPresent() ? "hidden" : "none")
        + "]";
  }
}
