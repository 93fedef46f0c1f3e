package dev.latchkey.accounts;

/**
 * The account system's own check of the recovery codes that it gave to an account. The desk offers
 * a code once, keeps none, and says none in a log, an exception or a text.
 */
@FunctionalInterface
public interface SavedCodes {

  /** An account system that cannot be asked: the person uses the code themselves. */
  SavedCodes NONE = (idempotencyKey, account, code) -> Verdict.NOT_SUPPORTED;

  /** What the account system says to a code. */
  enum Verdict {
    /** It was good, and it is burned: it opens nothing any more. */
    ACCEPTED,
    /** It is none of this account, or was used before. */
    REFUSED,
    /** It checks no codes, or none of this account. */
    NOT_SUPPORTED,
    /** It is not known what it says; offer it again, with the same key. */
    AWAY
  }

  /**
   * Offers a code, which is burned by that. Called again with the same key it tells what came of
   * the first time. Never throws for what the account system does.
   *
   * @param idempotencyKey the same for every attempt with one code from one mail; not made of the
   *     code
   * @param account as the account system writes its name
   * @param code as the person wrote it
   */
  Verdict offer(String idempotencyKey, String account, String code);
}
