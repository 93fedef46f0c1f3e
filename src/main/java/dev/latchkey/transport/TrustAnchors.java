package dev.latchkey.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Authorities of one's own, whose certificates are believed beside those of the public ones (RFC
 * 5280 section 6.1.1).
 */
public record TrustAnchors(List<X509Certificate> authorities) {
  public TrustAnchors {
    authorities = List.copyOf(authorities);
  }

  /**
   * The certificates in a file in PEM or DER.
   *
   * @throws IllegalArgumentException when it cannot be read or holds none
   */
  public static TrustAnchors read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(file + " holds no certificate");
      }
      return new TrustAnchors(found);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read", e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException(file + " holds no certificate in PEM or DER", e);
    }
  }

  /** TLS by which these authorities are believed, and those that this Java believes. */
  public SSLContext context() {
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      List<X509Certificate> every = all();
      for (int at = 0; at < every.size(); at++) {
        all.setCertificateEntry("authority-" + at, every.get(at));
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(all), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** These authorities behind those that this Java believes. */
  List<X509Certificate> all() throws GeneralSecurityException {
    return Stream.concat(
            Stream.of(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers())),
            authorities.stream())
        .toList();
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
