package dev.latchkey.config;

import dev.latchkey.trust.staff.StaffRoster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the section of {@link SettingsFile} about the staff, wherever they stand. */
final class StaffSections {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration EVERY = Duration.ofMinutes(10);

  private StaffSections() {}

  /** How a database is asked for the staff, where they stand in one. */
  static Optional<StaffQuery> query(Section file) {
    if (!file.hasKeys("staff") || !file.section("staff").has("query")) {
      return Optional.empty();
    }
    Section section = file.section("staff");
    return section.make(
        () -> {
          String url = ServerSections.jdbcUrl(section, "jdbc:");
          AccountSections.requireDriver(section, url, "staff");
          return new StaffQuery(
              url,
              section.text("user"),
              section.secret("password"),
              section.text("query"),
              wholeSeconds(section, "timeout", TIMEOUT),
              wholeSeconds(section, "every", EVERY));
        });
  }

  private static Duration wholeSeconds(Section section, String name, Duration usual) {
    Duration found = section.duration(name, usual);
    if (found.toSeconds() < 1) {
      section.fault(name, "must be 1s or more");
    }
    return found;
  }

  /** The staff as they stand in the settings, in a file of their own, or in a database. */
  static Optional<StaffRoster> staff(
      Section file,
      Optional<StaffQuery> query,
      NamedFiles named,
      Function<String, @Nullable String> environment) {
    if (!file.hasKeys("staff")) {
      return DeskSections.staff(file);
    }
    Section section = file.section("staff");
    if (section.has("query")) {
      return query.flatMap(asked -> named.read(section, "query", asked::read, Optional.empty()));
    }
    Path path = section.path("file");
    return section.text("file").isEmpty()
        ? Optional.empty()
        : named.read(section, "file", () -> StaffFile.read(path, environment), Optional.of(path));
  }
}
