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
}
