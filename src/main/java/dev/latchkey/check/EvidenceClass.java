package dev.latchkey.check;

/** A kind of evidence, its group and what it is worth (DESIGN section 2). */
public enum EvidenceClass {
  REGISTERED_SENDER(
      "R",
      false,
      true,
      "mail from a registered address, DMARC passed and aligned",
      "that its owner wrote it: the mailbox may be somebody else's now"),
  CODE(
      "R",
      true,
      true,
      "a fresh code was sent to a registered address and answered from it",
      "that the mailbox is still the owner's"),
  SECOND_CODE(
      "R2",
      true,
      true,
      "the same through a second registered address at another domain",
      "that both mailboxes are still the owner's");

  private final String group;
  private final boolean possession;
  private final boolean mailbox;
  private final String sentence;
  private final String doesNotProve;

  EvidenceClass(
      String group, boolean possession, boolean mailbox, String sentence, String doesNotProve) {
    this.group = group;
    this.possession = possession;
    this.mailbox = mailbox;
    this.sentence = sentence;
    this.doesNotProve = doesNotProve;
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

  /** What was seen, for staff. */
  public String sentence() {
    return sentence;
  }

  /** What it does not show, for staff. */
  public String doesNotProve() {
    return doesNotProve;
  }
}
