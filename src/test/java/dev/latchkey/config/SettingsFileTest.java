package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.accounts.ActionSource;
import dev.latchkey.accounts.DirectorySource;
import dev.latchkey.accounts.HttpDirectorySettings;
import dev.latchkey.accounts.NameRule;
import dev.latchkey.check.Level;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.letter.writing.DeskWords;
import dev.latchkey.letter.writing.DeskWords.Said;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.outgoing.BudgetSettings;
import dev.latchkey.outgoing.RetrySettings;
import dev.latchkey.parse.MailParser;
import dev.latchkey.proof.RegistryServers;
import dev.latchkey.schedule.TickerSettings;
import dev.latchkey.transport.ClamdScanner;
import dev.latchkey.transport.Credentials;
import dev.latchkey.transport.TokenGrant;
import dev.latchkey.trust.sender.MailProvider;
import dev.latchkey.trust.staff.StaffMember;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
  private static final Path SAMPLE = Path.of("config/latchkey.yaml");
  private static final String PASSWORD = "correct-horse-battery";

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void fill() {
    environment.put("LATCHKEY_DATABASE_PASSWORD", PASSWORD);
    environment.put("LATCHKEY_MAIL_PASSWORD", PASSWORD);
    environment.put("LATCHKEY_SIGNING_KEY", "bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXRlcyE=");
    environment.put("LATCHKEY_TOTP_ADA", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }

  private Settings read(Path file) throws InvalidConfigurationException {
    return SettingsFile.read(file, environment::get);
  }

  private List<String> errors(Path file) {
    var refused = catchThrowableOfType(InvalidConfigurationException.class, () -> read(file));
    assertThat(refused).isNotNull();
    return refused.errors().stream().map(error -> error.replace(folder + "/", "")).toList();
  }

  /** The sample with a piece of it replaced. */
  @BeforeEach
  void accounts() throws IOException {
    Files.createFile(folder.resolve("accounts.csv"));
  }

  private Path sample(String piece, String by) throws IOException {
    String text = Files.readString(SAMPLE);
    assertThat(text).contains(piece);
    Path file = Files.writeString(folder.resolve("latchkey.yaml"), text.replace(piece, by));
    return mode(file, "rw-r--r--");
  }

  private static Path mode(Path file, String mode) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  @Test
  void theSampleLoadsAndStatesTheDefaults() throws Exception {
    Settings settings = read(SAMPLE);

    assertThat(settings.desk()).isEqualTo(DeskSettings.standard(settings.desk().address()));
    assertThat(settings.budgets()).isEqualTo(BudgetSettings.DEFAULT);
    assertThat(settings.retry()).isEqualTo(RetrySettings.DEFAULT);
    assertThat(settings.schedule()).isEqualTo(TickerSettings.DEFAULT);
    assertThat(settings.policy()).isEqualTo(Policy.standard());
    assertThat(settings.reading()).isEqualTo(ReadingFile.standard());
    assertThat(settings.sizeLimit()).isEqualTo(10_000_000);
    assertThat(settings.staff().members()).hasSize(2);
  }

  @Test
  void whoHasASecondFactorGivesItForEveryApprovalUnlessToldOtherwise() throws Exception {
    String line = "    second-factor: always\n";
    assertThat(read(sample(line, "")).staff().members())
        .extracting(StaffMember::factor)
        .containsExactly(StaffMember.Factor.ALWAYS, StaffMember.Factor.TWO_APPROVERS);
    assertThat(
            read(sample(line, "    second-factor: two-approvers\n"))
                .staff()
                .members()
                .get(0)
                .factor())
        .isEqualTo(StaffMember.Factor.TWO_APPROVERS);
  }

  /** The sample, whose staff stand in a file of their own. */
  private Path withStaff(String staff, String mode) throws IOException {
    String text = Files.readString(SAMPLE);
    int from = text.indexOf("staff:\n");
    mode(Files.writeString(folder.resolve("staff.yaml"), staff), mode);
    return sample(
        text.substring(from, text.indexOf("\n# Where the accounts are")),
        "staff: {file: staff.yaml}\n");
  }

  @Test
  void theStaffMayStandInAFileOfTheirOwn() throws Exception {
    Path file =
        withStaff(
            """
            staff:
              - {address: ada@example.org, totp: '${env:LATCHKEY_TOTP_ADA}'}
              - {address: grace@example.org, approver: false}
            """,
            "rw-r-----");

    assertThat(read(file).staff()).isEqualTo(read(SAMPLE).staff());
  }

  @Test
  void keyAtTheWrongPlaceIsToldWhereItBelongs() throws Exception {
    Path file = folder.resolve("latchkey.yaml");
    Files.writeString(
        file,
        Files.readString(SAMPLE)
            + "authserv-ids: [mail.example.org]\nauthentification: {}\nport: 1\n");
    mode(file, "rw-------");

    assertThat(errors(file))
        .anyMatch(
            error ->
                error.contains(" authserv-ids: is unknown here; it belongs below authentication"))
        .anyMatch(
            error ->
                error.contains(" authentification: is unknown here; did you mean authentication?"))
        // Of several places none is named.
        .anyMatch(error -> error.contains(" port: is unknown here; known are"));
  }

  @Test
  void whatIsWrongInTheFileOfTheStaffIsSaidWithItsPlace() throws Exception {
    String wrong =
        "staff:\n  - {address: ada at example}\n  - {address: b@example.org, chief: true}\n";
    assertThat(errors(withStaff(wrong, "rw-rw-r--")))
        .containsExactly(
            "staff.yaml:2: staff[0].address: must be a plain mail address such as"
                + " support@example.org",
            "staff.yaml:3: staff[1].chief: is unknown here; known are [active, address, approver,"
                + " second-factor, totp]",
            "staff.yaml: can be written by others, who could approve then; make it chmod go-w");
    assertThat(errors(withStaff("staff: []\n", "rw-------")))
        .containsExactly("staff.yaml:1: staff: must name at least one person with address");

    Path none = withStaff("", "rw-------");
    Files.delete(folder.resolve("staff.yaml"));
    assertThat(errors(none))
        .containsExactly("staff.yaml: there is no such file; write it, or correct staff.file");
  }

  @Test
  void whoStandsTwiceInAFileOfTheStaffIsNamedWithTheSecondPlace() throws Exception {
    String twice =
        """
        staff:
          - {address: ada@example.org}
          - {address: b@example.org}
          - {address: ada@example.org, approver: false}
        """;
    assertThat(errors(withStaff(twice, "rw-------")))
        .containsExactly("staff.yaml:4: staff[2].address: staff member twice: ada@example.org");
  }

  @Test
  void twoApproversHaveNoMailboxTogether() throws Exception {
    String one =
        """
        staff:
          - {address: ada@example.org}
          - {address: ada+phone@example.org, approver: false}
          - {address: ada+desk@example.org}
        """;
    assertThat(errors(withStaff(one, "rw-------")))
        .containsExactly(
            "staff.yaml:4: staff[2].address: ada+desk@example.org is the mailbox of"
                + " ada@example.org, who approves as well");
  }

  @Test
  void aFileThatIsNoUtf8IsToldAsThatWithTheLine() throws Exception {
    Path file = sample("name: Account support", "name: Café");
    String text = Files.readString(file);
    int line =
        1 + (int) text.substring(0, text.indexOf("Café")).chars().filter(c -> c == '\n').count();
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(errors(file))
        .singleElement()
        .asString()
        .endsWith(file.getFileName() + ":" + line + ": is not UTF-8; save the file as UTF-8");
    Files.writeString(file, text, StandardCharsets.UTF_16);
    assertThat(errors(file))
        .singleElement()
        .asString()
        .endsWith(":1: is not UTF-8; save the file as UTF-8");

    Path cut = withStaff("", "rw-------");
    Files.write(folder.resolve("staff.yaml"), new byte[] {'#', '\n', (byte) 0xC3});
    assertThat(errors(cut)).containsExactly("staff.yaml:2: is not UTF-8; save the file as UTF-8");
  }

  @Test
  void aFolderInPlaceOfAFileIsToldWithoutALine() throws Exception {
    assertThat(errors(Files.createDirectory(folder.resolve("settings"))))
        .singleElement()
        .asString()
        .endsWith("settings: cannot be read: Is a directory");
  }

  @Test
  void theFolderOfTheStaffsFileIsThereAndNobodyElseWritesInIt() throws Exception {
    Path file = withStaff("staff: [{address: ada@example.org}]\n", "rw-------");
    String text = Files.readString(file);
    Path other = Files.createDirectory(folder.resolve("elsewhere"));
    mode(
        Files.writeString(other.resolve("staff.yaml"), "staff: [{address: a@example.org}]\n"),
        "rw-r-----");
    Files.writeString(file, text.replace("file: staff.yaml", "file: elsewhere/staff.yaml"));
    assertThat(read(file).staff().members()).hasSize(1);

    mode(other, "rwxrwxr-x");
    assertThat(errors(file))
        .singleElement()
        .asString()
        .contains("can be written by others, who could put another file there");
    mode(other, "rwxr-xr-x");
    Files.writeString(file, text.replace("file: staff.yaml", "file: nowhere/staff.yaml"));
    assertThat(errors(file)).singleElement().asString().contains("there is no folder ");
  }

  /** A link is as safe as the road to where it leads. */
  @Test
  void aLinkToTheStaffsFileIsFollowed() throws Exception {
    Path file = withStaff("staff: [{address: ada@example.org}]\n", "rw-------");
    Path open = Files.createDirectory(folder.resolve("open"));
    Path inner = Files.createDirectory(open.resolve("inner"));
    Path other =
        mode(
            Files.writeString(inner.resolve("s.yaml"), "staff: [{address: a@example.org}]\n"),
            "rw-r-----");
    Files.delete(folder.resolve("staff.yaml"));
    Path link = Files.createSymbolicLink(folder.resolve("staff.yaml"), other);
    assertThat(read(file).staff().members()).hasSize(1);
    for (String mode : List.of("rwxrwxrwx", "rwxrwxr-x")) {
      mode(inner, mode);
      assertThat(errors(file))
          .singleElement()
          .asString()
          .contains("inner can be written by others");
    }
    mode(inner, "rwxr-xr-x");
    mode(open, "rwxrwxrwx");
    assertThat(errors(file)).singleElement().asString().contains("open can be written by others");
    // By way of a folder that is a link, and a link that leads to a link.
    Path through = Files.createSymbolicLink(folder.resolve("through"), open);
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("second"));
    Files.createSymbolicLink(folder.resolve("second"), through.resolve("inner/s.yaml"));
    assertThat(errors(file)).singleElement().asString().contains("open can be written by others");
    mode(open, "rwxr-xr-x");
    assertThat(read(file).staff().members()).hasSize(1);
    Files.delete(link);
    Files.createSymbolicLink(link, link);
    assertThat(errors(file)).isNotEmpty();
  }

  @Test
  void theZoneOfTheDeskIsThatOfItsDaysUnlessTheDigestHasAnother() throws Exception {
    Settings far =
        read(
            sample("  staff-language: en\n", "  staff-language: en\n  zone: Pacific/Kiritimati\n"));
    assertThat(far.zone()).isEqualTo(ZoneId.of("Pacific/Kiritimati"));
    assertThat(far.staffTimes().zone()).isEqualTo(read(SAMPLE).staffTimes().zone());
    assertThat(read(SAMPLE).zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(Amounts.moment("2026-03-18", far.zone()))
        .contains(Instant.parse("2026-03-17T10:00:00Z"));
  }

  @Test
  void registriesAreNamedOrReadFromAFile() throws Exception {
    Files.writeString(
        folder.resolve("dns.json"),
        "{\"services\":[[[\"com\",\"org\"],[\"https://rdap.example/\"]]]}");
    String marker = "  marker: latchkey-challenge ";
    String registries =
        "  registries: {servers: {com: 'https://other.example/', co.uk: 'https://uk.example/v1'},"
            + " bootstrap: dns.json}\n"
            + marker;

    assertThat(read(SAMPLE).look().registries()).isEqualTo(RegistryServers.NONE);
    assertThat(read(sample(marker, registries)).look().registries())
        .isEqualTo(
            RegistryServers.of(
                Map.of(
                    "com", "https://other.example/",
                    "org", "https://rdap.example/",
                    "co.uk", "https://uk.example/v1/")));
    assertThat(errors(sample(marker, registries.replace("https://uk", "http://uk"))))
        .hasSize(1)
        .first()
        .asString()
        .contains("proofs.registries.servers", "https://");
    Files.writeString(folder.resolve("dns.json"), "<html>");
    assertThat(errors(sample(marker, registries)))
        .hasSize(1)
        .first()
        .asString()
        .contains("proofs.registries.bootstrap");
  }

  @Test
  void whatIsNotSaidIsTheDefault() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("latchkey.yaml"),
            """
            desk: {name: Help, address: help@desk.example}
            database: {url: "jdbc:mariadb://db/desk", user: desk, password: "${env:LATCHKEY_MAIL_PASSWORD}"}
            imap: {host: mail.desk.example, user: help, password: "${env:LATCHKEY_MAIL_PASSWORD}"}
            smtp: {host: mail.desk.example, security: starttls}
            signing-key: ${env:LATCHKEY_SIGNING_KEY}
            staff: [{address: ada@desk.example}]
            accounts: {kind: csv, file: accounts.csv}
            """);

    Settings settings = read(file);

    assertThat(settings.desk()).isEqualTo(DeskSettings.standard(settings.desk().address()));
    assertThat(settings.imap().port()).isEqualTo(993);
    assertThat(settings.smtp().port()).isEqualTo(587);
    assertThat(settings.smtp().login()).isEmpty();
    assertThat(settings.authentication().ids()).isEmpty();
    assertThat(settings.accounts())
        .isEqualTo(
            new DirectorySource.Csv(
                folder.resolve("accounts.csv"), NameRule.ASCII_CASE_INSENSITIVE));
    assertThat(settings.action()).isEqualTo(new ActionSource.Manual());
    assertThat(settings.budgets()).isEqualTo(BudgetSettings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10MB", "26214400", "26214401", "30MB", "50MB"})
  void noLegalSizeLimitLetsInAMailThatTheParserRefusesForItsSize(String limit) throws Exception {
    Path file = sample("size-limit: 10MB", "size-limit: " + limit);
    Settings settings;
    try {
      settings = read(file);
    } catch (InvalidConfigurationException e) {
      assertThat(e.errors()).singleElement().asString().contains("size-limit");
      return;
    }
    byte[] mail = new byte[settings.imap().maxLiteral()];
    Arrays.fill(mail, (byte) 'A');
    byte[] header =
        "From: a@mail.example\r\nContent-Type: application/octet-stream\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(header, 0, mail, 0, header.length);
    assertThat(new MailParser().parse(new MailBytes(mail)).from()).isNotEmpty();
  }

  @Test
  void aProviderSaysWhatNamesAndPlacesWouldSay() throws Exception {
    Path alone = sample("authserv-ids: [mail.example.org]", "profile: google");
    Files.writeString(alone, Files.readString(alone).replace("  own-received: 0\n", ""));

    assertThat(read(alone).authentication().provider()).contains(MailProvider.GOOGLE);
    assertThat(read(alone).authentication().reader().configured()).isTrue();
    assertThat(errors(sample("  own-received: 0", "  profile: fastmail\n  own-received: 0")))
        .singleElement()
        .asString()
        .contains("authentication.profile: says already");
    assertThat(errors(sample("  own-received: 0", "  profile: hotmail")))
        .singleElement()
        .asString()
        .contains("must be one of [fastmail, google, microsoft-365]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "/////////////////////////////////////////w==",
        "MDEwMTAxMDEwMTAxMDEwMTAxMDEwMTAxMDEwMTAxMDE=",
        "cGFzc3dvcmRwYXNzd29yZHBhc3N3b3JkcGFzc3dvcmQ="
      })
  void aKeyOfAFewOctetsOverAndOverIsNone(String key) throws IOException {
    environment.put("LATCHKEY_SIGNING_KEY", key);

    assertThat(errors(sample("size-limit: 10MB", "size-limit: 9MB")))
        .singleElement()
        .asString()
        .contains("signing-key: must be 32 random octets");
  }

  @Test
  void everyErrorIsToldAtOnceWithItsLineAndKey() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("latchkey.yaml"),
            """
            desk:
              name: Help
              address: not an address
              languge: en
            database:
              url: jdbc:postgresql://db/desk
              user: desk
              password: hunter2-in-the-clear
            imap:
              host: mail.desk.example
              security: none
              user: help
              password: ${env:NOT_SET}
            smtp:
              host: mail.desk.example
              security: plain
              connections: 99
            signing-key: ${env:LATCHKEY_MAIL_PASSWORD}
            staff:
              - address: ada@desk.example
                totp: ${env:LATCHKEY_MAIL_PASSWORD}
                active: perhaps
            accounts:
              kind: nis
            deadlines:
              remind: soon
              code-valid: 3d
            schedule: often
            surprise: 1
            """);
    mode(file, "rw-r--r--");

    assertThat(errors(file))
        .containsExactly(
            "latchkey.yaml:3: desk.address: must be a plain mail address such as"
                + " support@example.org",
            "latchkey.yaml:4: desk.languge: is unknown here; did you mean language?",
            "latchkey.yaml:6: database.url: must begin with jdbc:mariadb:",
            "latchkey.yaml:8: database.password: a secret stands here in the clear; write"
                + " ${env:NAME} or ${file:/path}, or let only the owner read this file (chmod 600)",
            "latchkey.yaml:13: imap.password: the environment has no NOT_SET",
            "latchkey.yaml:16: smtp.security: must be one of [none, starttls, tls]",
            "latchkey.yaml:17: smtp.connections: must be a whole number from 1 to 32",
            "latchkey.yaml:18: signing-key: must be 32 random octets or more in base64; make one"
                + " with: openssl rand -base64 32",
            "latchkey.yaml:22: staff[0].active: must be true or false",
            "latchkey.yaml:24: accounts.kind: must be one of [csv, http, ldap, sql]",
            "latchkey.yaml:26: deadlines.remind: must be a time such as 30s, 15m, 24h or 3d",
            "latchkey.yaml:27: deadlines.code-valid: must be more than nothing and 24h at most",
            "latchkey.yaml:28: schedule: must have keys of its own",
            "latchkey.yaml:29: surprise: is unknown here; known are [accounts, action,"
                + " attachments, authentication, budgets, database, deadlines, desk, digest, escalate,"
                + " former-keys, gateway, imap, intake, links, log, monitor, policy, proofs, reading, retention, retry, schedule,"
                + " signing-key, smtp, staff, targets, templates, trusted-certificates,"
                + " words]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "redirect", "外部", "two lines\\nof one"})
  void aBannerThatWouldHideWhatPeopleWriteIsRefused(String banner) throws IOException {
    Path file = sample("banners: [] ", "banners: [\"" + banner + "\"] ");
    assertThat(errors(file))
        .singleElement()
        .asString()
        .contains("gateway.banners: must be lines of 8 to 200 letters, no commands");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Message from outside", "外部邮件", "NOTE: not from Quill Works"})
  void aBannerOfTheDesksOwnGatewayIsKnown(String banner) throws Exception {
    Path file = sample("banners: [] ", "banners: [\"" + banner + "\"] ");
    assertThat(read(file).banners()).containsExactly(banner);
  }

  @Test
  void anEmptyFileLacksEveryKeyThatIsNeeded() throws IOException {
    Path file = Files.writeString(folder.resolve("latchkey.yaml"), "# nothing yet\n");

    assertThat(errors(file))
        .allMatch(error -> error.startsWith("latchkey.yaml:"))
        .anyMatch(error -> error.endsWith(" desk.name: is missing"))
        .anyMatch(error -> error.endsWith(" imap.host: is missing"))
        .anyMatch(error -> error.endsWith(" signing-key: is missing"))
        .anyMatch(error -> error.contains(" staff: "));
  }

  @Test
  void aRuleOfTheDeskIsAnErrorOfItsSection() throws IOException {
    assertThat(errors(sample("  security: tls         # default tls", "  security: none")))
        .singleElement()
        .asString()
        .contains("imap: no mail server but one on this machine may be used without TLS");
    assertThat(errors(sample("  last-call: 10d", "  last-call: 2d")))
        .singleElement()
        .asString()
        .contains("deadlines: remind comes before last-call");
    assertThat(
            errors(
                sample(
                    "address: support@example.org\n  #",
                    "address: " + "s".repeat(40) + "@example.org\n  #")))
        .singleElement()
        .asString()
        .contains("desk: too long for a base of return addresses");
    assertThat(errors(sample("grace@example.org", "ada@example.org")))
        .singleElement()
        .asString()
        .contains("staff[1].address: staff member twice: ada@example.org");
  }

  @Test
  void aScannerIsOneOfThisMachineAndCopiesWithSecretsStayForATimeOrForGood() throws Exception {
    assertThat(read(sample("# clamd", "clamd")).files().scanner()).isInstanceOf(ClamdScanner.class);
    assertThat(errors(sample("# clamd: 127.0.0.1:3310", "clamd: scan.example.org:3310")))
        .singleElement()
        .asString()
        .contains("attachments: ", "scan.example.org");
    assertThat(errors(sample("# clamd: 127.0.0.1:3310", "clamd: 3310")))
        .singleElement()
        .asString()
        .contains("attachments.clamd: must be a host and a port");
    assertThat(
            read(sample("copies-with-secrets: 10m", "copies-with-secrets: 2d"))
                .files()
                .keepSecrets())
        .contains(Duration.ofDays(2));
    assertThat(
            read(sample("copies-with-secrets: 10m", "copies-with-secrets: keep"))
                .files()
                .keepSecrets())
        .isEmpty();
    assertThat(errors(sample("copies-with-secrets: 10m", "copies-with-secrets: never")))
        .singleElement()
        .asString()
        .contains("imap.copies-with-secrets: must be a time");
  }

  @Test
  void noSecretIsShown() throws Exception {
    environment.put("LATCHKEY_TOTP_ADA", "0189 " + PASSWORD);
    environment.put("LATCHKEY_SIGNING_KEY", "short " + PASSWORD);
    assertThat(errors(SAMPLE)).hasSize(3).noneMatch(error -> error.contains(PASSWORD));

    fill();
    Settings settings = read(SAMPLE);
    assertThat(
            List.of(
                settings,
                settings.database(),
                settings.imap(),
                settings.smtp(),
                settings.keys(),
                settings.staff(),
                settings.accounts(),
                settings.action()))
        .allSatisfy(
            part ->
                assertThat(part.toString())
                    .doesNotContain(environment.values().toArray(String[]::new)));
  }

  /** The sample with another section for the mailbox, in a file that only its owner can read. */
  private Path mailbox(String imap, String smtp) throws IOException {
    String text = Files.readString(SAMPLE);
    text =
        text.replaceAll(
            "(?ms)^imap:\n.*?\n\n",
            "imap: {host: imap.example, user: help@desk.example" + imap + "}\n\n");
    text = text.replaceAll("(?ms)^smtp:\n.*?\n\n", "smtp: {host: smtp.example" + smtp + "}\n\n");
    return mode(Files.writeString(folder.resolve("latchkey.yaml"), text), "rw-------");
  }

  private TokenGrant grant(String oauth) throws Exception {
    Settings settings = read(mailbox(", oauth2: {" + oauth + "}", ", oauth2: imap"));
    Credentials imap = settings.imap().credentials();
    assertThat(settings.smtp().login()).contains(imap);
    assertThat(imap.user()).isEqualTo("help@desk.example");
    return ((Credentials.OAuth2) imap).grant();
  }

  @Test
  void aMailboxAtGoogleIsOpenedByARefreshToken() throws Exception {
    TokenGrant grant =
        grant("profile: google, client-id: desk.apps, client-secret: s3, refresh-token: r3");
    assertThat(grant)
        .isEqualTo(
            new TokenGrant(
                grant.place(),
                URI.create("https://oauth2.googleapis.com/token"),
                "desk.apps",
                Optional.of("s3"),
                Optional.of("r3"),
                Optional.empty()));
    assertThat(grant.place()).matches("imap\\.oauth2 \\(line [0-9]+\\)");
  }

  @Test
  void aMailboxAtMicrosoftIsOpenedByTheClientOrByARefreshToken() throws Exception {
    TokenGrant client =
        grant("profile: microsoft-365, tenant: desk.example, client-id: c3, client-secret: s3");
    assertThat(client.url())
        .hasToString("https://login.microsoftonline.com/desk.example/oauth2/v2.0/token");
    assertThat(client.scope()).contains("https://outlook.office365.com/.default");
    assertThat(client.refreshToken()).isEmpty();

    TokenGrant refresh =
        grant("profile: microsoft-365, tenant: common, client-id: c3, refresh-token: r3");
    assertThat(refresh.clientSecret()).isEmpty();
    assertThat(refresh.scope().orElseThrow())
        .contains("IMAP.AccessAsUser.All", "SMTP.Send", "offline_access");
  }

  @Test
  void anotherTokenServerIsNamedByItsAddress() throws Exception {
    TokenGrant grant =
        grant("token-url: https://id.example/token, client-id: c3, client-secret: s3, scope: mail");
    assertThat(grant.url()).hasToString("https://id.example/token");
    assertThat(grant.scope()).contains("mail");
  }

  @Test
  void theOutgoingServerMayHaveAnotherUserOrAnotherToken() throws Exception {
    String oauth =
        ", oauth2: {token-url: https://id.example/token, client-id: c3, client-secret: s3}";
    assertThat(read(mailbox(oauth, ", oauth2: imap, user: other@desk.example")).smtp().login())
        .map(Credentials::user)
        .contains("other@desk.example");
    assertThat(read(mailbox(", password: p3", ", user: other@desk.example" + oauth)).smtp().login())
        .get()
        .isInstanceOf(Credentials.OAuth2.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "profile: google, client-id: c, client-secret: s | imap.oauth2.refresh-token: is missing",
        "profile: google, tenant: t, client-id: c, refresh-token: r | imap.oauth2.tenant: is for",
        "profile: microsoft-365, client-id: c, client-secret: s | imap.oauth2.tenant: is missing",
        "profile: yahoo, client-id: c, client-secret: s | imap.oauth2.profile: must be one of",
        "client-id: c, client-secret: s | imap.oauth2.token-url: is missing",
        "profile: google, refresh-token: r | imap.oauth2.client-id: is missing",
        "token-url: https://id.example/t, client-id: c | imap.oauth2: needs a refresh-token, a",
        "token-url: http://id.example/t, client-id: c, client-secret: s | need https",
        "token-url: https://id.example/t, client-id: c, client-secret: s, secret: x | is unknown",
      })
  void whatIsWrongWithTheTokensOfAMailboxIsSaid(String oauth, String fault) throws Exception {
    assertThat(errors(mailbox(", oauth2: {" + oauth + "}", "")))
        .anyMatch(error -> error.contains(fault));
  }

  @Test
  void aPasswordBesideTokensIsAnError() throws Exception {
    String oauth = ", oauth2: {token-url: https://id.example/t, client-id: c, client-secret: s}";
    assertThat(errors(mailbox(oauth + ", password: p", ", oauth2: imap, password: p")))
        .hasSize(2)
        .allMatch(error -> error.contains("password: is not used beside oauth2"));
    assertThat(errors(mailbox(", password: p", ", oauth2: imap")))
        .hasSize(1)
        .allMatch(error -> error.contains("smtp.oauth2: there is no oauth2 under imap"));
    assertThat(errors(mailbox(", password: p", ", oauth2: yes")))
        .anyMatch(error -> error.contains("smtp.oauth2: must have keys of its own"));
  }

  @Test
  void aSecretMayStandInAFileThatOnlyItsOwnerReads() throws Exception {
    Path secret = Files.writeString(folder.resolve("mail.secret"), PASSWORD + "\n");
    Path file = sample("${env:LATCHKEY_MAIL_PASSWORD}", "${file:mail.secret}");

    mode(secret, "rw-r--r--");
    assertThat(errors(file))
        .hasSize(2)
        .allMatch(error -> error.endsWith("mail.secret can be read by others; make it chmod 600"));

    mode(secret, "r--------");
    assertThat(read(file).imap().credentials())
        .isEqualTo(new Credentials.Password("support@example.org", PASSWORD));
  }

  /** As a package installs it: root:latchkey 0640. Who runs the tests need not be root. */
  @Test
  void theGroupMayReadAFileOfRootAndOfNobodyElse() throws Exception {
    Path secret = Files.writeString(folder.resolve("mail.secret"), PASSWORD + "\n");
    Path file = sample("${env:LATCHKEY_MAIL_PASSWORD}", "${file:mail.secret}");

    mode(secret, "rw-r-----");
    if (Files.getOwner(secret).getName().equals("root")) {
      assertThat(read(file).imap().credentials())
          .isEqualTo(new Credentials.Password("support@example.org", PASSWORD));
      Files.setOwner(
          secret,
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }
    assertThat(errors(file)).hasSize(2).allMatch(error -> error.contains("by others"));
  }

  @Test
  void aSecretMayStandInSettingsThatOnlyTheirOwnerReads() throws Exception {
    Path file = sample("${env:LATCHKEY_MAIL_PASSWORD}", PASSWORD);

    assertThat(errors(file)).hasSize(2).allMatch(error -> error.contains("in the clear"));

    mode(file, "rw-------");
    assertThat(read(file).imap().credentials())
        .isEqualTo(new Credentials.Password("support@example.org", PASSWORD));
  }

  @Test
  void aPasswordInAUrlIsRefused() throws IOException {
    assertThat(errors(sample("/latchkey?use", "/latchkey?password=" + PASSWORD + "&use")))
        .singleElement()
        .asString()
        .contains("database.url: must not carry the password")
        .doesNotContain(PASSWORD);
  }

  @Test
  void errorsOfTheFilesThatAreNamedAreToldWithTheOthers() throws IOException {
    Files.writeString(
        folder.resolve("policy.yaml"),
        Files.readString(Path.of("config/policy.yaml"))
            .replace(
                " CODE: {group: mailbox, points: 6,", " CODE: {group: mailbox, points: many,"));
    Files.createDirectories(folder.resolve("mails/en"));
    Path file =
        sample(
            "# policy: policy.yaml",
            "policy: policy.yaml\nreading: nowhere.yaml\ntemplates: mails\nsurprise: 1");

    assertThat(errors(file))
        .anyMatch(error -> error.contains("surprise: is unknown here"))
        .anyMatch(error -> error.contains("reading: there is no file"))
        .anyMatch(
            error ->
                error.equals(
                    "policy.yaml:17: proofs.CODE.points: must be a whole number from 0 to 1000"))
        .anyMatch(error -> error.startsWith("mails/en/words.properties"));
  }

  /** Reading them takes most of a start, and a list of tickets needs neither. */
  @Test
  void whoOnlyLooksIsToldOfBrokenLettersAndRulesWhenTheyAreNeeded() throws Exception {
    Path mails = Files.createDirectories(folder.resolve("mails/en"));
    Files.writeString(mails.resolve("words.properties"), "surprise = 1\n");
    Path file = sample("# policy: policy.yaml", "reading: nowhere.yaml\ntemplates: mails");

    Settings settings = SettingsFile.glance(file, environment::get);

    assertThat(settings.staff().members()).hasSize(2);
    assertThat(settings.zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(catchThrowableOfType(UnusablePartException.class, settings::reading).errors())
        .singleElement()
        .asString()
        .contains("reading: cannot be read");
    assertThat(catchThrowableOfType(UnusablePartException.class, settings::templates).errors())
        .anyMatch(error -> error.contains("mails/en/words.properties"));
    assertThat(SettingsFile.glance(SAMPLE, environment::get).reading())
        .isEqualTo(read(SAMPLE).reading());
  }

  @Test
  void whoOnlyLooksIsToldOfEverythingElse() throws Exception {
    Path file = sample("# policy: policy.yaml", "surprise: 1");

    var refused =
        catchThrowableOfType(
            InvalidConfigurationException.class, () -> SettingsFile.glance(file, environment::get));

    assertThat(refused.errors()).anyMatch(error -> error.contains("surprise: is unknown here"));
  }

  @Test
  void brokenYamlIsOneErrorWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("latchkey.yaml"), "desk:\n  name: [one, two\n");
    assertThat(errors(file))
        .containsExactly(
            "latchkey.yaml:2: desk.name: what begins with [ here is not closed, or lacks a comma:"
                + " write ] at its end, and a comma between two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a:;\tb: c|latchkey.yaml:2: a.b: a tab stands here, and YAML knows only spaces",
        "a:;  b: c: d|latchkey.yaml:2: a.b: a value with a colon and a blank in it needs quotes",
        "a:;  b: c;   d: e|latchkey.yaml:3: a.b.d: it is indented as if it belonged to the line above",
        "a:;  b: \"c;  d: e|latchkey.yaml:2: a.b: a quote begins here that never ends",
        "a: {b: c;d: e|latchkey.yaml:1: a: what begins with { here is not closed",
        "a:;- b: @c|latchkey.yaml:2: a.b: a value that begins with @ needs quotes",
        "a:;  b: c; d: e|latchkey.yaml:3: a.d: it is indented unlike the lines beside it",
      })
  void brokenYamlIsToldWithItsKeyAndWhatToWrite(String yaml, String told) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("latchkey.yaml"), yaml.replace(";", "\n").replace("\\t", "\t") + "\n");
    assertThat(errors(file)).singleElement().asString().startsWith(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signing-key:|signing_key:|signing_key: is unknown here; did you mean signing-key?",
        "accounts:|acounts:|acounts: is unknown here; did you mean accounts?",
        "  kind: csv|  kindd: csv|accounts.kindd: is unknown here; did you mean kind?",
      })
  void aMisspeltKeyIsOneError(String right, String wrong, String told) throws IOException {
    assertThat(errors(sample(right, wrong))).singleElement().asString().endsWith(told);
  }

  @Test
  void aTickThatIsTooShortIsNamed() throws IOException {
    assertThat(errors(sample("work: 2s", "work: 0s")))
        .singleElement()
        .asString()
        .endsWith("schedule: work is every second at most, once a day at least");
  }

  @Test
  void aMissingFileSaysWhatToDo() {
    assertThat(errors(folder.resolve("latchkey.yaml")))
        .singleElement()
        .asString()
        .startsWith("latchkey.yaml: no such file")
        .contains("--config");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0:9464", "localhost:9464", "192.0.2.1:9464", "127.0.0.1", "[::]:1"})
  void figuresAreForThisMachineAlone(String listen) throws Exception {
    String text = Files.readString(SAMPLE) + "\nmonitor: {listen: \"" + listen + "\"}\n";

    assertThat(errors(Files.writeString(folder.resolve("latchkey.yaml"), text)))
        .singleElement()
        .asString()
        .contains("monitor.listen: must be a port of this machine alone");
  }

  @Test
  void theSqlDirectoryAndTheHttpActionAreRead() throws Exception {
    environment.put("LATCHKEY_ACTION_SECRET", "a secret of at least 32 characters");
    environment.put("LATCHKEY_ACCOUNTS_PASSWORD", PASSWORD);
    Settings settings = readEveryChoice("sql");

    assertThat(settings.templates().own().links()).hasSizeGreaterThan(5);
    assertThat(settings.templates().unused()).isEmpty();
    assertThat(settings.monitor())
        .hasValueSatisfying(at -> assertThat(at).hasToString("/127.0.0.1:9464"));
    assertThat(settings.retention()).hasValue(Duration.ofDays(730));
    assertThat(((DirectorySource.Sql) settings.accounts()).settings().queries().profile())
        .hasValueSatisfying(query -> assertThat(query).contains("profile"));
    assertThat(((ActionSource.Http) settings.action()).settings().timeout())
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.accounts().toString() + settings.action())
        .doesNotContain(PASSWORD, "a secret");
  }

  @Test
  void theHttpDirectoryIsRead() throws Exception {
    environment.put("LATCHKEY_ACTION_SECRET", "a secret of at least 32 characters");
    environment.put("LATCHKEY_ACCOUNTS_SECRET", "a secret of another 32 characters");
    Settings settings = readEveryChoice("http");

    assertThat(((DirectorySource.Http) settings.accounts()).settings())
        .isEqualTo(
            new HttpDirectorySettings(
                URI.create("https://accounts.example.org/latchkey/accounts"),
                Duration.ofSeconds(10),
                NameRule.ASCII_CASE_INSENSITIVE));
    assertThat(((ActionSource.Http) settings.action()).settings().verifyCodeUrl())
        .contains(URI.create("https://accounts.example.org/codes"));
    assertThat(settings.accounts().toString() + settings.action()).doesNotContain("a secret");

    environment.put("LATCHKEY_ACCOUNTS_SECRET", "too short");
    assertThat(errors(folder.resolve("latchkey.yaml")))
        .singleElement()
        .asString()
        .contains("accounts: a signing key needs at least 32 octets")
        .doesNotContain("too short");
  }

  @Test
  void theLdapDirectoryIsRead() throws Exception {
    environment.put("LATCHKEY_ACTION_SECRET", "a secret of at least 32 characters");
    environment.put("LATCHKEY_ACCOUNTS_PASSWORD", PASSWORD);
    Settings settings = readEveryChoice("ldap");

    assertThat(((DirectorySource.Ldap) settings.accounts()).settings().addresses())
        .containsExactly("mail", "mailAlternateAddress");
    assertThat(settings.accounts().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void whatIsWrongOfAnLdapDirectoryIsSaidByItsKey() throws Exception {
    environment.put("LATCHKEY_ACCOUNTS_PASSWORD", PASSWORD);
    String accounts =
        """
        accounts:
          kind: ldap
          url: ldaps://ldap.example.org
          bind-dn: latchkey
          password: ${env:LATCHKEY_ACCOUNTS_PASSWORD}
          base: people
          filter: (uid=*
          name-attribute: uid
          address-attributes: [mail]
          second-factor: (mfa
          critical: nobody
          published: noone
        """;
    Path file =
        Files.writeString(
            folder.resolve("latchkey.yaml"),
            Files.readString(SAMPLE)
                .replaceFirst("(?m)^accounts:\n(  .*\n)+", Matcher.quoteReplacement(accounts)));
    mode(file, "rw-r--r--");
    assertThat(errors(file))
        .map(error -> error.replaceFirst("^latchkey.yaml:\\d+: ", ""))
        .containsExactly(
            "accounts.bind-dn: not a distinguished name: latchkey",
            "accounts.base: not a distinguished name: people",
            "accounts.filter: not an LDAP filter: (uid=*",
            "accounts.second-factor: not an LDAP filter: (mfa",
            "accounts.published: not an LDAP filter: noone");
  }

  /** The sample with everything that it shows as a comment, and this directory of its four. */
  private Settings readEveryChoice(String directory) throws Exception {
    String text =
        Files.readString(SAMPLE)
            .replaceFirst("(?m)^accounts:\n(  .*\n)+", "")
            .replaceFirst(
                "(?m)^# accounts:\n((#   #.*\n)*#   kind: " + directory + ")", "accounts:\n$1")
            .replaceAll("(?m)^# accounts:\n(#   .*\n)+", "")
            .replaceFirst("(?m)^action:\n(  .*\n)+# action:", "action:")
            .replaceAll("(?m)^# (links|words|targets|monitor|retention):", "$1:")
            .replaceAll("(?m)^#   (?!latchkey)", "  ");
    return read(Files.writeString(folder.resolve("latchkey.yaml"), text));
  }

  @Test
  void linksWordsAndTargetsAreReadPerLanguage() throws Exception {
    Path file =
        sample(
            "# links:",
            """
            links: {recovery: "https://desk.example/recovery"}
            words:
              account: {en: Example account, de: Example-Konto}
            targets: {security: security@desk.example}
            # links:""");
    Files.writeString(
        file, Files.readString(file).replace("reopen-within: 30d", "reopen-within: 10d"));
    DeskWords own = read(file).templates().own();
    assertThat(own.links()).containsEntry("recovery", Said.always("https://desk.example/recovery"));
    assertThat(own.words().get("account"))
        .isEqualTo(
            new Said(Optional.empty(), Map.of("en", "Example account", "de", "Example-Konto")));
    assertThat(own.target("security", "de")).contains("security@desk.example");
    assertThat(own.reopenWithin()).isEqualTo(Duration.ofDays(10));
  }

  @Test
  void whatIsWrongWithALinkOrAWordIsSaid() throws IOException {
    Path file =
        sample(
            "# links:",
            """
            links: {recovery: see our page, re-set: "https://desk.example"}
            words: {account: {english: x}, security_team: ""}
            targets: {security: [a, b]}
            # links:""");
    assertThat(errors(file))
        .hasSize(6)
        .allMatch(error -> error.matches("latchkey.yaml:\\d+: (links|words|targets)[.].*"))
        .anyMatch(
            error ->
                error.endsWith("links.recovery: must be a link such as https://example.org/help"))
        .anyMatch(error -> error.contains("links.re-set: must be a name of small letters"))
        .anyMatch(error -> error.contains("words.account.english: must be a language"))
        .anyMatch(error -> error.contains("words.security_team: is empty"));
  }

  @Test
  void thePolicyFileIsThePolicyOfTheDesign() throws Exception {
    assertThat(PolicyFile.read(Path.of("config/policy.yaml"))).isEqualTo(Policy.standard());
  }

  @Test
  void aPolicyFileOfAFewLinesIsEnoughAndIsNamedByItsContentInTheHistory() throws Exception {
    Path file = folder.resolve("policy.yaml");
    Files.writeString(file, "levels: {high: {points: 99}}\nnotice-before-execution: 48h\n");
    Policy policy = PolicyFile.read(file);
    assertThat(policy.requirement(Level.HIGH).orElseThrow().points()).isEqualTo(99);
    assertThat(policy.worth()).isEqualTo(Policy.standard().worth());
    assertThat(policy.version()).matches("standard-[0-9a-f]{8}");

    Files.writeString(file, "levels: {high: {points: 98}}\n");
    assertThat(PolicyFile.read(file).version())
        .matches("standard-[0-9a-f]{8}")
        .isNotEqualTo(policy.version());
    Files.writeString(file, "version: 'no words'\n");
    assertThatThrownBy(() -> PolicyFile.read(file)).hasMessageContaining("version: must be");
  }

  @Test
  void nobodyMayApproveAtTheLevelSelfOnly() throws Exception {
    Path file = folder.resolve("policy.yaml");
    Files.writeString(file, "version: own\nlevels: {self: {approvers: 0}}\n");
    assertThat(PolicyFile.read(file).requirement(Level.SELF).orElseThrow().approvers()).isZero();

    for (String level : List.of("standard", "slow", "high")) {
      Files.writeString(file, "version: own\nlevels: {%s: {approvers: 0}}\n".formatted(level));
      assertThatThrownBy(() -> PolicyFile.read(file))
          .hasMessageContaining("levels." + level + ".approvers");
    }
  }
}
