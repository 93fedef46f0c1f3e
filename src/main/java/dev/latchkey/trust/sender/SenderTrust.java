package dev.latchkey.trust.sender;

import dev.latchkey.mail.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a mail's From may be believed.
 *
 * @param address the identity of the mail; empty when it has none
 * @param why what was found, in words, for the history and for {@code latchkey explain}
 * @param signature the desk's own opinion of its signature
 * @param foreign whether a result in the trusted server's name stands where a sender can write one
 */
public record SenderTrust(
    Level level,
    Optional<EmailAddress> address,
    List<String> why,
    SignatureOpinion signature,
    boolean foreign) {
  private static final String HANDED_IN = "handed in by staff";

  public SenderTrust {
    why = List.copyOf(why);
  }

  /** What the server says, with no opinion of the desk's own. */
  public SenderTrust(Level level, Optional<EmailAddress> address, List<String> why) {
    this(level, address, why, SignatureOpinion.NONE, false);
  }

  /** Words that a member of the staff hands in: whose they are is what that member says. */
  public static SenderTrust handedIn(EmailAddress writer) {
    return new SenderTrust(Level.UNPROVED, Optional.of(writer), List.of(HANDED_IN));
  }

  /** Whether a member of the staff handed it in: it came in no mail of its writer's. */
  public boolean isHandedIn() {
    return why.contains(HANDED_IN);
  }

  /** The same, with what the desk itself found of the signature. */
  public SenderTrust with(SignatureOpinion opinion) {
    return new SenderTrust(level, address, why, opinion, foreign);
  }

  /** The same of a mail that brought a result in the trusted server's name. */
  SenderTrust besideForeign(String told) {
    List<String> reasons = new ArrayList<>(why);
    reasons.add(told);
    return new SenderTrust(level, address, reasons, signature, true);
  }

  /** Whether the trusted server proved that the mail is from exactly this address' domain. */
  public boolean proves(EmailAddress claimed) {
    return level == Level.ALIGNED && address.equals(Optional.of(claimed));
  }

  /** Whether the trusted server says that the mail came from the domain in From. */
  public boolean fromDomain() {
    return level == Level.ALIGNED || level == Level.FROM_DOMAIN;
  }

  /**
   * How far somebody may be believed to have written a mail that a group or a form of the desk's
   * own passed on in its own name: never proved, and refused where the group's name is.
   */
  public SenderTrust claimOf(EmailAddress writer) {
    List<String> reasons = new ArrayList<>();
    reasons.add("passed on by a group or a form of ours, which says who wrote it");
    reasons.addAll(why);
    return new SenderTrust(
        level == Level.FAILED ? Level.FAILED : Level.UNPROVED,
        Optional.of(writer),
        reasons,
        SignatureOpinion.NONE,
        foreign);
  }

  /** The answers, from the best to the worst. */
  public enum Level {
    /**
     * The trusted server says DMARC passed for the From domain, with a signature by that domain.
     */
    ALIGNED,
    /**
     * The trusted server says that the mail came from the From domain, and no more: DMARC passed
     * without a signature of exactly this domain, or the domain publishes none, and SPF or a
     * signature passed for exactly it. Enough for a code that somebody answers and for an
     * objection; for everything else it is as if nothing were said.
     */
    FROM_DOMAIN,
    /** The trusted server says nothing, or not enough. */
    UNPROVED,
    /** The trusted server says that it is forged, or what it says is contradictory. */
    FAILED
  }
}
