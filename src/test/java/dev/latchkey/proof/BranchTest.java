package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.proof.Sighting.CannotLook;
import dev.latchkey.proof.Sighting.NotYet;
import dev.latchkey.proof.Sighting.Oddity;
import dev.latchkey.proof.Sighting.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a forge of real repositories on this machine, and some that lie. */
class BranchTest {
  private static final String TOKEN = "k7q2-m4xz-9tbd-w3hp";
  private static final String LONGEST = "t".repeat(64);
  private static final String PATH = "/dora/widget";
  private static final String PLACE = "https://forge.example" + PATH;
  private static final String HEAD = "refs/heads/" + TOKEN;
  private static final String TAG = "refs/tags/" + TOKEN;
  private static final String ID = "0123456789abcdef0123456789abcdef01234567";
  private static final String ADVERTISEMENT = "application/x-git-upload-pack-advertisement";
  private static final String RESULT = "application/x-git-upload-pack-result";

  private final LocalInternet internet = new LocalInternet();
  private final Branch branch = new Branch(new EgressGuard(internet, LookLimits.USUAL));

  @AfterEach
  void close() {
    internet.close();
  }

  private Sighting look() {
    return branch.look(Links.repository(PLACE), PLACE, TOKEN);
  }

  private Sighting look(LocalInternet.Site forge) {
    internet.serve("forge.example", forge);
    return look();
  }

  private static Seen seen(String ref) {
    return new Seen(PLACE + " " + ref, Set.of());
  }

  // A forge as it should be.

  @Test
  void aBranchOfExactlyThisNameIsSeen() throws IOException {
    assertThat(look(new GitSite().push(PATH, "refs/heads/main").push(PATH, HEAD)))
        .isEqualTo(seen(HEAD));
    assertThat(internet.asked())
        .extracting(LocalInternet.Asked::method)
        .containsExactly("GET", "POST");
  }

  @Test
  void aTagOfExactlyThisNameIsSeenWhetherItHasAMessageOrNot() throws IOException {
    assertThat(look(new GitSite().push(PATH, TAG))).isEqualTo(seen(TAG));
    assertThat(look(new GitSite().pushTag(PATH, TOKEN))).isEqualTo(seen(TAG));
  }

  @Test
  void aServerThatSpeaksOnlyTheOldProtocolIsUnderstood() throws IOException {
    assertThat(look(new GitSite(false).push(PATH, "refs/heads/main").push(PATH, HEAD)))
        .isEqualTo(seen(HEAD));
    assertThat(look(new GitSite(false).pushTag(PATH, TOKEN))).isEqualTo(seen(TAG));
    assertThat(look(new GitSite(false).push(PATH, "refs/heads/main"))).isEqualTo(new NotYet());
    assertThat(internet.asked()).extracting(LocalInternet.Asked::method).containsOnly("GET");
  }

