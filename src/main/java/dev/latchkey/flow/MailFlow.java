package dev.latchkey.flow;

/**
 * A use case: what one mail does to the desk, within one transaction.
 *
 * @param <A> whose mail it is
 */
public interface MailFlow<A extends Addressee> {

  /** Runs its guards, applies at most a few events, writes letters, and says how the mail ended. */
  Result run(FlowContext context, Incoming mail, A from);
}
