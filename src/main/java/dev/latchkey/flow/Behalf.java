package dev.latchkey.flow;

import dev.latchkey.mail.EmailAddress;
import java.util.Optional;

/**
 * Makes the mail that somebody would have written, had they not telephoned or written elsewhere.
 */
public interface Behalf {

  /**
   * Reads words as if their writer had sent them to the desk. Nothing is proved of the sender.
   *
   * @param brought by which mail of the staff
   * @param account that it is about; empty when the words tell
   */
  Incoming of(
      Incoming brought,
      EmailAddress writer,
      Optional<String> account,
      String subject,
      String words);

  /**
   * The same of the first mail that is attached to that of the staff (message/rfc822, RFC 2046
   * section 5.2.1); what it forwards itself, where it says nothing else. Empty when none is
   * attached, or none that can be read and says anything.
   */
  Optional<Incoming> ofAttached(Incoming brought, EmailAddress writer, Optional<String> account);
}
