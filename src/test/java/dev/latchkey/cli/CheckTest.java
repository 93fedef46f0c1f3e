package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.transport.LocalTokenServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Desks that cannot work are found before anybody writes to them. */
class CheckTest {
  private static final EmailAddress NORA = EmailAddress.of("nora@outside.example");

  @TempDir private Path folder;
  private CommandDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk = CommandDesk.open(CheckTest.class, folder);
    desk.server().addUser(NORA, "secret");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void aMailGoesThroughTheWholeLoopAndTellsWhatTheServerWrites() throws Exception {
    assertThat(desk.run("check", "--mail")).as(desk.out()).isZero();
    assertThat(desk.out())
        .contains(
            "ok    mail: it came back after",
            "on top of it stands what mx.desk.example wrote, below 0 Received:"
                + " authserv-ids: [mx.desk.example], own-received: 0");
    assertThat(desk.subjects("INBOX")).isEmpty();
    assertThat(desk.subjects("Processed")).hasSize(1);
  }

  /** GreenMail takes the password as the token. */
  @Test
  void aMailboxThatIsOpenedByTokensIsToldWithItsTokenServerAndIdle() throws Exception {
    try (LocalTokenServer tokens =
        LocalTokenServer.start(form -> LocalTokenServer.Answer.token("secret", 3600))) {
      useTokens(tokens, "refresh-token: r1");
      assertThat(desk.run("check")).as(desk.out()).isZero();
      assertThat(desk.out())
          .contains(
              "(NONE), logged in by XOAUTH2, with access tokens of 127.0.0.1, mails are moved",
              "the server tells of new mail at once (IDLE)",
              "(NONE), logged in by XOAUTH2");
      assertThat(tokens.asked).as("by both").hasSize(1);
    }
  }

  @Test
  void aRefreshTokenThatIsNotTakenIsFoundWithItsLine() throws Exception {
    try (LocalTokenServer tokens =
        LocalTokenServer.start(form -> LocalTokenServer.Answer.error("invalid_grant", "revoked"))) {
      useTokens(tokens, "refresh-token: r1");
      assertThat(desk.run("check")).isEqualTo(1);
      assertThat(desk.out())
          .contains("FAIL  imap: imap.oauth2 (line 3): the token server 127.0.0.1: answers 400")
          .contains("FAIL  smtp: imap.oauth2 (line 3)", "invalid_grant", "Get a new one");
    }
  }

  @Test
  void aRefreshTokenThatTheServerReplacesIsShownByTheNextProcess() throws Exception {
    try (LocalTokenServer tokens =
        LocalTokenServer.start(form -> LocalTokenServer.Answer.token("secret", 3600).with("r2"))) {
      useTokens(tokens, "refresh-token: r1");
      assertThat(desk.run("poll")).as(desk.err()).isZero();
      assertThat(desk.run("poll")).as(desk.err()).isZero();
      assertThat(tokens.asked)
          .extracting(form -> form.get("refresh_token"))
          .containsExactly("r1", "r2");
      assertThat(desk.schema().rows("SELECT HEX(sealed) FROM kept_secret")).hasSize(1);
    }
  }

  private void useTokens(LocalTokenServer tokens, String grant) throws IOException {
    String text = Files.readString(desk.config());
    String oauth = "oauth2: {token-url: '%s', client-id: desk, %s}}".formatted(tokens.url(), grant);
    String changed =
        text.replaceFirst("password: secret\\}", oauth)
            .replaceFirst("(smtp: \\{.*)\\}", "$1, oauth2: imap}");
    assertThat(changed).contains("oauth2: imap").contains(oauth);
    Files.writeString(desk.config(), changed);
  }

  @Test
  void whatIsWrongWithAServerIsToldWithItsKeyAndLine() throws Exception {
    String text = Files.readString(desk.config());
    Files.writeString(
        desk.config(),
        text.replace("host: 127.0.0.1, port: " + desk.server().imapPort(), "host: nowhere.invalid")
            .replace("security: none, user", "user")
            .replace(
                "smtp: {host: 127.0.0.1, port: " + desk.server().smtpPort(),
                "smtp: {host: 127.0.0.1, port: 1"));
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out())
        .contains("FAIL  imap: unknown host nowhere.invalid; is imap.host (line 3) a typing error?")
        .contains("FAIL  smtp: 127.0.0.1:1 cannot be reached", "is smtp.port (line 4) its port");

