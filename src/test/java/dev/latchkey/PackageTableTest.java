package dev.latchkey;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares the package table of README.md with the code. */
class PackageTableTest {
  private static final String ROOT = "dev.latchkey";
  private static JavaClasses code;
  private static List<Row> table;

  private record Row(String name, List<String> mayUse, List<String> onlyHomeOf) {
    boolean mayUseAll() {
      return mayUse.equals(List.of("all"));
    }
  }

  @BeforeAll
  static void read() throws IOException {
    code =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    table = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      String[] cells = line.split("\\|");
      if (cells.length == 5 && cells[1].strip().matches("`[a-z]+`")) {
        table.add(new Row(names(cells[1]).get(0), names(cells[3]), names(cells[4])));
      }
    }
  }

  private static List<String> names(String cell) {
    String bare = cell.replace("`", "").strip();
    return bare.equals("–") ? List.of() : List.of(bare.split("\\s*,\\s*"));
  }

  @Test
  void everyPackageStandsInTheTable() {
    assertThat(table).extracting(Row::name).hasSize(15);
    assertThat(code.stream().map(PackageTableTest::part).distinct())
        .allMatch(
            part -> part.isEmpty() || table.stream().anyMatch(row -> row.name().equals(part)));
  }

  @Test
  void everyPackageUsesOnlyWhatItMay() {
    for (Row row : table) {
      if (!row.mayUseAll()) {
        classes()
            .that()
            .resideInAPackage(ROOT + "." + row.name())
            .should()
            .onlyDependOnClassesThat(
                describe(
                    "are of " + row.name() + " or of " + row.mayUse(),
                    type ->
                        !type.getPackageName().startsWith(ROOT)
                            || part(type).equals(row.name())
                            || row.mayUse().contains(part(type))))
            .allowEmptyShould(true)
            .check(code);
      }
    }
  }

  @Test
  void everyLibraryHasOneHome() {
    for (Row row : table) {
      for (String library : row.onlyHomeOf()) {
        noClasses()
            .that(
                describe(
                    "are neither of " + row.name() + " nor of the demo",
                    type -> !part(type).equals(row.name()) && !part(type).equals("demo")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(library + "..")
            .allowEmptyShould(true)
            .check(code);
      }
    }
  }

  private static String part(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
  }

  private static DescribedPredicate<JavaClass> describe(
      String what, java.util.function.Predicate<JavaClass> test) {
    return DescribedPredicate.describe(what, test);
  }
}
