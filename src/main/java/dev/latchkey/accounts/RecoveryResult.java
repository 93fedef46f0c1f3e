package dev.latchkey.accounts;

/** What came of an attempt. Details are one line, for staff. */
public sealed interface RecoveryResult {

  /** It is done. */
  record Done(String detail) implements RecoveryResult {}

  /** People do it: the staff get a task and answer DONE. */
  record HandedToStaff() implements RecoveryResult {}

  /** Not now; try again with the same key. */
  record Unavailable(String detail) implements RecoveryResult {}

  /** It will not be done. */
  record Failed(String detail) implements RecoveryResult {}
}
