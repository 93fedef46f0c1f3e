package dev.latchkey.letter.phrase;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Lacking;
import dev.latchkey.check.Warning;
import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.List;

/** What the desk found, what speaks against it, and what both amount to. */
public sealed interface EvidencePhrase extends Phrase {

  /** A piece of evidence. */
  record Seen(EvidenceClass kind, String source, Instant at) implements EvidencePhrase {}

  /** The same, which a person of the staff saw. */
  record SeenBy(EvidenceClass kind, String source, EmailAddress member) implements EvidencePhrase {}

  /** Who vouched and who asked may be one person: the addresses are in the same hands. */
  record VoucherAtHand(String voucher, EmailAddress requester) implements EvidencePhrase {}

  /** The same of a class of the desk's own. */
  record OwnSeenBy(String name, String source, EmailAddress member) implements EvidencePhrase {}

  /** When one of these was. */
  record SeenAt(Phrase what, Instant at) implements EvidencePhrase {}

  /** A piece of evidence, in few words. */
  record SeenShortly(EvidenceClass kind, String source) implements EvidencePhrase {}

  /** Everything that was proved. */
  record Proved(List<Phrase> what) implements EvidencePhrase {}

  /** Nothing was. */
  record ProvedNothing() implements EvidencePhrase {}

  /** A proof that was asked for and may still be shown. */
  record AskedFor(String place, String token, Instant until) implements EvidencePhrase {}

  /** The same, where the requester says that it is there and nobody has looked since. */
  record SaidToBeThere(String place, String token) implements EvidencePhrase {}

  /** The same, where they say that something is there, and not what. */
  record SaidSomethingIsThere(String place, String token) implements EvidencePhrase {}

  /** The word of a co-owner, which was asked for and may still come. */
  record AskedForWord(String place, Instant until) implements EvidencePhrase {}

  /** A proof that was asked for and that will not come. */
  record AskedInVain(String place) implements EvidencePhrase {}

  /** A proof that was asked for and that the requester says they cannot bring. */
  record CannotBring(EvidenceClass kind, String place) implements EvidencePhrase {}

  /** The same of the word of a co-owner. */
  record CannotBringWord(String place) implements EvidencePhrase {}

  /** The same of a saved recovery code. */
  record CannotBringSavedCode() implements EvidencePhrase {}

  /** How to have a co-owner asked. */
  record VouchLine(EmailAddress member) implements EvidencePhrase {}

  /** Proofs that would be enough together. */
  record Together(List<Phrase> what) implements EvidencePhrase {}

  /** One of them. */
  record ProofOf(EvidenceClass proof) implements EvidencePhrase {}

  /** One of the desk's own classes, which a person sees. */
  record OwnProof(String name) implements EvidencePhrase {}

  /** How to write that a proof was seen. */
  record SawLine(String name) implements EvidencePhrase {}

  /** Something that speaks against it. */
  record Warned(Warning.Kind kind, String source) implements EvidencePhrase {}

  /**
   * The same of what an owner said about some tickets.
   *
   * @param tickets their references
   */
  record WarnedAbout(Warning.Kind kind, String source, String tickets) implements EvidencePhrase {}

  /** The same, seen in nothing that has a name. */
  record WarnedOnly(Warning.Kind kind) implements EvidencePhrase {}

  /** Everything that speaks against it. */
  record WarnedOf(List<Phrase> what) implements EvidencePhrase {}

  /** Nothing does. */
  record NothingWarned() implements EvidencePhrase {}

  /** How to lift a warning. */
  record LiftLine(String name, Warning.Kind kind) implements EvidencePhrase {}

  /** Who lifted a warning. */
  record LiftedBy(Warning.Kind kind, EmailAddress member, Instant at) implements EvidencePhrase {}

  /** The desk recommends approval. */
  record Recommended() implements EvidencePhrase {}

  /** The proofs are enough, and words stand beside a code that a person reads first. */
  record WordsFirst() implements EvidencePhrase {}

  /** Approval is possible, but not recommended. */
  record NotRecommended(List<Lacking> lacking) implements EvidencePhrase {}

  /** Nobody can approve. */
  record NotPossible(List<Lacking> lacking) implements EvidencePhrase {}

  /** What is missing, as an item. */
  record Lacks(Lacking what) implements EvidencePhrase {}

  /** The account would get another address now than the one that was approved. */
  record OtherAddress() implements EvidencePhrase {}

  /** Who approved it, and when. */
  record ApprovedBy(EmailAddress member, Instant at) implements EvidencePhrase {}
}
