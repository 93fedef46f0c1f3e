package dev.latchkey.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A recovery from the first mail to RECOVERED, as it goes in life. */
@Timeout(600)
class RecoveryIT {
  private static final String SECRET = "what the account system and the desk share, long enough";

  /** Terminated by a signal: 128 and its number. */
  private static final int SIGTERM = 143;

  @Test
  void staffCarryItOutAndEverybodyHasTheirLetters() throws Exception {
    try (LiveDesk desk = new LiveDesk(RecoveryIT.class, "{kind: manual}")) {
      untilItIsApproved(desk);
      desk.person("alice@staff.example")
          .answers(desk.awaitLetter("alice@staff.example", "TASK"), "05-alice-has-done-it.eml");
      desk.awaitState("RECOVERED");
      desk.awaitLetter("dora@mail.example", "NOTICE_BACK_IN");
      desk.awaitQuiet();

      assertThat(desk.received()).isEqualTo(letters(List.of("CASE", "DECIDED", "DECIDED", "TASK")));
      assertThat(desk.stop()).isIn(0, SIGTERM);
      assertThat(Files.readString(desk.log()))
          .contains("the desk is open", "the desk closes, and ends what it is doing")
          .doesNotContain("ERROR");
    }
  }

  @Test
  void theAccountSystemCarriesItOutOnASignedOrder() throws Exception {
    List<String> orders = new CopyOnWriteArrayList<>();
    HttpServer accounts =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    accounts.createContext("/recoveries", exchange -> take(exchange, orders));
    accounts.start();
    String action =
        "{kind: http, url: \"http://127.0.0.1:%d/recoveries\", secret: \"%s\"}"
            .formatted(accounts.getAddress().getPort(), SECRET);
    try (LiveDesk desk = new LiveDesk(SignedOrder.class, action)) {
      untilItIsApproved(desk);
      desk.awaitState("RECOVERED");
      desk.awaitLetter("dora@mail.example", "NOTICE_BACK_IN");
      desk.awaitQuiet();

      assertThat(orders)
          .singleElement()
          .asString()
          .startsWith("LK-1001-1 signed ")
          .contains("\"account\":\"dora\"", "\"approvedBy\":[\"alice@staff.example\"]");
      assertThat(desk.received()).isEqualTo(letters(List.of("CASE", "DECIDED")));
      assertThat(desk.stop()).isIn(0, SIGTERM);
      assertThat(Files.readString(desk.log())).doesNotContain("ERROR");
    } finally {
      accounts.stop(0);
    }
  }

  /** Names the files and the schema of the second test. */
  private static final class SignedOrder {}

  /** Dora asks and answers the codes from both of her addresses; Alice approves. */
  private static void untilItIsApproved(LiveDesk desk) throws Exception {
    Person dora = desk.person("dora@mail.example");
    Person otherDora = desk.person("dora@other.example");
    Person alice = desk.person("alice@staff.example");
    dora.writes("01-request.eml");
    dora.answers(
        desk.awaitLetter("dora@mail.example", "CODE"), "02-code-from-the-first-address.eml");
    otherDora.answers(
        desk.awaitLetter("dora@other.example", "CODE"), "03-code-from-the-second-address.eml");
    alice.answers(desk.awaitLetter("alice@staff.example", "CASE"), "04-alice-approves.eml");
    desk.awaitLetter("dora@mail.example", "NOTICE_APPROVED");
    desk.awaitLetter("dora@other.example", "NOTICE_FINAL");
  }

  /** Bob, whose turn it is not, hears that Alice approved. */
  private static Map<String, List<String>> letters(List<String> toAlice) {
    List<String> notices = List.of("NOTICE_APPROVED", "NOTICE_FINAL");
    return Map.of(
        "alice@staff.example",
        toAlice,
        "bob@staff.example",
        List.of("DECIDED"),
        "dora@mail.example",
        sorted(notices, "ACKNOWLEDGEMENT", "CODE", "IN_REVIEW", "NOTICE_BACK_IN", "STATUS"),
        "dora@other.example",
        sorted(notices, "CODE", "CODE_HELD", "NOTICE_RECOVERED", "NOTICE_STARTED"));
  }

  private static List<String> sorted(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).sorted().toList();
  }

  /** The account system: does what is signed by the one who shares its secret. */
  private static void take(HttpExchange exchange, List<String> orders) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String timestamp = exchange.getRequestHeaders().getFirst("Latchkey-Timestamp");
    String signature = exchange.getRequestHeaders().getFirst("Latchkey-Signature");
    boolean genuine = signature.equals(signature(timestamp, body));
    orders.add(
        exchange.getRequestHeaders().getFirst("Idempotency-Key")
            + (genuine ? " signed " : " forged ")
            + new String(body, StandardCharsets.UTF_8));
    byte[] answer = "{\"detail\": \"done\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(genuine ? 200 : 403, answer.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer);
    }
  }

  private static String signature(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
