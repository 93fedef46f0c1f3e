package dev.latchkey.ticket;

import java.util.Locale;

/** Why somebody is locked out. */
public enum Reason {
  FORGOT_PASSWORD,
  LOST_2FA_DEVICE,
  LOST_RECOVERY_CODES,
  RECOVERY_CODES_INVALID,
  LOST_EMAIL_ACCESS,
  EMAIL_UNVERIFIED,
  ACCOUNT_COMPROMISED,
  LOCKED_OR_FROZEN,
  OTHER;

  /** The word used in configuration, in JSON and in templates, for example {@code other}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
