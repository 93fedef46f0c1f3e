package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Words;
import java.util.List;

/** What the thoughts of an owner's answer amount to. */
final class OwnerTally {
  /** A longer text says more than yes. */
  private static final int LONGEST_YES = 60;

  /** A longer one explains itself, or takes it back. */
  private static final int LONGEST_NO = 6;

  /** It was written by somebody who was asked to vouch. */
  private final boolean vouches;

  private boolean objects;
  private boolean orders;
  private boolean lets;
  private boolean agrees;
  private boolean goesOn;
  private boolean fine;

  /**
   * It says yes in more than that the account is theirs, or that they know of it, which who objects
   * says as well.
   */
  private boolean agreesBeyondOwning;

  private boolean owns;
  private boolean deed;
  private boolean doubt;
  private boolean denied;

  /** It denies, as a question or in doubt. */
  private boolean wonders;

  /** It said just now, in the same sentence, that it looks strange. */
  private boolean odd;

  private boolean no;

  /** It begins with "no", and with nothing else. */
  private boolean plainNo;

  private int words;

  OwnerTally(boolean vouches) {
    this.vouches = vouches;
  }

  /** A sentence more, of so many words. */
  void count(int more) {
    words += more;
    odd = false;
  }

  /** A sentence that denies as a whole: its words are no thoughts of their own. */
  void weighWhole(List<Words.Word> sentence, boolean question) {
    objects |= vouches && (OthersDenial.in(sentence) || (!question && NotTheirs.says(sentence)));
  }

  /**
   * One thought more.
   *
   * @param first it begins the answer
   */
  void weigh(OwnerThought thought, boolean first) {
    if (thought.hits().isEmpty()) {
      return;
    }
    if (thought.asksWhoElse()) {
      return;
    }
    boolean explains = OddLooks.explains(thought.said());
    boolean doubtful = thought.has("doubt") && !explains;
    boolean wary = thought.has("wary") && !odd && !explains;
    boolean turns = thought.has("but") && !(odd && thought.saysYes());
    doubt |= doubtful || turns || wary;
    odd |= explains;
    doubt |= thought.question() && !thought.has("code");
    // Who has no trouble to get in needs nothing, whatever they say.
    doubt |= thought.deniesMoreThanTrouble();
    if (thought.letsGo()) {
      agrees |= !thought.question();
      agreesBeyondOwning |= !thought.question() && !thought.has("soft");
      goesOn |= thought.stopsNothing() || thought.has("keep going");
      fine |= !thought.question();
      return;
    }
    boolean denies = thought.has("not") || thought.isDenial();
    boolean denial =
        thought.isDenial()
            || thought.has("unknown")
            || thought.deniesSelf()
            || thought.deniesDeed()
            || thought.disputes()
            || thought.deniesFine()
            || (vouches && OthersDenial.in(thought))
            || (thought.attacks() && !thought.has("device"));
    if (doubtful || thought.question()) {
      wonders |= denial;
      return;
    }
    boolean order = thought.orders() || thought.deniesLetting() || thought.deniesHanding();
    boolean objection = denial || order;
    boolean alone = first && thought.hits().size() == 1;
    no |= alone && thought.has("no");
    plainNo |=
        alone
            && (denies || thought.has("no"))
            && thought.heard().cardinality() == thought.said().size();
    objects |= denial;
    orders |= order;
    lets |= order && thought.has("may");
    denied |=
        (denies || thought.has("no"))
            && !thought.deniesAttack()
            && !explains
            && !thought.isReason();
    boolean claims = !objection && !denies && !thought.has("no") && thought.claims();
    agrees |= claims;
    agreesBeyondOwning |= claims && !thought.has("owns") && !thought.has("soft");
    owns |= thought.has("owns");
    deed |= claims && !thought.has("owns") && !thought.isBareYes();
  }

  /** Whether there is not a word. */
  boolean isEmpty() {
    return words == 0;
  }

  /** Whether anything denies that it was them, or orders us to stop. */
  boolean objects() {
    return objects || orders;
  }

  /** Whether all that objects is an order to stop. */
  boolean onlyOrders() {
    return orders && !objects;
  }

  /** Whether it says that we may stop. */
  boolean lets() {
    return lets;
  }

  /** Whether it asks us not to stop, and nothing objects. */
  boolean goesOn() {
    return goesOn && !objects();
  }

  /** Whether it says that nothing speaks against it, and nothing objects. */
  boolean isFine() {
    return fine && !objects();
  }

  /** Whether it denies, as a question or in doubt. */
  boolean wonders() {
    return wonders;
  }

  /**
   * Whether it is "no", and little more. Whoever was asked to vouch was written that "no" is how to
   * stop it: whatever they tell us behind it.
   */
  boolean isNo() {
    return (no && words <= LONGEST_NO) || (vouches && plainNo);
  }

  /** Whether anything says that it was them. */
  boolean agrees() {
    return agrees;
  }

  /** Whether anything contradicts an objection. */
  boolean contradicts() {
    return agreesBeyondOwning;
  }

  /** Whether it says that it was them who asked, and neither denies that nor orders us to stop. */
  boolean claims() {
    return deed && !objects();
  }

  /** Whether it says that it was them who asked, and nothing speaks against it. */
  boolean isPlain() {
    return agrees && (deed || !owns) && !doubt && !denied && words <= LONGEST_YES;
  }
}
