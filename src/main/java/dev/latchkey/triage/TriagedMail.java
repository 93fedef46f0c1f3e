package dev.latchkey.triage;

import dev.latchkey.mail.InboundMail;
import java.util.Set;

/**
 * A mail with everything that its words tell, secrets already blacked out of every text in it.
 *
 * @param reply the text split into written and quoted; the readers saw only what was written
 * @param language ISO 639-1 of what was written, as far as it can be told; else {@code en}
 * @param secrets kinds that were found and blacked out, anywhere in the mail
 */
public record TriagedMail(
    InboundMail mail,
    KindReading kind,
    TrimmedReply reply,
    RequestReading request,
    IntentReading intent,
    CommandReading commands,
    String language,
    Set<SecretKind> secrets) {
  public TriagedMail {
    secrets = Set.copyOf(secrets);
  }
}
