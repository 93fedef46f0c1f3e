package dev.latchkey.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The smallest account system that keeps the contract of README.md, "What your account system is
 * asked by HTTP", for accounts and resets at one address: it knows the accounts of a file, by their
 * names in lower case, and mails no link, but says when it would have. It does one thing after the
 * other, as {@link HttpServer} does without an executor.
 */
record ExampleAccountSystem(Mac mac, Map<?, ?> accounts, Map<String, String> done) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean genuine = isGenuine(exchange.getRequestHeaders(), body);
    String answer = genuine ? answer(JSON.readTree(body)) : "";
    exchange.sendResponseHeaders(!genuine ? 401 : answer.isEmpty() ? 400 : 200, 0);
    exchange.getResponseBody().write(answer.getBytes(UTF_8));
    exchange.close();
  }

  private boolean isGenuine(Headers headers, byte[] body) {
    String timestamp = "" + headers.getFirst("Latchkey-Timestamp");
    mac.update((timestamp + ".").getBytes(UTF_8));
    byte[] signed = HexFormat.of().formatHex(mac.doFinal(body)).getBytes(UTF_8);
    byte[] signature = ("" + headers.getFirst("Latchkey-Signature")).getBytes(UTF_8);
    return MessageDigest.isEqual(signed, signature)
        && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= 300;
  }

  /** The same key is the same order: it is done once, and answered as the first time. */
  private String answer(JsonNode asked) {
    String id = asked.path("idempotencyKey").asText();
    return switch (asked.path("action").asText(id.isEmpty() ? "probe" : "reset")) {
      case "probe" -> "{\"signature\": \"valid\"}";
      case "reset" -> done.computeIfAbsent(id, i -> "{\"detail\": \"sent " + Instant.now() + "\"}");
      case "find-accounts" -> {
        Map<?, ?> found = new HashMap<>(accounts);
        found.keySet().retainAll(JSON.convertValue(asked.path("keys"), List.class));
        yield "{\"accounts\": " + JSON.valueToTree(found.values()) + "}";
      }
      default -> "";
    };
  }

  /** With the port, the secret, and the file of accounts. */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(arguments[1].getBytes(UTF_8), "HmacSHA256"));
    Map<?, ?> accounts = JSON.readValue(new File(arguments[2]), Map.class);
    var system = new ExampleAccountSystem(mac, accounts, new HashMap<>());
    var address = new InetSocketAddress("localhost", Integer.parseInt(arguments[0]));
    HttpServer.create(address, 0).createContext("/", system::handle).getServer().start();
  }
}
