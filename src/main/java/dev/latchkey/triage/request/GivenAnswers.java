package dev.latchkey.triage.request;

import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a reply answers of the questions it was asked.
 *
 * @param name the account name
 * @param reasons why they are locked out
 * @param codes what they say of recovery codes
 * @param conduct whether they agree to the code of conduct
 * @param waits whether they know that it takes time
 */
public record GivenAnswers(
    Optional<String> name,
    Set<Reason> reasons,
    RecoveryCodes codes,
    Optional<Boolean> conduct,
    Optional<Boolean> waits) {
  /** It answers none of them. */
  public static final GivenAnswers NONE = named(Optional.empty());

  public GivenAnswers {
    reasons = Set.copyOf(reasons);
  }

  static GivenAnswers named(Optional<String> name) {
    return new GivenAnswers(
        name, Set.of(), RecoveryCodes.UNSAID, Optional.empty(), Optional.empty());
  }

  static GivenAnswers because(Set<Reason> reasons) {
    return new GivenAnswers(
        Optional.empty(), reasons, RecoveryCodes.UNSAID, Optional.empty(), Optional.empty());
  }

  static GivenAnswers codes(RecoveryCodes codes) {
    return new GivenAnswers(Optional.empty(), Set.of(), codes, Optional.empty(), Optional.empty());
  }

  static GivenAnswers conduct(Optional<Boolean> agreed) {
    return new GivenAnswers(
        Optional.empty(), Set.of(), RecoveryCodes.UNSAID, agreed, Optional.empty());
  }

  static GivenAnswers waits(Optional<Boolean> knows) {
    return new GivenAnswers(
        Optional.empty(), Set.of(), RecoveryCodes.UNSAID, Optional.empty(), knows);
  }

  /** The same without reasons. */
  public GivenAnswers withoutReasons() {
    return new GivenAnswers(name, Set.of(), codes, conduct, waits);
  }

  /** These, and what others say beside them; the earlier counts. */
  public GivenAnswers and(GivenAnswers later) {
    Set<Reason> both = EnumSet.noneOf(Reason.class);
    both.addAll(reasons);
    both.addAll(later.reasons);
    return new GivenAnswers(
        name.or(later::name),
        both,
        codes.said() ? codes : later.codes,
        conduct.or(later::conduct),
        waits.or(later::waits));
  }
}
