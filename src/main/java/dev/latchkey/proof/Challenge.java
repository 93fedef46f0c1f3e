package dev.latchkey.proof;

import java.util.regex.Pattern;

/**
 * The form of a token that is shown in public: what the name of a branch, a line of a file and a
 * text in the DNS can hold alike, and long enough for 80 bits in base 32.
 */
public final class Challenge {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9](?:-?[A-Za-z0-9]){15,63}");

  private Challenge() {}

  /**
   * The same {@code token}.
   *
   * @throws IllegalArgumentException unless it is 16 to 64 letters and digits of ASCII, single
   *     hyphens between them
   */
  public static String checked(String token) {
    if (!FORM.matcher(token).matches()) {
      throw new IllegalArgumentException("no token that can be shown in public");
    }
    return token;
  }
}
