package dev.latchkey.flow;

import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.InquiryLetter;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.letter.writing.Beside;
import dev.latchkey.letter.writing.Envelope;
import java.util.Optional;
import java.util.Set;

/**
 * Letters to the same reader at the same moment whose words stand in one: what to do in a danger
 * and where the request stands, what came of a recovery code and what follows from it.
 */
final class InOneLetter {
  /** Where a request stands, as it is told beside what to do in a danger. */
  private static final Set<LetterKind> STANDS =
      Set.of(
          LetterKind.of(StandingLetter.Status.class),
          LetterKind.of(StandingLetter.Received.class),
          LetterKind.of(StandingLetter.Joined.class),
          LetterKind.of(RequesterLetter.DetailsMissing.class),
          LetterKind.of(RequesterLetter.AnswersComplete.class),
          LetterKind.of(RequesterLetter.PersonLooks.class),
          LetterKind.of(RequesterLetter.SelfServiceFailed.class),
          LetterKind.of(RequesterLetter.InReview.class),
          LetterKind.of(RequesterLetter.Withdrawn.class),
          LetterKind.of(EvidenceLetter.ProofWanted.class),
          LetterKind.of(DecisionLetter.UnderCheck.class));

  /** What follows from a recovery code that was accepted. */
  private static final Set<LetterKind> FOLLOWS =
      Set.of(
          LetterKind.of(EvidenceLetter.ProofWanted.class),
          LetterKind.of(RequesterLetter.PersonLooks.class),
          LetterKind.of(RequesterLetter.InReview.class));

  /** Who acts next, where a code of their own is wanted first. */
  private static final Set<LetterKind> ACTS =
      Set.of(
          LetterKind.of(RequesterLetter.PersonLooks.class),
          LetterKind.of(RequesterLetter.InReview.class));

  private InOneLetter() {}

  /**
   * The envelope of a letter when it says what another one would as well; empty where each is read
   * by itself.
   */
  static Optional<Envelope> both(Envelope host, Envelope other) {
    Letter letter = host.letter();
    LetterKind kind = other.letter().kind();
    Beside beside = host.beside();
    if (!other.beside().equals(Beside.NONE)) {
      return Optional.empty();
    }
    if ((letter instanceof InquiryLetter.InDanger && STANDS.contains(kind))
        || (letter instanceof EvidenceLetter.AddressCode && ACTS.contains(kind))) {
      return beside.below().isPresent()
          ? Optional.empty()
          : Optional.of(host.with(beside.below(other.letter())).with(other.remarks()));
    }
    return other.letter() instanceof EvidenceLetter.SavedCodeAccepted accepted
            && FOLLOWS.contains(letter.kind())
            && beside.above().isEmpty()
        ? Optional.of(host.with(beside.above(accepted.andMore())))
        : Optional.empty();
  }
}
