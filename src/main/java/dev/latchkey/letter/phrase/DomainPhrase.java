package dev.latchkey.letter.phrase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What registries say of the domains of addresses. */
public sealed interface DomainPhrase extends Phrase {

  /** Since when it is registered, the last time. */
  record DomainSince(String domain, LocalDate at) implements DomainPhrase {}

  /** It is registered; its registry does not say since when. */
  record DomainOfUnknownAge(String domain) implements DomainPhrase {}

  /** One of these with what else is known of it. */
  record DomainWith(Phrase known, List<Phrase> more) implements DomainPhrase {}

  /** When it went to another registrar, the last time. */
  record DomainTransferred(LocalDate at) implements DomainPhrase {}

  /** Its time was over then. */
  record DomainOver(Instant at) implements DomainPhrase {}

  /** It was not registered then. */
  record DomainNotRegistered(String domain, Instant at) implements DomainPhrase {}

  /** Nobody could say anything about it then. */
  record DomainNotTold(String domain, Instant at) implements DomainPhrase {}

  /** It was asked about then, and there is no answer yet. */
  record DomainAsked(String domain, Instant at) implements DomainPhrase {}
}
