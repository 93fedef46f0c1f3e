package dev.latchkey.triage.bounce;

import java.util.List;
import java.util.Optional;

/**
 * What a bounce says, which anybody can write: it counts only together with a return address of
 * ours.
 *
 * @param recipients the addresses that were not reached, as written
 * @param status enhanced status code (RFC 3463), for example {@code 5.1.1}
 * @param originalMessageId Message-ID of the mail that came back
 */
public record Bounce(
    List<String> recipients, Optional<String> status, Optional<String> originalMessageId) {
  public Bounce {
    recipients = List.copyOf(recipients);
  }
}
