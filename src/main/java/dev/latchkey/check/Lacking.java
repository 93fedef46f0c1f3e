package dev.latchkey.check;

/** Something that is missing for a recommendation. */
public sealed interface Lacking {

  /** The account directory knows no such account. */
  record AnAccount() implements Lacking {}

  /** Points of evidence. */
  record Points(int needed, int there) implements Lacking {}

  /** Independent groups of evidence. */
  record Groups(int needed, int there) implements Lacking {}

  /** A fresh proof of possession. */
  record Possession() implements Lacking {}

  /** A proof that does not rest on a mailbox. */
  record BeyondMailbox() implements Lacking {}

  /** A code from the address that the account is to get. */
  record ConfirmedAddress() implements Lacking {}
}
