package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.accounts.RecoveryResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people approved that an account gets another address. Whatever changes between the last look
 * and the order, no order is given that would leave it with a third.
 */
@NullMarked
class NewAddressAtTheOrderTest {
  private static final Path STORY =
      Conversation.STORIES.resolve("216-what-was-approved-is-carried-out");
  private static final String NORA = "nora@new.example";

  @TempDir private Path folder;

  /** An account system that only counts. */
  private static final class Counting implements RecoveryAction {
    private final List<RecoveryOrder> orders = new ArrayList<>();

    @Override
    public RecoveryResult execute(RecoveryOrder order) {
      orders.add(order);
      return new RecoveryResult.Done("reset");
    }

    @Override
    public String describe() {
      return "an account system of the test";
    }
  }

  @Test
  void anOrderIsNotGivenWhenTheAddressIsAnotherByThen() throws IOException, SQLException {
    Counting accounts = new Counting();
    Path directory = Files.copy(STORY.resolve("accounts.csv"), folder.resolve("accounts.csv"));
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(NewAddressAtTheOrderTest.class), directory, accounts)) {
      approve(desk);
      for (int hour = 0; hour < 24 * 20 && desk.state(1001).equals("COOLING_OFF"); hour++) {
        desk.passes(Duration.ofHours(1));
        desk.desk().loops().takeIn();
        desk.desk().loops().work();
        desk.desk().loops().sweepWithoutLooks();
        desk.desk().loops().deliver();
      }
      assertThat(desk.state(1001)).isEqualTo("EXECUTING");
      assertThat(accounts.orders).isEmpty();

      Files.copy(STORY.resolve("registered.csv"), directory, StandardCopyOption.REPLACE_EXISTING);
      desk.passes(Duration.ofSeconds(30));
      desk.desk().loops().execute();
      desk.desk().loops().deliver();

      assertThat(accounts.orders).isEmpty();
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("APPROVAL_OUTDATED", "alice@staff.example").body())
          .contains("not the one that was approved");
    }
  }

  @Test
  void theLastLookOrdersNothingWhenTheAddressIsAnotherByThen() throws IOException, SQLException {
    Counting accounts = new Counting();
    Path directory = Files.copy(STORY.resolve("accounts.csv"), folder.resolve("accounts.csv"));
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(NewAddressAtTheOrderTest.class), directory, accounts)) {
      approve(desk);
      Files.copy(STORY.resolve("registered.csv"), directory, StandardCopyOption.REPLACE_EXISTING);
      for (int day = 0; day < 20; day++) {
        desk.after(Duration.ofDays(1));
      }

      assertThat(desk.column("SELECT decision FROM execution")).isEmpty();
      assertThat(accounts.orders).isEmpty();
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
    }
  }

  private static void approve(Conversation desk) throws IOException, SQLException {
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    Matcher token =
        Pattern.compile("recovery-[a-z2-7]{20}").matcher(desk.last("PROOF_WANTED", NORA).body());
    assertThat(token.find()).isTrue();
    desk.desk().places().show("https://git.example/nora/lamp", token.group());
    desk.receive(desk.mail(STORY.resolve("02-done.eml"), desk.last("PROOF_WANTED", NORA)));
    desk.receive(
        desk.mail(
            STORY.resolve("03-alice-approves.eml"), desk.last("CASE", "alice@staff.example")));
    desk.after(Duration.ofMinutes(5));
    desk.receive(
        desk.mail(STORY.resolve("04-bob-approves.eml"), desk.last("CASE", "bob@staff.example")));
    assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
  }
}
