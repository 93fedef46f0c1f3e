package dev.latchkey.store;

/**
 * Which recovery code is to be offered to the account system: one of those that somebody wrote in a
 * mail. It names the place of the code and holds nothing of it.
 *
 * @param mailId whose octets hold it
 * @param index which of those in the mail, from 0
 */
public record CodeOrder(long ticketId, long mailId, int index) {
  private static final String BEGINS = "code";

  /** The same for every attempt at it, on every node: the idempotency key. */
  public String decision() {
    return BEGINS + "-" + ticketId + "-" + mailId + "-" + index;
  }

  /**
   * The order that has this key.
   *
   * @throws IllegalArgumentException when it is the key of something else
   */
  public static CodeOrder of(String decision) {
    String[] parts = decision.split("-", -1);
    if (parts.length != 4 || !parts[0].equals(BEGINS)) {
      throw new IllegalArgumentException(decision + " orders no check of a code");
    }
    return new CodeOrder(
        Long.parseLong(parts[1]), Long.parseLong(parts[2]), Integer.parseInt(parts[3]));
  }

  /** The next code of the same mail. */
  public CodeOrder next() {
    return new CodeOrder(ticketId, mailId, index + 1);
  }
}
