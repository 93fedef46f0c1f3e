package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.demo.BorderStamp;
import dev.latchkey.demo.EmbeddedMailServer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.KeptSecrets;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.transport.ImapWatcher.Pace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** News of mail by IDLE, from a server that behaves and from some that do not. */
@Timeout(60)
class ImapWatcherTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration NEVER = Duration.ofHours(10);

  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

  private Inbox.Watch watch(int port, Duration silence, Duration again, Duration pause) {
    ImapSettings settings =
        new ImapSettings(
            "127.0.0.1",
            port,
            Security.NONE,
            "support@desk.example",
            "secret",
            "INBOX",
            "Processed",
            Timeouts.usual(),
            1 << 20);
    AccessTokens tokens = new AccessTokens(KeptSecrets.inMemory(), InstantSource.system());
    return ImapWatcher.start(
        settings, tokens, () -> news.add("news"), new Pace(silence, again, pause));
  }

  private String heard() throws InterruptedException {
    return String.valueOf(news.poll(30, TimeUnit.SECONDS));
  }

  private static ScriptedServer idling(BiFunction<Integer, String, String> answers)
      throws IOException {
    int[] idles = {0};
    String[] tag = {""};
    return ScriptedServer.imap(
        "MOVE IDLE",
        command -> "",
        (all, line) -> {
          if (line.endsWith(" IDLE")) {
            tag[0] = line.substring(0, line.indexOf(' '));
            idles[0]++;
          }
          boolean known = line.endsWith(" IDLE") || line.equals("DONE");
          return known ? answers.apply(idles[0], line).replace("%t", tag[0]) : "";
        });
  }

  @Test
  void aRealServerTellsOfEachMailAndNothingIsChangedThere() throws Exception {
    EmailAddress support = EmailAddress.of("support@desk.example");
    EmailAddress maya = EmailAddress.of("maya@outside.example");
    try (EmbeddedMailServer server =
        EmbeddedMailServer.start(
            0, 0, new BorderStamp("mx.desk.example", (s, d) -> true, InstantSource.system()))) {
      server.addUser(support, "secret");
      server.addUser(maya, "other");
      try (Inbox.Watch watch = watch(server.imapPort(), LONG, NEVER, LONG)) {
        assertThat(heard()).as("what came before %s", watch).isEqualTo("news");
        for (int i = 0; i < 3; i++) {
          server.submit(
              maya,
              support,
              new MailBytes(
                  ("Subject: " + i + "\r\n\r\nx\r\n").getBytes(StandardCharsets.US_ASCII)));
          assertThat(heard()).isEqualTo("news");
        }
      }
      assertThat(server.delivered(support)).hasSize(3);
    }
  }

  @Test
  void silenceIsAskedWhetherAnybodyIsThere() throws Exception {
    try (ScriptedServer server =
            idling((idle, line) -> line.equals("DONE") ? "%t OK done\r\n" : "+ idling\r\n");
        Inbox.Watch watch = watch(server.port(), SHORT, NEVER, LONG)) {
      server.await(" IDLE", 4);
      assertThat(server.heard)
          .as("by %s", watch)
          .filteredOn(line -> line.contains("EXAMINE"))
          .hasSize(1);
      assertThat(server.heard).noneMatch(line -> line.contains("SELECT"));
      assertThat(news).as("silence is no news").hasSize(1);
    }
  }

  @Test
  void aServerThatTalksOnHearsTheCommandAnew() throws Exception {
    try (ScriptedServer server =
            idling(
                (idle, line) ->
                    line.equals("DONE") ? "%t OK done\r\n" : "+ idling\r\n* OK Still here\r\n");
        Inbox.Watch watch = watch(server.port(), LONG, LONG, LONG)) {
      server.await("DONE", 3);
      assertThat(server.heard)
          .as("by %s", watch)
          .filteredOn(line -> line.contains("EXAMINE"))
          .hasSize(1);
    }
  }

  @Test
  void aConnectionOfWhichOnlyOurHalfIsLeftIsMadeAnew() throws Exception {
    try (ScriptedServer server =
            idling((idle, line) -> line.equals("DONE") ? "* OK hm\r\n" : "+ idling\r\n");
        Inbox.Watch watch = watch(server.port(), SHORT, NEVER, SHORT)) {
      server.await("EXAMINE INBOX", 3);
      for (int i = 0; i < 3; i++) {
        assertThat(heard()).as("after each, for what came meanwhile; %s", watch).isEqualTo("news");
      }
    }
  }

  @Test
  void mailsBetweenTwoCommandsAreNews() throws Exception {
    try (ScriptedServer server =
            idling(
                (idle, line) ->
                    line.equals("DONE")
                        ? "* 4 EXISTS\r\n%t OK done\r\n"
                        : idle == 1 ? "+ idling\r\n" : "* 5 EXISTS\r\n+ idling\r\n");
        Inbox.Watch watch = watch(server.port(), Duration.ofSeconds(1), NEVER, LONG)) {
      for (int i = 0; i < 3; i++) {
        assertThat(heard()).as("by %s", watch).isEqualTo("news");
      }
    }
  }

  @Test
  void whatEndsOrRefusesIsTriedAgainAfterAPauseOnly() throws Exception {
    for (String answer :
        List.of(
            "+ idling\r\n* BYE shutting down\r\n" + ScriptedServer.CUT,
            "%t OK done\r\n",
            "%t NO not now\r\n",
            "%t BAD what\r\n",
            "+ idling\r\n%t OK by myself\r\n",
            "+ idling\r\n* 1 FETCH (UID\r\n* BYE\r\n")) {
      news.clear();
      try (ScriptedServer server = idling((idle, line) -> answer);
          Inbox.Watch watch = watch(server.port(), LONG, NEVER, SHORT)) {
        server.await("EXAMINE INBOX", 2);
        assertThat(heard()).as("%s by %s", answer, watch).isEqualTo("news");
        assertThat(heard()).isEqualTo("news");
      }
    }
  }

  @Test
  void aServerWithoutIdleIsLeftToThePoll() throws Exception {
    try (ScriptedServer server = ScriptedServer.imap("MOVE", command -> "");
        Inbox.Watch watch = watch(server.port(), SHORT, NEVER, SHORT)) {
      server.await("EXAMINE INBOX", 1);
      server.await(ScriptedServer.END, 1);
      assertThat(server.heard).as("by %s", watch).noneMatch(line -> line.contains("IDLE"));
      assertThat(news).isEmpty();
    }
  }

  @Test
  void closingEndsAWaitAtOnce() throws Exception {
    try (ScriptedServer server = idling((idle, line) -> "+ idling\r\n")) {
      Inbox.Watch watch = watch(server.port(), LONG, NEVER, LONG);
      server.await(" IDLE", 1);
      long began = System.nanoTime();
      watch.close();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    }
  }
}
