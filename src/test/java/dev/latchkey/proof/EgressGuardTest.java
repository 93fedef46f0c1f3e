package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.LocalCertificates.Shown;
import dev.latchkey.proof.Sighting.CannotLook;
import dev.latchkey.proof.Sighting.NotYet;
import dev.latchkey.proof.Sighting.Seen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file on a site, looked for through every lie that a server or the DNS can tell. */
@Timeout(30)
class EgressGuardTest {
  private static final String TOKEN = "k7q2-m4xz-9tbd-w3hp";
  private static final String HOST = "site.example";
  private static final String FILE = "/.well-known/latchkey-challenge.txt";
  private static final String PLACE = "https://" + HOST + FILE;
  private static final Duration SHORT = Duration.ofMillis(700);

  private LocalInternet internet = new LocalInternet();

  @AfterEach
  void close() {
    internet.close();
  }

  private Sighting look(Duration inAll) {
    LookLimits limits = new LookLimits(inAll, LookLimits.USUAL.octets(), 3);
    return new SiteFile(new EgressGuard(internet, limits), new Marker("latchkey-challenge"))
        .look(Links.site("https://" + HOST + "/"), PLACE, TOKEN);
  }

  private Sighting look() {
    return look(LookLimits.USUAL.inAll());
  }

  private Sighting look(LocalInternet.Site site) {
    internet.serve(HOST, site);
    return look();
  }

  private static CannotLook cannot(Obstacle why) {
    return new CannotLook(why);
  }

  @Test
  void aServerThatDoesNotLieIsRead() {
    assertThat(look(LocalInternet.text(TOKEN + "\n"))).isEqualTo(new Seen(PLACE, Set.of()));
    assertThat(internet.dialled()).containsExactly(LocalInternet.number(LocalInternet.PUBLIC));
  }

