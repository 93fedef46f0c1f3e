package dev.latchkey.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** A token server (RFC 6749) on the loopback interface that answers each form by a function. */
@NullMarked
public final class LocalTokenServer implements AutoCloseable {
  /** Every form that was posted, in order. */
  public final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

  private final HttpServer server;

  /** An answer of HTTP. */
  public record Answer(int status, String body) {
    /** A token that is good for so many seconds. */
    public static Answer token(String token, long seconds) {
      return new Answer(
          200,
          "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %d}"
              .formatted(token, seconds));
    }

    /** The same with another refresh token. */
    public Answer with(String refreshToken) {
      return new Answer(
          status, body.replace("}", ", \"refresh_token\": \"" + refreshToken + "\"}"));
    }

    /** A refusal as of section 5.2. */
    public static Answer error(String error, String description) {
      return new Answer(
          400, "{\"error\": \"%s\", \"error_description\": \"%s\"}".formatted(error, description));
    }
  }

  private LocalTokenServer(HttpServer server) {
    this.server = server;
  }

  public static LocalTokenServer start(Function<Map<String, String>, Answer> answers)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    LocalTokenServer started = new LocalTokenServer(server);
    server.createContext("/token", exchange -> started.answer(exchange, answers));
    server.start();
    return started;
  }

  private void answer(HttpExchange exchange, Function<Map<String, String>, Answer> answers)
      throws IOException {
    Map<String, String> form = new TreeMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String field : body.split("&")) {
      String[] parts = field.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    asked.add(form);
    Answer answer = answers.apply(form);
    byte[] octets = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), octets.length);
    exchange.getResponseBody().write(octets);
    exchange.close();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
