package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.proof.Sighting.CannotLook;
import dev.latchkey.proof.Sighting.NotYet;
import dev.latchkey.proof.Sighting.Oddity;
import dev.latchkey.proof.Sighting.Seen;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Against a resolver on this machine that answers as it likes. */
@Timeout(30)
class DnsTextTest {
  private static final String TOKEN = "k7q2-m4xz-9tbd-w3hp";
  private static final String NAME = "_latchkey-challenge.site.example";
  private static final String TXT = NAME + ". TXT ";
  private static final Seen SEEN = new Seen(NAME, Set.of());
  private static final Duration SHORT = Duration.ofMillis(900);

  private final LocalDns resolver = LocalDns.open();
  private final Names names = Dns.of(List.of(resolver.address()));

  @AfterEach
  void close() {
    resolver.close();
  }

  private DnsText proof(Duration inAll) {
    LookLimits limits = new LookLimits(inAll, 64 * 1024, 3);
    return new DnsText(
        new EgressGuard(PublicNetwork.internet(names), limits), new Marker("latchkey-challenge"));
  }

  private Sighting look() {
    return proof(LookLimits.USUAL.inAll()).look(Links.site("https://site.example/"), NAME, TOKEN);
  }

  private Sighting look(String... records) {
    resolver.answer(query -> LocalDns.records(query, records));
    return look();
  }

  @Test
  void aRecordThatIsTheTokenIsSeen() {
    assertThat(look(TXT + TOKEN)).isEqualTo(SEEN);
  }

  @Test
  void oneOfSeveralRecordsIsEnough() {
    assertThat(look(TXT + "\"v=spf1 -all\"", TXT + TOKEN, TXT + "another")).isEqualTo(SEEN);
  }

  @Test
  void severalStringsOfARecordAreOneText() {
    assertThat(look(TXT + "\"k7q2-m4xz\" \"-9tbd-\" \"w3hp\"")).isEqualTo(SEEN);
    assertThat(look(TXT + "\"" + TOKEN + "\" \"x\"")).isEqualTo(new NotYet());
  }

  @Test
  void quotationMarksThatAFormKeptAreNoPartOfIt() {
    assertThat(look(TXT + "\"\\\"" + TOKEN + "\\\"\"")).isEqualTo(SEEN);
    assertThat(look(TXT + "\" " + TOKEN + " \"")).isEqualTo(SEEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K7Q2-M4XZ-9TBD-W3HP",
        TOKEN + "x",
        "x" + TOKEN,
        "token=" + TOKEN,
        "\"" + TOKEN + " " + TOKEN + "\"",
        "\"\"",
        "\"\\\"\"",
        "\\255\\000" + TOKEN
      })
  void whatOnlyHoldsTheTokenIsNotSeen(String text) {
    assertThat(look(TXT + text)).isEqualTo(new NotYet());
  }

  @Test
  void recordsOfOtherNamesAndTypesAreNotSeen() {
    assertThat(look("_latchkey-challenge.evil.example. TXT " + TOKEN)).isNotInstanceOf(Seen.class);
    assertThat(look("site.example. TXT " + TOKEN)).isNotInstanceOf(Seen.class);
    assertThat(look(NAME + ". CNAME " + TOKEN + ".")).isNotInstanceOf(Seen.class);
    assertThat(look(NAME + ". HINFO " + TOKEN + " " + TOKEN)).isNotInstanceOf(Seen.class);
  }

  @Test
  void anAliasIsFollowedAndTold() {
    assertThat(
            look(
                NAME + ". CNAME a.evil.example.",
                "a.evil.example. CNAME b.evil.example.",
                "b.evil.example. TXT " + TOKEN))
        .isEqualTo(new Seen(NAME, Set.of(Oddity.ALIASED)));
    resolver.answer(
        query ->
            query.getQuestion().getName().toString().equals(NAME + ".")
                ? LocalDns.records(query, NAME + ". CNAME a.evil.example.")
                : LocalDns.records(query, "a.evil.example. TXT " + TOKEN));
    assertThat(look()).isEqualTo(new Seen(NAME, Set.of(Oddity.ALIASED)));
  }

  @Test
  void aliasesWithoutEndAreLeft() {
    assertThat(look(NAME + ". CNAME " + NAME + ".")).isEqualTo(new CannotLook(Obstacle.AWAY));
    resolver.answer(
        query -> {
          String name = query.getQuestion().getName().toString();
          return LocalDns.records(query, name + " CNAME x" + name.length() + "." + name);
        });
    assertThat(look()).isInstanceOf(CannotLook.class);
    assertThat(resolver.asked()).isLessThan(60);
  }

  @Test
  void aNameThatDoesNotExistShowsNothingYet() {
    resolver.answer(query -> LocalDns.error(query, Rcode.NXDOMAIN));
    assertThat(look()).isEqualTo(new NotYet());
    assertThat(look(new String[0])).isEqualTo(new NotYet());
  }

  @Test
  void aResolverThatFailsIsAskedAgainLater() {
    for (int code : new int[] {Rcode.SERVFAIL, Rcode.REFUSED, Rcode.FORMERR, Rcode.NOTIMP}) {
      resolver.answer(query -> LocalDns.error(query, code));
      assertThat(look()).as(Rcode.string(code)).isEqualTo(new CannotLook(Obstacle.AWAY));
    }
  }

