package dev.latchkey.mail;

/** Why nobody can read what a mail says, although it arrived. */
public enum UnreadableBody {
  /** It is larger than the desk takes: only its header was read. */
  TOO_LARGE,
  /** Its structure breaks a limit. */
  MALFORMED,
  /** Encrypted by S/MIME or OpenPGP, to a key that the desk has not. */
  ENCRYPTED,
  /** Its text is in a file of Outlook, {@code winmail.dat} (TNEF). */
  WINMAIL,
  /** It holds files and not a word. */
  ONLY_FILES,
  /** It holds nothing at all. */
  EMPTY
}
