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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packages hold, after it was packed. */
class PackageIT {
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
