package dev.latchkey.watch;

/** How many there are of something, for people: {@code 1 ticket}, {@code 2 tickets}. */
public final class Count {
  private Count() {}

  /**
   * With the noun in the form that belongs to the number.
   *
   * @param noun of one; that of many has an {@code s} more
   */
  public static String of(long count, String noun) {
    return of(count, noun, noun + "s");
  }

  /** The same where more than the noun depends on the number. */
  public static String of(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
