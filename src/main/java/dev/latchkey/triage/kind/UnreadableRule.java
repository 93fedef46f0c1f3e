package dev.latchkey.triage.kind;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.UnreadableBody;
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

  /** RFC 8551 section 3. */
  private static final Set<String> SMIME =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

  /** RFC 3156 section 4, and the names that are left of it when Exchange took it apart. */
  private static final Set<String> OPENPGP = Set.of("application/pgp-encrypted");

  private static final Pattern OPENPGP_FILE =
      Pattern.compile("(?i)encrypted\\.asc|.+\\.(?:pgp|gpg)");

  private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

  private static final Pattern WINMAIL = Pattern.compile("(?i)winmail\\.dat");

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
    if (mail.parts().stream().anyMatch(MailPart::locked)) {
      return Optional.of(UnreadableBody.ENCRYPTED);
    }
    if (written.contains(PGP_BEGINS) || has(mail, OPENPGP) || holdsFile(mail, OPENPGP_FILE)) {
      return Optional.of(UnreadableBody.ENCRYPTED_PGP);
    }
    if (has(mail, SMIME)) {
      return Optional.of(UnreadableBody.PACKED);
    }
    if (has(mail, TNEF) || holdsFile(mail, WINMAIL)) {
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

  private static boolean holdsFile(InboundMail mail, Pattern name) {
    return mail.parts().stream()
        .flatMap(part -> part.name().stream())
        .anyMatch(given -> name.matcher(given).matches());
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
