package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.Text;
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
        new StaffLetter.Alarm(
            new Phrase.MailUnanswered(),
            List.of(
                new Phrase.ClaimsToBeFrom(claimed),
                plain ? new Phrase.SenderUnproved() : new Phrase.NoPlainSender(),
                new Phrase.SeeMails(mail.id())),
            new Text(mail.triaged().mail().subject()),
            mail.triaged().reply().generous().lines().limit(LINES).toList()));
    return Result.without(
        Outcome.NO_IDENTITY,
        plain
            ? "the sender failed authentication"
            : "From names no single plain address: " + mail.mail().faults());
  }
}
