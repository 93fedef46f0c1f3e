package dev.latchkey.triage.secret;

import java.util.Locale;

/** A kind of secret that people send although nobody asked. */
public enum SecretKind {
  PASSWORD,
  API_TOKEN,
  RECOVERY_CODE,
  TOTP_SEED,
  PRIVATE_KEY,
  SESSION_COOKIE,
  CARD_NUMBER;

  /** The word shown in place of the secret and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
