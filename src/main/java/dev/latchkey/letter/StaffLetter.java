package dev.latchkey.letter;

/** To a member of staff. */
@Charged(MailClass.STAFF)
public sealed interface StaffLetter extends Letter
    permits StaffLetter.Case,
        CommandLetter,
        WorkLetter,
        AlertLetter,
        SecurityLetter,
        OverviewLetter {
  /**
   * What staff decide on. All but {@code words} and the claims of {@code onRecord} are the desk's
   * own words, or those of staff.
   */
  record Case(
      CaseGist gist,
      CaseApproval approval,
      CaseNews news,
      CaseWords words,
      CaseRecord onRecord,
      CaseProofs proofs)
      implements StaffLetter {}
}
