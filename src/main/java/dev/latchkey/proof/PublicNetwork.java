package dev.latchkey.proof;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The public Internet as the desk reaches it: a part of the world outside, which tests exchange for
 * servers of their own. What may be reached is not decided here.
 */
public interface PublicNetwork {
  /** Who answers for names. */
  Names names();

  /** Where a connection for {@code checked} goes; on the Internet to its port 443. */
  SocketAddress dial(InetAddress checked);

  /** Whose certificates are believed; it has none of its own to show. */
  SSLSocketFactory tls();

  /** The Internet itself, with the certificate authorities of the Java runtime. */
  static PublicNetwork internet(Names names) {
    return new PublicNetwork() {
      private @Nullable SSLSocketFactory tls;

      @Override
      public Names names() {
        return names;
      }

      @Override
      public SocketAddress dial(InetAddress checked) {
        return new InetSocketAddress(checked, 443);
      }

      @Override
      public synchronized SSLSocketFactory tls() {
        SSLSocketFactory known = tls;
        if (known == null) {
          // Not before somebody is looked at: it takes a tenth of a second, which few commands have
          // to.
          known = withoutOwnCertificate();
          tls = known;
        }
        return known;
      }
    };
  }

  private static SSLSocketFactory withoutOwnCertificate() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[0], null, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a Java runtime without TLS", e);
    }
  }
}
