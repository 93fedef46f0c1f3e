package dev.latchkey.crash;

import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.accounts.RecoveryResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An account system that does every order and writes down the key of every call. */
record LoggedAction(Path log) implements RecoveryAction {

  @Override
  public RecoveryResult execute(RecoveryOrder order) {
    try {
      Files.writeString(
          log,
          order.idempotencyKey() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RecoveryResult.Done("done");
  }

  @Override
  public String describe() {
    return "writes to " + log;
  }
}
