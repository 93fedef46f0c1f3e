package dev.latchkey.flow.mail;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.letter.phrase.AlarmPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.ScanResult;
import dev.latchkey.triage.mark.SenderMarks;
import dev.latchkey.trust.sender.PlainMailbox;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Mail that reached the desk by other hands than its writer's and by none of the ways that the
 * settings name: a list, a group in the desk's own name, a web form. The staff hear of what reads
 * like a request; nobody else is answered.
 */
public final class OtherHands {
  private static final int LINES = 40;
  private final Letters letters;

  public OtherHands(Letters letters) {
    this.letters = letters;
  }

  /** A list's mail; it opens nothing, whatever it says. */
  Result ofList(FlowContext context, Incoming mail) {
    tellOfRequest(context, mail, new AlarmPhrase.RequestByList());
    return Result.without(Outcome.LIST_IGNORED, "list or bulk mail");
  }

  /** Our own mail that came back, or a group's that put our address into From. */
  Result ofOurselves(FlowContext context, Incoming mail) {
    if (!mail.triaged().kind().certain()) {
      tellOfRequest(context, mail, new AlarmPhrase.RequestInOurName());
    }
    return Result.without(Outcome.OWN_MAIL_IGNORED, "our own mail came back");
  }

  /**
   * The staff hear of a request that a form wrote, since whoever filled it in cannot be answered.
   */
  void tellOfForm(FlowContext context, Incoming mail) {
    boolean another =
        mail.mail()
            .field("Reply-To")
            .flatMap(field -> PlainMailbox.find(field.raw()))
            .filter(other -> !Optional.of(other).equals(mail.mail().identity()))
            .isPresent();
    if (another && SenderMarks.of(mail.mail()).noReply()) {
      tellOfRequest(context, mail, new AlarmPhrase.WrittenByForm());
    }
  }

  /** The staff hear, once an hour, that a program answers the desk, which answers it no more. */
  void tellOfEcho(FlowContext context, Incoming mail) {
    letters.alarm(
        context,
        "echo:" + context.now().truncatedTo(ChronoUnit.HOURS),
        new WorkLetter.Alarm(
            new AlarmPhrase.MailUnanswered(),
            List.of(
                new AlarmPhrase.ClaimsToBeFrom(String.join(", ", mail.mail().from())),
                new AlarmPhrase.SaysTheSame(),
                new AlarmPhrase.SeeMails(mail.id())),
            new Text(OwnCodes.subject(mail)),
            OwnCodes.typed(mail).lines().limit(LINES).toList()));
  }

  /**
   * The staff hear, once a day, that their mail server lets results in its own name through from
   * outside, and once an hour of a harmful file.
   */
  void tellOfDanger(FlowContext context, Incoming mail) {
    String claimed = String.join(", ", mail.mail().from());
    if (mail.trust().foreign()) {
      letters.alarm(
          context,
          "result:" + context.now().truncatedTo(ChronoUnit.DAYS),
          new WorkLetter.MailWarning(
              new AlarmPhrase.ResultBrought(),
              List.of(
                  new AlarmPhrase.ResultLetThrough(), new AlarmPhrase.ClaimsToBeFrom(claimed))));
    }
    if (mail.files().kind() == ScanResult.Kind.HARMFUL) {
      letters.alarm(
          context,
          "harmful:" + context.now().truncatedTo(ChronoUnit.HOURS),
          new WorkLetter.MailWarning(
              new AlarmPhrase.FileBrought(),
              List.of(
                  new AlarmPhrase.ScannerCalls(mail.files().name()),
                  new AlarmPhrase.ClaimsToBeFrom(claimed),
                  new AlarmPhrase.CopyDeleted())));
    }
  }

  /** The staff hear that a mail broke the limit of a header, which nobody's program writes. */
  void tellOfLimit(FlowContext context, long mail) {
    letters.alarm(
        context,
        "header:" + context.now().truncatedTo(ChronoUnit.HOURS),
        new WorkLetter.Alarm(
            new AlarmPhrase.MailNotKept(),
            List.of(new AlarmPhrase.HeaderTooLarge(), new AlarmPhrase.SeeMails(mail)),
            Text.NONE,
            List.of()));
  }

  private void tellOfRequest(FlowContext context, Incoming mail, Phrase why) {
    if (!mail.triaged().request().recovery()) {
      return;
    }
    String claimed = String.join(", ", mail.mail().from());
    letters.alarm(
        context,
        // Of one sender one a day; the mails themselves are listed by the command.
        why + ":" + claimed + ":" + context.now().truncatedTo(ChronoUnit.DAYS),
        new WorkLetter.Alarm(
            new AlarmPhrase.MailUnanswered(),
            List.of(
                new AlarmPhrase.ClaimsToBeFrom(claimed), why, new AlarmPhrase.SeeMails(mail.id())),
            new Text(OwnCodes.subject(mail)),
            OwnCodes.typed(mail).lines().limit(LINES).toList()));
  }
}
