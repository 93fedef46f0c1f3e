package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A mail that the desk does not answer; where a person should look, the staff are told. */
final class UnansweredFlow implements MailFlow<Addressee> {
  private final Outcome outcome;
  private final String reason;
  private final Letters letters;

  UnansweredFlow(Outcome outcome, String reason, Letters letters) {
    this.outcome = outcome;
    this.reason = reason;
    this.letters = letters;
  }

  @Override
  public Result run(FlowContext turn, Incoming mail, Addressee from) {
    if (outcome == Outcome.NOT_A_REQUEST || outcome == Outcome.NO_IDENTITY) {
      // One alarm an hour names the kind; the mails themselves are listed by the command.
      letters.alarm(
          turn,
          outcome + ":" + turn.now().truncatedTo(ChronoUnit.HOURS),
          "A mail was kept that the desk did not answer",
          List.of(
              "Reason: " + reason,
              "Mail " + mail.id() + "; see all of them with: latchkey mails --unanswered"));
    }
    return Result.without(outcome, reason);
  }
}
