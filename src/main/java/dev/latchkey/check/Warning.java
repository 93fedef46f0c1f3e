package dev.latchkey.check;

import java.time.Instant;

/**
 * Something that speaks against a recovery, or for a closer look.
 *
 * @param source what it was seen in, for staff
 */
public record Warning(Kind kind, String source, Instant at) {

  /** The kinds of DESIGN section 2. */
  public enum Kind {
    /** A registered address, within 30 days. */
    ADDRESS_CHANGED,
    /** A registered address that was not there when the request came. */
    ADDRESS_APPEARED,
    /** An address that was registered when the request came, and is not any more. */
    ADDRESS_GONE,
    /** Within 30 days. */
    SECOND_FACTOR_CHANGED,
    /** By a cancel code or by "not me", within 90 days. */
    OWNER_OBJECTED,
    /** Staff, or an operator, had the account frozen, within 90 days. */
    ACCOUNT_FROZEN,
    /** Who was asked to vouch said no. */
    VOUCHER_OBJECTED,
    /** A code was answered from another address than it was sent to. */
    CODE_FROM_ELSEWHERE,
    SEVERAL_CLAIMANTS,
    /** The requester's address looks like a registered one. */
    LOOKALIKE_ADDRESS,
    /** A repository, site or key was set within 30 days before the request. */
    LINK_CHANGED,
    /** What is on record leads to another address on the same host. */
    LINK_MOVED,
    /**
     * The domain of an address lapsed, was registered after the address was set, or changed its
     * registrar lately.
     */
    DOMAIN_LAPSED,
    /** Who answers for the mail of an address's domain wrote about it: it may be another's now. */
    DOMAIN_SPOKE,
    /** Whoever wrote says that they write in the owner's place. */
    WRITTEN_BY_ANOTHER,
    /** Somebody wrote that the owner is dead. */
    OWNER_DECEASED,
    /**
     * The requester told of a danger to the account: what gets one in was stolen, they want it
     * blocked, or somebody passes for the desk. What a mailbox proves is worth less then.
     */
    DANGER_TOLD,
    /**
     * Somebody wrote that they are asked, and not by us, to vouch for whoever wants this account.
     */
    APPROACH_TOLD,
    /**
     * Beside a code stand words that the desk cannot tell. It says nothing against the proofs: who
     * reads the words decides as ever.
     */
    WORDS_BESIDE_CODE,
    /**
     * A mail that nobody could prove came in the name of a registered address and named the request
     * or its account. Anybody can write one.
     */
    IN_OWNERS_NAME;

    /** It is about the account, and stands in every request for it for some time. */
    public boolean ofAccount() {
      return this == OWNER_OBJECTED || this == ACCOUNT_FROZEN;
    }

    /** It is about who asks, whichever account they ask for. */
    public boolean ofRequester() {
      return this == WRITTEN_BY_ANOTHER || this == OWNER_DECEASED || this == DANGER_TOLD;
    }

    /** It is there to be read before anybody decides: nothing is recommended before. */
    public boolean onlyToRead() {
      return this == WORDS_BESIDE_CODE;
    }

    /** It says nothing against the proofs, and raises no level. */
    public boolean weighsNothing() {
      return onlyToRead() || this == IN_OWNERS_NAME;
    }
  }
}
