package dev.latchkey.accounts;

import dev.latchkey.http.CappedBody;
import dev.latchkey.http.JsonAnswer;
import dev.latchkey.http.NoAnswerException;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends each order to the account system as a JSON object by {@link SignedPost}, with {@code
 * Idempotency-Key}.
 *
 * <p>The account system answers 2xx with {@code {"detail": "…"}} or nothing when it is done, 202 or
 * 409 while it is at work on that key, another 4xx when it will not do it, and 5xx when it cannot
 * now. A redirect, 401, and a 404, 405, 407 or 410 without a detail are no word on the order: a
 * secret or an address is wrong, and the order waits until that is mended. An order to freeze an
 * account goes to an address of its own, in the same way.
 */
public final class HttpAction implements RecoveryAction {
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  /** No word on what was ordered, but on how it was brought. */
  private static final Set<Integer> MISDIRECTED = Set.of(UNAUTHORIZED, NOT_FOUND, 405, 407, GONE);

  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final HttpActionSettings settings;
  private final SignedPost post;
  private final SavedCodes codes;

  public HttpAction(HttpActionSettings settings, RequestSigner signer, InstantSource clock) {
    this.settings = settings;
    post = new SignedPost(settings.timeout(), CappedBody.LARGEST, signer, clock);
    codes =
        settings
            .verifyCodeUrl()
            .<SavedCodes>map(url -> new HttpSavedCodes(url, post))
            .orElse(SavedCodes.NONE);
  }

  @Override
  public RecoveryResult execute(RecoveryOrder order) {
    return send("action.url", settings.url(), order.idempotencyKey(), fields(order));
  }

  @Override
  public RecoveryResult freeze(FreezeOrder order) {
    return settings
        .freezeUrl()
        .map(url -> send("action.freeze-url", url, order.idempotencyKey(), fields(order)))
        .orElseGet(RecoveryResult.HandedToStaff::new);
  }

  @Override
  public SavedCodes codes() {
    return codes;
  }

  @Override
  public String describe() {
    return "recoveries are carried out by POST to "
        + settings.url()
        + settings.freezeUrl().map(url -> ", accounts frozen by POST to " + url).orElse("")
        + settings
            .verifyCodeUrl()
            .map(url -> ", recovery codes checked by POST to " + url)
            .orElse("");
  }

  @Override
  public List<String> check() throws DirectoryException {
    List<String> answers = new ArrayList<>();
    answers.add(probe("action.url", settings.url()));
    if (settings.freezeUrl().isPresent()) {
      answers.add(probe("action.freeze-url", settings.freezeUrl().get()));
    }
    if (settings.verifyCodeUrl().isPresent()) {
      answers.add(probe("action.verify-code-url", settings.verifyCodeUrl().get()));
    }
    return answers;
  }

  private String probe(String key, URI url) throws DirectoryException {
    try {
      JsonAnswer answer = post.probe(url);
      int status = answer.status();
      if (status == NOT_FOUND || status == GONE) {
        throw new DirectoryException(
            "%s: %s answers %d to OPTIONS: is the path right?".formatted(key, url, status), null);
      }
      if (status == UNAUTHORIZED) {
        throw new DirectoryException(
            ("%s: %s answers 401 to a signed OPTIONS: is action.secret the same on both sides, and"
                    + " do both clocks agree? Every order would wait")
                .formatted(key, url),
            null);
      }
      return "%s: %s answers (%d to OPTIONS%s; nothing was ordered)"
          .formatted(
              key,
              url,
              status,
              knowsUs(answer)
                  ? ", and the secret is right"
                  : "; it does not tell whether the secret is right");
    } catch (NoAnswerException e) {
      throw new DirectoryException(
          ("%s: %s: %s; is it running, and is the address right? Approved recoveries would wait,"
                  + " be tried for 16 hours and then be put on hold")
              .formatted(key, url, e.getMessage()),
          e);
    }
  }

  private static boolean knowsUs(JsonAnswer answer) {
    return answer.successful()
        && answer
            .object()
            .filter(said -> "valid".equals(said.path("signature").asText()))
            .isPresent();
  }

  /**
   * @param setting what names the address
   */
  private RecoveryResult send(String setting, URI url, String key, Map<String, Object> fields) {
    try {
      return result(setting, post.order(url, key, fields));
    } catch (NoAnswerException e) {
      return new RecoveryResult.Unavailable(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, Object> fields(RecoveryOrder order) {
    Map<String, Object> fields =
        new HashMap<>(
            Map.of(
                "reference", order.reference(),
                "account", order.accountName(),
                "reasons", order.reasons().stream().sorted().toList(),
                "approvedBy", order.approvedBy().stream().map(EmailAddress::toString).toList(),
                "provedAddresses",
                    order.provedAddresses().stream().map(EmailAddress::toString).toList()));
    order.newAddress().ifPresent(address -> fields.put("new_address", address.toString()));
    return fields;
  }

  /** It says what it is, so that no order can be taken for the other. */
  private static Map<String, Object> fields(FreezeOrder order) {
    return Map.of(
        "action", "freeze",
        "reference", order.reference(),
        "account", order.accountName(),
        "orderedBy", order.orderedBy());
  }

  private static RecoveryResult result(String setting, JsonAnswer answer) {
    int status = answer.status();
    if (status == 202 || status == 409) {
      return new RecoveryResult.Unavailable("the account system is at work on it");
    }
    if (answer.successful()) {
      return done(answer);
    }
    String detail = SafeText.line(answer.said(), SignedPost.LONGEST);
    boolean spoken = answer.detail().isPresent() && status != UNAUTHORIZED;
    if (status < 400 || (!spoken && MISDIRECTED.contains(status))) {
      return new RecoveryResult.Unavailable(detail + advice(setting, status));
    }
    return status >= 500 || LATER.contains(status)
        ? new RecoveryResult.Unavailable(detail)
        : new RecoveryResult.Failed(detail);
  }

  private static String advice(String setting, int status) {
    if (status < 400) {
      return "; redirects are not followed: does %s name the last address?".formatted(setting);
    }
    return status == UNAUTHORIZED
        ? "; is action.secret the same on both sides, and do both clocks agree?"
        : "; is the path in %s right?".formatted(setting);
  }

  /** A page for people is no word that anything was done. */
  private static RecoveryResult done(JsonAnswer answer) {
    return answer.empty() || answer.object().isPresent()
        ? new RecoveryResult.Done(SafeText.line(answer.detail().orElse("done"), SignedPost.LONGEST))
        : new RecoveryResult.Unavailable(SafeText.line(answer.said(), SignedPost.LONGEST));
  }
}
