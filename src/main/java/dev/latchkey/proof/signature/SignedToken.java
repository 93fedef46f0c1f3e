package dev.latchkey.proof.signature;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.TextLine;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The token of a ticket, to be found in a text that was signed.
 *
 * <p>It counts on a line of its own, and not in what the signer quotes: else somebody who writes
 * the token to the holder of a key, and gets a signed answer, would have their signature under it.
 * Quoted is what begins with {@code >} or is marked as a quote, and everything below the row of
 * dashes, the header block or the introduction by which a client quotes without marks.
 */
record SignedToken(String value) {
  private static final int LEAST_LENGTH = 12;
  private static final int LONGEST_FIELD_NAME = 24;

  SignedToken {
    boolean plain = value.chars().allMatch(c -> c > ' ' && c < 0x7F);
    if (value.length() < LEAST_LENGTH || !plain || value.startsWith(">")) {
      throw new IllegalArgumentException("no token");
    }
  }

  /** Whether the signer wrote it on a line of its own. */
  boolean standsIn(BodyText text) {
    boolean introduced = false;
    HeaderRun header = new HeaderRun();
    for (TextLine line : text.lines()) {
      String words = line.text().strip();
      if (words.isEmpty()) {
        header = new HeaderRun();
        continue;
      }
      boolean quoted = line.mark() != TextLine.Mark.PLAIN || words.startsWith(">");
      header.add(words);
      if (!quoted && (introduced || isRule(words) || header.isForwarded())) {
        return false;
      }
      if (!quoted && words.equals(value)) {
        return true;
      }
      introduced = !quoted && words.endsWith(":") && words.contains("@");
    }
    return false;
  }

  /**
   * The messages that a person signs who was asked to sign it with {@code ssh-keygen -Y sign} or
   * {@code gpg --detach-sign}: the token alone ({@code echo -n}), with a line end ({@code echo}),
   * with that of Windows, after the blank that {@code echo TOKEN > file} writes there, and in
   * UTF-16 with its mark, which PowerShell 5 writes.
   */
  List<byte[]> messages() {
    return List.of(
        value.getBytes(StandardCharsets.UTF_8),
        (value + "\n").getBytes(StandardCharsets.UTF_8),
        (value + "\r\n").getBytes(StandardCharsets.UTF_8),
        (value + " \r\n").getBytes(StandardCharsets.UTF_8),
        ("\uFEFF" + value + "\r\n").getBytes(StandardCharsets.UTF_16LE));
  }

  /** {@code -----Original Message-----}, and the line that Outlook draws. */
  private static boolean isRule(String words) {
    return words.startsWith("-----") || words.startsWith("_____");
  }

  /** Lines such as {@code From: …}, {@code Sent: …}, one after the other, in any language. */
  private static final class HeaderRun {
    private int fields;
    private boolean address;
    private boolean clock;

    void add(String words) {
      int colon = words.indexOf(':');
      boolean field =
          colon > 0
              && colon <= LONGEST_FIELD_NAME
              && colon + 1 < words.length()
              && words.substring(0, colon).chars().noneMatch(Character::isDigit);
      fields = field ? fields + 1 : 0;
      address = field && (address || words.contains("@"));
      clock = field && (clock || holdsClock(words));
    }

    boolean isForwarded() {
      return fields >= 3 && address && clock;
    }

    private static boolean holdsClock(String words) {
      for (int i = 1; i + 2 < words.length(); i++) {
        boolean between = words.charAt(i) == ':' || words.charAt(i) == '.';
        if (between
            && Character.isDigit(words.charAt(i - 1))
            && Character.isDigit(words.charAt(i + 1))
            && Character.isDigit(words.charAt(i + 2))) {
          return true;
        }
      }
      return false;
    }
  }
}
