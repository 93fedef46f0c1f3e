package dev.latchkey.triage.request;

import java.util.List;
import java.util.Locale;

/**
 * Reads whether an owner's reply to one of our notices says "not me" or "stop". A false yes stops a
 * recovery until staff looked at it; a false no lets it go on, so the list is wide.
 */
public final class ObjectionReader {
  private static final List<String> PHRASES =
      List.of(
          "not me",
          "wasn't me",
          "was not me",
          "wasnt me",
          "isn't me",
          "not mine",
          "did not request",
          "didn't request",
          "did not ask",
          "didn't ask",
          "have not requested",
          "haven't requested",
          "never requested",
          "never asked",
          "not authorised",
          "not authorized",
          "unauthorised",
          "unauthorized",
          "stop",
          "cancel",
          "abort",
          "do not proceed",
          "don't proceed",
          "do not reset",
          "don't reset",
          "hacked",
          "fraud",
          "nicht ich",
          "war ich nicht",
          "bin ich nicht",
          "nicht von mir",
          "nicht angefordert",
          "nicht beantragt",
          "nicht veranlasst",
          "abbrechen",
          "stornieren",
          "stoppen",
          "betrug",
          "pas moi",
          "pas demandé",
          "annuler",
          "annulez",
          "arrêtez",
          "no fui yo",
          "no soy yo",
          "no he sido yo",
          "no he solicitado",
          "no lo solicité",
          "cancelar",
          "detener");

  /** Whether what was written objects. */
  public boolean objects(String written) {
    String plain = written.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\n', ' ');
    return PHRASES.stream().anyMatch(plain::contains);
  }
}
