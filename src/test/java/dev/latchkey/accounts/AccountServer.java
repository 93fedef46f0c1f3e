package dev.latchkey.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.trust.secret.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A server of the account system on this machine: keeps what it is asked, answers as it is told.
 */
public final class AccountServer implements AutoCloseable {
  public static final SigningKey KEY = SigningKey.of(new byte[32]);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** What was asked, and whether its signature is genuine. */
  public record Request(
      String path, String timestamp, String idempotencyKey, boolean genuine, String body) {
    public JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** What is answered; 0 for the status means that no answer ever comes to its end. */
  public record Reply(int status, String body) {
    public static final Reply NEVER = new Reply(0, "{");

    public static Reply ok(String body) {
      return new Reply(200, body);
    }
  }

  public AccountServer(Function<Request, Reply> behaviour) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String timestamp = exchange.getRequestHeaders().getFirst("Latchkey-Timestamp");
          String signed = timestamp + "." + new String(body, StandardCharsets.UTF_8);
          Request request =
              new Request(
                  exchange.getRequestURI().getPath(),
                  timestamp,
                  String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                  HexFormat.of()
                      .formatHex(KEY.mac(signed.getBytes(StandardCharsets.UTF_8)))
                      .equals(exchange.getRequestHeaders().getFirst("Latchkey-Signature")),
                  new String(body, StandardCharsets.UTF_8));
          requests.add(request);
          Reply reply = behaviour.apply(request);
          byte[] octets = reply.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          if (reply.status() == 0) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(octets);
            exchange.getResponseBody().flush();
            awaitEnd();
          } else {
            exchange.sendResponseHeaders(reply.status(), octets.length == 0 ? -1 : octets.length);
            exchange.getResponseBody().write(octets);
          }
          exchange.close();
        });
    server.start();
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/latchkey");
  }

  /** In the order in which they came. */
  public List<Request> requests() {
    return requests;
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
