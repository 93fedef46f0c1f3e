package dev.latchkey.flow.mail;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DirectoryLookup;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.LetterBatch;
import dev.latchkey.flow.Result;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.BudgetRule;
import dev.latchkey.outgoing.Composer;
import dev.latchkey.store.EndedMail;
import dev.latchkey.store.Work;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the flow of each mail of a batch within one transaction, and writes how each ended. */
public final class FlowRunner {
  private final FlowPicker picker;
  private final AccountDirectory directory;
  private final CourtesySchedule courtesy;
  private final Composer composer;
  private final BudgetRule budgets;

  public FlowRunner(
      FlowPicker picker,
      AccountDirectory directory,
      CourtesySchedule courtesy,
      Composer composer,
      BudgetRule budgets) {
    this.picker = picker;
    this.directory = directory;
    this.courtesy = courtesy;
    this.composer = composer;
    this.budgets = budgets;
  }

  /** Runs the flows; how each mail ended, to be told when the transaction is committed. */
  public List<Handled> run(Work work, List<Incoming> batch) {
    work.prefetch(
        batch.stream().flatMap(mail -> mail.replyToken().stream()).toList(),
        batch.stream().flatMap(mail -> mail.codes().stream()).toList(),
        batch.stream().flatMap(mail -> mail.account().stream()).toList(),
        batch.stream().flatMap(mail -> mail.sender().stream()).toList());
    DirectoryLookup accounts = new DirectoryLookup(directory);
    accounts.prefetch(batch.stream().flatMap(mail -> mail.account().stream()).toList());
    Set<String> seen =
        new HashSet<>(
            work.findSeen(
                batch.stream().flatMap(mail -> mail.mail().messageId().stream()).toList()));

    LetterBatch postbox = new LetterBatch(composer, budgets);
    FlowContext turn = new FlowContext(work, postbox, accounts, courtesy);
    List<Handled> handled = new ArrayList<>();
    for (Incoming mail : batch) {
      Result result = picker.pick(turn, mail).run(turn, mail);
      boolean again = mail.mail().messageId().filter(id -> !seen.add(id)).isPresent();
      work.end(ended(mail, result, again));
      handled.add(new Handled(mail, result));
    }
    postbox.post(work);
    return handled;
  }

  /** A mail and how it ended. */
  public record Handled(Incoming mail, Result result) {}

  private static EndedMail ended(Incoming mail, Result result, boolean messageIdSeen) {
    String reasons =
        String.join(
            "; ",
            Stream.of(
                    Stream.of(result.reason()),
                    mail.triaged().kind().why().stream(),
                    mail.trust().why().stream(),
                    Stream.of(messageIdSeen ? "its Message-ID was seen with other content" : ""))
                .flatMap(reason -> reason)
                .filter(reason -> !reason.isEmpty())
                .toList());
    return new EndedMail(
        mail.claimed(),
        false,
        result.outcome().name(),
        reasons,
        result.ticketId(),
        mail.mail().messageId(),
        mail.mail().identity().map(EmailAddress::toString),
        Optional.of(mail.triaged().kind().kind().word()),
        Optional.of(mail.triaged().mail().subject()),
        Optional.of(mail.triaged().reply().generous()));
  }
}
