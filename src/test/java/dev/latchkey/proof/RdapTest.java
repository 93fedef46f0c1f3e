package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.proof.DomainRegistry.Answer;
import dev.latchkey.proof.LocalCertificates.Shown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that is asked about a domain, and every way in which its server may lie. */
@Timeout(30)
class RdapTest {
  private static final String HOST = "site.example";
  private static final String DOMAIN = "old.example";
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.000123Z");
  private static final String TYPE = "application/rdap+json";

  private LocalInternet internet = new LocalInternet();

  @AfterEach
  void close() {
    internet.close();
  }

  private Answer ask(LocalInternet.Site site) {
    internet.serve(HOST, site);
    return ask(DOMAIN, LookLimits.USUAL);
  }

  private Answer ask(String domain, LookLimits limits) {
    RegistryServers servers = RegistryServers.of(Map.of("example", "https://" + HOST + "/rdap"));
    return new Rdap(new EgressGuard(internet, limits), servers).ask(domain, NOW);
  }

  private static LocalInternet.Site says(String json) {
    return LocalInternet.answer("200 OK", TYPE, json.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer about the domain with these members besides. */
  private static LocalInternet.Site with(String members) {
    return says(
        """
        {"rdapConformance":["rdap_level_0"],"objectClassName":"domain","ldhName":"OLD.example",
         %s}
        """
            .formatted(members));
  }

  private static LocalInternet.Site events(String... pairs) {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      events.append(i == 0 ? "" : ",");
      events.append(
          "{\"eventAction\":\"%s\",\"eventDate\":\"%s\"}".formatted(pairs[i], pairs[i + 1]));
    }
    return with("\"events\":[" + events + "]");
  }

  private static Answer since(String at) {
    return new Answer.Registered(Optional.of(Instant.parse(at)), Optional.empty(), false);
  }

  private static Answer unknown() {
    return new Answer.Registered(Optional.empty(), Optional.empty(), false);
  }

  private static Answer not(Obstacle why) {
    return new Answer.NotTold(why);
  }

  @Test
  void aRegistryThatDoesNotLieIsRead() {
    assertThat(
            ask(
                events(
                    "registration", "2012-05-01T10:00:00Z",
                    "last changed", "2026-02-28T10:00:00Z",
                    "expiration", "2027-05-01T10:00:00Z",
                    "last update of RDAP database", "2026-03-02T08:00:00Z")))
        .isEqualTo(since("2012-05-01T10:00:00Z"));
    assertThat(internet.asked())
        .extracting(LocalInternet.Asked::target)
        .containsExactly("/rdap/domain/old.example");
  }

  @Test
  void theLastRegistrationCounts() {
    assertThat(
            ask(
                events(
                    "registration", "2012-05-01T10:00:00Z",
                    "reregistration", "2026-02-10T00:00:00+02:00",
                    "registration", "2014-05-01T10:00:00Z")))
        .isEqualTo(since("2026-02-09T22:00:00Z"));
  }

  @Test
  void aTransferAndTheEndOfItsTimeAreTold() {
    assertThat(
            ask(
                events(
                    "registration", "2012-05-01",
                    "transfer", "2026-02-01T00:00:00",
                    "expiration", "2026-02-20T00:00:00Z")))
        .isEqualTo(
            new Answer.Registered(
                Optional.of(Instant.parse("2012-05-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
                true));
    assertThat(ask(with("\"status\":[\"client hold\",\"Redemption Period\"]")))
        .isEqualTo(new Answer.Registered(Optional.empty(), Optional.empty(), true));
  }

  @Test
  void whatEndedThisVeryDayMayBeRenewedThisVeryDay() {
    assertThat(ask(events("expiration", "2026-03-02T00:00:00Z"))).isEqualTo(unknown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gestern", "", "2012-13-45", "0000-00-00", "99999-01-01T00:00:00Z", "-5"})
  void aMomentThatIsNoneIsLeftOut(String moment) {
    assertThat(ask(events("registration", moment))).isEqualTo(unknown());
  }

  @Test
  void whatIsOfAnotherShapeIsLeftOut() {
    for (String odd :
        new String[] {
          "\"events\":7",
          "\"events\":{\"eventAction\":\"registration\"}",
          "\"events\":[[],7,null]",
          "\"events\":[{\"eventAction\":[\"registration\"],\"eventDate\":5}]",
          "\"status\":{}"
        }) {
      assertThat(ask(with(odd))).isEqualTo(unknown());
    }
  }

  // Lies.

  @ParameterizedTest
  @ValueSource(strings = {"registration", "reregistration", "transfer"})
  void whatHappensInTheFutureDidNotHappen(String action) {
    assertThat(ask(events("registration", "2012-05-01T10:00:00Z", action, "2026-04-02T09:00:00Z")))
        .isEqualTo(not(Obstacle.UNREADABLE));
  }

  @ParameterizedTest
  @CsvSource({
    "domain,other.example",
    "domain,evil.old.example",
    "domain,old.example.evil.example",
    "domain,''",
    "entity,old.example",
    "nameserver,old.example"
  })
  void anAnswerAboutSomethingElseIsNone(String kind, String name) {
    assertThat(
            ask(
                says(
                    "{\"objectClassName\":\"%s\",\"ldhName\":\"%s\",\"events\":[]}"
                        .formatted(kind, name))))
        .isEqualTo(not(Obstacle.UNREADABLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"domain\"",
        "<html>Welcome</html>",
        "{\"objectClassName\":\"domain\",\"ldhName\":\"old.example\"} {}",
        "{\"objectClassName\":\"domain\",\"ldhName\":\"other.example\",\"ldhName\":\"old.example\"}",
        "{\"ldhName\":\"old.example\"}",
        "{\"objectClassName\":\"domain\",\"unicodeName\":\"old.example\"}"
      })
  void brokenJsonIsNoAnswer(String body) {
    assertThat(ask(says(body))).isEqualTo(not(Obstacle.UNREADABLE));
  }

  @Test
  void whatIsNestedWithoutEndIsNoAnswer() {
    assertThat(ask(with("\"x\":" + "[".repeat(20_000) + "]".repeat(20_000))))
        .isEqualTo(not(Obstacle.UNREADABLE));
  }

  @Test
  void aPageForPeopleIsNoAnswer() {
    byte[] page =
        "{\"objectClassName\":\"domain\",\"ldhName\":\"old.example\"}"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(ask(LocalInternet.answer("200 OK", "text/html", page)))
        .isEqualTo(not(Obstacle.UNREADABLE));
    assertThat(ask(LocalInternet.answer("200 OK", "application/json; charset=utf-8", page)))
        .isEqualTo(unknown());
  }

  @Test
  void onlyARegistrySaysThatThereIsNoSuchDomain() {
    assertThat(
            ask(LocalInternet.answer("404 Not Found", TYPE, "{}".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(new Answer.NotRegistered());
    assertThat(ask(LocalInternet.status("404 Not Found"))).isEqualTo(not(Obstacle.CLOSED));
    assertThat(ask(LocalInternet.status("429 Too Many Requests"))).isEqualTo(not(Obstacle.AWAY));
    assertThat(ask(LocalInternet.status("500 Oops"))).isEqualTo(not(Obstacle.AWAY));
    assertThat(ask(LocalInternet.status("403 Forbidden"))).isEqualTo(not(Obstacle.CLOSED));
    assertThat(ask(LocalInternet.answer("410 Gone", TYPE, "{}".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(not(Obstacle.CLOSED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/rdap/domain/old.example",
        "https://other.example/rdap/domain/old.example",
        "http://site.example/rdap/domain/old.example",
        "https://site.example:8443/rdap/domain/old.example",
        "https://127.0.0.1/domain/old.example",
        "/rdap/domain/other.example",
        "/rdap/domain/old.example?x=/domain/evil.example",
        "/rdap/domain/old.example/../other.example",
        "/login"
      })
  void aRedirectLeadsToTheSameDomainOnTheSameHostOrNowhere(String location) {
    internet.serve("other.example", events("registration", "2012-05-01T10:00:00Z"));
    internet.serve("evil.example", events("registration", "2012-05-01T10:00:00Z"));
    assertThat(ask(LocalInternet.redirect(location)))
        .isIn(not(Obstacle.LEADS_AWAY), not(Obstacle.LEADS_IN_CIRCLES));
    assertThat(internet.asked()).extracting(LocalInternet.Asked::host).containsOnly(HOST);
  }

  @Test
  void aRedirectOnTheSameHostIsFollowed() {
    LocalInternet.Site real = events("registration", "2012-05-01T10:00:00Z");
    assertThat(
            ask(
                (asked, out) ->
                    (asked.target().startsWith("/v2/")
                            ? real
                            : LocalInternet.redirect("/v2/domain/old.example"))
                        .answer(asked, out)))
        .isEqualTo(since("2012-05-01T10:00:00Z"));
  }

  @Test
  void aHugeAnswerIsCutAndCountsNothing() {
    assertThat(ask(with("\"x\":\"" + "y".repeat(70_000) + "\"")))
        .isEqualTo(not(Obstacle.TOO_LARGE));
  }

  @Test
  void aSlowServerIsLeft() {
    internet.serve(
        HOST,
        (asked, out) -> {
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Type: " + TYPE + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 1_000; i++) {
            out.write(' ');
            out.flush();
            try {
              Thread.sleep(20);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              return;
            }
          }
        });
    long start = System.nanoTime();
    assertThat(ask(DOMAIN, new LookLimits(Duration.ofMillis(700), 64 * 1024, 3)))
        .isEqualTo(not(Obstacle.AWAY));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aServerThatLeadsInwardsIsNotAsked() {
    internet.address(HOST, "169.254.169.254");
    assertThat(ask(DOMAIN, LookLimits.USUAL)).isEqualTo(not(Obstacle.NOT_PUBLIC));
    assertThat(internet.dialled()).isEmpty();
  }

  @Test
  void aServerThatCannotProveItsNameIsNotBelieved() {
    internet.close();
    internet = new LocalInternet(Shown.SELF_SIGNED);
    assertThat(ask(events("registration", "2012-05-01T10:00:00Z")))
        .isEqualTo(not(Obstacle.BAD_CERTIFICATE));
  }

  @Test
  void whereNobodyIsKnownNobodyIsAsked() {
    assertThat(ask("old.test", LookLimits.USUAL)).isEqualTo(not(Obstacle.NOT_ON_RECORD));
    assertThat(ask("example", LookLimits.USUAL)).isEqualTo(not(Obstacle.NOT_ON_RECORD));
    assertThat(internet.resolved()).isEmpty();
  }

  // Whom to ask.

  @Test
  void theLongestSuffixSaysWhom() {
    RegistryServers servers =
        RegistryServers.of(Map.of("uk", "https://uk.example/", "co.uk", "https://co.example/v1"));
    assertThat(servers.find("corp.co.uk"))
        .map(HttpsAddress::toString)
        .contains("https://co.example/v1/domain/corp.co.uk");
    assertThat(servers.find("corp.org.uk")).map(HttpsAddress::host).contains("uk.example");
    assertThat(servers.find("corp.com")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://rdap.example/",
        "ftp://rdap.example/",
        "https://10.0.0.1/",
        "https://u@rdap.example",
        "https://rdap.example:8443/",
        "rdap.example",
        "https://rdap.example/?q="
      })
  void aServerThatIsNotToBeOpenedIsNoSetting(String address) {
    assertThatThrownBy(() -> RegistryServers.of(Map.of("com", address)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFileOfIanaIsRead() {
    RegistryServers servers =
        RegistryServers.ofBootstrap(
            """
            {"version":"1.0","publication":"2026-01-01T00:00:00Z","services":[
              [["COM","net"],["http://old.example/","https://rdap.example/com/v1/"]],
              [["plain"],["http://plain.example/"]],
              [["xn--p1ai"],["https://rdap.example/rf"]]]}
            """);
    assertThat(servers.size()).isEqualTo(3);
    assertThat(servers.find("a.com"))
        .map(HttpsAddress::toString)
        .contains("https://rdap.example/com/v1/domain/a.com");
    assertThat(servers.find("a.plain")).isEmpty();
    assertThat(servers.find("a.xn--p1ai")).isPresent();
    for (String none : new String[] {"", "{}", "[]", "{\"services\":[]}", "nothing"}) {
      assertThatThrownBy(() -> RegistryServers.ofBootstrap(none))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
