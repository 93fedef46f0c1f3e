package dev.latchkey.transport;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a permanent refusal (5xx) is one of the letter, so that it will never be taken, or one
 * that the server has for everybody: a relay that is set up wrongly for half a minute says 554 to
 * all that it is given.
 *
 * <p>Enhanced status codes tell (RFC 3463, section 3): addressing, mailbox and content are the
 * letter's, X.1.7 and X.1.8 (the sender's address) excepted; the system, the network, the protocol
 * and policies are not. Without one, a refused recipient is the letter's (RFC 5321 section 4.2.3:
 * 550, 551, 553; RFC 7504: 556), as is a text that is too large (552).
 */
final class ServerRefusal {
  private static final Pattern ENHANCED =
      Pattern.compile("(?:^|\\s)5[0-9]{2}[ -]5\\.([0-9]{1,3})\\.([0-9]{1,3})(?:\\s|$)");
  private static final int ADDRESS = 1;
  private static final int MAILBOX = 2;
  private static final int SYSTEM = 3;
  private static final int NETWORK = 4;
  private static final int CONTENT = 6;
  private static final Set<Integer> SENDER = Set.of(7, 8);
  private static final int TOO_LARGE = 4;
  private static final int NO_ROUTE = 4;
  private static final Set<Integer> OF_A_RECIPIENT = Set.of(550, 551, 552, 553, 556);
  private static final int TOO_LARGE_REPLY = 552;

  private ServerRefusal() {}

  /**
   * True when asking again would be of no use.
   *
   * @param command to which the server answered; {@code .} for the text
   * @param reply all of its lines
   */
  static boolean isOfTheLetter(String command, int code, String reply) {
    String verb = command.strip().toUpperCase(Locale.ROOT);
    if (verb.startsWith("MAIL") || verb.startsWith("EHLO") || verb.startsWith("HELO")) {
      return false;
    }
    Matcher enhanced = ENHANCED.matcher(reply);
    if (enhanced.find()) {
      return isOfTheLetter(
          Integer.parseInt(enhanced.group(1)), Integer.parseInt(enhanced.group(2)));
    }
    return verb.startsWith("RCPT") ? OF_A_RECIPIENT.contains(code) : code == TOO_LARGE_REPLY;
  }

  private static boolean isOfTheLetter(int subject, int detail) {
    return switch (subject) {
      case ADDRESS -> !SENDER.contains(detail);
      case MAILBOX, CONTENT -> true;
      case SYSTEM -> detail == TOO_LARGE;
      case NETWORK -> detail == NO_ROUTE;
      default -> false;
    };
  }
}
