package dev.latchkey.check;

/** A kind of evidence, its group and what it is worth (DESIGN section 2). */
public enum EvidenceClass {
  E1("R", false, true),
  E2("R", true, true),
  E2B("R2", true, true),
  E3("S", true, false),
  E4("P", true, false),
  E5("K", true, false),
  E6("K", true, false),
  E7("V", false, false);

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
