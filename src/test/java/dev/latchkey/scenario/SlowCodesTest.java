package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.AccountServer;
import dev.latchkey.accounts.AccountServer.Reply;
import dev.latchkey.accounts.AccountServer.Request;
import dev.latchkey.schedule.DeskTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An account system that hangs over recovery codes: the desk as it ships, its ticker and all, by
 * HTTP.
 */
@NullMarked
class SlowCodesTest {
  private static final Path DORA = Conversation.STORIES.resolve("01-complete-recovery");
  private static final Path NORA = Conversation.STORIES.resolve("170-a-recovery-code-is-accepted");
  private static final String CODE = "3f9c2e7b1a8d4c60";
  private static final Duration ENOUGH = Duration.ofSeconds(60);

  private final CountDownLatch hangs = new CountDownLatch(1);
  @TempDir private Path folder;
  private AccountServer server;
  private Conversation desk;

  @BeforeEach
  void open() throws IOException {
    server = new AccountServer(this::answer);
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        """
        name,addresses,second_factor,critical,published
        dora,dora@mail.example verified since 2021-03-01; dora@other.example verified since 2023-05-01,yes,no,yes
        nora,nora@old.example verified since 2021-03-01,yes,no,yes
        """);
    desk =
        new Conversation(
            TestDatabase.emptyFor(SlowCodesTest.class),
            accounts,
            "authserv-ids: [mx.desk.example]",
            """
            schedule: {poll: 1s, work: 1s, deliver: 1s, sweep: 1s}
            action: {kind: http, url: "%1$s", verify-code-url: "%1$s", timeout: 60s, secret: "%2$s"}
            """
                .formatted(server.url(), "0123456789abcdef0123456789abcdef"));
  }

  @AfterEach
  void close() {
    hangs.countDown();
    desk.close();
    server.close();
  }

  @Test
  void aCodeThatIsCheckedSlowlyHoldsUpNoResetAndNoLetter() throws Exception {
    desk.proveOwnership(DORA);
    desk.receive(
        desk.mail(DORA.resolve("04-alice-approves.eml"), desk.last("CASE", "alice@staff.example")));
    desk.after(Duration.ofDays(2));
    assertThat(desk.column(sent("NOTICE_FINAL"))).as("a day counts from here").hasSize(2);
    desk.receive(Conversation.mail(NORA.resolve("01-request.eml")));
    desk.arrives(
        desk.answer(
            "nora@new.example",
            desk.last("PROOF_WANTED", "nora@new.example"),
            "recovery code: " + CODE));
    desk.desk().loops().takeIn();
    desk.desk().loops().work();

    try (DeskTicker ticker = desk.desk().start()) {
      await("the code is offered, by " + ticker, () -> asked("verify-code") == 1);
      desk.passes(Duration.ofDays(1));
      // Where the inbox was not looked into since, the desk looks again some seconds of its clock
      // later: one that stands still would never come there.
      await(
          "the reset is carried out meanwhile",
          () -> {
            desk.passes(Duration.ofSeconds(1));
            return desk.state(1001).equals("RECOVERED");
          });
      await("Dora hears of it", () -> !desk.column(sent("NOTICE_BACK_IN")).isEmpty());
      assertThat(desk.column("SELECT class FROM evidence WHERE ticket_id = 1002")).isEmpty();

      hangs.countDown();
      await(
          "the code counts when it is answered",
          () ->
              desk.column("SELECT class FROM evidence WHERE ticket_id = 1002")
                  .contains("RECOVERY_CODE"));
    }
    assertThat(asked("verify-code")).isEqualTo(1);
  }

  private Reply answer(Request request) {
    if (kind(request).equals("verify-code")) {
      try {
        hangs.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Reply.ok("{\"accepted\": true}");
    }
    return Reply.ok("{}");
  }

  private static String kind(Request request) {
    return request.json().path("action").asText();
  }

  private long asked(String kind) {
    return server.requests().stream().filter(request -> kind(request).equals(kind)).count();
  }

  private static String sent(String letter) {
    return "SELECT id FROM outbox WHERE letter = '" + letter + "' AND state = 'SENT'";
  }

  private static void await(String what, Callable<Boolean> come) throws Exception {
    Instant deadline = Instant.now().plus(ENOUGH);
    while (!come.call()) {
      assertThat(Instant.now()).as(what).isBefore(deadline);
      Thread.sleep(50);
    }
  }
}
