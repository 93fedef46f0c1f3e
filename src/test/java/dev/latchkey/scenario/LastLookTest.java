package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An approved recovery whose row is due too early, whose approvers changed or which was called off
 * at the last moment: what the last look before an order holds, each by itself.
 */
@NullMarked
class LastLookTest {
  private static final String ALICE = "alice@staff.example";
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String DUE_NOW =
      "UPDATE ticket SET next_follow_up = 'EXECUTE', next_follow_up_at = '2026-03-01' WHERE id = %d";

  @TempDir private Path folder;
  private final List<String> orders = new ArrayList<>();
  private Runnable atTheOrder = () -> {};
  private Conversation desk;
  private Path accounts;

  @BeforeEach
  void open() throws IOException, SQLException {
    accounts =
        Files.writeString(
            folder.resolve("accounts.csv"),
            """
            name,addresses,second_factor,critical,published
            dora,dora@mail.example verified since 2021-03-01; dora@other.example verified since 2023-01-01,yes,no,yes
            dana,dana@mail.example verified since 2021-03-01; dana@other.example verified since 2023-01-01,yes,no,yes
            """);
    desk =
        new Conversation(
            TestDatabase.emptyFor(LastLookTest.class),
            accounts,
            new RecoveryAction() {
              @Override
              public RecoveryResult execute(RecoveryOrder order) {
                orders.add(order.accountName());
                atTheOrder.run();
                return new RecoveryResult.Done("reset");
              }

              @Override
              public String describe() {
                return "an account system of the test";
              }
            });
    approved("dora", 1001);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aRowThatIsDueTooEarlyWaitsForTheCoolingOffToEnd() throws SQLException {
    desk.change(DUE_NOW.formatted(1001));
    desk.after(Duration.ofMinutes(5));
    assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    // The owners' time after the notice is over, the cooling-off is not.
    desk.after(Duration.ofHours(30));
    desk.change(DUE_NOW.formatted(1001));
    desk.after(Duration.ofMinutes(5));
    assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    assertThat(orders).isEmpty();

    untilDone();
    assertThat(orders).containsExactly("dora");
  }

  @Test
  void whatWasStoppedIsNotApprovedOnceMoreByTheOldMail() throws SQLException {
    OutboundMail theCase = desk.last("CASE", ALICE);
    desk.receive(
        desk.answer(
            "dora@mail.example",
            desk.last("NOTICE_APPROVED", "dora@mail.example"),
            "Stop!" + " This was not me."));
    assertThat(desk.standing(1001)).isEqualTo("CONTESTED");

    desk.receive(desk.answer(ALICE, theCase, "APPROVE %CODE%"));
    desk.receive("X-Again: 1\n" + desk.answer(ALICE, theCase, "APPROVE %CODE%"));
    untilDone();

    assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
    assertThat(orders).isEmpty();
  }

  @Test
  void withoutAnApprovalNothingIsOrdered() throws SQLException {
    desk.change("DELETE FROM approval");
    untilDone();

    assertHeld();
  }

  @Test
  void whoLeftTheDeskHasApprovedNothing() throws SQLException {
    desk.change("UPDATE approval SET staff = 'gone@staff.example'");
    untilDone();

    assertHeld();
  }

  @Test
  void whoAddedToTheCaseHasNotDecidedItAlone() throws SQLException {
    desk.change("UPDATE evidence SET seen_by = '" + ALICE + "'");
    untilDone();

    assertHeld();
  }

  @Test
  void whoIsNoLongerOnRecordReadsThatItIsOff() throws IOException, SQLException {
    Files.writeString(
        accounts,
        Files.readString(accounts)
            .replaceAll(
                "dora@other.example verified since [0-9-]+", "eve@attacker.example verified"));
    untilDone();

    assertHeld();
    assertThat(desk.column("SELECT recipient FROM outbox WHERE letter = 'NOTICE_OFF'"))
        .contains("dora@other.example")
        .doesNotHaveDuplicates();
  }

  @Test
  void whoseAccountItHasBecomeHasApprovedNothing() throws IOException, SQLException {
    Files.writeString(
        accounts,
        Files.readString(accounts)
            .replace("dora@other.example verified", ALICE + "; dora@other.example verified"));
    untilDone();

    assertHeld();
  }

  @Test
  void whatIsCalledOffBetweenItsClaimAndItsOrderIsNotOrdered() throws IOException, SQLException {
    approved("dana", 1002);
    List<String> owners = List.of("dora@mail.example", "dana@mail.example");
    atTheOrder =
        () -> {
          // Both were claimed together; the other one is stopped while the first is carried out.
          atTheOrder = () -> {};
          try {
            String other = owners.get(orders.contains("dora") ? 1 : 0);
            desk.arrives(
                desk.answer(other, desk.last("NOTICE_FINAL", other), "Stop, this was not me."));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          desk.desk().loops().takeIn();
          desk.desk().loops().work();
        };
    for (int hour = 0; hour < 24 * 10 && orders.isEmpty(); hour++) {
      desk.passes(Duration.ofHours(1));
      desk.desk().loops().takeIn();
      desk.desk().loops().work();
      desk.desk().loops().deliver();
      desk.desk().loops().sweepWithoutLooks();
      boolean both =
          desk.column("SELECT decision FROM execution WHERE state = 'ORDERED'").size() == 2;
      if (both) {
        desk.desk().loops().execute();
      }
    }
    assertThat(orders).hasSize(1);
    desk.after(Duration.ofHours(12));
    assertThat(orders).hasSize(1);
    assertThat(desk.column("SELECT state FROM ticket ORDER BY state"))
        .containsExactly("CONTESTED", "RECOVERED");
  }

  private void assertHeld() throws SQLException {
    assertThat(orders).isEmpty();
    assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
    assertThat(desk.last("APPROVAL_OUTDATED", ALICE).subject()).contains("LK-1001");
  }

  private void untilDone() {
    for (int hours = 0; hours < 24 * 6; hours += 6) {
      desk.after(Duration.ofHours(6));
    }
  }

  private void approved(String name, long ticket) throws IOException, SQLException {
    desk.receive(
        Conversation.mail(STORY.resolve("01-request.eml"))
            .replace("dora@", name + "@")
            .replace("`dora`", "`" + name + "`")
            .replace("story.2", "story." + name));
    for (String domain : List.of("mail.example", "other.example")) {
      String address = name + "@" + domain;
      desk.receive(desk.answer(address, desk.last("CODE", address), "%CODE%"));
    }
    desk.receive(desk.stamped(ALICE, "support@desk.example", "a case", "", "STATUS LK-" + ticket));
    desk.receive(desk.answer(ALICE, desk.last("CASE", ALICE, "LK-" + ticket), "APPROVE %CODE%"));
    assertThat(desk.state(ticket)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
  }
}
