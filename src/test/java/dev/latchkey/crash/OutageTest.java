package dev.latchkey.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.Desk;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server goes away and comes back; the desk goes on without being started again. */
@Timeout(120)
class OutageTest {
  private static final int MAILS = 4;

  @TempDir private Path folder;
  private Town town;
  private Gate smtp;
  private Gate imap;

  @BeforeEach
  void start() throws IOException {
    town = new Town(OutageTest.class, folder, MAILS);
    smtp = new Gate(town.mail().smtpPort());
    imap = new Gate(town.mail().imapPort());
  }

  @AfterEach
  void stop() {
    smtp.close();
    imap.close();
    town.close();
  }

  private Desk open(Failpoints failpoints) {
    return town.place().behind(smtp.port(), imap.port()).openDesk(town.clock(), failpoints);
  }

  @Test
  void lettersWaitForTheOutgoingServer() throws Exception {
    try (Desk desk = open(Failpoints.NONE)) {
      town.ask(0, 2);
      desk.loops().round();
      town.ask(2, MAILS);
      desk.loops().takeIn();
      desk.loops().work();
      smtp.shut();
      for (int i = 0; i < 50; i++) {
        assertThat(desk.loops().deliver()).isZero();
        town.after(Duration.ofMinutes(20));
      }
      smtp.open();
      assertThat(desk.loops().deliver()).isEqualTo(2 * (MAILS - 2));
      new Ledger(town).balances(MAILS, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MAIL_FETCHED", "MAIL_STORED"})
  void mailsWaitForTheInbox(Failpoint point) throws Exception {
    try (Desk desk = open(new Once(point, imap::shut))) {
      town.ask(0, MAILS);
      for (int i = 0; i < 4; i++) {
        assertThatThrownBy(() -> desk.loops().takeIn())
            .isInstanceOf(DeskUnavailableException.class);
      }
      imap.open();
      desk.loops().round();
      new Ledger(town).balances(MAILS, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Failpoint.class,
      names = {"MAIL_FETCHED", "MAIL_STORED", "MAIL_CLAIMED", "MAIL_HANDLED", "LETTER_SENT"})
  void aLostDatabaseCostsNoMailAnAttemptAndSendsNoLetterTwice(Failpoint point) throws Exception {
    for (int i = 0; i < MAILS; i++) {
      town.ask(i, i + 1);
      try (Desk desk = open(new Once(point, this::killConnections))) {
        requireARound(desk);
        // What the broken round had claimed and not sent is taken up when its lease ends.
        town.after(Duration.ofSeconds(31));
        assertThat(roundWasDone(desk)).isTrue();
      }
    }
    new Ledger(town).balances(MAILS, 1);
  }

  @Test
  void aDatabaseThatIsLostAgainAndAgainPutsNoMailIntoQuarantine() throws Exception {
    int[] losses = {8};
    Failpoints failpoints =
        point -> {
          if (point == Failpoint.MAIL_CLAIMED && losses[0]-- > 0) {
            killConnections();
          }
        };
    try (Desk desk = open(failpoints)) {
      town.ask(0, MAILS);
      for (int i = 0; losses[0] > 0 && i < 50; i++) {
        roundWasDone(desk);
      }
      assertThat(losses[0]).isLessThanOrEqualTo(0);
      requireARound(desk);
      new Ledger(town).balances(MAILS, 1);
    }
  }

  /** Each connection of the pool that was lost may cost a round before the pool knows of it. */
  private static void requireARound(Desk desk) {
    boolean done = false;
    for (int tries = 0; !done && tries < 5; tries++) {
      done = roundWasDone(desk);
    }
    assertThat(done).as("a round goes through").isTrue();
  }

  private static boolean roundWasDone(Desk desk) {
    try {
      desk.loops().round();
      return true;
    } catch (DeskUnavailableException e) {
      assertThat(e).hasMessageStartingWith("database: ");
      return false;
    }
  }

  /** Does something the first time that a point is reached. */
  private static final class Once implements Failpoints {
    private final Failpoint when;
    private final Runnable what;
    private boolean done;

    Once(Failpoint when, Runnable what) {
      this.when = when;
      this.what = what;
    }

    @Override
    public synchronized void hit(Failpoint point) {
      if (point == when && !done) {
        done = true;
        what.run();
      }
    }
  }

  private void killConnections() {
    try (Connection own = town.schema().connect();
        Statement statement = own.createStatement()) {
      List<Long> ids = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT id FROM information_schema.processlist"
                  + " WHERE db = DATABASE() AND id <> CONNECTION_ID()")) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
      assertThat(ids).isNotEmpty();
      for (long id : ids) {
        statement.execute("KILL " + id);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
