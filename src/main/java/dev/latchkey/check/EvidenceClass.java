package dev.latchkey.check;

/**
 * A kind of evidence (DESIGN section 2). What each is worth, and which group it belongs to, is in
 * the {@link Policy}; what it is by its nature stands here.
 */
public enum EvidenceClass {
  /** A mail from a registered address, DMARC passed and aligned. */
  REGISTERED_SENDER(false, true),
  /** A fresh code sent to a registered address and answered from it. */
  CODE(true, true),
  /** The same through a second registered address at another domain. */
  SECOND_CODE(true, true),
  /** A code that was answered from its address, by a mail that its domain does not prove. */
  UNPROVED_CODE(true, true),
  /** The same through a second registered address at another domain. */
  UNPROVED_SECOND_CODE(true, true),
  /** A saved recovery code, checked and burned by the account system. */
  RECOVERY_CODE(true, false),
  /** A branch or tag named like the token, in a repository on record. */
  BRANCH(true, false),
  /** The token in a file of a site on record. */
  SITE_FILE(true, false),
  /** The token in a TXT record of a site on record. */
  DNS_TXT(true, false),
  /** The token signed by a key on record. */
  SIGNATURE(true, false),
  /** The token in a field that only who is logged in can change. */
  PROFILE(true, false),
  /** Another owner of the same project vouches, with a code of their own. */
  VOUCHER(false, false),
  /** One of the desk's own classes, which only staff record; the policy names them. */
  SEEN(true, false);

  private final boolean possession;
  private final boolean mailbox;

  EvidenceClass(boolean possession, boolean mailbox) {
    this.possession = possession;
    this.mailbox = mailbox;
  }

  /** It is a code to a registered address that was answered from there. */
  public boolean code() {
    return switch (this) {
      case CODE, SECOND_CODE, UNPROVED_CODE, UNPROVED_SECOND_CODE -> true;
      case REGISTERED_SENDER,
          RECOVERY_CODE,
          BRANCH,
          SITE_FILE,
          DNS_TXT,
          SIGNATURE,
          PROFILE,
          VOUCHER,
          SEEN ->
          false;
    };
  }

  /** It proves possession, now, of something that was bound to the account. */
  public boolean possession() {
    return possession;
  }

  /** It falls with the mailbox. */
  public boolean mailbox() {
    return mailbox;
  }
}
