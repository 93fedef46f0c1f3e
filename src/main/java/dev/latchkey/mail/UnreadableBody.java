package dev.latchkey.mail;

/** Why nobody can read what a mail says, although it arrived. */
public enum UnreadableBody {
  /** It is larger than the desk takes: only its header was read. */
  TOO_LARGE,
  /** Its structure breaks a limit. */
  MALFORMED,
  /** Encrypted by S/MIME, or by rights management, to a key that the desk has not. */
  ENCRYPTED,
  /** Encrypted by OpenPGP. */
  ENCRYPTED_PGP,
  /** An S/MIME object that is not encrypted and of which the text cannot be taken out. */
  PACKED,
  /** A file of Outlook, {@code winmail.dat} (TNEF), that says nothing, or nothing to be read. */
  WINMAIL,
  /** It holds files and not a word. */
  ONLY_FILES,
  /** It holds nothing at all. */
  EMPTY
}
