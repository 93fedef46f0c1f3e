package dev.latchkey.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that the desk has no driver for is reached by one in a jar. */
class JdbcDriversTest {
  private static final String SOURCE =
      """
      import java.sql.*;
      import java.util.Properties;
      import java.util.logging.Logger;
      public class PretendedDriver implements Driver {
        public Connection connect(String url, Properties info) throws SQLException {
          if (!acceptsURL(url)) return null;
          throw new SQLException("the driver of the jar was asked");
        }
        public boolean acceptsURL(String url) { return url.startsWith("jdbc:pretended:"); }
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
          return new DriverPropertyInfo[0];
        }
        public int getMajorVersion() { return 1; }
        public int getMinorVersion() { return 0; }
        public boolean jdbcCompliant() { return false; }
        public Logger getParentLogger() { return null; }
      }
      """;

  @TempDir private Path folder;

  @Test
  void theDriverOfAJarIsFound() throws Exception {
    assertThat(JdbcDrivers.known("jdbc:mariadb://localhost/x")).isTrue();
    assertThat(JdbcDrivers.known("jdbc:pretended:x")).isFalse();

    JdbcDrivers.load(jar("PretendedDriver"));
    JdbcDrivers.load(folder.resolve("driver.jar"));

    assertThat(JdbcDrivers.known("jdbc:pretended:x")).isTrue();
    assertThat(DriverManager.drivers().filter(it -> it.toString().contains("Pretended")))
        .hasSize(1);
    assertThat(catchThrowable(() -> DriverManager.getConnection("jdbc:pretended:x").close()))
        .hasMessage("the driver of the jar was asked");
  }

  @Test
  void whatIsNoDriverIsSaidSo() throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JdbcDrivers.load(folder.resolve("none.jar")))
        .withMessageContaining("cannot be read");
    Path broken = jar("Missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JdbcDrivers.load(broken))
        .withMessageContaining("cannot be used");
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    assertThatIllegalArgumentException().isThrownBy(() -> JdbcDrivers.load(text));
  }

  private Path jar(String named) throws IOException {
    Path source = Files.writeString(folder.resolve("PretendedDriver.java"), SOURCE);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), source.toString()))
        .isZero();
    Path jar = folder.resolve(named.equals("Missing") ? "broken.jar" : "driver.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("META-INF/services/java.sql.Driver"));
      entries.write(named.getBytes(StandardCharsets.UTF_8));
      entries.closeEntry();
      entries.putNextEntry(new JarEntry("PretendedDriver.class"));
      entries.write(Files.readAllBytes(folder.resolve("PretendedDriver.class")));
      entries.closeEntry();
    }
    return jar;
  }
}