    Files.writeString(desk.config(), text.replaceFirst("password: secret\\}", "password: wrong}"));
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out())
        .contains(
            "FAIL  imap:", "refused", "look at imap.user (line 3) and imap.password (line 3)");

    Files.writeString(
        desk.config(), text.replaceFirst("security: none, user", "security: tls, user"));
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out()).contains("look at imap.security (line 3)", "993 for tls");
  }

  @Test
  void whatIsWrongWithTheDatabaseIsToldWithItsKeyAndLine() throws Exception {
    String text = Files.readString(desk.config());
    String url = desk.schema().url();
    int host = url.indexOf("//") + 2;
    int path = url.indexOf('/', host);
    int query = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
    Files.writeString(
        desk.config(),
        text.replace(url, url.substring(0, path + 1) + "nowhere" + url.substring(query)));
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out())
        .contains("FAIL  database: ", "nowhere", "name in database.url (line 2) a typing error?");

    Files.writeString(
        desk.config(),
        text.replace(url, url.substring(0, host) + "127.0.0.1:1" + url.substring(path)));
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out())
        .contains("are host and port in database.url (line 2) right?")
        .as("the database is told of once")
        .containsOnlyOnce("Connection refused")
        .doesNotContain("FAIL  imap");

    Files.writeString(
        desk.config(), text.replace("user: " + desk.schema().user() + ",", "user: nobody,"));
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out())
        .contains("look at database.user (line 2) and database.password (line 2)");
  }

  @Test
  void whatIsWrongWithTheAccountSystemIsToldWithItsKeyAndLineAndNoClassOfJava() throws Exception {
    String text = Files.readString(desk.config());
    String csv = "accounts: {kind: csv, file: accounts.csv}";
    assertThat(text).contains(csv);
    Files.writeString(
        desk.config(),
        text.replace(
                csv,
                "accounts: {kind: http, url: 'http://127.0.0.1:1/a', secret: 'thirty-two octets and some more!'}")
            + "action: {kind: http, url: 'http://127.0.0.1:1/b', secret: 'thirty-two octets and some more!'}\n");
    assertThat(desk.run("check")).as(desk.err()).isEqualTo(1);
    assertThat(desk.out())
        .contains("FAIL  accounts: the account directory http://127.0.0.1:1/a: no answer: ")
        .contains("is accounts.url (line 8) right?")
        .contains("FAIL  action.url (line ")
        .doesNotContain("Exception");

    Files.writeString(
        desk.config(),
        text.replace(
            csv,
            ("accounts: {kind: sql, url: \"%s\", user: %s, password: %s, accounts-query: 'SELECT 1"
                    + " FROM no_such_table WHERE 1 IN (:keys)', addresses-query: 'SELECT 2 AS name"
                    + " WHERE 2 IN (:keys)'}")
                .formatted(desk.schema().url(), desk.schema().user(), desk.schema().password())));
    assertThat(desk.run("check")).as(desk.err()).isEqualTo(1);
    assertThat(desk.out())
        .contains("no_such_table", "look at accounts.accounts-query (line 8)")
        .contains("and lacks [address, verified]; look at accounts.addresses-query (line 8)")
        .doesNotContain("(conn=");

    Files.delete(desk.folder().resolve("accounts.csv"));
    Files.writeString(desk.config(), text);
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out())
        .contains("the account file cannot be read: there is none at accounts.file (line 8)");
  }

  @Test
  void aTypingErrorInTheAddressOfTheDeskIsFound() throws Exception {
    String text = Files.readString(desk.config());
    Files.writeString(desk.config(), text.replace("address: support@desk", "address: suport@desk"));
    assertThat(desk.run("check", "--mail", "--wait", "3")).isEqualTo(1);
    assertThat(desk.out())
        .contains(
            "FAIL  mail: the outgoing server did not take a mail",
            "recipient_delimiter",
            "is desk.address (line 1) right?")
        .doesNotContain("Refused[");

    Files.writeString(
        desk.config(), text.replace("address: support@desk.example", "address: " + NORA));
    assertThat(desk.run("check", "--mail", "--wait", "3")).isEqualTo(1);
    assertThat(desk.out())
        .contains(
            "FAIL  mail: it did not come back within 3 s", "recipient_delimiter", "desk.address");
  }

  @Test
  void aNameThatNobodyWritesUnderIsFoundAndAnotherProposed() throws Exception {
    for (int i = 0; i < 5; i++) {
      desk.write(NORA, "Lunch " + i, "Shall we have lunch on Friday? Table " + i);
    }
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.run("check")).isZero();
    assertThat(desk.out())
        .contains("ok    authentication: 5 of the last 5 mails bear results that are believed");

    Files.writeString(
        desk.config(),
        Files.readString(desk.config())
            .replace("authserv-ids: [mx.desk.example]", "authserv-ids: [mail.desk.example]"));
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out())
        .contains(
            "FAIL  authentication: none of the last 5 mails bears results that are believed",
            "look at authentication.authserv-ids (line 5)",
            "authserv-ids: [mx.desk.example], own-received: 0");
  }

  @Test
  void aSchemaOfANewerVersionIsLeftAlone() throws Exception {
    assertThat(desk.run("poll")).isZero();
    desk.schema()
        .change(
            "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '999', 'of the future',"
                + " type, 'V999__of_the_future.sql', checksum, installed_by, installed_on,"
                + " execution_time, success FROM flyway_schema_history"
                + " ORDER BY installed_rank DESC LIMIT 1");

    assertThat(desk.run("poll")).isEqualTo(69);
    assertThat(desk.err()).contains("migration 999 (of the future)", "newer version");
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out()).contains("FAIL  database: the schema is not one of this version");
  }

  @Test
  void aDatabaseThatTakesLessThanTheSettingsAllowIsFound() throws Exception {
    String usual = desk.schema().rows("SELECT @@GLOBAL.max_allowed_packet").get(0);
    desk.schema().change("SET GLOBAL max_allowed_packet = 4194304");
    try {
      assertThat(desk.run("check")).isEqualTo(1);
    } finally {
      desk.schema().change("SET GLOBAL max_allowed_packet = " + usual);
    }
    assertThat(desk.out())
        .contains(
            "FAIL  database: max_allowed_packet is 4194304: of mails over 3 MB",
            "max_allowed_packet = 64M",
            "desk.size-limit");
  }

  @Test
  void aUserOfTheDatabaseWithoutRightsIsFound() throws Exception {
    desk.schema()
        .change(
            "CREATE OR REPLACE USER reader@'%' IDENTIFIED BY 'secret'",
            "GRANT SELECT ON *.* TO reader@'%'",
            // MariaDB lets everybody do everything in schemas whose names begin like those of
            // tests.
            "DELETE FROM mysql.db WHERE user IN ('', 'PUBLIC')",
            "FLUSH PRIVILEGES");
    String text = Files.readString(desk.config());
    String reader =
        text.replace(
            "user: %s, password: %s, connections"
                .formatted(desk.schema().user(), desk.schema().password()),
            "user: reader, password: secret, connections");
    assertThat(reader).isNotEqualTo(text);
    Files.writeString(desk.config(), reader);
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out()).contains("FAIL  database: database.user (line 2) may not CREATE, ALTER");

    Files.writeString(desk.config(), text);
    assertThat(desk.run("poll")).isZero();
    Files.writeString(desk.config(), reader);
    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out()).containsPattern("may not (INSERT|UPDATE|DELETE)");
  }

  @Test
  void pollIsSilentWhenAllIsWellAndRoundsThatOverlapEndWell() throws Exception {
    assertThat(desk.run("poll", "--quiet")).isZero();
    assertThat(desk.out() + desk.err()).isEmpty();
    for (int i = 0; i < 30; i++) {
      desk.write(
          EmailAddress.of("u%d@outside.example".formatted(i)),
          "Locked out",
          "I lost my phone and cannot log in. My username is u" + i);
    }
    List<CompletableFuture<Integer>> rounds =
        List.of(
            CompletableFuture.supplyAsync(desk::another),
            CompletableFuture.supplyAsync(desk::another),
            CompletableFuture.supplyAsync(desk::another));

    assertThat(rounds).allSatisfy(round -> assertThat(round.get()).isZero());
    assertThat(desk.schema().rows("SELECT requester FROM ticket")).hasSize(30);
    assertThat(desk.schema().rows("SELECT id FROM mail WHERE state <> 'HANDLED'")).isEmpty();
    assertThat(
            desk.schema()
                .rows("SELECT id FROM outbox WHERE letter = 'ACKNOWLEDGEMENT' AND state = 'SENT'"))
        .hasSizeLessThanOrEqualTo(30);
  }

  /** Who may write the accounts gives any of them away; a warning, for the desk works. */
  @Test
  void whatOthersMayChangeIsSaid() throws Exception {
    assertThat(desk.run("check")).as(desk.out()).isZero();
    assertThat(desk.out()).doesNotContain("can be written by others");
    Path accounts = folder.resolve("accounts.csv");
    Files.setPosixFilePermissions(accounts, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(desk.run("check")).as(desk.out()).isZero();
    assertThat(desk.out())
        .contains("warn  settings: ", "accounts.csv: it can be written by others", "chmod go-w");
  }
}
