package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.AlarmPhrase;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.WorkLetter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A mail of a person whose sender is no single plain address, or one that failed authentication. An
 * answer could reach somebody who wrote nothing, so there is none; the staff read it and decide.
 */
public final class NoIdentityFlow implements MailFlow<Addressee.Stranger> {
  private static final int LINES = 40;
  private final Letters letters;

  public NoIdentityFlow(Letters letters) {
    this.letters = letters;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Stranger from) {
    boolean plain = mail.mail().identity().isPresent();
    String claimed = String.join(", ", mail.mail().from());
    letters.alarm(
        context,
        // Of one claimed sender one a day; the others wait in the digest.
        Outcome.NO_IDENTITY + ":" + claimed + ":" + context.now().truncatedTo(ChronoUnit.DAYS),
        new WorkLetter.Alarm(
            new AlarmPhrase.MailUnanswered(),
            List.of(
                new AlarmPhrase.ClaimsToBeFrom(claimed),
                plain ? new AlarmPhrase.SenderUnproved() : new AlarmPhrase.NoPlainSender(),
                new AlarmPhrase.SeeMails(mail.id())),
            new Text(mail.triaged().mail().subject()),
            mail.triaged().reply().generous().lines().limit(LINES).toList()));
    return Result.without(
        Outcome.NO_IDENTITY,
        plain
            ? "the sender failed authentication"
            : "From names no single plain address: " + mail.mail().faults());
  }
}
