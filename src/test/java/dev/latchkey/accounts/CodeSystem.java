package dev.latchkey.accounts;

import dev.latchkey.accounts.AccountServer.Reply;
import dev.latchkey.accounts.AccountServer.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;

/**
 * An account system that checks recovery codes over HTTP, burns them, and answers the same key in
 * the same way. Resets are carried out by people.
 */
@NullMarked
public final class CodeSystem implements RecoveryAction, AutoCloseable {
  private final List<String> good;
  private final Map<String, Reply> answered = new ConcurrentHashMap<>();
  private final AccountServer server;
  private final HttpAction http;
  private volatile String standing = "back";

  /**
   * @param good account, blank, code
   */
  public CodeSystem(List<String> good) throws IOException {
    this.good = new ArrayList<>(good);
    server = new AccountServer(this::answer);
    http =
        new HttpAction(
            new HttpActionSettings(
                URI.create("http://localhost:1/none"),
                Optional.empty(),
                Optional.of(server.url()),
                Duration.ofSeconds(20)),
            AccountServer.KEY::mac,
            InstantSource.system());
  }

  /** One with the codes of a file; empty without it. */
  public static Optional<CodeSystem> of(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.of(new CodeSystem(Files.readAllLines(file)))
        : Optional.empty();
  }

  /** Away, back, or none: it checks no codes. */
  public void become(String now) {
    standing = now;
  }

  /** What it was asked, in order. */
  public List<Request> requests() {
    return server.requests();
  }

  private Reply answer(Request request) {
    return switch (standing) {
      case "away" -> new Reply(503, "");
      case "none" -> new Reply(501, "");
      default -> answered.computeIfAbsent(request.idempotencyKey(), key -> verdict(request));
    };
  }

  private synchronized Reply verdict(Request request) {
    String code =
        request.json().path("account").asText() + " " + request.json().path("code").asText();
    return Reply.ok("{\"accepted\": " + good.remove(code) + "}");
  }

  @Override
  public RecoveryResult execute(RecoveryOrder order) {
    return new RecoveryResult.HandedToStaff();
  }

  @Override
  public SavedCodes codes() {
    return http.codes();
  }

  @Override
  public String describe() {
    return "an account system of the test that checks codes";
  }

  @Override
  public void close() {
    server.close();
  }
}
