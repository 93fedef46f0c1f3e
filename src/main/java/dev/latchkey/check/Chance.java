package dev.latchkey.check;

/**
 * Something on record for an account that its owner could prove with.
 *
 * @param kind the class of evidence that it would be
 * @param place the address, key or project, as the directory has it
 * @param age whether it was there long enough before the request
 */
public record Chance(EvidenceClass kind, String place, Age age) {

  /** What is younger than the policy says proves nothing: whoever took an account may add a key. */
  public enum Age {
    OLD_ENOUGH,
    TOO_NEW,
    /** The directory does not say since when. */
    UNKNOWN
  }

  /** It may serve. */
  public boolean usable() {
    return age == Age.OLD_ENOUGH;
  }
}
