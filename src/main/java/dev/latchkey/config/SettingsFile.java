package dev.latchkey.config;

import dev.latchkey.check.Policy;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.transport.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code latchkey.yaml}: reads it, and the files it names, into {@link Settings}. The sample that
 * comes with the desk, {@code config/latchkey.yaml}, tells about every key.
 */
public final class SettingsFile {
  private static final Duration SHORTEST_KEPT = Duration.ofDays(30);

  private final Section file;
  private final Function<String, @Nullable String> environment;
  private final boolean whole;
  private final NamedFiles named;

  private SettingsFile(
      Section file, Function<String, @Nullable String> environment, boolean whole) {
    this.file = file;
    this.environment = environment;
    this.whole = whole;
    this.named = new NamedFiles(file, whole);
  }

  /**
   * Reads the settings.
   *
   * @param environment the value of an environment variable, if there is one
   * @throws InvalidConfigurationException with every error in any of the files
   */
  public static Settings read(Path path, Function<String, @Nullable String> environment)
      throws InvalidConfigurationException {
    return read(path, environment, true);
  }

  /**
   * Reads the settings for who only looks at a desk: letters, and the rules by which mails are
   * read, are read when they are asked for first, and what is wrong in them is not found before.
   *
   * @param environment the value of an environment variable, if there is one
   * @throws InvalidConfigurationException with every error elsewhere
   */
  public static Settings glance(Path path, Function<String, @Nullable String> environment)
      throws InvalidConfigurationException {
    return read(path, environment, false);
  }

