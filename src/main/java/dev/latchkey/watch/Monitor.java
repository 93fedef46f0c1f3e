package dev.latchkey.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.watch.Checkup.Sign;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code /health} and {@code /metrics} by HTTP, to this machine alone. Neither says
 * anything of a person or a ticket. One question is answered at a time, whoever asks; who asks half
 * of one holds up nobody, and is cut off after some seconds.
 */
final class Monitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);

  /** So many may be at it at once, most of them not knowing what they ask. */
  private static final int READERS = 16;

  /** Seconds in which a question has to be there whole; read by the JDK when its server begins. */
  private static final String TIME_TO_ASK = "5";

  private static final int OK = 200;
  private static final int NOT_ALLOWED = 405;
  private static final int BUG = 500;
  private static final int UNAVAILABLE = 503;
  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads;

  /** What is answered. */
  private record Answer(int status, String type, String body) {}

  static {
    if (System.getProperty("sun.net.httpserver.maxReqTime") == null) {
      System.setProperty("sun.net.httpserver.maxReqTime", TIME_TO_ASK);
    }
  }

  private Monitor(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Begins to listen.
   *
   * @throws IOException when the address cannot be had, mostly because somebody else has it
   */
  static Monitor open(InetSocketAddress address, Supplier<Checkup> health, Supplier<String> metrics)
      throws IOException {
    if (!address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("the figures are for this machine alone");
    }
    HttpServer server = HttpServer.create(address, 0);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            READERS,
            task -> {
              Thread made = new Thread(task, "monitor");
              made.setDaemon(true);
              return made;
            });
    server.setExecutor(threads);
    Object one = new Object();
    server.createContext(
        "/health", asked -> answer(asked, "/health", one, () -> health(health.get())));
    server.createContext(
        "/metrics",
        asked -> answer(asked, "/metrics", one, () -> new Answer(OK, TEXT, metrics.get())));
    server.start();
    return new Monitor(server, threads);
  }

  /** Where it listens; the port is the real one also where any was asked for. */
  InetSocketAddress address() {
    return server.getAddress();
  }

  /**
   * What was looked at and how it is, in words of the program; no sentence, for it may name a
   * ticket.
   */
  private static Answer health(Checkup checkup) {
    String checks =
        checkup.signs().stream().map(Monitor::member).collect(Collectors.joining(",", "{", "}"));
    return new Answer(
        checkup.well() ? OK : UNAVAILABLE,
        JSON,
        "{\"status\":\"%s\",\"checks\":%s}\n".formatted(checkup.well() ? "ok" : "fail", checks));
  }

  private static String member(Sign sign) {
    return "\"%s\":\"%s\"".formatted(sign.name(), sign.verdict().name().toLowerCase(Locale.ROOT));
  }

  private static void answer(HttpExchange asked, String path, Object one, Supplier<Answer> what)
      throws IOException {
    try (asked) {
      if (!asked.getRequestURI().getPath().equals(path)) {
        send(asked, new Answer(404, TEXT, "there is /health and /metrics\n"));
      } else if (!asked.getRequestMethod().equals("GET")) {
        send(asked, new Answer(NOT_ALLOWED, TEXT, "GET only\n"));
      } else {
        Answer answer;
        synchronized (one) {
          answer = whatever(what);
        }
        send(asked, answer);
      }
    }
  }

  private static Answer whatever(Supplier<Answer> what) {
    try {
      return what.get();
    } catch (RuntimeException e) {
      LOG.error("monitor: a bug", e);
      return new Answer(BUG, TEXT, "a bug; the log of the desk tells more\n");
    }
  }

  private static void send(HttpExchange asked, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    asked.getResponseHeaders().set("Content-Type", answer.type());
    asked.getResponseHeaders().set("Cache-Control", "no-store");
    asked.sendResponseHeaders(answer.status(), body.length);
    asked.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
