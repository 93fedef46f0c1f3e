package dev.latchkey.outgoing;

/**
 * How many letters of a class may go out.
 *
 * @param perAddressPerDay to one recipient in 24 hours
 * @param totalPerHour to everybody in one hour
 */
public record Budget(int perAddressPerDay, int totalPerHour) {
  public Budget {
    if (perAddressPerDay < 1 || totalPerHour < 1) {
      throw new IllegalArgumentException("a budget is at least 1");
    }
  }
}
