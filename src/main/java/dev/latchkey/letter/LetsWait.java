package dev.latchkey.letter;

/**
 * A letter to who asked that names no day itself and lets its reader wait: below it stands by when
 * they hear of us again, or until when we wait for them.
 */
public sealed interface LetsWait
    permits StandingLetter.Received,
        StandingLetter.Joined,
        EvidenceLetter.VoucherNamed,
        EvidenceLetter.ProofLooking,
        EvidenceLetter.ProofSeen,
        EvidenceLetter.SavedCodeAccepted,
        EvidenceLetter.NewCode,
        RequesterLetter.AnswersComplete,
        RequesterLetter.SelfServiceFailed,
        DecisionLetter.UnderCheck,
        DecisionLetter.PerhapsOver,
        DecisionLetter.Reopened,
        DecisionLetter.OurMistake,
        DecisionLetter.NotCarriedOut,
        RequesterLetter.CorrectionKept,
        InquiryLetter.InquiryReceived,
        InquiryLetter.InquiryWaits,
        InquiryLetter.Compromised,
        RequesterLetter.IsItOver,
        RequesterLetter.ForAnother,
        NoticeLetter.NoticeCorrected,
        NoticeLetter.NoticeStopped {

  /** Whether it does, by what it says. */
  default boolean waits() {
    return true;
  }

  /** Whether it waits for somebody else than its reader, even where it is their turn as well. */
  default boolean forOthers() {
    return false;
  }
}
