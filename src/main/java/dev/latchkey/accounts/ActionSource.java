package dev.latchkey.accounts;

import java.time.InstantSource;

/** Who carries out a recovery. */
public sealed interface ActionSource {

  /** The action; nothing is connected yet. */
  RecoveryAction open(InstantSource clock);

  /** The staff do, and answer DONE. */
  record Manual() implements ActionSource {
    @Override
    public RecoveryAction open(InstantSource clock) {
      return new ManualAction();
    }
  }

  /** The account system does, asked by HTTP. */
  record Http(HttpActionSettings settings, RequestSigner signer) implements ActionSource {
    @Override
    public RecoveryAction open(InstantSource clock) {
      return new HttpAction(settings, signer, clock);
    }
  }
}
