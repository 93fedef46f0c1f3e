package dev.latchkey.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packages hold, after it was packed. */
class PackageIT {
  private static final String LOUD = "-Xlog:class+load";

  @TempDir private Path folder;

  /** The jar leaves out most of a library that is a server as well. */
  @Test
  void theJarAsksAnLdapServer() throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
    config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("desk"));
    config.setSchema(null);
    config.addAdditionalBindCredentials("cn=reader", "reads only");
    InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
    server.startListening();
    try {
      server.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
      server.add("dn: uid=dora,dc=example,dc=org", "uid: dora", "mail: dora@uni.example");

      String said = check(server.getListenPort());

      assertThat(said).contains("ok    accounts: ldap://127.0.0.1:").doesNotContain("a bug");
    } finally {
      server.shutDown(true);
    }
  }

  private String check(int port) throws IOException, InterruptedException {
    Path settings =
        Files.writeString(
            folder.resolve("latchkey.yaml"),
            """
            desk: {name: Example Index Support, address: support@desk.example}
            database: {url: "jdbc:mariadb://127.0.0.1:1/none", user: none, password: none}
            imap: {host: 127.0.0.1, port: 1, security: none, user: none, password: none}
            smtp: {host: 127.0.0.1, port: 1, security: none}
            authentication: {authserv-ids: [mx.desk.example]}
            signing-key: bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXRlcyE=
            staff: [{address: alice@staff.example}]
            accounts:
              kind: ldap
              url: ldap://127.0.0.1:%d
              bind-dn: cn=reader
              password: reads only
              base: dc=example,dc=org
              filter: (uid=*)
              name-attribute: uid
              address-attributes: [mail]
              second-factor: nobody
              critical: nobody
              published: nobody
            action: {kind: manual}
            """
                .formatted(port));
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
    Path said = folder.resolve("check.txt");
    Process process =
        LiveDesk.jar("check", "--config", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return Files.readString(said);
  }

  /**
   * The archive of classes shortens a start and nothing else: one that is damaged, cut off or of
   * another jar is passed over without a word.
   */
  @Test
  void anArchiveOfClassesIsUsedWhileItFitsAndNeverInTheWay() throws Exception {
    assertThat(run("tar", "-xzf", archive().toString(), "-C", folder.toString())).isEmpty();
    Path root = folder.resolve("latchkey-0.1.0");
    assertThat(latchkey(root, "")).isEqualTo("latchkey 0.1.0\n");

    assertThat(run("sh", root.resolve("usr/share/latchkey/class-archive").toString())).isEmpty();

    Path made = only(root.resolve("var/cache/latchkey"));
    byte[] whole = Files.readAllBytes(made);
    assertThat(made).hasFileName("classes-%d.jsa".formatted(whole.length));
    assertThat(latchkey(root, "")).isEqualTo("latchkey 0.1.0\n");
    assertThat(latchkey(root, LOUD)).contains("dev.latchkey.Main source: shared objects file");

    Files.write(made, Arrays.copyOf(whole, whole.length / 2));
    assertThat(latchkey(root, "")).as("cut off").isEqualTo("latchkey 0.1.0\n");
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, whole.length / 3, whole.length / 2, (byte) 7);
    Files.write(made, damaged);
    assertThat(latchkey(root, "")).as("damaged").isEqualTo("latchkey 0.1.0\n");
    Files.write(made, whole);
    Path jar = root.resolve("usr/share/latchkey/latchkey.jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    assertThat(latchkey(root, "")).as("another jar").isEqualTo("latchkey 0.1.0\n");
    assertThat(latchkey(root, LOUD)).doesNotContain("dev.latchkey.Main source: shared");
  }

  private static Path archive() {
    return Path.of("target/latchkey-0.1.0.tar.gz").toAbsolutePath();
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private String latchkey(Path root, String options) throws IOException, InterruptedException {
    return run(
        "env",
        "LATCHKEY_JAVA_OPTS=-Xmx256m -XX:+UseSerialGC " + options,
        root.resolve("usr/bin/latchkey").toString(),
        "--version");
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    String here = System.getProperty("java.home") + "/bin:";
    builder.environment().merge("PATH", here, (path, java) -> java + path);
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return Files.readString(said);
  }

  @ParameterizedTest
  @CsvSource({
    "latchkey.1.gz, .TH",
    "changelog.gz, latchkey (",
    "README.md.gz, # Latchkey",
  })
  void itsPagesCanBeOpened(String page, String words) throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(Path.of("target/package", page)))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains(words);
    }
  }
}
