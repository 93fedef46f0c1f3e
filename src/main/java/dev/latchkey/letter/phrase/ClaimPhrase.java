package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import java.util.List;
import java.util.Set;

/** What the requester claims, and what the desk understood of it, said back to them. */
public sealed interface ClaimPhrase extends Phrase {

  /** Who asks. */
  record Requester(EmailAddress address) implements ClaimPhrase {}

  /** The account name as they wrote it. */
  record NamedAccount(String name) implements ClaimPhrase {}

  /** The site it is on. */
  record NamedSite(String site) implements ClaimPhrase {}

  /** Why they are locked out. */
  record Reasons(Set<Reason> reasons) implements ClaimPhrase {}

  /**
   * Reasons that only one of the two readings of their words sees, whether they were taken or not.
   */
  record ReasonsInDoubt(Set<Reason> reasons) implements ClaimPhrase {}

  /** What they say about recovery codes. */
  record CodesSaid(RecoveryCodes codes) implements ClaimPhrase {}

  /** Addresses they name. */
  record NamedAddresses(List<String> addresses) implements ClaimPhrase {}

  /** Projects they name. */
  record NamedProjects(List<String> projects) implements ClaimPhrase {}

  /** The account name as they wrote it. */
  record UnderstoodName(String name) implements ClaimPhrase {}

  /** The account name that they gave in the place of one that was wrong. */
  record UnderstoodCorrection(String name, String before) implements ClaimPhrase {}

  /** That they named an account, where the name itself is better not said. */
  record UnderstoodSomeName() implements ClaimPhrase {}

  /** Accounts that there are and that they name, without saying which is theirs. */
  record UnderstoodNames(List<String> names) implements ClaimPhrase {}

  /** Why they are locked out. */
  record UnderstoodReasons(Set<Reason> reasons) implements ClaimPhrase {}

  /** What they say about recovery codes. */
  record UnderstoodCodes(RecoveryCodes codes) implements ClaimPhrase {}

  /** Whether they agree to the code of conduct. */
  record UnderstoodConduct(boolean agreed) implements ClaimPhrase {}

  /** They know that it takes time. */
  record UnderstoodWait() implements ClaimPhrase {}
}
