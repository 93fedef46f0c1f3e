package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.cli.page.QrPicture;
import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffRosterCommandTest {
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final Pattern URI = Pattern.compile("(?m)^uri     (\\S+)$");

  @TempDir private Path folder;
  private Path settings;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("accounts.csv"), "name,addresses,second_factor,critical,published\n");
    settings =
        Files.writeString(
            folder.resolve("latchkey.yaml"),
            """
            desk: {name: Desk & Sons, address: support@desk.example}
            database: {url: "jdbc:mariadb://127.0.0.1:1/none", user: none, password: none}
            imap: {host: 127.0.0.1, security: none, user: none, password: none}
            smtp: {host: 127.0.0.1, security: none}
            signing-key: bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXRlcyE=
            staff:
              - {address: ada@staff.example, totp: %s, second-factor: always}
              - {address: bob@staff.example, approver: false}
              - {address: cleo@staff.example, active: false}
            accounts: {kind: csv, file: accounts.csv}
            """
                .formatted(SECRET));
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void listTellsWhoMayWhatAndNoSecret() {
    assertThat(run("staff", "list")).as(err.toString()).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "ADDRESS             ACTIVE  APPROVER  TOTP  ASKED FOR",
            "ada@staff.example   yes     yes       yes   always",
            "bob@staff.example   yes     no        no    -",
            "cleo@staff.example  no      yes       no    -");

    assertThat(run("staff", "list", "--json")).isZero();
    assertThat(out.toString().lines().findFirst())
        .contains(
            "{\"address\":\"ada@staff.example\",\"active\":true,\"approver\":true,\"totp\":true,"
                + "\"secondFactor\":\"always\"}");
  }

  @Test
  void totpShowsTheSecretOfTheSettingsAndItsCode() {
    assertThat(run("staff", "totp", "ada@staff.example")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "secret  " + SECRET + "\n",
            "uri     otpauth://totp/Desk%20%26%20Sons:ada%40staff.example?secret="
                + SECRET
                + "&issuer=Desk%20%26%20Sons\n",
            "It is the one of the settings.")
        .doesNotContain("\u001B");
    assertThat(modules(out.toString())).isEqualTo(expected(uri()));
  }

  @Test
  void whoHasNoneGetsANewOneEachTime() {
    assertThat(run("staff", "totp", "bob@staff.example")).isZero();
    String first = uri();
    assertThat(out.toString()).contains("It is new.", "under bob@staff.example, as totp:");
    assertThat(run("staff", "totp", "--new", "ada@staff.example")).isZero();

    assertThat(uri()).doesNotContain(SECRET).matches(".*\\?secret=[A-Z2-7]{32}&.*");
    assertThat(first).matches(".*\\?secret=[A-Z2-7]{32}&.*").isNotEqualTo(uri());
  }

  @Test
  void whoIsNotThereIsNamed() {
    assertThat(run("staff", "totp", "eve@staff.example")).isEqualTo(64);
    assertThat(err.toString()).contains("nobody has the address eve@staff.example");
    assertThat(run("staff")).isEqualTo(64);
  }

  @Test
  void inColoursTheDarkModulesAreDrawn() {
    String picture = QrPicture.of("latchkey", true);
    assertThat(picture.lines())
        .allMatch(line -> line.startsWith("\u001B[30;47m") && line.endsWith("\u001B[0m"));
    String plain = picture.replace("\u001B[30;47m", "").replace("\u001B[0m", "");

    assertThat(modules(plain, true)).isEqualTo(expected("latchkey"));
  }

  private String uri() {
    Matcher uri = URI.matcher(out.toString());
    assertThat(uri.find()).isTrue();
    return uri.group(1);
  }

  private static List<String> expected(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    List<String> rows = new ArrayList<>();
    for (int y = -QrPicture.BORDER; y < code.size + QrPicture.BORDER; y++) {
      StringBuilder row = new StringBuilder();
      for (int x = -QrPicture.BORDER; x < code.size + QrPicture.BORDER; x++) {
        row.append(code.getModule(x, y) ? '#' : '.');
      }
      rows.add(row.toString());
    }
    return rows;
  }

  private static List<String> modules(String printed) {
    return modules(printed, false);
  }

  /** The rows of a picture, without the half row below it that an odd number of rows leaves. */
  private static List<String> modules(String printed, boolean blocksAreDark) {
    List<String> rows = new ArrayList<>();
    for (String line : printed.lines().filter(it -> it.matches("[ █▀▄]{29,}")).toList()) {
      rows.add(row(line, "█▀", blocksAreDark));
      rows.add(row(line, "█▄", blocksAreDark));
    }
    return rows.subList(0, rows.size() - 1);
  }

  private static String row(String line, String blocks, boolean blocksAreDark) {
    StringBuilder row = new StringBuilder();
    line.chars().forEach(c -> row.append(blocks.indexOf(c) >= 0 == blocksAreDark ? '#' : '.'));
    return row.toString();
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    if (arguments.length > 1) {
      all.addAll(List.of("--config", settings.toString()));
    }
    return LatchkeyCommand.run(
        Desk.commands(),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        all.toArray(String[]::new));
  }
}
