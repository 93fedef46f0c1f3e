package dev.latchkey.config;

import dev.latchkey.check.Policy;
import dev.latchkey.flow.AnswerSince;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.letter.TemplateCatalog;
import dev.latchkey.letter.TemplateException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.transport.TrustAnchors;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.sender.MailProvider;
import dev.latchkey.trust.sender.OwnWays;
import dev.latchkey.trust.staff.StaffRoster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code latchkey.yaml}: reads it, and the files it names, into {@link Settings}. The sample that
 * comes with the desk, {@code config/latchkey.yaml}, tells about every key.
 */
public final class SettingsFile {
  private static final long SIZE_LIMIT = 10_000_000;
  private static final int HOPS = 20;
  private static final Duration STAFF_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration STAFF_EVERY = Duration.ofMinutes(10);
  private static final Duration SHORTEST_KEPT = Duration.ofDays(30);
  private static final int SHORTEST_BANNER = 8;
  private static final int LONGEST_BANNER = 200;

  private final Section file;
  private final Function<String, @Nullable String> environment;
  private final boolean whole;
  private final List<String> elsewhere = new ArrayList<>();

  /** Reads a file that the settings name, or what holds when they name none. */
  @FunctionalInterface
  private interface Source<T> {
    T read() throws IOException, InvalidConfigurationException;
  }

  /** Reads a file. */
  @FunctionalInterface
  private interface FileReader<T> {
    T read(Path file) throws IOException, InvalidConfigurationException;
  }

  private SettingsFile(
      Section file, Function<String, @Nullable String> environment, boolean whole) {
    this.file = file;
    this.environment = environment;
    this.whole = whole;
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
                  + ": no such file; write one after the sample config/latchkey.yaml, or name"
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
            ? "permission denied; become root, or the user that the desk runs as"
            : problem instanceof NoSuchFileException
                ? "there is no such file; --config FILE names another"
                : String.valueOf(problem.getMessage());
    return new InvalidConfigurationException(List.of(path + ": cannot be read: " + why));
  }

  private Settings settings(YamlTree tree, String path) throws InvalidConfigurationException {
    var name = file.section("desk").text("name");
    var own = WordSections.read(file);
    var sizeLimit = sizeLimit(file.section("desk"));
    var database = ServerSections.database(file.section("database"), state());
    var imap = ServerSections.imap(file.section("imap"), sizeLimit);
    var smtp = ServerSections.smtp(file.section("smtp"), imap);
    var files = ServerSections.files(file.section("attachments"), file.section("imap"));
    var authentication = authentication(file.section("authentication"));
    var ways = ways(file.section("intake"));
    var since = since(file.section("intake"), own.zone());
    var banners = banners(file.section("gateway"));
    var keys = DeskSections.keys(file);
    var staffQuery = staffQuery();
    var staff = staff(staffQuery);
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
    var policy = other("policy", PolicyFile::read, Policy::standard);
    var reading = later("reading", ReadingFile::read, ReadingFile::standard);
    var templates =
        later(
            "templates",
            folder -> TemplateCatalog.load(folder, own),
            () -> TemplateCatalog.onDemand(own));
    var desk = DeskSections.desk(file, whole ? templates.map(Later::get) : Optional.empty());

    var retention = retention(file.section("retention"), desk.map(DeskSettings::reopenWithin));
    List<String> errors = new ArrayList<>(tree.errors(path));
    errors.addAll(elsewhere);
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
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
        retention);
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

  private static long sizeLimit(Section desk) {
    long limit = desk.size("size-limit", SIZE_LIMIT);
    if (limit < 1 || limit > RawMail.LARGEST) {
      desk.fault("size-limit", "must be 1 to " + RawMail.LARGEST + " octets");
      return SIZE_LIMIT;
    }
    return limit;
  }

  private static Settings.TrustedServers authentication(Section section) {
    Optional<MailProvider> provider =
        section.has("profile") ? section.choice("profile", MailProvider.class) : Optional.empty();
    if (provider.isPresent() && (section.has("authserv-ids") || section.has("own-received"))) {
      section.fault("profile", "says already what authserv-ids and own-received would say");
    }
    return new Settings.TrustedServers(
        new HashSet<>(section.texts("authserv-ids")),
        section.number("own-received", 0, 0, HOPS),
        section.flag("verify-dkim", false),
        section.flag("signed-content", false),
        provider);
  }

