package dev.latchkey.accounts;

/** Signs what the desk sends to the account system; the secret stays on the other side of it. */
@FunctionalInterface
public interface RequestSigner {

  /** HMAC-SHA-256 of {@code message} with the secret that the account system knows too. */
  byte[] sign(byte[] message);
}
