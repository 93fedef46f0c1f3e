package dev.latchkey.flow.loop;

import dev.latchkey.accounts.SavedCodes;
import dev.latchkey.accounts.SavedCodes.Verdict;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.due.FinishCheck;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.store.ClaimedExecution;
import dev.latchkey.store.CodeOrder;
import dev.latchkey.store.MailStore;
import dev.latchkey.triage.command.CodeReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Offers one recovery code to the account system: reads it from the sealed octets of its mail,
 * outside of any transaction, and has written what came of it. The code is nowhere else.
 */
public final class SavedCodeCheck {
  private final MailStore mails;
  private final MailReading reading;
  private final FlowContexts contexts;
  private final SavedCodes codes;
  private final FinishCheck finish;
  private final Failpoints failpoints;
  private final CodeReader ours = new CodeReader();

  public SavedCodeCheck(
      MailStore mails,
      MailReading reading,
      FlowContexts contexts,
      SavedCodes codes,
      FinishCheck finish,
      Failpoints failpoints) {
    this.mails = mails;
    this.reading = reading;
    this.contexts = contexts;
    this.codes = codes;
    this.finish = finish;
    this.failpoints = failpoints;
  }

  void run(ClaimedExecution execution) {
    Optional<String> account =
        Conflicts.retried(() -> contexts.open(1, context -> finish.order(context, execution)));
    account.ifPresent(name -> offer(execution, name));
  }

  private void offer(ClaimedExecution execution, String account) {
    CodeOrder order = CodeOrder.of(execution.decision());
    Optional<MailBytes> octets = mails.findOctets(order.mailId());
    List<String> typed = octets.map(this::savedCodes).orElse(List.of());
    if (order.index() >= typed.size()) {
      write(context -> finish.gone(context, execution, octets.isEmpty()));
      return;
    }
    Verdict verdict = codes.offer(execution.decision(), account, typed.get(order.index()));
    failpoints.hit(Failpoint.EXECUTED);
    boolean more = order.index() + 1 < typed.size();
    write(context -> finish.finish(context, execution, verdict, more));
  }

  /** Without the codes that the desk gave out itself. */
  private List<String> savedCodes(MailBytes octets) {
    List<String> typed = reading.savedCodes(octets);
    return Conflicts.retried(
        () ->
            contexts.open(
                1,
                context ->
                    typed.stream()
                        .filter(code -> !finish.ours(context, ours.read(code)))
                        .toList()));
  }

  private void write(Consumer<FlowContext> task) {
    Conflicts.retried(
        () ->
            contexts.open(
                1,
                context -> {
                  task.accept(context);
                  return true;
                }));
  }
}