  private static Optional<OwnWays> ways(Section intake) {
    return intake.make(
        () -> new OwnWays(intake.texts("groups"), Set.copyOf(intake.addresses("forms"))));
  }

  /** A moment, a day (its beginning in the zone of the desk), all, or nothing. */
  private static AnswerSince since(Section intake, ZoneId zone) {
    Optional<String> text = intake.findText("since");
    if (text.isEmpty()) {
      return AnswerSince.USUAL;
    }
    if (text.get().equals("all")) {
      return AnswerSince.ALL;
    }
    Optional<Instant> moment = Amounts.moment(text.get(), zone);
    if (moment.isEmpty()) {
      intake.fault(
          "since", "must be all, a day like 2026-03-01 or a moment like 2026-03-01T08:00:00Z");
    }
    return moment.map(AnswerSince::of).orElse(AnswerSince.USUAL);
  }

  private static List<String> banners(Section gateway) {
    List<String> banners = gateway.texts("banners");
    if (!banners.stream().allMatch(SettingsFile::isBanner)) {
      gateway.fault(
          "banners",
          "must be lines of "
              + SHORTEST_BANNER
              + " to "
              + LONGEST_BANNER
              + " letters, no commands");
    }
    return banners;
  }

  /** A short one would hide what people write themselves; an ideograph is as good as a word. */
  private static boolean isBanner(String line) {
    int length = line.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    return length >= SHORTEST_BANNER
        && length <= LONGEST_BANNER
        && line.lines().count() == 1
        && Arrays.stream(Verb.values()).noneMatch(verb -> verb.name().equalsIgnoreCase(line));
  }

  /** How a database is asked for the staff, where they stand in one. */
  private Optional<StaffQuery> staffQuery() {
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
              wholeSeconds(section, "timeout", STAFF_TIMEOUT),
              wholeSeconds(section, "every", STAFF_EVERY));
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
  private Optional<StaffRoster> staff(Optional<StaffQuery> query) {
    if (!file.hasKeys("staff")) {
      return DeskSections.staff(file);
    }
    Section section = file.section("staff");
    if (section.has("query")) {
      return query.flatMap(asked -> read(section, "query", asked::read, Optional.empty()));
    }
    Path path = section.path("file");
    return section.text("file").isEmpty()
        ? Optional.empty()
        : read(section, "file", () -> StaffFile.read(path, environment), Optional.of(path));
  }

  /** What another file says that the settings name, or what comes with the desk. */
  private <T> Optional<T> other(String name, FileReader<T> reader, Source<T> standard) {
    Optional<Path> path = file.findPath(name);
    return read(
        file, name, () -> path.isPresent() ? reader.read(path.get()) : standard.read(), path);
  }

  /**
   * The same, now or when it is asked for first: what comes with the desk was tried out before, and
   * is read when it is needed.
   */
  private <T> Optional<Later<T>> later(String name, FileReader<T> reader, Source<T> standard) {
    Optional<Path> path = file.findPath(name);
    if (whole && path.isPresent()) {
      return other(name, reader, standard).map(Later::known);
    }
    return Optional.of(
        Later.from(
            () -> {
              try {
                return path.isPresent() ? reader.read(path.get()) : standard.read();
              } catch (InvalidConfigurationException e) {
                throw new UnusablePartException(e.errors());
              } catch (TemplateException e) {
                throw new UnusablePartException(within(path, e));
              } catch (IOException e) {
                throw new UnusablePartException(
                    List.of(name + ": cannot be read: " + e.getMessage()));
              }
            }));
  }

  private static List<String> within(Optional<Path> path, TemplateException broken) {
    String folder = path.map(given -> given + "/").orElse("");
    return broken.errors().stream().map(error -> folder + error).toList();
  }

  private <T> Optional<T> read(
      Section section, String name, Source<T> source, Optional<Path> path) {
    try {
      return Optional.of(source.read());
    } catch (InvalidConfigurationException e) {
      elsewhere.addAll(e.errors());
    } catch (TemplateException e) {
      elsewhere.addAll(within(path, e));
    } catch (IOException e) {
      section.fault(name, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }
}
