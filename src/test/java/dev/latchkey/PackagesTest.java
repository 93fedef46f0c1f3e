package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code src/package} says beside the code, compared with the code. */
@NullMarked
class PackagesTest {
  private static final Path PACKAGE = Path.of("src/package");
  private static final Path ETC = PACKAGE.resolve("tree/etc/latchkey");

  @TempDir private Path folder;

  @BeforeEach
  void install() throws IOException {
    Files.copy(ETC.resolve("accounts.csv"), folder.resolve("accounts.csv"));
    for (String name : List.of("signing-key.secret", "database.secret")) {
      Files.writeString(folder.resolve(name), "bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXRlcyE=\n");
      Files.setPosixFilePermissions(
          folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
    }
  }

  private Settings read(String settings) throws IOException, InvalidConfigurationException {
    Path file = Files.writeString(folder.resolve("latchkey.yaml"), settings);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return SettingsFile.read(file, name -> null);
  }

  @Test
  void theSettingsThatAreInstalledAskForWhatIsEmptyAndNothingElse() throws IOException {
    String installed = Files.readString(ETC.resolve("latchkey.yaml"));

    InvalidConfigurationException asked =
        catchThrowableOfType(InvalidConfigurationException.class, () -> read(installed));

    assertThat(asked.errors())
        .extracting(error -> error.replaceAll("^.*latchkey.yaml:\\d+: ", ""))
        .containsExactly(
            "desk.address: is empty",
            "imap.user: is empty",
            "imap.password: is empty",
            "staff[0].address: is empty");
  }

  @Test
  void filledInTheyAreThoseOfADesk() throws Exception {
    Settings settings =
        read(
            Files.readString(ETC.resolve("latchkey.yaml"))
                .replaceFirst("  address:\n", "  address: support@desk.example\n")
                .replaceFirst("  user:\n", "  user: support\n")
                .replaceFirst("  password:\n", "  password: the password\n")
                .replaceFirst("- address:\n", "- address: ada@staff.example\n"));

    assertThat(settings.desk().address()).hasToString("support@desk.example");
    assertThat(settings.staff().active()).hasSize(1);
  }

  @Test
  void theChangelogAndReadmeTellOfThisVersion() throws Exception {
    String version = child(pom().getDocumentElement(), "version");

    assertThat(Files.readString(PACKAGE.resolve("changelog")))
        .startsWith("latchkey (" + version + ") ");
    assertThat(Files.readString(Path.of("README.md")))
        .contains("latchkey_" + version + "_all.deb", "latchkey-" + version + ".tar.gz");
  }

  @Test
  void everySettingsFileIsOneThatAnUpgradeKeeps() throws IOException {
    try (var files = Files.list(ETC)) {
      assertThat(Files.readAllLines(PACKAGE.resolve("deb/conffiles")))
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> "/etc/latchkey/" + file.getFileName()).toList());
    }
  }

  @Test
  void theNoticeNamesEveryLibraryOfTheJar() throws Exception {
    String notice = Files.readString(PACKAGE.resolve("NOTICE"));
    List<String> missing = new ArrayList<>();
    NodeList dependencies = pom().getElementsByTagName("dependency");
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element one = (Element) dependencies.item(i);
      boolean managed =
          one.getParentNode().getParentNode().getNodeName().equals("dependencyManagement");
      boolean inJar =
          !managed && !child(one, "scope").equals("test") && child(one, "optional").isEmpty();
      if (inJar && !notice.contains(child(one, "artifactId"))) {
        missing.add(child(one, "artifactId"));
      }
    }

    assertThat(missing).as("with its licence, in src/package/NOTICE").isEmpty();
  }

  private static Document pom() throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(Path.of("pom.xml").toFile());
  }

  /** The text of a child; nothing when there is none. */
  private static String child(Element element, String name) {
    NodeList all = element.getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i).getNodeName().equals(name)) {
        return all.item(i).getTextContent().strip();
      }
    }
    return "";
  }
}
