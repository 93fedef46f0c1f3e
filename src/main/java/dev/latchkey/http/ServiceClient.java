package dev.latchkey.http;

import dev.latchkey.mail.SafeText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

  /** Asks what an address may be asked (OPTIONS, RFC 9110 section 9.3.7), without a body. */
  public JsonAnswer options(URI url) throws NoAnswerException {
    return send(HttpRequest.newBuilder(url).method("OPTIONS", BodyPublishers.noBody()).build());
  }

  private JsonAnswer send(HttpRequest request) throws NoAnswerException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, response -> new CappedBody(largest));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return JsonAnswer.of(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswerException("no answer within " + timeout, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new NoAnswerException(SafeText.line("no answer: " + cause, LONGEST), cause);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswerException("the desk is being stopped", e);
    }
  }
}
