package dev.latchkey.triage.kind;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.UnreadableBody;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a mail that was parsed says nothing that anybody at the desk could read. A subject that
 * says something is enough, unless the text is there and locked up.
 */
public final class UnreadableRule {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** RFC 9580 section 6.2. */
  private static final String PGP_BEGINS = "-----BEGIN PGP MESSAGE-----";

  private static final String PGP_ENDS = "-----END PGP MESSAGE-----";

  /** S/MIME (RFC 8551 section 3) and OpenPGP (RFC 3156 section 4). */
  private static final Set<String> ENCRYPTED =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted");

  private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

  private UnreadableRule() {}

  /**
   * Why it cannot be read; empty when it can.
   *
   * @param written what its writer wrote, quotes left out
   */
  public static Optional<UnreadableBody> why(InboundMail mail, String written) {
    if (WORD.matcher(withoutPgp(written)).find()) {
      return Optional.empty();
    }
    if (written.contains(PGP_BEGINS) || has(mail, ENCRYPTED)) {
      return Optional.of(UnreadableBody.ENCRYPTED);
    }
    if (has(mail, TNEF) || mail.parts().stream().anyMatch(UnreadableRule::isWinmail)) {
      return Optional.of(UnreadableBody.WINMAIL);
    }
    if (mail.parts().stream().anyMatch(part -> !part.mediaType().startsWith("text/"))) {
      return Optional.of(UnreadableBody.ONLY_FILES);
    }
    return WORD.matcher(mail.subject()).results().count() < 2
        ? Optional.of(UnreadableBody.EMPTY)
        : Optional.empty();
  }

  private static boolean has(InboundMail mail, Set<String> types) {
    return mail.parts().stream().anyMatch(part -> types.contains(part.mediaType()));
  }

  private static boolean isWinmail(MailPart part) {
    return part.name().filter(n -> n.toLowerCase(Locale.ROOT).equals("winmail.dat")).isPresent();
  }

  private static String withoutPgp(String text) {
    int from = text.indexOf(PGP_BEGINS);
    if (from < 0) {
      return text;
    }
    int to = text.indexOf(PGP_ENDS, from);
    return text.substring(0, from) + (to < 0 ? "" : text.substring(to + PGP_ENDS.length()));
  }
}
