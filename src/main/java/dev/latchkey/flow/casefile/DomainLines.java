package dev.latchkey.flow.casefile;

import dev.latchkey.check.Registration;
import dev.latchkey.check.Registration.Told;
import dev.latchkey.letter.phrase.DomainPhrase;
import dev.latchkey.letter.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;

/** How staff read what is known of a domain. */
final class DomainLines {
  private DomainLines() {}

  static Phrase of(Registration known) {
    String domain = known.domain();
    if (known.told().isEmpty()) {
      return known.settled()
          ? new DomainPhrase.DomainNotTold(domain, known.askedAt())
          : new DomainPhrase.DomainAsked(domain, known.askedAt());
    }
    Told told = known.told().get();
    if (!told.registered()) {
      return new DomainPhrase.DomainNotRegistered(domain, told.at());
    }
    Phrase since =
        told.since()
            .<Phrase>map(at -> new DomainPhrase.DomainSince(domain, RecordLines.day(at)))
            .orElseGet(() -> new DomainPhrase.DomainOfUnknownAge(domain));
    List<Phrase> more = new ArrayList<>();
    told.transferred()
        .ifPresent(at -> more.add(new DomainPhrase.DomainTransferred(RecordLines.day(at))));
    if (told.lapsed()) {
      more.add(new DomainPhrase.DomainOver(told.at()));
    }
    return more.isEmpty() ? since : new DomainPhrase.DomainWith(since, more);
  }
}
