package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.secret.SecretKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** To whoever wrote to the desk; perhaps the owner, perhaps not. */
@Charged(MailClass.ANSWER)
public sealed interface RequesterLetter extends Letter
    permits RequesterLetter.Acknowledgement,
        RequesterLetter.AskedForAnother,
        RequesterLetter.DetailsMissing,
        RequesterLetter.AnswersComplete,
        RequesterLetter.PersonLooks,
        RequesterLetter.SelfServiceFailed,
        RequesterLetter.AccountCorrected,
        RequesterLetter.WhichAccount,
        RequesterLetter.CorrectionKept,
        RequesterLetter.SelfService,
        RequesterLetter.InReview,
        RequesterLetter.Withdrawn,
        RequesterLetter.PleaseConfirm,
        RequesterLetter.IsItOver,
        RequesterLetter.ForAnother,
        StandingLetter,
        DeadlineLetter,
        InquiryLetter,
        EvidenceLetter,
        DecisionLetter {

  /**
   * The first answer. The same for accounts that exist and those that do not.
   *
   * @param byStaff our staff opened it for them, who may have written nothing
   * @param before how many tickets are before this one
   * @param forgot only the password is gone, which they may have reset alone
   * @param understood what was taken from the mail
   * @param missing what is asked now, numbered
   * @param more other questions follow
   * @param proving proofs are asked for next
   * @param stands it goes on when the staff say so
   * @param secrets what was found and blacked out
   * @param limitMegabytes the mail was over this size and its text was not read; 0 when it was
   * @param asked they asked something as well, which stands before the staff
   * @param deadline so long at least it waits for them; empty when it does not
   */
  @Charged(MailClass.ACKNOWLEDGEMENT)
  record Acknowledgement(
      boolean byStaff,
      boolean worried,
      boolean mayHaveCodes,
      boolean forgot,
      int before,
      Optional<Span> span,
      List<Phrase> understood,
      Set<Answers.Question> missing,
      boolean more,
      boolean proving,
      boolean stands,
      Set<SecretKind> secrets,
      int limitMegabytes,
      boolean asked,
      Optional<Instant> deadline)
      implements RequesterLetter {
    /** The same, to who asked something as well. */
    public Acknowledgement withQuestion() {
      return new Acknowledgement(
          byStaff,
          worried,
          mayHaveCodes,
          forgot,
          before,
          span,
          understood,
          missing,
          more,
          proving,
          stands,
          secrets,
          limitMegabytes,
          true,
          deadline);
    }
  }

  /**
   * The first answer to who writes in the owner's place, and the one that tells them that codes go
   * out. What only the owner can say is not asked of them.
   *
   * @param mayHaveCodes nobody said whether the owner has a recovery code
   * @param before how many tickets are before this one
   * @param understood what was taken from the mail
   * @param missing what is asked now, numbered
   * @param proving codes go out with it, if the account exists
   * @param secrets what was found and blacked out
   * @param asked they asked something as well, which stands before the staff
   * @param deadline so long at least it waits; empty when it does not
   */
  @Charged(MailClass.ACKNOWLEDGEMENT)
  record AskedForAnother(
      boolean mayHaveCodes,
      int before,
      Optional<Span> span,
      List<Phrase> understood,
      Set<Answers.Question> missing,
      boolean proving,
      Set<SecretKind> secrets,
      boolean asked,
      Optional<Instant> deadline)
      implements RequesterLetter {}

  /**
   * What was understood, and what is asked now.
   *
   * @param found something that was asked for was found in their mail
   * @param files files came with it, which nobody reads
   * @param account its name is asked: they may have given several
   * @param more other questions follow
   * @param asked they asked something as well, which stands before the staff
   * @param deadline so long at least it waits for them; empty when it does not
   */
  record DetailsMissing(
      boolean found,
      boolean files,
      List<Phrase> understood,
      Set<Answers.Question> missing,
      boolean account,
      boolean more,
      boolean asked,
      Optional<Instant> deadline)
      implements RequesterLetter {
    /** The same, to who asked something as well. */
    public DetailsMissing withQuestion() {
      return new DetailsMissing(found, files, understood, missing, account, more, true, deadline);
    }
  }

  /**
   * Everything is answered, and proofs are asked for now.
   *
   * @param forgot only the password is gone, which they may have reset alone
   * @param asked they asked something as well, which stands before the staff
   * @param status they asked how it is going
   */
  record AnswersComplete(
      List<Phrase> understood,
      boolean forgot,
      boolean asked,
      boolean status,
      int before,
      Optional<Span> span)
      implements RequesterLetter, LetsWait {
    /** The same, to who asked something as well. */
    public AnswersComplete withQuestion() {
      return new AnswersComplete(understood, forgot, true, status, before, span);
    }
  }

  /**
   * A person looks at it now.
   *
   * @param earlier the reason for which it was declined before; may be empty
   * @param inPerson they have nothing to prove with, and what staff see where they meet people
   *     counts
   * @param coming codes go out with this letter, if the account exists
   * @param out codes went out before, if it does, and one may be left to send
   * @param counted the code of their own address was right
   * @param named they named who may vouch for them a moment ago
   */
  record PersonLooks(
      Handover why,
      List<Phrase> understood,
      Text earlier,
      boolean inPerson,
      boolean coming,
      boolean out,
      boolean counted,
      boolean named,
      int before,
      Optional<Span> span,
      Optional<Instant> nextWord)
      implements RequesterLetter {
    /** The same, to who named somebody who may vouch. */
    public PersonLooks withVoucher() {
      return new PersonLooks(
          why, understood, earlier, inPerson, coming, out, counted, true, before, span, nextWord);
    }
  }

  /** They could not do it alone; a code is on its way. */
  record SelfServiceFailed() implements RequesterLetter, LetsWait {}

  /**
   * Their request is about another account than before, as they say.
   *
   * @param instead the request that this one takes the place of; empty where it is the same one
   * @param proving a sign that the new account is theirs is asked for next
   * @param alone they try it by themselves, with what we sent them before
   */
  record AccountCorrected(
      Optional<Reference> instead, List<Phrase> understood, boolean proving, boolean alone)
      implements RequesterLetter {}

  /** They name another account than before, and nobody can be sure which of the two they mean. */
  record WhichAccount(String before, String name) implements RequesterLetter {}

  /**
   * They say that the account is another one, and a person has to change that.
   *
   * @param held nothing goes on until then; otherwise nothing was going on by itself
   * @param ordered the reset of the account so far had been ordered
   */
  record CorrectionKept(String before, String name, boolean held, boolean ordered)
      implements RequesterLetter, LetsWait {}

  /**
   * You can do it alone, this way.
   *
   * @param byStaff our staff opened it for them, who may have written nothing
   * @param codes with a recovery code; otherwise by having the password reset
   * @param perhaps they did not say that they have one: they are to look for it
   * @param password with a code, and they forgot the password as well
   * @param asked they asked something as well, which stands before the staff
   */
  record SelfService(
      boolean byStaff,
      boolean codes,
      boolean perhaps,
      boolean password,
      Instant deadline,
      boolean asked)
      implements RequesterLetter {}

  /**
   * A person decides now.
   *
   * @param deciding why now
   * @param besides they wrote more than what completes it, and the case shows that
   * @param enough the staff may approve with what there is
   * @param inPerson where it is not, what staff see where they meet people would help
   * @param named they named who may vouch for them a moment ago
   * @param before how many tickets are before this one
   */
  record InReview(
      Deciding deciding,
      boolean besides,
      boolean enough,
      boolean inPerson,
      boolean named,
      int before,
      Optional<Span> span,
      Optional<Instant> nextWord)
      implements RequesterLetter {
    /** The same, to who wrote more than what completes it. */
    public InReview withBesides() {
      return new InReview(deciding, true, enough, inPerson, named, before, span, nextWord);
    }

    /** The same, to who named somebody who may vouch. */
    public InReview withVoucher() {
      return new InReview(deciding, besides, enough, inPerson, true, before, span, nextWord);
    }
  }

  /**
   * It is closed as they wished.
   *
   * @param settled it had been closed as recovered before, and was opened again
   * @param back they only say that they are in their account again
   * @param denied they say that they never asked
   */
  record Withdrawn(boolean settled, boolean back, boolean denied) implements RequesterLetter {
    /** As they wished, and no more. */
    public static Withdrawn asWished() {
      return new Withdrawn(false, false, false);
    }
  }

  /** A mail in their name asks for something that needs proof, and may be somebody else's. */
  record PleaseConfirm() implements RequesterLetter {}

  /**
   * Their words may mean that it is over, and nothing ends on a guess.
   *
   * @param stopped it stands still, whatever they answer
   */
  record IsItOver(boolean stopped) implements RequesterLetter, LetsWait {}

  /**
   * They say that they write in the owner's place, or that the owner is dead.
   *
   * @param bereaved the latter
   * @param stopped nothing is changed on the account before a person decided
   * @param code the code of this address was right and counts
   * @param more that of another address is missing
   * @param over their words may mean that it is over for them as well
   */
  record ForAnother(boolean bereaved, boolean stopped, boolean code, boolean more, boolean over)
      implements RequesterLetter, LetsWait {
    /** To who says nothing of an end. */
    public ForAnother(boolean bereaved, boolean stopped, boolean code, boolean more) {
      this(bereaved, stopped, code, more, false);
    }

    /** The same, which asks as well whether it is over. */
    public ForAnother perhapsOver() {
      return new ForAnother(bereaved, stopped, code, more, true);
    }
  }
}
