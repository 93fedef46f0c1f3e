package dev.latchkey.flow.recovery;

import dev.latchkey.mail.Sha256;

/** SHA-256 of a case as it was shown, in lower-case hex. */
final class CaseDigest {
  private CaseDigest() {}

  static String of(String shown) {
    return Sha256.hex(shown);
  }
}
