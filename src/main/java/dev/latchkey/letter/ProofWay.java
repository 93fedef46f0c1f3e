package dev.latchkey.letter;

/**
 * How a proof is brought, as the requester reads it. Those without a place are the same for every
 * account, and for none: they are written before anything was proved.
 */
public sealed interface ProofWay {

  /** A branch or tag in a repository. */
  record Branch(String token, String place) implements ProofWay {}

  /** In any repository that the account links to. */
  record AnyBranch(String token) implements ProofWay {}

  /** A file on a site. */
  record SiteFile(String token, String place) implements ProofWay {}

  /** A TXT record. */
  record DnsTxt(String token, String place) implements ProofWay {}

  /** A file or a TXT record on any site that the account links to. */
  record AnySite(String token, String marker) implements ProofWay {}

  /** A signature by an OpenPGP key. */
  record OpenPgp(String token) implements ProofWay {}

  /** A signature by an SSH key. */
  record Ssh(String token) implements ProofWay {}

  /** A signature by any key of the account. */
  record AnyKey(String token) implements ProofWay {}

  /** A text in the profile. */
  record Profile(String token) implements ProofWay {}

  /** A recovery code that was saved; the account system checks it. */
  record SavedCode() implements ProofWay {}

  /** The word of somebody who owns something together with the account. */
  record CoOwner(String place) implements ProofWay {}

  /** The word of anybody who does. */
  record AnyCoOwner() implements ProofWay {}

  /** Where the desk looked, and what stood in the way. */
  record NotSeenAt(String place, Unseen why) implements ProofWay {}

  /** The same before anything was proved: neither what is on record, nor whether anything is. */
  record NotSeenAnywhere() implements ProofWay {}
}
