package dev.latchkey.transport;

import dev.latchkey.http.CappedBody;
import dev.latchkey.http.ServiceClient;
import dev.latchkey.mail.KeptSecrets;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.transport.TokenRequest.Granted;
import dev.latchkey.transport.TokenRequest.InvalidGrantException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens for mailboxes (OAuth 2.0), each asked for once and used until shortly before it
 * expires. One that a mail server refuses is replaced at once, and the attempt made once more.
 *
 * <p>A refresh token that the token server replaces is kept sealed, before anything is done with
 * the access token that came with it, and is shown from then on, by other processes of the desk
 * too; until another one is configured. A token server is asked by one thread at a time.
 */
public final class AccessTokens {
  private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Before a token expires it is replaced so early, or after half of its life. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final KeptSecrets kept;
  private final InstantSource clock;
  private final Map<TokenGrant, Held> held = new HashMap<>();
  private final Map<TokenGrant, String> unkept = new HashMap<>();
  private @Nullable TokenRequest request;

  /** A token, and until when it is used. */
  private record Held(String token, Instant until) {}

  public AccessTokens(KeptSecrets kept, InstantSource clock) {
    this.kept = kept;
    this.clock = clock;
  }

  /** What is done with a token. */
  @FunctionalInterface
  interface Use<T> {
    T with(String token) throws MailTransportException, TokenRefusedException;
  }

  /** Uses a token; when it is refused, once more with a fresh one. */
  <T> T use(TokenGrant grant, Use<T> use) throws MailTransportException {
    try {
      return use.with(token(grant));
    } catch (TokenRefusedException e) {
      LOG.info("{}: {}; a fresh token is asked for", grant.place(), e.getMessage());
    }
    try {
      return use.with(fresh(grant));
    } catch (TokenRefusedException e) {
      throw new MailTransportException(
          ("%s, though the access token is fresh: is user the mailbox that %s is for, and may its"
                  + " client use IMAP and SMTP there?")
              .formatted(e.getMessage(), grant.place()),
          e);
    }
  }

  private synchronized String token(TokenGrant grant) throws MailTransportException {
    Held token = held.get(grant);
    return token != null && clock.instant().isBefore(token.until()) ? token.token() : fresh(grant);
  }

  private synchronized String fresh(TokenGrant grant) throws MailTransportException {
    Instant asked = clock.instant();
    held.remove(grant);
    Granted granted =
        grant.refreshToken().isPresent()
            ? refreshed(grant, grant.refreshToken().get())
            : request().forClient(grant);
    Duration half = granted.life().dividedBy(2);
    Duration margin = half.compareTo(MARGIN) < 0 ? half : MARGIN;
    held.put(grant, new Held(granted.accessToken(), asked.plus(granted.life()).minus(margin)));
    return granted.accessToken();
  }

  /** By the newest refresh token; by an older one when that is not taken. */
  private Granted refreshed(TokenGrant grant, String configured) throws MailTransportException {
    Set<String> tried = new HashSet<>();
    while (true) {
      List<String> known = new ArrayList<>();
      newest(grant).ifPresent(known::add);
      known.add(configured);
      String next = known.stream().filter(token -> !tried.contains(token)).findFirst().orElse("");
      try {
        Granted granted = request().forRefreshToken(grant, next);
        String now = granted.refreshToken().orElse(next);
        if (!now.equals(known.get(0)) || unkept.containsKey(grant)) {
          keep(grant, now);
        }
        return granted;
      } catch (InvalidGrantException e) {
        tried.add(next);
        // Another process may have been given a newer one meanwhile, or a dump brought back an old.
        if (tried.containsAll(known) && newest(grant).filter(t -> !tried.contains(t)).isEmpty()) {
          throw new MailTransportException(String.valueOf(e.getMessage()), e);
        }
      }
    }
  }

  private Optional<String> newest(TokenGrant grant) throws MailTransportException {
    String own = unkept.get(grant);
    return own == null ? kept.find(grant.keptAs()) : Optional.of(own);
  }

  private void keep(TokenGrant grant, String refreshToken) {
    try {
      kept.keep(grant.keptAs(), refreshToken);
      unkept.remove(grant);
      LOG.info("{}: the token server gave another refresh token, which is kept", grant.place());
    } catch (MailTransportException e) {
      unkept.put(grant, refreshToken);
      LOG.warn(
          "{}: the token server gave another refresh token, which cannot be kept: {}. It lives in"
              + " this process only; where the server takes no former one, get another one then",
          grant.place(),
          e.getMessage());
    }
  }

  private TokenRequest request() {
    TokenRequest made = request;
    if (made == null) {
      made = new TokenRequest(new ServiceClient(PATIENCE, CappedBody.LARGEST));
      request = made;
    }
    return made;
  }
}
