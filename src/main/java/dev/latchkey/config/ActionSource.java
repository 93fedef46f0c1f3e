package dev.latchkey.config;

import dev.latchkey.accounts.HttpAction;
import dev.latchkey.accounts.HttpActionSettings;
import dev.latchkey.accounts.ManualAction;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.trust.secret.SigningKey;
import java.time.InstantSource;

/** Who carries out a recovery. */
public sealed interface ActionSource {

  RecoveryAction open(InstantSource clock);

  /** The staff do, and answer DONE. */
  record Manual() implements ActionSource {
    @Override
    public RecoveryAction open(InstantSource clock) {
      return new ManualAction();
    }
  }

  /** The account system does, asked by HTTP. */
  record Http(HttpActionSettings settings, SigningKey key) implements ActionSource {
    @Override
    public RecoveryAction open(InstantSource clock) {
      return new HttpAction(settings, key::mac, clock);
    }
  }
}
