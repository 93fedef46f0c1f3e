package dev.latchkey.flow;

/** A use case: what one mail does to the desk, within one transaction. */
public interface MailFlow {

  /** Runs its guards, applies at most a few events, writes letters, and says how the mail ended. */
  Result run(FlowContext turn, Incoming mail);
}
