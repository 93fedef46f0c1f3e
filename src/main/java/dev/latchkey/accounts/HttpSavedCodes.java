package dev.latchkey.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.latchkey.http.JsonAnswer;
import dev.latchkey.http.NoAnswerException;
import dev.latchkey.mail.SafeText;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers recovery codes to the account system by {@link SignedPost}, with {@code Idempotency-Key}.
 *
 * <p>It answers 200 with {@code {"accepted": true}} or {@code {"accepted": false}}, and 501 when it
 * checks no codes. Everything else is no verdict. Of its answers nothing but the status is ever
 * told, since a server may repeat what it was sent.
 */
final class HttpSavedCodes implements SavedCodes {
  private static final Logger log = LoggerFactory.getLogger(HttpSavedCodes.class);
  private static final int NOT_IMPLEMENTED = 501;

  /** No account system makes longer ones, nor ones of control characters. */
  private static final int LONGEST = 200;

  private final URI url;
  private final SignedPost post;

  HttpSavedCodes(URI url, SignedPost post) {
    this.url = url;
    this.post = post;
  }

  @Override
  public Verdict offer(String idempotencyKey, String account, String code) {
    if (code.isBlank() || code.length() > LONGEST || !SafeText.line(code).equals(code)) {
      return Verdict.REFUSED;
    }
    try {
      return verdict(
          idempotencyKey,
          post.order(
              url,
              idempotencyKey,
              Map.of("action", "verify-code", "account", account, "code", code)));
    } catch (NoAnswerException e) {
      log.warn("recovery code {}: {}", idempotencyKey, e.getMessage());
      return Verdict.AWAY;
    }
  }

  private static Verdict verdict(String key, JsonAnswer answer) {
    if (answer.status() == NOT_IMPLEMENTED) {
      return Verdict.NOT_SUPPORTED;
    }
    JsonNode accepted =
        answer.object().map(object -> object.path("accepted")).orElse(MissingNode.getInstance());
    if (answer.status() == 200 && accepted.isBoolean()) {
      return accepted.booleanValue() ? Verdict.ACCEPTED : Verdict.REFUSED;
    }
    log.warn("recovery code {}: answered {} and no verdict", key, answer.status());
    return Verdict.AWAY;
  }
}