  // Names and addresses.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "169.254.169.254",
        "10.1.2.3",
        "192.168.0.1",
        "100.64.0.1",
        "0.0.0.0",
        "::1",
        "fd00:ec2::254",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::1",
        "::ffff:10.0.0.1"
      })
  void aNameThatLeadsInwardsIsNotVisited(String address) {
    internet.address(HOST, address);
    assertThat(look()).isEqualTo(cannot(Obstacle.NOT_PUBLIC));
    assertThat(internet.dialled()).isEmpty();
  }

  @Test
  void oneAddressThatIsNotPublicIsEnough() {
    internet.address(HOST, LocalInternet.PUBLIC, "127.0.0.1");
    assertThat(look()).isEqualTo(cannot(Obstacle.NOT_PUBLIC));
    assertThat(internet.dialled()).isEmpty();
  }

  @Test
  void aNameThatLeadsInwardsAtTheSecondQuestionIsAskedOnceOnly() {
    LocalInternet.Site file = LocalInternet.text(TOKEN);
    internet.serve(
        HOST,
        (asked, out) ->
            (asked.target().equals(FILE) ? LocalInternet.redirect("/moved") : file)
                .answer(asked, out));
    internet.address(HOST, "127.0.0.1");
    assertThat(look()).isInstanceOf(Seen.class);
    assertThat(internet.resolved()).containsExactly(HOST);
    assertThat(internet.dialled()).containsOnly(LocalInternet.number(LocalInternet.PUBLIC));
    assertThat(look()).isEqualTo(cannot(Obstacle.NOT_PUBLIC));
  }

  @Test
  void aNameThatDoesNotExistIsTold() {
    assertThat(look()).isEqualTo(cannot(Obstacle.NO_SUCH_HOST));
  }

  @ParameterizedTest
  @EnumSource(
      value = Shown.class,
      names = {"EXPIRED", "SELF_SIGNED"})
  void aCertificateThatIsNotValidIsNotBelieved(Shown shown) {
    internet.close();
    internet = new LocalInternet(shown);
    assertThat(look(LocalInternet.text(TOKEN))).isEqualTo(cannot(Obstacle.BAD_CERTIFICATE));
    assertThat(internet.asked()).isEmpty();
  }

  @Test
  void aCertificateForAnotherHostIsNotBelieved() {
    internet.serve("other.example", LocalInternet.text(TOKEN));
    String place = "https://other.example" + FILE;
    assertThat(
            new SiteFile(
                    new EgressGuard(internet, LookLimits.USUAL), new Marker("latchkey-challenge"))
                .look(Links.site("https://other.example/"), place, TOKEN))
        .isEqualTo(cannot(Obstacle.BAD_CERTIFICATE));
    assertThat(internet.asked()).isEmpty();
  }

  // Redirects.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example" + FILE,
        "//evil.example" + FILE,
        "https://www.site.example" + FILE,
        "https://site.example.evil.example" + FILE,
        "http://site.example" + FILE,
        "https://site.example:8443" + FILE,
        "https://dora@site.example" + FILE,
        "https://dora:secret@site.example" + FILE,
        "https://site.example@evil.example/",
        "https://127.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://10.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://localhost/",
        "https://site.example./x",
        "file:///etc/passwd",
        "ftp://site.example/x",
        "gopher://site.example/x",
        "javascript:alert(1)",
        "data:text/plain," + TOKEN,
        "/%2e%2e/x",
        "/a\\b",
        "/a b",
        "",
        "https://",
        "/x\u00e4"
      })
  void aRedirectToAnythingButThisHostIsNotFollowed(String location) {
    for (String other : new String[] {"evil.example", "www.site.example", "localhost"}) {
      internet.serve(other, LocalInternet.text(TOKEN));
    }
    assertThat(look(LocalInternet.redirect(location)))
        .isIn(cannot(Obstacle.LEADS_AWAY), cannot(Obstacle.LEADS_IN_CIRCLES));
    assertThat(internet.resolved()).containsExactly(HOST);
    assertThat(internet.asked()).extracting(LocalInternet.Asked::host).containsOnly(HOST);
  }

  @Test
  void aRedirectWithoutAnAddressOrWithTwoLeadsNowhere() {
    assertThat(look(LocalInternet.raw("HTTP/1.1 302 Found\r\n\r\n")))
        .isEqualTo(cannot(Obstacle.LEADS_AWAY));
    assertThat(
            look(LocalInternet.raw("HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\n\r\n")))
        .isEqualTo(cannot(Obstacle.LEADS_AWAY));
  }

  @Test
  void redirectsWithoutEndAreLeft() {
    internet.serve(
        HOST,
        (asked, out) ->
            LocalInternet.redirect("/" + asked.target().length() + "x").answer(asked, out));
    assertThat(look()).isEqualTo(cannot(Obstacle.LEADS_IN_CIRCLES));
    assertThat(internet.asked()).hasSize(4);
    assertThat(look(LocalInternet.redirect(FILE))).isEqualTo(cannot(Obstacle.LEADS_IN_CIRCLES));
  }

  // Time and size.

  @Test
  void aServerThatSaysNothingIsLeft() {
    internet.serve(HOST, (asked, out) -> drip(out, "", 0));
    assertThat(look(SHORT)).isEqualTo(cannot(Obstacle.AWAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: ",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n",
        ""
      })
  void aServerThatDripsIsLeftWhenTheTimeIsOver(String beginning) {
    internet.serve(HOST, (asked, out) -> drip(out, beginning, 10_000));
    long start = System.nanoTime();
    assertThat(look(SHORT)).isEqualTo(cannot(Obstacle.AWAY));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void slowRedirectsShareOneTime() {
    internet.serve(
        HOST,
        (asked, out) -> {
          pause(400);
          LocalInternet.redirect("/" + asked.target().length() + "x").answer(asked, out);
        });
    assertThat(look(SHORT)).isEqualTo(cannot(Obstacle.AWAY));
    assertThat(internet.asked()).hasSizeLessThan(4);
  }

  private static void drip(OutputStream out, String beginning, int octets) throws IOException {
    out.write(beginning.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    for (int i = 0; i < octets; i++) {
      pause(50);
      out.write('a');
      out.flush();
    }
    pause(3000);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10000000000\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n"
      })
  void aBodyWithoutEndIsNotReadToIt(String head) {
    assertThat(look(endless(head, TOKEN + "\n"))).isEqualTo(cannot(Obstacle.TOO_LARGE));
  }

  @Test
  void manySmallChunksWithoutEndAreNotReadToIt() {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertThat(look(endless(head, "1\r\na\r\n"))).isEqualTo(cannot(Obstacle.TOO_LARGE));
  }

  @Test
  void aHeadWithoutEndIsNotReadToIt() {
    assertThat(look(endless("HTTP/1.1 200 OK\r\n", "X-Field: value\r\n")))
        .isEqualTo(cannot(Obstacle.TOO_LARGE));
    assertThat(look(endless("HTTP/1.1 200 OK\r\nX: ", "aaaa")))
        .isEqualTo(cannot(Obstacle.TOO_LARGE));
    assertThat(look(endless("", "HTTP/1.1 100 Continue\r\n\r\n")))
        .isEqualTo(cannot(Obstacle.UNREADABLE));
  }

  private static LocalInternet.Site endless(String head, String more) {
    return (asked, out) -> {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write(more.getBytes(StandardCharsets.US_ASCII));
      }
    };
  }

  @Test
  void exactlyTheLimitIsRead() {
    String filled = TOKEN + "\n" + "a".repeat(64 * 1024 - TOKEN.length() - 1);
    assertThat(look(LocalInternet.text(filled))).isInstanceOf(Seen.class);
    assertThat(look(LocalInternet.text(filled + "a"))).isEqualTo(cannot(Obstacle.TOO_LARGE));
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 1000; i++) {
        gzip.write(new byte[10_000]);
      }
    }
    for (String coding : new String[] {"gzip", "deflate", "br", "gzip, identity", "x"}) {
      String head =
          "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + bomb.size();
      assertThat(
              look(
                  (asked, out) -> {
                    out.write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                    bomb.writeTo(out);
                  }))
          .isEqualTo(cannot(Obstacle.UNREADABLE));
    }
    assertThat(internet.asked())
        .allSatisfy(
            asked -> assertThat(asked.fields()).containsEntry("accept-encoding", "identity"));
  }

  // What is no answer.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 999 Odd\r\n\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\r\n folded\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length : 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "HTTP/1.1 206 Partial\r\n\r\n",
        "HTTP/1.1 204 None\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\n\r\n"
      })
  void whatIsNoAnswerOfHttpIsUnreadable(String octets) {
    assertThat(look(LocalInternet.raw(octets))).isEqualTo(cannot(Obstacle.UNREADABLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\nX: y",
        "HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n" + TOKEN,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + TOKEN,
        "HTTP/1.1 500 Error\r\n\r\n",
        "HTTP/1.1 503 Busy\r\n\r\n",
        "HTTP/1.1 429 Slow down\r\n\r\n"
      })
  void anAnswerThatBreaksOffOrComesLaterIsAskedForAgain(String octets) {
    assertThat(look(LocalInternet.raw(octets))).isEqualTo(cannot(Obstacle.AWAY));
  }

  @Test
  void chunksAndInterimAnswersAreRead() {
    String interim = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    String chunks = "5;x=y\r\nk7q2-\r\nE\r\nm4xz-9tbd-w3hp\r\n0\r\n\r\n";
    assertThat(look(LocalInternet.raw(interim + head + chunks))).isInstanceOf(Seen.class);
  }

  // What the JVM and the machine have.

  @Test
  void noCookieAndNoProxyOfTheJvmIsUsed() {
    CookieHandler before = CookieHandler.getDefault();
    String[] proxies = {"https.proxyHost", "http.proxyHost", "socksProxyHost"};
    try {
      CookieHandler.setDefault(new CookieManager());
      for (String proxy : proxies) {
        System.setProperty(proxy, "127.0.0.1");
      }
      System.setProperty("socksProxyPort", "1");
      LocalInternet.Site cookies =
          LocalInternet.raw(
              "HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n");
      assertThat(look(cookies)).isEqualTo(new NotYet());
      assertThat(look(cookies)).isEqualTo(new NotYet());
    } finally {
      CookieHandler.setDefault(before);
      for (String proxy : proxies) {
        System.clearProperty(proxy);
      }
      System.clearProperty("socksProxyPort");
    }
    assertThat(internet.asked())
        .hasSize(2)
        .allSatisfy(
            asked ->
                assertThat(asked.fields().keySet())
                    .isSubsetOf("host", "user-agent", "accept", "accept-encoding", "connection"));
  }
}
