package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates of an authority of their own, made once a JVM by the keytool of the JDK. */
public final class LocalCertificates {
  /** Whose certificate a server shows. */
  public enum Shown {
    GENUINE,
    EXPIRED,
    SELF_SIGNED
  }

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String NAMES =
      "san=dns:forge.example,dns:site.example,dns:www.site.example,dns:evil.example";
  private static final KeyStore KEYS = make();

  private LocalCertificates() {}

  public static SSLContext server(Shown shown) {
    try {
      KeyStore one = empty();
      String alias = shown.name();
      one.setKeyEntry(
          "server", KEYS.getKey(alias, PASSWORD), PASSWORD, KEYS.getCertificateChain(alias));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(one, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Believes the authority only. */
  static SSLContext client() {
    try {
      KeyStore authority = empty();
      authority.setCertificateEntry("authority", KEYS.getCertificate("authority"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authority);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The authority's certificate in PEM. */
  public static String authority() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(KEYS.getCertificate("authority").getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }

  private static KeyStore make() {
    try {
      Path folder = Files.createTempDirectory("latchkey-certificates");
      Path file = folder.resolve("keys.p12");
      keytool(file, "authority", "-ext", "bc:c");
      keytool(file, Shown.GENUINE.name(), "-signer", "authority", "-ext", NAMES);
      keytool(
          file,
          Shown.EXPIRED.name(),
          "-signer",
          "authority",
          "-ext",
          NAMES,
          "-startdate",
          "-20d",
          "-validity",
          "10");
      keytool(file, Shown.SELF_SIGNED.name(), "-ext", NAMES);
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(folder);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path file, String alias, String... more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD)));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
