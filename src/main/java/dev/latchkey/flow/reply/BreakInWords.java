package dev.latchkey.flow.reply;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.recovery.AccountAlarm;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.owner.BreakInReader;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.remark.BlameReader;

/** Words of an owner about somebody else who is in the account, or who had it reset. */
final class BreakInWords {
  private final BreakInReader reader;

  BreakInWords(OwnerAnswerReader owners) {
    this.reader = new BreakInReader(owners);
  }

  /** Whether they tell of a break-in. */
  boolean tells(Incoming mail) {
    return mail.writtenByPerson() && reader.tells(mail.triaged().reply().generous());
  }

  /** The same after a reset, which may be what let somebody in. */
  boolean tellsAfterReset(FlowContext context, Ticket ticket, Incoming mail) {
    return StopRecovery.afterReset(context, ticket) && tells(mail);
  }

  /**
   * Whether who hears of a reset that is approved or done asks who did it, or names somebody else,
   * and says nothing that is known to be harmless: only a person can tell what it is, and by then
   * the account may be in other hands.
   */
  static boolean blames(FlowContext context, Ticket ticket, Incoming mail) {
    boolean late = ticket.state().approved() || StopRecovery.afterReset(context, ticket);
    // Who objected before may take it back by naming who it was: security reads those words as they
    // are.
    return late
        && !AccountAlarm.stands(context, ticket)
        && mail.writtenByPerson()
        && AfterWords.of(mail) != AfterWords.NOTHING
        && BlameReader.blames(mail.triaged().reply().strict());
  }
}
