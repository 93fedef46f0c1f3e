package dev.latchkey.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The smallest account system that keeps the contract of README.md, "What your account system is
 * asked by HTTP": it knows the accounts of a file that holds what {@code find-accounts} answers,
 * and instead of mailing a link it prints to whom one would go.
 */
final class ExampleAccountSystem implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> done = new ConcurrentHashMap<>();
  private final JsonNode accounts;
  private final byte[] secret;
  private final Consumer<String> mailer;
  private final HttpServer server;

  ExampleAccountSystem(int port, String secret, String accounts, Consumer<String> mailer)
      throws IOException {
    this.accounts = JSON.readTree(accounts).path("accounts");
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.mailer = mailer;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/accounts", exchange -> answer(exchange, this::find));
    server.createContext("/recoveries", exchange -> answer(exchange, this::reset));
    server.start();
  }

  /** Which of the named accounts there are, whatever the case of their letters. */
  private String find(JsonNode asked) {
    var found = JSON.createArrayNode();
    for (JsonNode account : accounts) {
      for (JsonNode key : asked.path("keys")) {
        if (account.path("name").asText().toLowerCase(Locale.ROOT).equals(key.asText())) {
          found.add(account);
        }
      }
    }
    return JSON.createObjectNode().set("accounts", found).toString();
  }

  /** The same key is the same order: it is done once, and answered as the first time. */
  private String reset(JsonNode order) {
    return done.computeIfAbsent(
        order.path("idempotencyKey").asText(),
        key -> {
          mailer.accept(
              "%s: reset %s of %s, link to %s"
                  .formatted(
                      order.path("reference").asText(),
                      order.path("reasons"),
                      order.path("account"),
                      order.path(order.has("new_address") ? "new_address" : "provedAddresses")));
          return "{\"detail\": \"link mailed\"}";
        });
  }

  private void answer(HttpExchange exchange, Function<JsonNode, String> what) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean genuine = isGenuine(exchange, body);
    boolean probe = exchange.getRequestMethod().equals("OPTIONS");
    String answer =
        !genuine ? "" : probe ? "{\"signature\": \"valid\"}" : what.apply(JSON.readTree(body));
    byte[] said = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(genuine ? 200 : 401, genuine ? said.length : -1);
    if (genuine) {
      exchange.getResponseBody().write(said);
    }
    exchange.close();
  }

  private boolean isGenuine(HttpExchange exchange, byte[] body) {
    String timestamp = exchange.getRequestHeaders().getFirst("Latchkey-Timestamp");
    String signature = exchange.getRequestHeaders().getFirst("Latchkey-Signature");
    if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
      byte[] signed = HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.UTF_8);
      long age = Instant.now().getEpochSecond() - Long.parseLong(timestamp);
      return MessageDigest.isEqual(signed, signature.getBytes(StandardCharsets.UTF_8))
          && Math.abs(age) <= 300;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** With the port, the secret, and the file of accounts. */
  public static void main(String[] arguments) throws IOException {
    String accounts = Files.readString(Path.of(arguments[2]));
    new ExampleAccountSystem(
        Integer.parseInt(arguments[0]), arguments[1], accounts, System.out::println);
  }
}
