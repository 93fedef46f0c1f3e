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
 * @param factor which of their approvals need its digits
 */
public record StaffMember(
    EmailAddress address,
    boolean active,
    boolean approver,
    Optional<String> totpSecret,
    Factor factor) {

  /** Which approvals need a second factor. */
  public enum Factor {
    /** Those of cases that two people approve. */
    TWO_APPROVERS,
    /** Every one. */
    ALWAYS
  }

  public StaffMember {
    totpSecret.ifPresent(Totp::requireSecret);
    if (factor == Factor.ALWAYS && totpSecret.isEmpty()) {
      throw new IllegalArgumentException("second-factor: always needs a totp");
    }
  }

  /** One whose second factor is for what two people approve. */
  public StaffMember(
      EmailAddress address, boolean active, boolean approver, Optional<String> totpSecret) {
    this(address, active, approver, totpSecret, Factor.TWO_APPROVERS);
  }

  /**
   * Whether their approval of a case needs digits.
   *
   * @param wanted the case asks for them, whoever approves it
   */
  public boolean needsDigits(boolean wanted) {
    return wanted || factor == Factor.ALWAYS;
  }

  /**
   * Whether they may approve a case, and have what their approval of it needs.
   *
   * @param wanted the case asks for digits, whoever approves it
   */
  public boolean canApprove(boolean wanted) {
    return approver && (totpSecret.isPresent() || !needsDigits(wanted));
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
        + ", factor="
        + factor
        + "]";
  }
}
