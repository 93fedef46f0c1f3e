package dev.latchkey.check;

/** A kind of evidence, its group and what it is worth (DESIGN section 2). */
public enum EvidenceClass {
  E1(
      "R",
      false,
      true,
      "mail from a registered address, DMARC passed and aligned",
      "that its owner wrote it: the mailbox may be somebody else's now"),
  E2(
      "R",
      true,
      true,
      "a fresh code was sent to a registered address and answered from it",
      "that the mailbox is still the owner's"),
  E2B(
      "R2",
      true,
      true,
      "the same through a second registered address at another domain",
      "that both mailboxes are still the owner's"),
  E3(
      "S",
      true,
      false,
      "a saved recovery code, checked by the account system",
      "who holds the code"),
  E4(
      "P",
      true,
      false,
      "a token in a repository, a website or DNS that the account listed for 30 days",
      "that the account's owner still runs that place"),
  E5("K", true, false, "an OpenPGP signature by a key bound to the account", "who holds the key"),
  E6("K", true, false, "a live session or token of the account system", "who holds the session"),
  E7(
      "V",
      false,
      false,
      "another owner of the same project vouches",
      "that the voucher was careful");

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
