package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.schedule.DeskTicker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A desk whose mailbox tells of new mail. It ticks once a day, so that nothing but that news has a
 * mail taken in, worked on and answered. More mails than usual: {@code -Dlatchkey.mails=50}.
 */
@Timeout(300)
class NewMailAtOnceTest {
  private static final String ONCE_A_DAY = "schedule: {poll: 1d, work: 1d, deliver: 1d, sweep: 1d}";

  @TempDir private Path folder;

  @Test
  void aMailIsAnsweredWithinTwoSecondsAtTheMedian() throws Exception {
    List<Duration> waits = waits(Integer.getInteger("latchkey.mails", 9), ONCE_A_DAY);
    System.out.printf("from delivery to answer: %s%n", told(waits));
    assertThat(waits.get(waits.size() / 2)).isLessThan(Duration.ofSeconds(2));
  }

  private static String told(List<Duration> waits) {
    return "%d mails, median %d ms, slowest %d ms"
        .formatted(
            waits.size(),
            waits.get(waits.size() / 2).toMillis(),
            waits.get(waits.size() - 1).toMillis());
  }

  /** How long each of some people waited for an answer, one after the other; in ascending order. */
  private List<Duration> waits(int people, String schedule) throws Exception {
    try (CommandDesk server = CommandDesk.open(NewMailAtOnceTest.class, folder)) {
      server.settings(schedule);
      Settings settings = SettingsFile.read(server.config(), System::getenv);
      try (Desk desk =
          Desk.open(
              settings,
              Desk.Outside.of(settings, InstantSource.system()),
              Failpoints.NONE,
              (mail, outcome, ticket, reason) -> {})) {
        desk.database().migrate();
        try (DeskTicker ticker = desk.start()) {
          assertThat(ticker).asString().contains("86400");
          List<Duration> waits = new ArrayList<>();
          for (int i = 0; i < people; i++) {
            waits.add(wait(server, i));
          }
          return waits.stream().sorted().toList();
        }
      }
    }
  }

  private static Duration wait(CommandDesk server, int number) throws Exception {
    EmailAddress person = EmailAddress.of("p%d@outside.example".formatted(number));
    server.server().addUser(person, "secret");
    long began = System.nanoTime();
    server.write(
        person, "Locked out " + number, "I lost my phone. My username is p%d.".formatted(number));
    server.server().awaitDelivered(person);
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
