package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** To the requester, about a proof or a code: one is wanted, looked for, seen or refused. */
public sealed interface EvidenceLetter extends RequesterLetter {

  /**
   * A proof beyond the mailbox, please: the way that is likeliest to work, and others.
   *
   * @param understood what we took from their words; empty where another letter says it
   * @param others ways that help as well, each by itself
   * @param until so long each may be shown
   * @param people only people look for one of them at least, once they are told that it is there
   * @param looked the desk looks for one of them at least
   * @param lookEvery how often it does by itself
   * @param inPerson what staff see where they meet people counts
   * @param code what shows that this mailbox can be read; empty where that is not asked
   * @param asked they asked something as well, and a person reads it
   */
  record ProofWanted(
      Asking asking,
      List<Phrase> understood,
      ProofWay first,
      List<ProofWay> others,
      Instant until,
      boolean people,
      boolean looked,
      Duration lookEvery,
      boolean inPerson,
      String code,
      boolean asked)
      implements EvidenceLetter {}

  /**
   * They say that a proof is there.
   *
   * @param people only people look, and it lies before them; else the desk looks now
   */
  record ProofLooking(boolean people) implements EvidenceLetter, LetsWait {
    @Override
    public boolean waits() {
      return people;
    }

    @Override
    public boolean forOthers() {
      return true;
    }
  }

  /**
   * They say that a proof is there, and the desk looked at once often enough for a day.
   *
   * @param next when it looks by itself
   */
  record ProofLater(Instant next) implements EvidenceLetter {}

  /** The desk saw a proof while the request lies before the staff already. */
  record ProofSeen() implements EvidenceLetter, LetsWait {}

  /**
   * They named somebody who may vouch for them; the same whoever that is.
   *
   * @param others something else is asked for that they can show besides
   * @param codeRight the code that shows that they read this address stood beside it
   * @param fewer they said of other proofs that they cannot bring them
   */
  record VoucherNamed(boolean others, boolean codeRight, boolean fewer)
      implements EvidenceLetter, LetsWait {
    @Override
    public boolean forOthers() {
      return true;
    }
  }

  /**
   * They showed a proof and left out the code that shows that they read the address that the
   * account is to get: here is another one, and nothing else is asked.
   */
  record AddressCode(String code) implements EvidenceLetter {}

  /**
   * They sent the code of another address on: it counts only from there.
   *
   * @param spent it counts no more even so
   * @param counted the code of the address that they wrote from stood beside it, and counts
   * @param byOther not they sent it, but somebody from an address that it did not go to
   */
  record CodeElsewhere(boolean spent, boolean counted, boolean byOther) implements EvidenceLetter {}

  /**
   * The desk looked and could not see it.
   *
   * @param looked where it looked, and what stood in the way
   * @param token what it looked for
   * @param signed it looked at a signature in their mail, and at no place
   */
  record ProofNotSeen(
      List<ProofWay> looked, String token, Instant until, Duration lookEvery, boolean signed)
      implements EvidenceLetter {}

  /**
   * The account system accepted the recovery code that they sent; it is used up.
   *
   * @param asked something is asked of them besides
   * @param more what follows stands in the same letter
   */
  record SavedCodeAccepted(boolean asked, boolean more) implements EvidenceLetter, LetsWait {
    @Override
    public boolean waits() {
      return !more;
    }

    /** To who reads elsewhere what follows. */
    public SavedCodeAccepted(boolean asked) {
      this(asked, false);
    }

    /** The same, above what follows. */
    public SavedCodeAccepted andMore() {
      return new SavedCodeAccepted(asked, true);
    }
  }

  /**
   * The account system refused what they sent as recovery codes.
   *
   * @param tried how many of one mail
   * @param left how many more may be sent today
   */
  record SavedCodeRefused(int tried, int left) implements EvidenceLetter {}

  /**
   * They sent a code that we cannot read.
   *
   * @param saved one of their recovery codes; else one that we sent them
   */
  record CodeUnread(CodeFault why, boolean saved) implements EvidenceLetter {}

  /** It is not known whether the recovery code that they sent is good. */
  record SavedCodeUnchecked(Unchecked why) implements EvidenceLetter {}

  /**
   * How they use a recovery code themselves.
   *
   * @param sent they sent one, and we cannot check it; otherwise they hold some, or may
   * @param password they forgot the password as well, and need a new one first
   * @param held their request stands still, and "it worked" does not close it by itself
   */
  record SavedCodeAlone(boolean sent, boolean password, boolean held) implements EvidenceLetter {}

  /**
   * Another code is on its way.
   *
   * @param other to the addresses that sent none back; the one that this goes to did
   */
  record NewCode(boolean other) implements EvidenceLetter, LetsWait {}
}
