package dev.latchkey.flow;

import dev.latchkey.letter.writing.DeskWords;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Concern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who handles what is no recovery, as configured under {@code targets:}: an address or a link by
 * the word of a {@link Concern}, and by any other word that staff use with REDIRECT.
 *
 * @param own what is the desk's own in its letters
 */
public record Targets(DeskWords own) {
  private static final String SECURITY = "security";
  private static final String ANY_LANGUAGE = "en";

  /** Who handles that concern, for somebody who reads that language. */
  public Optional<String> of(Concern concern, String language) {
    return own.target(concern.word(), language);
  }

  /**
   * The place that has this name, however it is spelled: {@code Name claim}, {@code name-claim}.
   */
  public Optional<String> named(String name, String language) {
    return own.target(
        name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'), language);
  }

  /** All names that something is configured under, in order. */
  public List<String> names() {
    return own.targets().keySet().stream().sorted().toList();
  }

  /** Whom compromised accounts are reported to, where it is a mail address. */
  public Optional<EmailAddress> security() {
    return own.target(SECURITY, ANY_LANGUAGE).flatMap(EmailAddress::find);
  }
}
