package dev.latchkey;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * The settings of a test's desk, read from a file as an operator writes it.
 *
 * @param smtpPort on the loopback interface, as is {@code imapPort}
 * @param folder where people's mail arrives
 * @param processed where it goes
 * @param key the text of the signing key
 * @param authentication whose word about a sender is believed
 * @param more further sections, as YAML
 * @param directory more settings of the section {@code accounts}, as YAML behind a comma, or
 *     nothing
 */
@NullMarked
public record TestSettings(
    String url,
    String user,
    String password,
    int smtpPort,
    int imapPort,
    Path accounts,
    String folder,
    String processed,
    String key,
    String authentication,
    String more,
    String directory) {

  /** Among the further sections these stand for themselves, though they belong to the desk's. */
  private static final Pattern OF_DESK =
      Pattern.compile(
          "(?m)^(?:staff-language: [a-z]{2}|answer-unproved: (?:true|false)|approvals-per-hour: [0-9]+)$");

  /** The same, for each member of the staff. */
  private static final Pattern SECOND_FACTOR = Pattern.compile("(?m)^second-factor: [a-z-]+$");

  /** In place of the digits of Alice, who has none then. */
  private static final Pattern NO_TOTP = Pattern.compile("(?m)^active: true$");

  /** The same, for Bob alone, who may approve unless it says otherwise. */
  private static final Pattern APPROVER = Pattern.compile("(?m)^approver: (?:true|false)$");

  /** The same, in the section of the mailbox. */
  private static final Pattern COPIES = Pattern.compile("(?m)^copies-with-secrets: \\w+$");

  /** The same, in that of the desk, in place of a megabyte. */
  private static final Pattern SIZE_LIMIT = Pattern.compile("(?m)^size-limit: \\w+$");

  /** The same, in place of its usual name. */
  private static final Pattern NAME = Pattern.compile("(?m)^name: .*");

  /** The password of every mailbox. */
  public static final String MAIL_PASSWORD = "test";

  /** The usual key. */
  public static final String KEY = "a key for tests, forty octets in length.";

  /** Those of a desk that believes its border server, and says nothing more. */
  public TestSettings(
      String url,
      String user,
      String password,
      int smtpPort,
      int imapPort,
      Path accounts,
      String folder,
      String processed,
      String key) {
    this(
        url,
        user,
        password,
        smtpPort,
        imapPort,
        accounts,
        folder,
        processed,
        key,
        "authserv-ids: [" + TestDesk.AUTHSERV_ID + "]",
        "",
        "");
  }

  /** The same with further sections. */
  public TestSettings withMore(String sections) {
    return with(authentication, sections);
  }

  /** The same with another trusted server and further sections. */
  TestSettings with(String authentication, String more) {
    return new TestSettings(
        url,
        user,
        password,
        smtpPort,
        imapPort,
        accounts,
        folder,
        processed,
        key,
        authentication,
        more,
        directory);
  }

  /** The same with more settings of the section {@code accounts}. */
  TestSettings withDirectory(String directory) {
    return new TestSettings(
        url,
        user,
        password,
        smtpPort,
        imapPort,
        accounts,
        folder,
        processed,
        key,
        authentication,
        more,
        directory);
  }

  /** Settings of a desk whose mail servers are the test's own objects. */
  static TestSettings of(TestDatabase schema, Path accounts, String key) {
    return new TestSettings(
        schema.url(),
        schema.user(),
        schema.password(),
        25,
        143,
        accounts,
        "INBOX",
        "Processed",
        key);
  }

  /** With staff Alice and Bob, who may approve and have the second factor of RFC 6238. */
  public Settings read() {
    try {
      // Readable by its owner only, so that secrets may stand in it.
      Path file = Files.createTempFile("latchkey-", ".yaml");
      try {
        Files.writeString(file, text());
        return SettingsFile.read(file, name -> null);
      } finally {
        Files.delete(file);
      }
    } catch (InvalidConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    return """
    desk: {%s, address: support@desk.example, %s%s}
    database: {url: "%s", user: %s, password: "%s", connections: 4}
    imap:
      host: 127.0.0.1
      port: %d
      security: none
      user: support@desk.example
      password: %s
      folder: %s
      processed-folder: %s
      connect-timeout: 5s
      read-timeout: 20s
      write-timeout: 20s
      %s
    smtp:
      host: 127.0.0.1
      port: %d
      security: none
      connect-timeout: 5s
      read-timeout: 20s
      write-timeout: 20s
    targets: {security: security@index.example, limit: "https://index.example/limits"}
    authentication: {%s}
    signing-key: %s
    staff:
      - {address: alice@staff.example, %s%s}
      - {address: bob@staff.example, totp: GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ%s, %s}
    accounts: {kind: csv, file: "%s"%s}
    %s
    """
        .formatted(
            found(NAME, "name: Example Index Support"),
            found(SIZE_LIMIT, "size-limit: 1MB"),
            beside(OF_DESK),
            url,
            user,
            password,
            imapPort,
            MAIL_PASSWORD,
            folder,
            processed,
            found(COPIES, ""),
            smtpPort,
            authentication,
            Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII)),
            found(NO_TOTP, "totp: GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
            secondFactor(),
            secondFactor(),
            found(APPROVER, "approver: true"),
            accounts.toAbsolutePath(),
            directory,
            sections());
  }

  private String sections() {
    String sections = more;
    for (Pattern setting :
        List.of(SECOND_FACTOR, NO_TOTP, APPROVER, OF_DESK, NAME, COPIES, SIZE_LIMIT)) {
      sections = setting.matcher(sections).replaceAll("");
    }
    return sections;
  }

  private String found(Pattern setting, String otherwise) {
    return setting.matcher(more).results().map(MatchResult::group).findFirst().orElse(otherwise);
  }

  private String beside(Pattern setting) {
    return setting.matcher(more).results().map(it -> ", " + it.group()).findFirst().orElse("");
  }

  /** Stories are told by staff who give digits where two must approve. */
  private String secondFactor() {
    return ", " + found(SECOND_FACTOR, "second-factor: two-approvers");
  }
}
