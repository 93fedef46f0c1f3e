package dev.latchkey.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.crash.CrashingDesk.Kill;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole recovery over real IMAP, real SMTP and the real database. */
@Timeout(120)
class RealServersTest {
  @TempDir private Path folder;

  @Test
  void aRecoveryGoesFromTheFirstMailToTheReset() throws Exception {
    try (Town town = new Town(RealServersTest.class, folder, 0);
        Desk desk = town.open(Failpoints.NONE)) {
      new Conversation(town).untilItIsToBeExecuted(desk);
      desk.loops().round();
      isRecoveredOnce(town);
      assertThat(Files.readAllLines(town.place().orders())).containsExactly("LK-1001-1");
    }
  }

  @Test
  void aResetThatWasInterruptedIsAskedForAgainUnderTheSameKey() throws Exception {
    try (Town town = new Town(RealServersTest.class, folder, 0)) {
      try (Desk desk = town.open(Failpoints.NONE)) {
        new Conversation(town).untilItIsToBeExecuted(desk);
      }
      assertThat(town.runChild(new Kill(Failpoint.EXECUTED, 1))).isTrue();
      town.after(Duration.ofMinutes(11));
      assertThat(town.runChild(Kill.NEVER)).isFalse();
      isRecoveredOnce(town);
      assertThat(Files.readAllLines(town.place().orders()))
          .containsExactly("LK-1001-1", "LK-1001-1");
    }
  }

  private static void isRecoveredOnce(Town town) throws Exception {
    Ledger ledger = new Ledger(town);
    ledger.balances(1, 1);
    assertThat(ledger.column("SELECT state FROM ticket")).containsExactly("RECOVERED");
    assertThat(ledger.column("SELECT sequence FROM history WHERE event = 'EXECUTED'")).hasSize(1);
    assertThat(ledger.column("SELECT state FROM execution")).containsExactly("DONE");
    assertThat(ledger.column("SELECT id FROM outbox WHERE letter = 'RECOVERED'")).hasSize(1);
  }
}
