package dev.latchkey.cli;

import dev.latchkey.config.Settings;
import dev.latchkey.store.ClockCheck;
import dev.latchkey.store.LargestMail;
import dev.latchkey.store.RestoreHold;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.database.DatabaseFacts;
import dev.latchkey.store.database.SchemaException;
import dev.latchkey.store.database.StoreUnavailableException;
import dev.latchkey.watch.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Whether the database can be reached, and is set up as the desk needs it. */
final class DatabaseProbe {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Settings settings;
  private final OpenDesk desk;
  private final Database database;
  private final Findings findings;

  DatabaseProbe(Settings settings, OpenDesk desk, Findings findings) {
    this.settings = settings;
    this.desk = desk;
    this.database = desk.database();
    this.findings = findings;
  }

  /** Tells what it finds, and whether the database answers as a desk of this version needs it. */
  boolean run() {
    try {
      DatabaseFacts facts = database.facts();
      tell(facts);
      boolean upToDate = facts.pending() == 0;
      tellClocks();
      tellRights();
      if (upToDate) {
        tellSteps();
        tellMark();
        OrdersOfBefore.of(settings, desk).forEach(findings::warn);
      }
      return true;
    } catch (StoreUnavailableException e) {
      findings.fail("database: %s; %s".formatted(e.getMessage(), advice(e.trouble())));
    } catch (SchemaException e) {
      findings.fail("database: the schema is not one of this version: " + e.getMessage());
    }
    return false;
  }

  private static String advice(StoreUnavailableException.Trouble trouble) {
    return switch (trouble) {
      case CONNECTION -> "is the server running, and are host and port in database.url right?";
      case LOGIN -> "look at database.user and database.password";
      case NO_SCHEMA -> "CREATE DATABASE makes it; or is its name in database.url a typing error?";
      case NO_TABLE -> "run and poll make what is missing, unless a dump is being loaded";
      case RIGHTS -> "GRANT ALL ON the schema to the user of database.user";
      case READ_ONLY ->
          "it takes no changes: end its read_only, or name in database.url the server that takes"
              + " them";
      case SPACE -> "make room on the disk of the server";
      case OTHER -> "look into the log of the server, and at database.url";
    };
  }

  private void tell(DatabaseFacts facts) {
    findings.ok("database: MariaDB " + facts.version());
    if (facts.pending() > 0) {
      findings.warn(
          "database: %s to come; run and poll do them first"
              .formatted(Count.of(facts.pending(), "migration is", "migrations are")));
    } else {
      findings.ok("database: the schema is up to date, %d migrations".formatted(facts.applied()));
    }
    require(
        facts.strict(),
        "sql_mode is strict",
        "sql_mode is not strict, so values could be cut off; add STRICT_ALL_TABLES");
    require(
        facts.characterSet().equals("utf8mb4"),
        "character set utf8mb4",
        "the schema's character set is %s; ALTER DATABASE … CHARACTER SET utf8mb4"
            .formatted(facts.characterSet()));
    require(
        LargestMail.of(facts.packet()) >= settings.sizeLimit(),
        "it takes mails as large as desk.size-limit",
        LargestMail.told(facts.packet()));
    if (facts.flushLog() == 1) {
      findings.ok("database: a commit survives a power cut");
    } else {
      findings.warn(
          "database: innodb_flush_log_at_trx_commit is %d; set it to 1, else a power cut loses mail"
              .formatted(facts.flushLog()));
    }
  }

  private void tellRights() {
    List<String> lacking = database.lackingRights();
    if (lacking.isEmpty()) {
      findings.ok("database: its user may do what the desk needs");
    } else {
      findings.fail(
          ("database: database.user may not %s there; GRANT ALL ON the schema, for the first start"
                  + " of a version at least")
              .formatted(String.join(", ", lacking)));
    }
  }

  private void tellClocks() {
    Optional<Duration> apart = ClockCheck.apart(database, InstantSource.system());
    if (apart.isEmpty()) {
      findings.ok("database: its clock and this machine's agree");
    } else {
      findings.fail(
          "database: %s; nothing that is due is done until they agree"
              .formatted(ClockCheck.told(apart.get())));
    }
  }

  private void tellSteps() {
    long steps = ClockCheck.steps(database, database.now().minus(WEEK));
    if (steps > 0) {
      findings.warn(
          "database: its clock was set %d times within a week; have it kept by NTP"
              .formatted(steps));
    }
    RestoreHold.since(database)
        .ifPresent(
            since ->
                findings.warn(
                    ("database: nothing is sent and nothing carried out since %s, because an old"
                            + " dump was restored; latchkey restored --go-on ends it")
                        .formatted(since)));
  }

  private void tellMark() {
    Optional<Path> mark = settings.database().mark();
    String path = mark.map(Path::toString).orElse("");
    try {
      switch (RestoreHold.ask(database, mark)) {
        case NO_FILE ->
            findings.warn(
                "database: nothing outside of it notes how far it has come, so that an old dump that is"
                    + " restored is not noticed; name a file in database.mark");
        case UNWRITABLE ->
            findings.warn(
                ("database: database.mark: %s cannot be written, so that an old dump that is restored"
                        + " is not noticed; make its folder, and let the user of the desk write there")
                    .formatted(path));
        case NONE ->
            findings.ok("database: %s notes how far it has come from now on".formatted(path));
        case FINE -> findings.ok("database: it is not older than %s has noted".formatted(path));
        case RESTORED ->
            findings.warn(
                ("database: it is older than %s has noted, so an old dump was restored; call latchkey"
                        + " restored before the desk runs")
                    .formatted(path));
      }
    } catch (IOException e) {
      findings.warn(
          ("database: database.mark: %s cannot be read: %s; an old dump that is restored is not noticed"
                  + " by it")
              .formatted(path, e.getMessage()));
    }
  }

  private void require(boolean holds, String fine, String otherwise) {
    if (holds) {
      findings.ok("database: " + fine);
    } else {
      findings.fail("database: " + otherwise);
    }
  }
}
