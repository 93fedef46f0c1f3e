package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.Phrase;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A mail that the desk does not answer; where a person should look, the staff are told. */
final class UnansweredFlow implements MailFlow<Addressee> {
  private final Outcome outcome;
  private final String reason;
  private final Optional<Phrase> alarm;
  private final Letters letters;

  /**
   * @param reason for the operator
   * @param alarm the same for the staff; empty when they need not look
   */
  UnansweredFlow(Outcome outcome, String reason, Optional<Phrase> alarm, Letters letters) {
    this.outcome = outcome;
    this.reason = reason;
    this.alarm = alarm;
    this.letters = letters;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee from) {
    alarm.ifPresent(why -> alarm(context, letters, outcome.name(), why, mail));
    return Result.without(outcome, reason);
  }

  /** One alarm an hour names the kind; the mails themselves are listed by the command. */
  static void alarm(FlowContext context, Letters letters, String kind, Phrase why, Incoming mail) {
    letters.alarm(
        context,
        kind + ":" + context.now().truncatedTo(ChronoUnit.HOURS),
        new Phrase.MailUnanswered(),
        List.of(why, new Phrase.SeeMails(mail.id())));
  }
}