  @Test
  void aThousandOtherBranchesAreNotInTheWay() throws IOException {
    GitSite forge = new GitSite().push(PATH, HEAD);
    for (int i = 0; i < 1_000; i++) {
      forge.push(PATH, "refs/heads/a-rather-long-name-of-a-branch-" + i);
    }
    assertThat(look(forge)).isEqualTo(seen(HEAD));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatOnlyLooksLikeTheTokenIsNotSeen(boolean second) throws IOException {
    GitSite forge = new GitSite(second);
    for (String other :
        new String[] {
          "refs/heads/" + TOKEN + "x",
          "refs/heads/" + TOKEN + "-1",
          "refs/heads/x" + TOKEN,
          "refs/heads/dora/" + TOKEN,
          "refs/heads/" + TOKEN.toUpperCase(Locale.ROOT),
          "refs/heads/" + TOKEN.replace('-', '\u2010'),
          "refs/heads/" + TOKEN.replace('x', '\u0445'),
          "refs/heads/" + TOKEN + "\u200b",
          "refs/pull/1/" + TOKEN,
          "refs/merge-requests/" + TOKEN,
          "refs/changes/" + TOKEN,
          "refs/notes/" + TOKEN,
          "refs/remotes/mallory/" + TOKEN,
          "refs/remotes/" + HEAD,
          "refs/x/" + HEAD,
          "refs/tags/" + TOKEN + "_"
        }) {
      forge.push(PATH, other);
    }
    assertThat(look(forge)).isEqualTo(new NotYet());
  }

  @Test
  void aFolderOfBranchesNamedLikeTheTokenIsNotIt() throws IOException {
    assertThat(look(new GitSite().push(PATH, HEAD + "/one"))).isEqualTo(new NotYet());
  }

  @Test
  void anotherRepositoryIsNotLookedAt() throws IOException {
    GitSite forge = new GitSite().push(PATH, "refs/heads/main").push("/eve/widget", HEAD);
    assertThat(look(forge)).isEqualTo(new NotYet());
    assertThat(branch.look(Links.repository(PLACE), "https://forge.example/eve/widget", TOKEN))
        .isEqualTo(new CannotLook(Obstacle.NOT_ON_RECORD));
    assertThat(branch.look(Links.site(PLACE), PLACE, TOKEN))
        .isEqualTo(new CannotLook(Obstacle.NOT_ON_RECORD));
  }

  @Test
  void aRepositoryThatIsPrivateOrGoneIsClosed() {
    for (String status : new String[] {"401 Unauthorized", "403 Forbidden", "404 Not Found"}) {
      assertThat(look(LocalInternet.status(status))).isEqualTo(new CannotLook(Obstacle.CLOSED));
    }
    assertThat(look(LocalInternet.redirect("/users/sign_in")))
        .isEqualTo(new CannotLook(Obstacle.CLOSED));
  }

  @Test
  void nothingIsSentThatSaysWhoAsks() throws IOException {
    look(new GitSite().push(PATH, HEAD));
    assertThat(internet.asked())
        .allSatisfy(
            asked ->
                assertThat(asked.fields())
                    .containsEntry("user-agent", "git/2.0 (Latchkey)")
                    .doesNotContainKeys(
                        "authorization", "cookie", "referer", "proxy-authorization"))
        .extracting(asked -> asked.fields().keySet())
        .allSatisfy(
            names ->
                assertThat(names)
                    .isSubsetOf(
                        "host",
                        "user-agent",
                        "accept",
                        "accept-encoding",
                        "connection",
                        "content-length",
                        "content-type",
                        "git-protocol"));
  }

  // Redirects.

  private LocalInternet.Site moved(String from, String to, LocalInternet.Site then) {
    return (asked, out) -> {
      boolean old = asked.target().startsWith(from + "/");
      (old ? LocalInternet.redirect(to + asked.target().substring(from.length())) : then)
          .answer(asked, out);
    };
  }

  @Test
  void aRenamedRepositoryOfTheSameOwnerCountsAndIsTold() throws IOException {
    GitSite forge = new GitSite().push("/dora/gadget", HEAD);
    assertThat(look(moved(PATH, "/dora/gadget", forge)))
        .isEqualTo(new Seen("https://forge.example/dora/gadget " + HEAD, Set.of(Oddity.RENAMED)));
  }

  @Test
  void anAddressThatOnlyGainsItsSuffixIsNotRenamed() throws IOException {
    GitSite forge = new GitSite().push(PATH, HEAD);
    assertThat(look(moved(PATH, PATH + ".git", forge)))
        .isEqualTo(new Seen(PLACE + ".git " + HEAD, Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/eve/widget",
        "/widget",
        "/dora/sub/widget",
        "/eve/dora/widget",
        "https://forge.example/eve/widget",
        "//forge.example/eve/widget",
        "/dorab/widget",
        "/dora/x/../../eve/widget"
      })
  void anotherOwnerOnTheSameHostDoesNotCount(String to) throws IOException {
    GitSite forge = new GitSite().push("/eve/widget", HEAD).push("/widget", HEAD);
    assertThat(look(moved(PATH, to, forge)))
        .isIn(new CannotLook(Obstacle.OTHER_OWNER), new CannotLook(Obstacle.LEADS_AWAY));
    assertThat(internet.asked()).hasSize(1);
  }

  @Test
  void whereAPathHasNoOwnerARenamedRepositoryDoesNotCount() {
    internet.serve("forge.example", moved("/widget", "/gadget", LocalInternet.status("500 Odd")));
    String place = "https://forge.example/widget";
    assertThat(branch.look(Links.repository(place), place, TOKEN))
        .isEqualTo(new CannotLook(Obstacle.OTHER_OWNER));
  }

  @Test
  void theSecondRedirectIsMeasuredByTheRecordToo() {
    LocalInternet.Site chain =
        moved(PATH, "/dora/b", moved("/dora/b", "/eve/c", LocalInternet.status("500 Odd")));
    assertThat(look(chain)).isEqualTo(new CannotLook(Obstacle.OTHER_OWNER));
  }

  @Test
  void aCommandThatIsRedirectedIsNotSentOn() throws IOException {
    GitSite forge = new GitSite().push(PATH, HEAD);
    internet.serve(
        "forge.example",
        (asked, out) ->
            (asked.method().equals("POST")
                    ? LocalInternet.redirect(PATH + "2/git-upload-pack")
                    : forge)
                .answer(asked, out));
    assertThat(look()).isEqualTo(new CannotLook(Obstacle.UNREADABLE));
    assertThat(internet.asked()).hasSize(2);
  }

  // Forges that lie.

  private static LocalInternet.Site advertisement(String lines) {
    return LocalInternet.answer("200 OK", ADVERTISEMENT, lines.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(String text) {
    return "%04x%s".formatted(text.getBytes(StandardCharsets.UTF_8).length + 4, text);
  }

  @Test
  void theNameOfASymbolicHeadIsNoBranch() {
    String caps = "\0symref=HEAD:" + HEAD + " agent=git/2.0";
    assertThat(look(advertisement(line(ID + " HEAD" + caps + "\n") + "0000")))
        .isEqualTo(new NotYet());
    LocalInternet.Site second =
        (asked, out) ->
            (asked.method().equals("POST")
                    ? LocalInternet.answer(
                        "200 OK",
                        RESULT,
                        (line(ID + " HEAD symref-target:" + HEAD + "\n")
                                + line("unborn HEAD symref-target:" + HEAD + "\n")
                                + line(ID + " refs/tags/v1 peeled:" + HEAD + "\n")
                                + "0000")
                            .getBytes(StandardCharsets.UTF_8))
                    : advertisement(line("version 2\n") + line("ls-refs=unborn\n") + "0000"))
                .answer(asked, out);
    assertThat(look(second)).isEqualTo(new NotYet());
  }

  @Test
  void thePeeledFormOfATagIsNotItsName() {
    assertThat(look(advertisement(line(ID + " " + TAG + "^{}\n") + "0000")))
        .isEqualTo(new NotYet());
  }

  @Test
  void anEmptyRepositoryShowsNothing() {
    assertThat(look(advertisement(line("# service=git-upload-pack\n") + "00000000")))
        .isEqualTo(new NotYet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zzzz",
        "0003",
        "ffff",
        "000",
        "<html>" + TOKEN + "</html>",
        "0008NAK\n",
        "0009ERR x0000"
      })
  void whatIsNoProtocolIsUnreadable(String octets) {
    assertThat(look(advertisement(octets))).isEqualTo(new CannotLook(Obstacle.UNREADABLE));
  }

  @Test
  void aPageInPlaceOfARepositoryIsUnreadable() {
    byte[] body = (line(ID + " " + HEAD + "\n") + "0000").getBytes(StandardCharsets.UTF_8);
    for (String type : new String[] {"text/html", "text/plain", RESULT, ""}) {
      assertThat(look(LocalInternet.answer("200 OK", type, body)))
          .isEqualTo(new CannotLook(Obstacle.UNREADABLE));
    }
  }

  @Test
  void anAdvertisementThatIsTooLongIsReadAsFarAsTheLimit() {
    StringBuilder many = new StringBuilder(line(ID + " " + "refs/heads/aaa\n"));
    while (many.length() < 200_000) {
      many.append(line(ID + " refs/heads/branch-" + many.length() + "\n"));
    }
    assertThat(look(advertisement(many + "0000"))).isEqualTo(new CannotLook(Obstacle.TOO_LARGE));
    assertThat(look(advertisement(line(ID + " " + HEAD + "\n") + many))).isEqualTo(seen(HEAD));
  }

  // The record.

  @ParameterizedTest
  @CsvSource({
    "https://forge.example/dora/widget/, https://forge.example/dora/widget",
    "http://forge.example/dora/widget, https://forge.example/dora/widget",
    "http://forge.example:80/dora/widget, https://forge.example/dora/widget",
    "HTTPS://Forge.Example:443/dora/Widget, https://forge.example/dora/Widget",
    "https://forge.example/dora/widget.git#readme, https://forge.example/dora/widget.git",
    "https://forge.example/~dora/widget, https://forge.example/~dora/widget"
  })
  void aLinkIsLookedAtByHttps(String link, String place) {
    assertThat(branch.places(Links.repository(link)))
        .extracting(Place::shown)
        .containsExactly(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git://forge.example/dora/widget",
        "ssh://git@forge.example/dora/widget",
        "https://dora@forge.example/dora/widget",
        "https://forge.example:8443/dora/widget",
        "https://forge.example:80/dora/widget",
        "http://forge.example:443/dora/widget",
        "ftp://forge.example/dora/widget",
        "file://forge.example/dora/widget",
        "https://93.184.215.14/dora/widget",
        "https://127.0.0.1/dora/widget",
        "https://[::1]/dora/widget",
        "https://localhost/dora/widget",
        "https://forge.example/",
        "https://forge.example",
        "https://forge.example/?p=widget.git",
        "https://forge.example/dora/../eve/widget",
        "https://forge.example/dora/%2e%2e/eve/widget",
        "https://forge.example/dora%2Fwidget",
        "https://forge.example//eve/widget",
        "https://forge.example/dora/wid%0d%0aget"
      })
  void aLinkThatTheDeskDoesNotOpenIsNoPlace(String link) {
    assertThat(branch.places(Links.repository(link))).isEmpty();
  }

  @Test
  void whatIsShownOfALookHasALimit() throws IOException {
    String longest = "https://forge.example/" + "d".repeat(371) + "/widget";
    assertThat(branch.places(Links.repository(longest))).hasSize(1);
    assertThat(branch.places(Links.repository(longest + "s"))).isEmpty();
    GitSite forge = new GitSite().push("/" + "d".repeat(371) + "/widget", "refs/heads/" + LONGEST);
    internet.serve("forge.example", forge);
    assertThat(branch.look(Links.repository(longest), longest, LONGEST))
        .isInstanceOfSatisfying(
            Seen.class, seen -> assertThat(seen.where()).hasSizeLessThanOrEqualTo(500));
    internet.serve("forge.example", moved(PATH, "/dora/" + "w".repeat(400), forge));
    assertThat(look()).isEqualTo(new CannotLook(Obstacle.LEADS_AWAY));
  }

  @Test
  void aTokenThatIsNoneIsABug() {
    for (String token :
        new String[] {"short", TOKEN + "\n", "a/../b/aaaaaaaaaaaaaaa", TOKEN + " x"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> branch.look(Links.repository(PLACE), PLACE, token));
    }
  }
}
