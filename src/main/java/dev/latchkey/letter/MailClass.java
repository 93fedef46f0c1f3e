package dev.latchkey.letter;

/** What a letter is worth when too many go out; each class has its own {@code Budget}. */
public enum MailClass {
  /** The first answer to a mail nobody asked for: what an attacker would multiply. */
  ACKNOWLEDGEMENT,
  /**
   * The same, and every answer, to a sender whom the mail server did not prove and who answers no
   * letter of ours: nothing that invented addresses cause is charged to anybody else.
   */
  STRANGER,
  /** An answer to a mail in a ticket, or news of it. */
  ANSWER,
  /**
   * What a person of the staff decided, asked or wrote: nothing that somebody else can multiply.
   */
  DECISION,
  /** What time brings. */
  REMINDER,
  /** To owners: a recovery of your account was started, approved, done, stopped. */
  NOTICE,
  /** To owners: a code that proves possession of the address. */
  CODE,
  /**
   * The same, to the addresses of an account that one of them asked for itself, DMARC passed: what
   * strangers who claim the account cause is not charged to it.
   */
  OWN_CODE,
  /** Cases, and answers to commands. */
  STAFF,
  /**
   * Mails that ask for no recovery, to the staff one by one; what is over it waits for the digest.
   */
  INQUIRY,
  /** The same of senders whom the mail server did not prove. */
  UNPROVED,
  /**
   * Words that the staff have to read at once: of owners, of vouchers, of whoever sees a danger.
   */
  REPORT,
  /** Something is wrong and a person must look: what stops, and what could not be carried out. */
  ALERT
}
