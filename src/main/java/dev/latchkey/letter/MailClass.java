package dev.latchkey.letter;

/**
 * What a letter is worth when too many go out; each class has its own {@code Budget}. Of those that
 * wait for a place in theirs, what proves, stops and decides goes first.
 */
public enum MailClass {
  /** The first answer to a mail nobody asked for: what an attacker would multiply. */
  ACKNOWLEDGEMENT(7),
  /**
   * The same, and every answer, to a sender whom the mail server did not prove and who answers no
   * letter of ours: nothing that invented addresses cause is charged to anybody else.
   */
  STRANGER(9),
  /** The same, beyond the share of one organisation: whoever else cannot be proved has the rest. */
  CROWD(10),
  /** An answer to a mail in a ticket, or news of it. */
  ANSWER(6),
  /**
   * What a person of the staff decided, asked or wrote, and what stops or puts off a recovery:
   * nothing that its reader can multiply by writing.
   */
  DECISION(4),
  /** What time brings. */
  REMINDER(8),
  /** To owners: a recovery of your account was started, approved, done, stopped. */
  NOTICE(3),
  /** To owners: a code that proves possession of the address. */
  CODE(1),
  /**
   * The same, to the addresses of an account that one of them asked for itself, DMARC passed: what
   * strangers who claim the account cause is not charged to it.
   */
  OWN_CODE(0),
  /**
   * The same, because of a sender whom nobody proved, or who had more sent in a day than one person
   * asks for: they use up no code of anybody else.
   */
  STRANGER_CODE(5),
  /** The same, beyond the share of one organisation. */
  CROWD_CODE(5),
  /** Cases, and answers to commands. */
  STAFF(3),
  /**
   * Cases in which nothing is proved, because of a mail from outside: whoever writes gets one
   * before the staff.
   */
  BARE_CASE(7),
  /**
   * Mails that ask for no recovery, to the staff one by one; what is over it waits for the digest.
   */
  INQUIRY(8),
  /** The same of senders whom the mail server did not prove. */
  UNPROVED(9),
  /** Words of owners and of vouchers, which the staff have to read at once. */
  OWNER_WORDS(3),
  /** What else they have to read at once: of whoever sees a danger, of forged commands. */
  REPORT(4),
  /** Something is wrong and a person must look: what stops, and what could not be carried out. */
  ALERT(2);

  private final int rank;

  MailClass(int rank) {
    this.rank = rank;
  }

  /** The class that counts its letters to one address: codes are codes, whoever causes them. */
  public MailClass counted() {
    return this == STRANGER_CODE || this == CROWD_CODE ? CODE : this;
  }

  /** Which of several goes first: the smaller. */
  public int rank() {
    return rank;
  }
}
