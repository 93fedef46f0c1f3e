package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.proof.LocalCertificates;
import dev.latchkey.proof.LocalCertificates.Shown;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TrustAnchorsTest {
  @TempDir private Path folder;

  private TrustAnchors anchors() throws IOException {
    return TrustAnchors.read(
        Files.writeString(folder.resolve("ca.pem"), LocalCertificates.authority()));
  }

  /** A server that shows this certificate is believed, or the handshake fails. */
  private static void greet(SSLContext client, Shown shown) throws Exception {
    try (SSLServerSocket server =
        (SSLServerSocket)
            LocalCertificates.server(shown)
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(
              () -> {
                try (SSLSocket socket = (SSLSocket) server.accept()) {
                  socket.getOutputStream().write('!');
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      try (SSLSocket socket =
          (SSLSocket)
              client
                  .getSocketFactory()
                  .createSocket(server.getInetAddress(), server.getLocalPort())) {
        socket.startHandshake();
        assertThat(socket.getInputStream().read()).isEqualTo('!');
      }
      served.join();
    }
  }

  @Test
  void aServerOfTheAuthorityIsBelievedAndNoOther() throws Exception {
    greet(anchors().context(), Shown.GENUINE);

    assertThatExceptionOfType(SSLHandshakeException.class)
        .isThrownBy(() -> greet(anchors().context(), Shown.SELF_SIGNED));
    assertThatExceptionOfType(SSLHandshakeException.class)
        .isThrownBy(() -> greet(SSLContext.getDefault(), Shown.GENUINE));
  }

  @Test
  void thePublicAuthoritiesStayBelieved() throws Exception {
    TrustAnchors anchors = anchors();

    assertThat(anchors.all()).hasSizeGreaterThan(50).containsAll(anchors.authorities());
  }

  @Test
  void aFileWithoutACertificateIsSaidSo() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustAnchors.read(empty))
        .withMessageContaining("empty.pem");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustAnchors.read(folder.resolve("none.pem")))
        .withMessageContaining("cannot be read");
  }
}
