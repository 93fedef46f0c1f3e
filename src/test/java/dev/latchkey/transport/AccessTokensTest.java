package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.KeptSecrets;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.transport.LocalTokenServer.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
  private static final String SECRET = "client secret";
  private static final String REFRESH = "configured-refresh";

  private Instant now = Instant.parse("2026-03-04T05:06:07.398814Z");
  private final KeptSecrets kept = KeptSecrets.inMemory();
  private Function<Map<String, String>, Answer> answers = form -> Answer.token("first", 3600);

  @SuppressWarnings("NullAway.Init")
  private LocalTokenServer server;

  private TokenGrant grant(Optional<String> refreshToken) throws IOException {
    server = LocalTokenServer.start(form -> answers.apply(form));
    return grant(server.url(), refreshToken);
  }

  private static TokenGrant grant(URI url, Optional<String> refreshToken) {
    return new TokenGrant(
        "imap.oauth2 (line 7)",
        url,
        "desk & co",
        Optional.of(SECRET),
        refreshToken,
        Optional.of("mail offline"));
  }

  private AccessTokens tokens() {
    return new AccessTokens(kept, () -> now);
  }

  private static String take(AccessTokens tokens, TokenGrant grant) throws MailTransportException {
    return tokens.use(grant, token -> token);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRefreshTokenIsShownAsOfSection6() throws Exception {
    assertThat(take(tokens(), grant(Optional.of(REFRESH)))).isEqualTo("first");
    assertThat(server.asked)
        .containsExactly(
            Map.of(
                "grant_type", "refresh_token",
                "refresh_token", REFRESH,
                "client_id", "desk & co",
                "client_secret", SECRET,
                "scope", "mail offline"));
  }

  @Test
  void withoutOneTheClientAsksForItselfAsOfSection4() throws Exception {
    assertThat(take(tokens(), grant(Optional.empty()))).isEqualTo("first");
    assertThat(server.asked)
        .containsExactly(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "desk & co",
                "client_secret", SECRET,
                "scope", "mail offline"));
  }

  @Test
  void aTokenIsUsedUntilShortlyBeforeItExpires() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    AccessTokens tokens = tokens();
    take(tokens, grant);
    now = now.plus(Duration.ofMinutes(58).minusNanos(1));
    answers = form -> Answer.token("second", 60);
    assertThat(take(tokens, grant)).isEqualTo("first");
    now = now.plusNanos(1);
    assertThat(take(tokens, grant)).isEqualTo("second");
    answers = form -> Answer.token("third", 3600);
    now = now.plusSeconds(29);
    assertThat(take(tokens, grant)).isEqualTo("second");
    now = now.plusSeconds(1);
    assertThat(take(tokens, grant)).isEqualTo("third");
    assertThat(server.asked).hasSize(3);
  }

  @Test
  void aTokenOfUnsaidLifeIsUsedForThreeMinutes() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    answers = form -> new Answer(200, "{\"access_token\": \"t\", \"token_type\": \"bearer\"}");
    AccessTokens tokens = tokens();
    take(tokens, grant);
    now = now.plusSeconds(179);
    take(tokens, grant);
    assertThat(server.asked).hasSize(1);
    now = now.plusSeconds(1);
    take(tokens, grant);
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void aRefreshTokenThatTheServerReplacesIsKeptAndShownFromThenOn() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    answers = form -> Answer.token("first", 3600).with("rotated");
    take(tokens(), grant);
    answers = form -> Answer.token("second", 3600);

    assertThat(take(tokens(), grant)).isEqualTo("second");
    assertThat(server.asked)
        .extracting(form -> form.get("refresh_token"))
        .containsExactly(REFRESH, "rotated");
  }

  @Test
  void anotherTokenInTheSettingsGoesBeforeWhatWasKept() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    answers = form -> Answer.token("first", 3600).with("rotated");
    take(tokens(), grant);
    answers = form -> Answer.token("second", 3600);

    take(tokens(), grant(server.url(), Optional.of("another")));
    assertThat(server.asked.get(1)).containsEntry("refresh_token", "another");
  }

  @Test
  void whatAnotherProcessWasGivenMeanwhileIsShown() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    answers =
        form -> {
          if ("theirs".equals(form.get("refresh_token"))) {
            return Answer.token("good", 3600);
          }
          try {
            kept.keep(grant.keptAs(), "theirs");
          } catch (MailTransportException e) {
            throw new IllegalStateException(e);
          }
          return Answer.error("invalid_grant", "used before");
        };

    assertThat(take(tokens(), grant)).isEqualTo("good");
  }

  @Test
  void anOldTokenOutOfADumpIsNotTheEnd() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    kept.keep(grant.keptAs(), "of before");
    answers =
        form ->
            REFRESH.equals(form.get("refresh_token"))
                ? Answer.token("good", 3600)
                : Answer.error("invalid_grant", "gone");

    assertThat(take(tokens(), grant)).isEqualTo("good");
    assertThat(kept.find(grant.keptAs())).contains(REFRESH);
  }

  @Test
  void aTokenThatCannotBeKeptLivesInMemoryAndIsKeptLater() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    boolean[] away = {true};
    KeptSecrets shaky =
        new KeptSecrets() {
          @Override
          public Optional<String> find(String name) throws MailTransportException {
            return kept.find(name);
          }

          @Override
          public void keep(String name, String secret) throws MailTransportException {
            if (away[0]) {
              throw new MailTransportException("the database is away", null);
            }
            kept.keep(name, secret);
          }
        };
    AccessTokens tokens = new AccessTokens(shaky, () -> now);
    answers = form -> Answer.token("first", 60).with("rotated");
    take(tokens, grant);
    assertThat(kept.find(grant.keptAs())).isEmpty();

    away[0] = false;
    now = now.plusSeconds(60);
    answers = form -> Answer.token("second", 60);
    take(tokens, grant);
    assertThat(server.asked.get(1)).containsEntry("refresh_token", "rotated");
    assertThat(kept.find(grant.keptAs())).contains("rotated");
  }

  @Test
  void aRefreshTokenThatIsNotTakenIsSaidWithWhatToDo() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    answers = form -> Answer.error("invalid_grant", "Token has been expired or revoked.");
    assertThatThrownBy(() -> take(tokens(), grant))
        .isInstanceOf(MailTransportException.class)
        .hasMessageStartingWith("imap.oauth2 (line 7): the token server 127.0.0.1: answers 400: ")
        .hasMessageContaining("invalid_grant, Token has been expired or revoked.")
        .hasMessageContaining("Get a new one and set it");
    assertThat(server.asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_client,client-secret",
    "unauthorized_client,client-id",
    "invalid_scope,scope",
    "unsupported_grant_type,token-url",
    "whatever,token-url"
  })
  void everyRefusalSaysWhatToLookAt(String error, String key) throws Exception {
    TokenGrant grant = grant(Optional.empty());
    answers = form -> Answer.error(error, "no, not with " + SECRET + "\\r\\n" + "x".repeat(5000));
    assertThatThrownBy(() -> take(tokens(), grant))
        .isInstanceOf(MailTransportException.class)
        .hasMessageContaining(error)
        .hasMessageContaining(key)
        .hasMessageNotContaining(SECRET)
        .hasMessageNotContaining("\n")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>welcome</html>",
        "{}",
        "{\"access_token\": \"t\"}",
        "{\"access_token\": \"t\", \"token_type\": \"mac\"}",
        "{\"access_token\": \"two words\", \"token_type\": \"Bearer\"}",
        "{\"access_token\": \"t\\u0001auth=Bearer other\", \"token_type\": \"Bearer\"}",
        "{\"access_token\": \"t\\r\\nA1 LOGOUT\", \"token_type\": \"Bearer\"}",
        "{\"access_token\": \"\", \"token_type\": \"Bearer\"}",
        "{\"access_token\": {}, \"token_type\": \"Bearer\"}"
      })
  void whatIsNoBearerTokenIsAnError(String body) throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    answers = form -> new Answer(200, body);
    assertThatThrownBy(() -> take(tokens(), grant))
        .isInstanceOf(MailTransportException.class)
        .hasMessageStartingWith("imap.oauth2 (line 7): ");
  }

  /** Proxies and portals answer in the place of a token server, with any status. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|<!DOCTYPE html><html><head><title>Sign in</title></head>|200 with a page for people (Sign in); check token-url",
        "200|<html>İİİİİİİİİİİİİİİİİİİİ<title>Giriş</title>|200 with a page for people (Giriş); check token-url",
        "200|<html>welcome</html>|200 with a page for people; check token-url",
        "404|<html><TITLE>Not Found</TITLE>|404 with a page for people (Not Found); check token-url",
        "502|<html><title>502 Bad Gateway</title>|502 with a page for people (502 Bad Gateway); it is asked again",
        "407|<html><title>your-secret</title>|407 with a page for people (...); check token-url",
        "200|ok|200 without a JSON object; check token-url",
        "302|-|302; check token-url, profile, tenant; redirects are not followed",
        "200|{\"error\": \"invalid_client\"}|200: invalid_client; check client-id, client-secret and tenant",
        "503|{\"error\": \"temporarily_unavailable\"}|503: temporarily_unavailable; it is asked again",
      })
  void whatStandsInThePlaceOfATokenIsSaid(int status, String body, String told) throws Exception {
    TokenGrant grant = grant(Optional.empty());
    answers = form -> new Answer(status, body.replace("your-secret", SECRET));
    assertThatThrownBy(() -> take(tokens(), grant))
        .isInstanceOf(MailTransportException.class)
        .hasMessageContaining("answers " + told)
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void aServerThatIsAwayIsAskedAgainAndARedirectNotFollowed() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    answers = form -> new Answer(503, "later");
    assertThatThrownBy(() -> take(tokens(), grant)).hasMessageContaining("503; it is asked again");
    answers = form -> new Answer(302, "");
    assertThatThrownBy(() -> take(tokens(), grant)).hasMessageContaining("302; check token-url");
    server.close();
    assertThatThrownBy(() -> take(tokens(), grant))
        .isInstanceOf(MailTransportException.class)
        .hasMessageContaining("no answer");
  }

  @Test
  void aTokenThatTheMailServerRefusesIsReplacedOnce() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    AccessTokens tokens = tokens();
    take(tokens, grant);
    answers = form -> Answer.token("second", 3600);
    List<String> tried = new ArrayList<>();

    String used =
        tokens.use(
            grant,
            token -> {
              tried.add(token);
              if (token.equals("first")) {
                throw new TokenRefusedException("no");
              }
              return token;
            });

    assertThat(used).isEqualTo("second");
    assertThat(tried).containsExactly("first", "second");
    assertThat(take(tokens, grant)).isEqualTo("second");
  }

  @Test
  void oneThatIsRefusedAgainIsAnErrorThatNamesTheKey() throws Exception {
    TokenGrant grant = grant(Optional.of(REFRESH));
    assertThatThrownBy(
            () ->
                tokens()
                    .use(
                        grant,
                        token -> {
                          throw new TokenRefusedException("mail.example:993: refused (why)");
                        }))
        .isInstanceOf(MailTransportException.class)
        .hasMessageContaining("mail.example:993: refused (why), though the access token is fresh")
        .hasMessageContaining("imap.oauth2 (line 7)");
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void noTokenServerIsAskedInTheClear() throws Exception {
    server = LocalTokenServer.start(form -> Answer.token("t", 1));
    assertThatThrownBy(() -> grant(URI.create("http://login.example/token"), Optional.of(REFRESH)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
    assertThat(grant(server.url(), Optional.of(REFRESH)).toString())
        .doesNotContain(SECRET, REFRESH);
  }
}
