package dev.latchkey;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the package table of README.md with the code. A row is about exactly the package that it
 * names; in the columns behind it, a package of another family stands for itself and all below it.
 */
class PackageTableTest {
  private static final String ROOT = "dev.latchkey";
  private static final String ROW_NAME = "`[a-z]+(\\.[a-z]+)*`";

  /** It embeds the servers that the tests use, too, and their libraries. */
  private static final String DEMO = "demo";

  private static JavaClasses code;
  private static List<Row> table;

  private record Row(String name, List<String> mayUse, List<String> onlyHomeOf) {
    boolean mayUseAll() {
      return mayUse.equals(List.of("all"));
    }

    boolean mayUse(String other) {
      return other.equals(name) || mayUse.stream().anyMatch(entry -> means(entry, other));
    }

    /** What this row is below of stands for itself only, else a family could use all of itself. */
    private boolean means(String entry, String other) {
      return isOf(entry, name) ? other.equals(entry) : isOf(entry, other);
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
      if (cells.length == 5 && cells[1].strip().matches(ROW_NAME)) {
        table.add(new Row(names(cells[1]).get(0), names(cells[3]), names(cells[4])));
      }
    }
  }

  private static List<String> names(String cell) {
    String bare = cell.replace("`", "").strip();
    return bare.equals("–") ? List.of() : List.of(bare.split("\\s*,\\s*"));
  }

  @Test
  void everyPackageStandsInTheTableAndEveryRowHasClasses() {
    Set<String> packages =
        code.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(PackageTableTest::room)
            .filter(room -> !room.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(table).extracting(Row::name).containsExactlyInAnyOrderElementsOf(packages);
  }

  @Test
  void everyEntryNamesARow() {
    for (Row row : table) {
      for (String entry : row.mayUseAll() ? List.<String>of() : row.mayUse()) {
        assertThat(table).as(entry).anyMatch(other -> isOf(entry, other.name()));
      }
    }
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
                    type -> !isOurs(type) || row.mayUse(room(type))))
            .allowEmptyShould(false)
            .check(code);
      }
    }
  }

  @Test
  void everyLibraryHasOneHome() {
    assertThat(table).flatExtracting(Row::onlyHomeOf).doesNotHaveDuplicates();
    for (Row row : table) {
      for (String library : row.onlyHomeOf()) {
        noClasses()
            .that(
                describe(
                    "are neither of " + row.name() + " nor of the demo",
                    type -> !isOf(row.name(), room(type)) && !isOf(DEMO, room(type))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library + "..")
            .allowEmptyShould(false)
            .check(code);
        assertThat(code)
            .as(row.name() + " uses " + library)
            .anyMatch(type -> isOf(row.name(), room(type)) && uses(type, library));
      }
    }
  }

  @Test
  void noPackagesUseEachOtherInACircle() {
    slices()
        .assignedFrom(new Rooms())
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(false)
        .check(code);
  }

  /** They are read in layers: what two of them need of each other lies in a third, below both. */
  @Test
  void noClassesOfTheUseCasesUseEachOtherInACircle() {
    slices()
        .assignedFrom(new Classes("flow"))
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(false)
        .check(code);
  }

  private static boolean uses(JavaClass type, String library) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(use -> isOf(library, use.getTargetClass().getPackageName()));
  }

  private static boolean isOurs(JavaClass type) {
    return isOf(ROOT, type.getPackageName());
  }

  /** Whether {@code name} is {@code family} or below it. */
  private static boolean isOf(String family, String name) {
    return name.equals(family) || name.startsWith(family + ".");
  }

  /** The package of {@code type} as a row names it; the empty string for the root. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return !isOurs(type) || name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }

  private static DescribedPredicate<JavaClass> describe(
      String what, java.util.function.Predicate<JavaClass> test) {
    return DescribedPredicate.describe(what, test);
  }

  /** Each package by itself, the root too. */
  private static final class Rooms implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return isOurs(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "the packages of " + ROOT;
    }
  }

  /** Each class of a package and of those below it, with what is nested in it. */
  private record Classes(String family) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return isOf(family, room(type))
          ? SliceIdentifier.of(type.getName().replaceAll("\\$.*", ""))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "the classes of " + family;
    }
  }
}
