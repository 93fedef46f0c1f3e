package dev.latchkey.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.check.Chance;
import dev.latchkey.check.ChanceCheck;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.mail.EmailAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDirectoryTest {
  private static final String HEADER = "name,addresses,second_factor,critical,published\n";
  private static final EmailAddress DORA = EmailAddress.of("dora@mail.example");

  @TempDir Path folder;

  private CsvDirectory directory(String content) throws IOException {
    return new CsvDirectory(write(content), NameRule.ASCII_CASE_INSENSITIVE);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("accounts.csv"), content);
  }

  @Test
  void accountCarriesEverythingItsLineSays() throws Exception {
    CsvDirectory directory =
        directory(
            "name,addresses,second_factor,critical,published,second_factor_changed\r\n"
                + "Dora,dora@mail.example verified since 2021-03-01;"
                + " old@other.example until 2025-06-30T12:00:00Z verified,yes,no,yes,2026-01-31\r\n"
                + "\r\n"
                + "\"kim,\"\"k\"\"\",,no,yes,no,\r\n");

    Account dora = directory.find(Set.of("dora")).accounts().get("dora");
    assertThat(dora)
        .isEqualTo(
            Account.named("Dora", "dora")
                .addresses(
                    List.of(
                        new RegisteredAddress(
                            DORA,
                            true,
                            Optional.of(Instant.parse("2021-03-01T00:00:00Z")),
                            Optional.empty()),
                        new RegisteredAddress(
                            EmailAddress.of("old@other.example"),
                            true,
                            Optional.empty(),
                            Optional.of(Instant.parse("2025-06-30T12:00:00Z")))))
                .secondFactor(true)
                .published(true)
                .secondFactorChangedAt(Optional.of(Instant.parse("2026-01-31T00:00:00Z")))
                .build());
    assertThat(directory.find(Set.of("kim,\"k\"")).accounts().get("kim,\"k\""))
        .satisfies(kim -> assertThat(kim.addresses()).isEmpty())
        .satisfies(kim -> assertThat(kim.critical()).isTrue());
  }

  @Test
  void whatThereIsToProveWithStandsInColumnsOfItsOwn() throws Exception {
    String ssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJqfQ2mYpgP7s0pDyNwh6d0pC7rGZ0sZc9y3QWcKX6Xz";
    byte[] pgp = new byte[60];
    pgp[0] = (byte) 0x99;
    String base64 = Base64.getEncoder().encodeToString(pgp);
    String armour =
        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n-----END PGP PUBLIC KEY BLOCK-----\n";
    Files.createDirectory(folder.resolve("keys"));
    Files.writeString(folder.resolve("keys/dora.asc"), "\n" + armour);
    Files.write(folder.resolve("dora.gpg"), pgp);
    Files.writeString(folder.resolve("keys/id_ed25519.pub"), ssh + " dora@work\n");
    CsvDirectory directory =
        directory(
            "name,addresses,second_factor,critical,published,links,keys,co_owners,profile\n"
                + "dora,,yes,no,yes,repository https://git.example/dora/widget since 2022-03-01;"
                + " site https://dora.example,"
                + ("ssh " + ssh + " since the laptop since 2023-05-01T10:00:00Z;")
                + (" SSH keys/id_ed25519.pub; openpgp " + base64 + " since 2022-01-01;")
                + " openpgp keys/dora.asc since 2022-01-01; openpgp dora.gpg,"
                + "widget: omar omar@mail.example; my widget: Ann B. ANN@mail.example, token \n"
                + "kim,,no,no,no,,,,\n");

    Map<String, Account> found = directory.find(Set.of("dora", "kim")).accounts();

    Account dora = requireNonNull(found.get("dora"));
    Optional<Instant> day = Optional.of(Instant.parse("2022-01-01T00:00:00Z"));
    assertThat(dora.links())
        .containsExactly(
            new Link(
                Link.Kind.REPOSITORY,
                URI.create("https://git.example/dora/widget"),
                Optional.of(Instant.parse("2022-03-01T00:00:00Z"))),
            new Link(Link.Kind.SITE, URI.create("https://dora.example"), Optional.empty()));
    BoundKey octets = BoundKey.find(BoundKey.Kind.OPENPGP, base64, day).orElseThrow();
    assertThat(dora.keys())
        .containsExactly(
            new BoundKey(
                BoundKey.Kind.SSH,
                ssh + " since the laptop",
                Optional.of(Instant.parse("2023-05-01T10:00:00Z"))),
            new BoundKey(BoundKey.Kind.SSH, ssh + " dora@work", Optional.empty()),
            octets,
            new BoundKey(BoundKey.Kind.OPENPGP, armour, day),
            new BoundKey(BoundKey.Kind.OPENPGP, octets.material(), Optional.empty()));
    assertThat(dora.coOwners())
        .containsExactly(
            new CoOwner("widget", "omar", EmailAddress.of("omar@mail.example")),
            new CoOwner("my widget", "Ann B.", EmailAddress.of("ann@mail.example")));
    assertThat(dora.profile()).contains("token");
    assertThat(found.get("kim"))
        .isEqualTo(Account.named("kim", "kim").profile(Optional.of("")).build());
    assertThat(directory.check().found())
        .isEqualTo(
            "in the file: 2; with a verified address: 0, links: 1, keys: 1, co-owners: 1, a profile field: 2");
  }

  @Test
  void checkDoubtsAFileByWhichNobodyGetsACode() throws Exception {
    String header = "name,addresses,second_factor,critical,published\n";

    assertThat(directory(header).check().doubts())
        .singleElement()
        .asString()
        .contains("no account");
    assertThat(directory(header + "dora,dora@mail.example,yes,no,no\n").check().doubts())
        .singleElement()
        .asString()
        .contains("verified since");
    assertThat(directory(header + "dora,dora@mail.example verified,yes,no,no\nkim,,no,no,no\n"))
        .satisfies(some -> assertThat(some.check().doubts()).isEmpty());
  }

  @Test
  void aCoOwnerOfYesterdayAndOneWithoutADayAreNoneToVouch() throws Exception {
    Account dora =
        requireNonNull(
            directory(
                    "name,addresses,second_factor,critical,published,co_owners\n"
                        + "dora,,yes,no,yes,old: ann ann@mail.example since 2021-05-01;"
                        + " young: ben ben@mail.example since 2026-03-01;"
                        + " undated: cem cem@mail.example\n")
                .find(Set.of("dora"))
                .accounts()
                .get("dora"));

    assertThat(new ChanceCheck(Policy.standard()).find(dora, Instant.parse("2026-03-02T09:00:00Z")))
        .extracting(Chance::kind, Chance::place, Chance::age)
        .containsExactly(
            tuple(EvidenceClass.VOUCHER, "old", Chance.Age.OLD_ENOUGH),
            tuple(EvidenceClass.VOUCHER, "young", Chance.Age.TOO_NEW),
            tuple(EvidenceClass.VOUCHER, "undated", Chance.Age.UNKNOWN));
  }

  @Test
  void everyErrorInThoseColumnsIsToldWithItsLine() throws Exception {
    Files.writeString(folder.resolve("id_ed25519.key"), "-----BEGIN OPENSSH PRIVATE KEY-----\n");
    CsvDirectory directory =
        directory(
            "name,addresses,second_factor,critical,published,links,keys,co_owners\n"
                + "a,,no,no,no,https://a.example; site a.example; repository; site"
                + " https://a.example since; site https://a.example since yesterday;,,\n"
                + "b,,no,no,no,,pgp x; ssh none; openpgp nothere.asc; openpgp ../b.asc; ssh"
                + " id_ed25519.key; openpgp aGVsbG8gd29ybGQhISEh,\n"
                + "c,,no,no,no,,,widget omar omar@mail.example; widget: omar@mail.example; widget:"
                + " omar omar; : omar omar@mail.example\n");

    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(directory::check)
        .withMessage(
            """
            line 2: a link begins with repository or site
            line 2: not the address of a link: a.example
            line 2: not the address of a link:\s
            line 2: not the address of a link: https://a.example since
            line 2: not a time such as 2026-01-31 or 2026-01-31T12:00:00Z: yesterday
            line 2: a link begins with repository or site
            line 3: a key begins with openpgp or ssh
            line 3: not one public key of SSH in type, base64 and comment
            line 3: the file of a key cannot be read: nothere.asc
            line 3: the file of a key stands outside of the folder of this file: ../b.asc
            line 3: a private key; only the public one belongs here
            line 3: not one public key of OPENPGP in armour or base64
            line 4: a co-owner is written project: account address
            line 4: a co-owner is written project: account address
            line 4: a co-owner is written project: account address
            line 4: a co-owner is written project: account address"""
                .replace("\n", "; "));
  }

  @Test
  void accountsAreFoundByKey() throws Exception {
    CsvDirectory directory =
        directory(
            HEADER
                + "dora,dora@mail.example verified,yes,no,no\n"
                + "dora2,DORA@mail.example,no,no,no\n"
                + "kim,dora@mail.example until 2025-01-01,no,no,no\n");

    assertThat(directory.find(Set.of("dora", "nobody")).accounts()).containsOnlyKeys("dora");
    assertThatCode(directory::check).doesNotThrowAnyException();
  }

  @Test
  void allErrorsAreToldAtOnceWithTheirLines() throws Exception {
    CsvDirectory directory =
        directory(
            HEADER
                + "dora,dora@mail,maybe,no,no\n"
                + "\"two\nlines\",a@b.example checked,no,no,no\n"
                + "DORA,a@b.example since,no,no\n"
                + "DORA,a@b.example since 2026-02-30; a@b.example; ,no,no,\n"
                + ",,no,no,no\n");

    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(() -> directory.find(Set.of("dora")).accounts())
        .withMessage(
            """
            line 2: second_factor is yes or no, not "maybe"
            line 3: after an address come only verified, since and until
            line 5: has 4 cells instead of 5
            line 6: the account stands on line 2 already
            line 6: not a time such as 2026-01-31 or 2026-01-31T12:00:00Z: 2026-02-30
            line 6: an address stands twice
            line 6: not a plain mail address in addresses
            line 6: published is yes or no, not ""
            line 7: no name"""
                .replace("\n", "; "));
  }

  @Test
  void headerMustNameTheColumns() throws Exception {
    CsvDirectory directory = directory("name,addresses,name,colour\ndora,x,y,z\n");

    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(directory::check)
        .withMessage(
            """
            line 1: no column second_factor
            line 1: no column critical
            line 1: no column published
            line 1: column name stands twice
            line 1: unknown column colour"""
                .replace("\n", "; "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "dora,dora@mail.example,no,no,no\n", "# accounts\n"})
  void fileWithoutItsHeaderIsToldWhatToWrite(String text) throws Exception {
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(directory(text)::check)
        .withMessage(
            "line 1: no header line; the first line must name the columns:"
                + " name,addresses,second_factor,critical,published");
  }

  @Test
  void ofManyErrorsTheFirstTwentyAreTold() throws Exception {
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(directory(HEADER + "dora\n".repeat(1_000))::check)
        .withMessageStartingWith("line 2: has 1 cells instead of 5; line 3:")
        .withMessageEndingWith("; line 21: has 1 cells instead of 5; and 980 errors more");
  }

  @Test
  void tabsBetweenTheColumnsAreToldAsSuch() throws Exception {
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(directory("name\taddresses\tsecond_factor\tcritical\tpublished\n")::check)
        .withMessage(
            "line 1: its columns are separated by tabs; save the file with commas between them");
  }

  @Test
  void semicolonsBetweenTheColumnsAreToldAsSuch() throws Exception {
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(
            directory(
                    "name;addresses;second_factor;critical;published\ndora;dora@mail.example;no;no;no\n")
                ::check)
        .withMessage(
            "line 1: its columns are separated by semicolons; save the file with commas between them");
  }

  @Test
  void unclosedQuoteAndForeignCharsetAreErrors() throws Exception {
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(directory(HEADER + "dora,\"a@b.example,no,no,no\n")::check)
        .withMessageStartingWith("line ");

    CsvDirectory directory = directory(HEADER);
    Files.write(
        folder.resolve("accounts.csv"),
        (HEADER + "d\u00f6ra,,no,no,no\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(DirectoryException.class).isThrownBy(directory::check);
  }

  @Test
  void byteOrderMarkOfExcelIsSkipped() throws Exception {
    assertThat(
            directory("\uFEFF" + HEADER + "d\u00f6ra,,no,no,no\n")
                .find(Set.of("d\u00f6ra"))
                .accounts())
        .hasSize(1);
  }

  @Test
  void changedFileIsReadAgain() throws Exception {
    CsvDirectory directory = directory(HEADER + "dora,,no,no,no\n");
    assertThat(directory.find(Set.of("dora", "kim")).accounts()).containsOnlyKeys("dora");

    write(HEADER + "kim,dora@mail.example,no,no,no\n");

    assertThat(directory.find(Set.of("dora", "kim")).accounts()).containsOnlyKeys("kim");
  }

  @Test
  void fileOfTheSameSizeIsReadAgainWhenItsTimeChanged() throws Exception {
    CsvDirectory directory = directory(HEADER + "dora,,no,no,no\n");
    assertThat(directory.find(Set.of("dora")).accounts()).hasSize(1);

    Path file = write(HEADER + "kimi,,no,no,no\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

    assertThat(directory.find(Set.of("dora", "kimi")).accounts()).containsOnlyKeys("kimi");
  }

  @Test
  void brokenOrMissingFileLeavesTheAccountsOfBeforeAndCheckSaysSo() throws Exception {
    CsvDirectory directory = directory(HEADER + "dora,,no,no,no\n");
    directory.check();

    write(HEADER + "dora,,no,no,perhaps\n");
    assertThat(directory.find(Set.of("dora")).accounts()).hasSize(1);
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(directory::check)
        .withMessageContaining("line 2: published");

    Files.delete(folder.resolve("accounts.csv"));
    assertThat(directory.find(Set.of("dora")).accounts()).hasSize(1);
    assertThatExceptionOfType(DirectoryException.class).isThrownBy(directory::check);

    write(HEADER + "kim,,no,no,no\n");
    directory.check();
    assertThat(directory.find(Set.of("dora", "kim")).accounts()).containsOnlyKeys("kim");
  }

  @Test
  void aFolderInItsPlaceIsTold() throws Exception {
    Files.createDirectory(folder.resolve("accounts.csv"));

    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(new CsvDirectory(folder.resolve("accounts.csv"), NameRule.EXACT)::check)
        .withMessage(
            "the account file cannot be read: accounts.file is a folder; name the file in it");
  }

  @Test
  void deskWithoutItsFileFailsUntilItIsThere() throws Exception {
    CsvDirectory directory = new CsvDirectory(folder.resolve("accounts.csv"), NameRule.EXACT);

    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(() -> directory.find(Set.of("dora")).accounts());
    write(HEADER + "dora,,no,no,no\n");
    assertThat(directory.find(Set.of("dora")).accounts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "EXACT, Dora_X, Dora_X",
    "ASCII_CASE_INSENSITIVE, Dora_X, dora_x",
    "ASCII_CASE_INSENSITIVE, \u212Aim\u0130, \u212Aim\u0130",
    "ASCII_CASE_INSENSITIVE, Zoe\u0301, zo\u00e9",
    "EXACT, \u212Aoe\u0308, \u212Ao\u00eb",
    "PEP503, Dora_.-X..y, dora-x-y",
    "PEP503, _dora_, -dora-"
  })
  void namesAreComparedByTheRuleOfTheAccountSystem(NameRule rule, String name, String key) {
    assertThat(rule.key(name)).isEqualTo(key);
  }
}
