package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.page.DeskTime;
import dev.latchkey.mail.EmailAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads is in the zone of the desk, and says so. */
class DeskZoneTest {
  @Test
  void momentsAreThoseOfTheDesksDay() {
    Instant late = Instant.parse("2026-03-17T23:30:00Z");
    assertThat(new DeskTime(ZoneId.of("Pacific/Kiritimati")).inFull(late))
        .isEqualTo("2026-03-18 13:30 Pacific/Kiritimati");
    assertThat(new DeskTime(ZoneId.of("Pacific/Pago_Pago")).inFull(late))
        .isEqualTo("2026-03-17 12:30 Pacific/Pago_Pago");
    assertThat(new DeskTime(ZoneId.of("UTC")).head("AT")).isEqualTo("AT (UTC)");
  }

  @Test
  void commandsShowIt(@TempDir Path folder) throws Exception {
    try (CommandDesk desk = CommandDesk.open(DeskZoneTest.class, folder)) {
      zone(desk, "Pacific/Kiritimati");
      desk.write(
          EmailAddress.of("ann@outside.example"),
          "Locked out",
          "I lost my phone and cannot log in. My username is ann.");
      assertThat(desk.run("poll")).as(desk.err()).isZero();
      desk.schema()
          .change(
              "UPDATE mail SET received_at = '2026-03-17 23:30:00'",
              "UPDATE ticket SET state_since = '2026-03-17 23:30:00'");

      desk.run("mails");
      assertThat(desk.out()).contains("AT (Pacific/Kiritimati)", "2026-03-18 13:30");
      desk.run("tickets", "list");
      assertThat(desk.out()).contains("SINCE (Pacific/Kiritimati)", "2026-03-18 13:30");
      desk.run("tickets", "show", "LK-1001");
      assertThat(desk.out()).contains("since 2026-03-18 13:30 Pacific/Kiritimati");

      Path page = folder.resolve("report.html");
      assertThat(desk.run("report", "--html", page.toString())).as(desk.err()).isZero();
      assertThat(page).content().contains("days of Pacific/Kiritimati");

      zone(desk, "Mars/Olympus");
      assertThat(desk.run("mails")).isEqualTo(78);
      assertThat(desk.err())
          .contains("desk.zone: must be a time zone that Java knows, like Europe/Berlin");
    }
  }

  @Test
  void whatIsHeldUntilADayGoesOnWhenThatDayBeginsInTheZone(@TempDir Path folder) throws Exception {
    try (CommandDesk desk = CommandDesk.open(DeskZoneTest.class, folder)) {
      zone(desk, "Pacific/Kiritimati");
      desk.write(
          EmailAddress.of("ann@outside.example"),
          "Locked out",
          "I lost my phone and cannot log in. My username is ann.");
      assertThat(desk.run("poll")).as(desk.err()).isZero();
      desk.schema().change("UPDATE ticket SET state = 'IN_REVIEW'");

      int year = Year.now(ZoneOffset.UTC).getValue() + 5;
      assertThat(desk.run("tickets", "do", "--yes", "LK-1001", "HOLD", "until", year + "-01-01"))
          .as(desk.err())
          .isZero();

      assertThat(desk.schema().rows("SELECT next_follow_up_at FROM ticket").get(0))
          .as("midnight, fourteen hours ahead of UTC")
          .startsWith(year - 1 + "-12-31 10:00:00");
    }
  }

  private static void zone(CommandDesk desk, String zone) throws IOException {
    String settings = Files.readString(desk.config());
    Files.writeString(
        desk.config(),
        settings.replaceFirst(
            "name: Example desk(, zone: [^,]*)?", "name: Example desk, zone: " + zone));
  }
}
