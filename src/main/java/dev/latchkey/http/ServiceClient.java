package dev.latchkey.http;

import dev.latchkey.mail.SafeText;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Asks a service and reads its answer. An answer has a limit in length and in time, and redirects
 * are not followed: what was meant for one server goes to no other.
 */
public final class ServiceClient {
  /** What is wrong, fit for a log line and a history row. */
  public static final int LONGEST = 300;

  private final Duration timeout;
  private final int largest;
  private final HttpClient client;

  /**
   * @param timeout for connecting, and again for the whole answer
   * @param largest an answer may be, in octets
   */
  public ServiceClient(Duration timeout, int largest) {
    this.timeout = timeout;
    this.largest = largest;
    client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Sends octets with these header fields. */
  public JsonAnswer post(URI url, Map<String, String> header, byte[] body)
      throws NoAnswerException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    header.forEach(request::header);
    return send(request.POST(BodyPublishers.ofByteArray(body)).build());
  }

  /**
   * Asks what an address may be asked (OPTIONS, RFC 9110 section 9.3.7), with these header fields
   * and without a body.
   */
  public JsonAnswer options(URI url, Map<String, String> header) throws NoAnswerException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    header.forEach(request::header);
    return send(request.method("OPTIONS", BodyPublishers.noBody()).build());
  }

  private JsonAnswer send(HttpRequest request) throws NoAnswerException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, response -> new CappedBody(largest));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return JsonAnswer.of(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswerException("no answer within " + told(timeout), e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new NoAnswerException(SafeText.line("no answer: " + why(cause), LONGEST), cause);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswerException("the desk is being stopped", e);
    }
  }

  /** In words of an operator, who knows no class of Java. */
  private static String why(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return "unknown host";
      }
      if (cause instanceof SSLException) {
        return "no TLS: " + cause.getMessage();
      }
    }
    if (failure instanceof HttpTimeoutException) {
      return "it does not answer in time";
    }
    if (failure instanceof ConnectException) {
      return "nobody takes the connection";
    }
    return failure.getMessage() == null ? "the connection broke" : failure.getMessage();
  }

  private static String told(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
