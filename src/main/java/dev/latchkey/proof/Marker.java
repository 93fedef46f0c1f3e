package dev.latchkey.proof;

import java.util.regex.Pattern;

/**
 * The word by which a desk's tokens are found on a site and in the DNS, {@code latchkey-challenge}.
 *
 * @param text a lower-case label (RFC 1123 section 2.1) of 62 characters at most, before which an
 *     underscore fits (RFC 8552)
 */
public record Marker(String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?");

  /**
   * @throws IllegalArgumentException for what is no such label
   */
  public Marker {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no label of the DNS: " + text);
    }
  }
}
