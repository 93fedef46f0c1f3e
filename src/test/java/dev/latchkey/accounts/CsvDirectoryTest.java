package dev.latchkey.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.mail.EmailAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    Account dora = directory.find(Set.of("dora")).get("dora");
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
    assertThat(directory.find(Set.of("kim,\"k\"")).get("kim,\"k\""))
        .satisfies(kim -> assertThat(kim.addresses()).isEmpty())
        .satisfies(kim -> assertThat(kim.critical()).isTrue());
  }

  @Test
  void accountsAreFoundByKey() throws Exception {
    CsvDirectory directory =
        directory(
            HEADER
                + "dora,dora@mail.example verified,yes,no,no\n"
                + "dora2,DORA@mail.example,no,no,no\n"
                + "kim,dora@mail.example until 2025-01-01,no,no,no\n");

    assertThat(directory.find(Set.of("dora", "nobody"))).containsOnlyKeys("dora");
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
        .isThrownBy(() -> directory.find(Set.of("dora")))
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
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(directory("")::check)
        .withMessage("line 1: no header line");
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
    assertThat(directory("\uFEFF" + HEADER + "d\u00f6ra,,no,no,no\n").find(Set.of("d\u00f6ra")))
        .hasSize(1);
  }

  @Test
  void changedFileIsReadAgain() throws Exception {
    CsvDirectory directory = directory(HEADER + "dora,,no,no,no\n");
    assertThat(directory.find(Set.of("dora", "kim"))).containsOnlyKeys("dora");

    write(HEADER + "kim,dora@mail.example,no,no,no\n");

    assertThat(directory.find(Set.of("dora", "kim"))).containsOnlyKeys("kim");
  }

  @Test
  void fileOfTheSameSizeIsReadAgainWhenItsTimeChanged() throws Exception {
    CsvDirectory directory = directory(HEADER + "dora,,no,no,no\n");
    assertThat(directory.find(Set.of("dora"))).hasSize(1);

    Path file = write(HEADER + "kimi,,no,no,no\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

    assertThat(directory.find(Set.of("dora", "kimi"))).containsOnlyKeys("kimi");
  }

  @Test
  void brokenOrMissingFileLeavesTheAccountsOfBeforeAndCheckSaysSo() throws Exception {
    CsvDirectory directory = directory(HEADER + "dora,,no,no,no\n");
    directory.check();

    write(HEADER + "dora,,no,no,perhaps\n");
    assertThat(directory.find(Set.of("dora"))).hasSize(1);
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(directory::check)
        .withMessageContaining("line 2: published");

    Files.delete(folder.resolve("accounts.csv"));
    assertThat(directory.find(Set.of("dora"))).hasSize(1);
    assertThatExceptionOfType(DirectoryException.class).isThrownBy(directory::check);

    write(HEADER + "kim,,no,no,no\n");
    directory.check();
    assertThat(directory.find(Set.of("dora", "kim"))).containsOnlyKeys("kim");
  }

  @Test
  void deskWithoutItsFileFailsUntilItIsThere() throws Exception {
    CsvDirectory directory = new CsvDirectory(folder.resolve("accounts.csv"), NameRule.EXACT);

    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(() -> directory.find(Set.of("dora")));
    write(HEADER + "dora,,no,no,no\n");
    assertThat(directory.find(Set.of("dora"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "EXACT, Dora_X, Dora_X",
    "ASCII_CASE_INSENSITIVE, Dora_X, dora_x",
    "ASCII_CASE_INSENSITIVE, \u212Aim\u0130, \u212Aim\u0130",
    "PEP503, Dora_.-X..y, dora-x-y",
    "PEP503, _dora_, -dora-"
  })
  void namesAreComparedByTheRuleOfTheAccountSystem(NameRule rule, String name, String key) {
    assertThat(rule.key(name)).isEqualTo(key);
  }
}
