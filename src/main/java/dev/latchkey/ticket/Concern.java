package dev.latchkey.ticket;

import java.util.Locale;

/**
 * What a person wants of the desk. A recovery is what it is there for; everything else is an
 * inquiry, which a person of the staff answers, sends on or turns into a recovery.
 */
public enum Concern {
  /** To get back into an account of their own. */
  RECOVERY,
  /** Somebody else is in an account, or says so: theirs or another's. Never waits. */
  COMPROMISED,
  /** They fear, or ask, whether somebody else is in an account, and state no such thing. */
  AFRAID,
  /**
   * Somebody wants them to vouch for or to confirm another, or passes for the desk, or a mail wants
   * a code of them.
   */
  APPROACHED,
  /** The name of a project, or of an account, that somebody else holds. */
  NAME_CLAIM,
  /** The owner died or cannot act any more; what they left needs somebody. */
  DECEASED,
  /** More room: for files, projects, requests. */
  LIMIT,
  /** A project, a role or an account is to go from one holder to another who agrees. */
  TRANSFER,
  /** The account was locked, frozen or banned by those who run the service. */
  FROZEN,
  /** An account, or what is stored about a person, is to be deleted. */
  CLOSURE,
  /** Something published does harm, or breaks a right: malware, spam, a copy. */
  REPORT,
  /** An advertisement: nobody asked for it, and nobody answers it. */
  OFFER,
  /** Anything else, and whatever the desk is not sure of. */
  QUESTION;

  /** What no reason of a recovery tells: whoever decides about one should know of it. */
  public boolean besidesRecovery() {
    return switch (this) {
      case AFRAID, NAME_CLAIM, DECEASED, LIMIT, TRANSFER, CLOSURE, REPORT -> true;
      case RECOVERY, COMPROMISED, APPROACHED, FROZEN, OFFER, QUESTION -> false;
    };
  }

  /** The word used in settings and templates, for example {@code name_claim}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