  @Test
  void anAnswerThatWasCutIsAskedForByTcp() {
    resolver
        .answer(
            query -> {
              Message cut = LocalDns.records(query);
              cut.getHeader().setFlag(Flags.TC);
              return cut;
            })
        .answerByTcp(query -> LocalDns.records(query, TXT + TOKEN));
    assertThat(look()).isEqualTo(SEEN);
    assertThat(resolver.askedByTcp()).isPositive();
  }

  @Test
  void anAnswerToAnotherQuestionIsNotBelieved() {
    resolver.answer(
        query -> {
          Message forged = LocalDns.records(query, TXT + TOKEN);
          forged.getHeader().setID(query.getHeader().getID() ^ 1);
          return forged;
        });
    assertThat(proof(SHORT).look(Links.site("https://site.example/"), NAME, TOKEN))
        .isEqualTo(new CannotLook(Obstacle.AWAY));
    resolver.answer(
        query -> {
          Message other = LocalDns.records(query, TXT + TOKEN);
          Message asked = Message.newQuery(Record.newRecord(Name.root, Type.TXT, DClass.IN));
          other.removeAllRecords(Section.QUESTION);
          other.addRecord(asked.getQuestion(), Section.QUESTION);
          return other;
        });
    assertThat(proof(SHORT).look(Links.site("https://site.example/"), NAME, TOKEN))
        .isEqualTo(new CannotLook(Obstacle.AWAY));
  }

  @Test
  void aResolverThatSaysNothingIsLeftWhenTheTimeIsOver() {
    resolver.fallSilent();
    long start = System.nanoTime();
    assertThat(proof(SHORT).look(Links.site("https://site.example/"), NAME, TOKEN))
        .isEqualTo(new CannotLook(Obstacle.AWAY));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void nothingIsKeptFromOneLookToTheNext() {
    assertThat(look(new String[0])).isEqualTo(new NotYet());
    assertThat(look(TXT + TOKEN)).isEqualTo(SEEN);
    resolver.answer(query -> LocalDns.error(query, Rcode.NXDOMAIN));
    assertThat(look()).isEqualTo(new NotYet());
  }

  @Test
  void onlyTheFrontPageOfAHostHasARecord() {
    DnsText proof = proof(SHORT);
    assertThat(proof.places(Links.site("http://Site.Example")))
        .extracting(Place::shown)
        .containsExactly(NAME);
    assertThat(proof.places(Links.site("https://site.example/~dora"))).isEmpty();
    assertThat(proof.places(Links.repository("https://site.example/"))).isEmpty();
    assertThat(proof.look(Links.site("https://site.example/~dora"), NAME, TOKEN))
        .isEqualTo(new CannotLook(Obstacle.NOT_ON_RECORD));
  }

  // Addresses, which the guard asks for.

  @Test
  void bothKindsOfAddressesAreFound() throws CannotLookException {
    resolver.answer(
        query ->
            query.getQuestion().getType() == Type.A
                ? LocalDns.records(query, "site.example. A 93.184.215.14")
                : LocalDns.records(query, "site.example. AAAA 2606:2800:21f::1"));
    assertThat(names.addresses("site.example", Duration.ofSeconds(5)))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("93.184.215.14", "2606:2800:21f:0:0:0:0:1");
  }

  @Test
  void oneKindOfAddressIsEnough() throws CannotLookException {
    resolver.answer(
        query ->
            query.getQuestion().getType() == Type.A
                ? LocalDns.records(query)
                : LocalDns.records(query, "site.example. AAAA 2606:2800:21f::1"));
    assertThat(names.addresses("site.example", Duration.ofSeconds(5))).hasSize(1);
    resolver.answer(query -> LocalDns.error(query, Rcode.NXDOMAIN));
    assertThatThrownBy(() -> names.addresses("site.example", Duration.ofSeconds(5)))
        .hasMessage("NO_SUCH_HOST");
  }

  @Test
  void aNameInTheHostsFileOfThisMachineIsNotKnown() {
    assertThatThrownBy(() -> names.addresses("localhost", Duration.ofSeconds(5)))
        .hasMessage("NO_SUCH_HOST");
    assertThat(resolver.asked()).isPositive();
  }

  @Test
  void aPrivateAddressBehindAnAliasIsSeenByTheGuard() {
    resolver.answer(
        query ->
            query.getQuestion().getType() == Type.A
                ? LocalDns.records(
                    query, "site.example. CNAME in.evil.example.", "in.evil.example. A 10.0.0.1")
                : LocalDns.records(query));
    PublicNetwork nowhere =
        new PublicNetwork() {
          @Override
          public Names names() {
            return names;
          }

          @Override
          public SocketAddress dial(InetAddress checked) {
            throw new AssertionError("dialled " + checked);
          }

          @Override
          public SSLSocketFactory tls() {
            throw new AssertionError("nobody is there");
          }
        };
    String place = "https://site.example/.well-known/latchkey-challenge.txt";
    assertThat(
            new SiteFile(
                    new EgressGuard(nowhere, LookLimits.USUAL), new Marker("latchkey-challenge"))
                .look(Links.site("https://site.example"), place, TOKEN))
        .isEqualTo(new CannotLook(Obstacle.NOT_PUBLIC));
  }
}
