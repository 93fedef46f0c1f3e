package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.proof.DomainRegistry.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between the moment a domain is claimed and the one in which the answer is kept. */
@NullMarked
class DomainLeaseTest {
  private static final Duration SOON = Duration.ofMinutes(25);
  private static final Path LOST =
      Conversation.STORIES.resolve("164-lost-mailbox-with-a-branch").resolve("01-request.eml");
  private static final String STRANGER = "nora@new.example";

  @TempDir Path folder;
  private Path accounts = Path.of("accounts.csv");

  @BeforeEach
  void write() throws IOException {
    accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        "name,addresses,second_factor,critical,published,links\n"
            + "nora,nora@mail.example verified since 2021-03-01,yes,no,yes,"
            + "repository https://git.example/nora/lamp since 2022-05-01\n");
  }

  private static void registered(Conversation desk) {
    Instant before = Instant.parse("2012-05-01T00:00:00Z");
    desk.desk()
        .registry()
        .say("mail.example", new Answer.Registered(Optional.of(before), Optional.empty(), false));
  }

  private static void begun(Conversation desk) throws IOException {
    registered(desk);
    desk.arrives(Conversation.mail(LOST));
    desk.desk().loops().takeIn();
    desk.desk().loops().work();
    desk.desk().loops().deliver();
  }

  private static List<String> open(Conversation desk) throws SQLException {
    return desk.column("SELECT domain FROM domain_registration WHERE NOT settled");
  }

  @Test
  void anAnswerIsKeptAlthoughTheDirectoryGoesAwayMeanwhile() throws Exception {
    List<WatchedDirectory> watched = new ArrayList<>();
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(DomainLeaseTest.class),
            accounts,
            "",
            read -> {
              watched.add(new WatchedDirectory(read));
              return watched.get(0);
            },
            "")) {
      begun(desk);
      desk.desk().registry().meanwhile(() -> watched.get(0).away(true));

      assertThatThrownBy(() -> desk.desk().loops().askRegistries())
          .isInstanceOf(DeskUnavailableException.class);

      assertThat(desk.desk().registry().asked()).hasSize(2);
      assertThat(open(desk)).isEmpty();
      watched.get(0).away(false);
      desk.after(SOON);
      assertThat(desk.desk().registry().asked()).hasSize(2);
    }
  }

  @Test
  void aDomainThatADeskWhichEndedClaimedIsAskedAboutSoon() throws Exception {
    try (Conversation desk = desk()) {
      begun(desk);
      desk.desk()
          .registry()
          .meanwhile(
              () -> {
                throw new AssertionError("the process ends");
              });
      assertThatThrownBy(() -> desk.desk().loops().askRegistries())
          .isInstanceOf(AssertionError.class);
      assertThat(open(desk)).hasSize(2);
      desk.after(Duration.ofMinutes(11));
      desk.after(Duration.ofMinutes(11));

      assertThat(open(desk)).isEmpty();
      assertThat(desk.desk().registry().asked()).hasSize(4);
    }
  }

  @Test
  void aTicketThatIsWokenWhileItsDomainsAreAskedAboutIsLookedAtOnceMore() throws Exception {
    try (Conversation desk = desk()) {
      begun(desk);
      String code = desk.answer(STRANGER, desk.last("PROOF_WANTED", STRANGER), "%CODE%");
      desk.desk()
          .registry()
          .meanwhile(
              () -> {
                desk.arrives(code);
                desk.desk().loops().takeIn();
                desk.desk().loops().work();
              });

      desk.desk().loops().askRegistries();

      assertThat(desk.desk().registry().asked())
          .containsExactlyInAnyOrder("mail.example", "git.example", "new.example");
    }
  }

  private Conversation desk() {
    return new Conversation(TestDatabase.emptyFor(DomainLeaseTest.class), accounts);
  }
}