  private static Settings read(
      Path path, Function<String, @Nullable String> environment, boolean whole)
      throws InvalidConfigurationException {
    try (InputStream bytes = Files.newInputStream(path)) {
      YamlTree tree = YamlTree.read(path.toString(), bytes);
      return new SettingsFile(
              new Section(tree, new References(path, environment)), environment, whole)
          .settings(tree, path.toString());
    } catch (NoSuchFileException e) {
      throw new InvalidConfigurationException(
          List.of(
              path
                  + ": no such file; write one after the sample latchkey.yaml (of the package: in /usr/share/doc/latchkey/examples), or name"
                  + " yours with --config"));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Reads what the letters need, and looks at nothing else.
   *
   * @param environment the value of an environment variable, if there is one
   * @throws InvalidConfigurationException with every error in that part
   */
  public static LetterSettings readLetters(
      Path path, Function<String, @Nullable String> environment)
      throws InvalidConfigurationException {
    try (InputStream bytes = Files.newInputStream(path)) {
      YamlTree tree = YamlTree.read(path.toString(), bytes);
      Section file = new Section(tree, new References(path, environment));
      LetterSettings letters =
          new LetterSettings(
              file.section("desk").text("name"),
              file.section("desk").address("address"),
              file.findPath("templates"),
              WordSections.read(file));
      if (!tree.faults(path.toString()).isEmpty()) {
        throw new InvalidConfigurationException(tree.faults(path.toString()));
      }
      return letters;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** A key with its line, for people; one that is not set is said to be so. */
  public static UnaryOperator<String> places(Path path) throws InvalidConfigurationException {
    try (InputStream bytes = Files.newInputStream(path)) {
      return YamlTree.read(path.toString(), bytes)::placeOf;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static InvalidConfigurationException unreadable(Path path, IOException problem) {
    String why =
        problem instanceof AccessDeniedException
            ? "permission denied to the user %s; call the command as root, or as the user that the desk runs as, whom the file must let read it"
                .formatted(System.getProperty("user.name"))
            : problem instanceof NoSuchFileException
                ? "there is no such file; --config FILE names another"
                : String.valueOf(problem.getMessage());
    return new InvalidConfigurationException(List.of(path + ": cannot be read: " + why));
  }

  private Settings settings(YamlTree tree, String path) throws InvalidConfigurationException {
    var name = file.section("desk").text("name");
    var own = WordSections.read(file);
    var sizeLimit = IntakeSections.sizeLimit(file.section("desk"));
    var database = ServerSections.database(file.section("database"), state());
    var imap = ServerSections.imap(file.section("imap"), sizeLimit);
    var smtp = ServerSections.smtp(file.section("smtp"), imap);
    var files = ServerSections.files(file.section("attachments"), file.section("imap"));
    var authentication = IntakeSections.authentication(file.section("authentication"));
    var ways = IntakeSections.ways(file.section("intake"));
    var since = IntakeSections.since(file.section("intake"), own.zone());
    var banners = IntakeSections.banners(file.section("gateway"));
    var keys = DeskSections.keys(file);
    var staffQuery = StaffSections.query(file);
    var staff = StaffSections.staff(file, staffQuery, named, environment);
    var accounts = AccountSections.directory(file.section("accounts"));
    var action = AccountSections.action(file.section("action"));
    var look = ProofSections.look(file.section("proofs"));
    var budgets = OutgoingSections.budgets(file.section("budgets"));
    var retry = OutgoingSections.retry(file.section("retry"));
    var schedule = DeskSections.schedule(file.section("schedule"));
    var staffTimes =
        DeskSections.staffTimes(file.section("digest"), file.section("escalate"), own.zone());
    var monitor = ServerSections.monitor(file.section("monitor"));
    var authorities = authorities();
    var log = log(file.section("log"));
    var policy = named.other("policy", PolicyFile::read, Policy::standard);
    var reading = named.later("reading", ReadingFile::read, ReadingFile::standard);
    var templates =
        named.later(
            "templates",
            folder -> TemplateCatalog.load(folder, own),
            () -> TemplateCatalog.onDemand(own));
    var desk = DeskSections.desk(file, whole ? templates.map(Later::get) : Optional.empty());

    var retention = retention(file.section("retention"), desk.map(DeskSettings::reopenWithin));
    List<String> errors = new ArrayList<>(tree.errors(path));
    errors.addAll(named.faults());
    if (!errors.isEmpty()) {
      // What a desk would start without is told with the rest, not after it is mended.
      AccountSections.missing(file.section("accounts"), accounts);
      throw new InvalidConfigurationException(
          Stream.concat(tree.errors(path).stream(), named.faults().stream()).toList());
    }
    return new Settings(
        name,
        desk.orElseThrow(),
        sizeLimit,
        since,
        database.orElseThrow(),
        imap.orElseThrow(),
        smtp.orElseThrow(),
        files.orElseThrow(),
        authentication,
        ways.orElseThrow(),
        banners,
        keys.orElseThrow(),
        staff.orElseThrow(),
        staffQuery,
        accounts.orElseThrow(),
        action.orElseThrow(),
        look.orElseThrow(),
        budgets.orElseThrow(),
        retry.orElseThrow(),
        policy.orElseThrow(),
        reading.orElseThrow(),
        templates.orElseThrow(),
        own,
        schedule.orElseThrow(),
        staffTimes.orElseThrow(),
        monitor,
        authorities,
        log,
        retention,
        file.named());
  }

  /** The first folder of {@code StateDirectory=}, see systemd.exec(5). */
  private Optional<Path> state() {
    return Optional.ofNullable(environment.apply("STATE_DIRECTORY"))
        .map(folders -> folders.split(":")[0])
        .filter(folder -> !folder.isBlank())
        .map(Path::of);
  }

  /** What may still be opened again is kept. */
  private static Optional<Duration> retention(Section section, Optional<Duration> reopenWithin) {
    Optional<Duration> kept = section.findDuration("ended");
    Duration least = reopenWithin.orElse(Duration.ZERO).plus(SHORTEST_KEPT);
    if (kept.filter(time -> time.compareTo(least) < 0).isPresent()) {
      section.fault(
          "ended",
          "must be %dd or more: deadlines.reopen-within and %d days more"
              .formatted(least.toDays(), SHORTEST_KEPT.toDays()));
    }
    return kept;
  }

  private static LogSettings log(Section log) {
    return new LogSettings(
        log.choice("level", LogSettings.Level.class, LogSettings.USUAL.level()),
        log.choice("format", LogSettings.Format.class, LogSettings.USUAL.format()));
  }

  private Optional<TrustAnchors> authorities() {
    return file.findPath("trusted-certificates")
        .flatMap(
            path -> {
              try {
                return Optional.of(TrustAnchors.read(path));
              } catch (IllegalArgumentException e) {
                file.fault("trusted-certificates", String.valueOf(e.getMessage()));
                return Optional.empty();
              }
            });
  }
}
