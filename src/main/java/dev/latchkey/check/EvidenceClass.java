package dev.latchkey.check;

/** A kind of evidence, its group and what it is worth (DESIGN section 2). */
public enum EvidenceClass {
  REGISTERED_SENDER("R", false, true),
  CODE("R", true, true),
  SECOND_CODE("R2", true, true);

  private final String group;
  private final boolean possession;
  private final boolean mailbox;

  EvidenceClass(String group, boolean possession, boolean mailbox) {
    this.group = group;
    this.possession = possession;
    this.mailbox = mailbox;
  }

  /** Evidence of one group counts as one witness. */
  public String group() {
    return group;
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
