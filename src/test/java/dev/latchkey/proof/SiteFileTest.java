package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.Link;
import dev.latchkey.proof.Sighting.CannotLook;
import dev.latchkey.proof.Sighting.NotYet;
import dev.latchkey.proof.Sighting.Oddity;
import dev.latchkey.proof.Sighting.Seen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFileTest {
  private static final String TOKEN = "k7q2-m4xz-9tbd-w3hp";
  private static final String FILE = "/.well-known/latchkey-challenge.txt";
  private static final String PLACE = "https://site.example" + FILE;

  private final LocalInternet internet = new LocalInternet();
  private final SiteFile proof =
      new SiteFile(new EgressGuard(internet, LookLimits.USUAL), new Marker("latchkey-challenge"));

  @AfterEach
  void close() {
    internet.close();
  }

  private Sighting look(LocalInternet.Site site) {
    internet.serve("site.example", site);
    return proof.look(Links.site("https://site.example"), PLACE, TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {TOKEN, TOKEN + "\r\n", "\uFEFF" + TOKEN + "\n", "aaaa-1\n  " + TOKEN + "  \n\n"})
  void theTokenOnALineOfItsOwnIsSeen(String text) {
    assertThat(look(LocalInternet.text(text))).isEqualTo(new Seen(PLACE, Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        TOKEN + "x",
        "x" + TOKEN,
        "token=" + TOKEN,
        TOKEN + "." + TOKEN,
        "K7Q2-M4XZ-9TBD-W3HP",
        "k7q2\u2010m4xz\u20109tbd\u2010w3hp",
        TOKEN + "\u200b",
        "k7q2-m4xz-\n9tbd-w3hp"
      })
  void whatOnlyHoldsTheTokenOrLooksLikeItIsNotSeen(String text) {
    assertThat(look(LocalInternet.text(text))).isEqualTo(new NotYet());
  }

  @Test
  void aPageIsNoFileOfText() {
    byte[] body = ("<pre>\n" + TOKEN + "\n</pre>").getBytes(StandardCharsets.UTF_8);
    for (String type : new String[] {"text/html", "TEXT/HTML; charset=utf-8", "application/json"}) {
      assertThat(look(LocalInternet.answer("200 OK", type, body))).isEqualTo(new NotYet());
    }
    assertThat(look(LocalInternet.answer("200 OK", "application/octet-stream", body)))
        .isInstanceOf(Seen.class);
  }

  @Test
  void theTokenStandsInNoAddressThatAPageCouldRepeat() {
    look(
        (asked, out) ->
            LocalInternet.text(asked.target() + "\n" + asked.fields()).answer(asked, out));
    assertThat(internet.asked())
        .allSatisfy(asked -> assertThat(asked.target() + asked.fields()).doesNotContain(TOKEN));
  }

  @Test
  void aSiteThatHasNoSuchFileShowsNothingYet() {
    for (String status : new String[] {"404 Not Found", "410 Gone"}) {
      assertThat(
              look(
                  LocalInternet.answer(
                      status, "text/plain", TOKEN.getBytes(StandardCharsets.UTF_8))))
          .isEqualTo(new NotYet());
    }
    assertThat(look(LocalInternet.status("403 Forbidden")))
        .isEqualTo(new CannotLook(Obstacle.CLOSED));
  }

  @Test
  void aFileThatWasMovedOnTheSiteCountsAndIsTold() {
    LocalInternet.Site file = LocalInternet.text(TOKEN);
    assertThat(
            look(
                (asked, out) ->
                    (asked.target().equals(FILE) ? LocalInternet.redirect("/en" + FILE) : file)
                        .answer(asked, out)))
        .isEqualTo(new Seen("https://site.example/en" + FILE, Set.of(Oddity.RENAMED)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://site.example, https://site.example/.well-known/latchkey-challenge.txt",
    "https://site.example/index.html, https://site.example/.well-known/latchkey-challenge.txt",
    "https://site.example/~dora, https://site.example/~dora/.well-known/latchkey-challenge.txt",
    "https://site.example/~dora/, https://site.example/~dora/.well-known/latchkey-challenge.txt",
    "https://site.example/~dora/a.html, https://site.example/~dora/.well-known/latchkey-challenge.txt"
  })
  void theFileStandsInTheFolderOfTheLink(String link, String place) {
    assertThat(proof.places(Links.site(link))).extracting(Place::shown).containsExactly(place);
    assertThat(proof.places(Links.repository(link))).isEmpty();
  }

  @Test
  void aFileInTheFolderOfSomebodyElseDoesNotCount() {
    LocalInternet.Site file = LocalInternet.text(TOKEN);
    String place = "https://site.example/~dora" + FILE;
    internet.serve(
        "site.example",
        (asked, out) ->
            (asked.target().startsWith("/~dora/") ? LocalInternet.redirect("/~eve" + FILE) : file)
                .answer(asked, out));
    assertThat(proof.look(Links.site("https://site.example/~dora"), place, TOKEN))
        .isEqualTo(new CannotLook(Obstacle.OTHER_OWNER));
    assertThat(proof.look(Links.site("https://site.example/~dora"), PLACE, TOKEN))
        .isEqualTo(new CannotLook(Obstacle.NOT_ON_RECORD));
  }

  @Test
  void aPlaceIsAsOldAsTheFirstLinkToIt() {
    Instant old = Instant.parse("2020-01-01T00:00:00.398814Z");
    Instant young = Instant.parse("2026-01-01T00:00:00.398814Z");
    Account account =
        Account.named("dora", "dora")
            .links(
                List.of(
                    link("https://site.example/", Optional.empty()),
                    link("https://site.example", Optional.of(young)),
                    link("http://site.example/", Optional.of(old)),
                    link("https://www.site.example/", Optional.empty())))
            .build();
    assertThat(proof.places(account))
        .containsExactly(
            new Place(PLACE, Optional.of(old)),
            new Place("https://www.site.example" + FILE, Optional.empty()));
  }

  private static Link link(String address, Optional<Instant> since) {
    return new Link(Link.Kind.SITE, URI.create(address), since);
  }
}
