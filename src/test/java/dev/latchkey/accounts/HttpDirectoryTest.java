package dev.latchkey.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.accounts.AccountServer.Reply;
import dev.latchkey.accounts.AccountServer.Request;
import dev.latchkey.check.Chance;
import dev.latchkey.check.ChanceCheck;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.secret.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real HTTP server on this machine, which may lie. */
class HttpDirectoryTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1795680000));
  private static final String KIM =
      """
      {"name": "Kim", "addresses": [], "second_factor": false, "critical": false, "published": true}
      """;

  private static HttpDirectory directory(AccountServer server, Duration timeout) {
    return new HttpDirectory(
        new HttpDirectorySettings(server.url(), timeout, NameRule.ASCII_CASE_INSENSITIVE),
        AccountServer.KEY::mac,
        CLOCK);
  }

  private static Map<String, Account> find(String answer, String... keys) throws Exception {
    return find(request -> Reply.ok(answer), Duration.ofSeconds(20), keys);
  }

  private static Map<String, Account> find(
      Function<Request, Reply> behaviour, Duration timeout, String... keys) throws Exception {
    return answered(behaviour, timeout, keys).accounts();
  }

  private static FoundAccounts answered(String answer, String... keys) throws Exception {
    return answered(request -> Reply.ok(answer), Duration.ofSeconds(20), keys);
  }

  private static FoundAccounts answered(
      Function<Request, Reply> behaviour, Duration timeout, String... keys) throws Exception {
    try (AccountServer server = new AccountServer(behaviour);
        HttpDirectory directory = directory(server, timeout)) {
      return directory.find(Set.of(keys));
    }
  }

  private static void assertFails(Function<Request, Reply> behaviour, String message) {
    assertFails(behaviour, Duration.ofSeconds(20), message);
  }

  private static void assertFails(
      Function<Request, Reply> behaviour, Duration timeout, String message) {
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(() -> find(behaviour, timeout, "kim"))
        .withMessageStartingWith("the account directory http://localhost:")
        .withMessageContaining("/latchkey: " + message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(400));
  }

  private static void assertFails(String answer, String message) {
    assertFails(request -> Reply.ok(answer), message);
  }

  private static String accounts(String... accounts) {
    return "{\"accounts\": [" + String.join(", ", accounts) + "]}";
  }

  /** The example of an answer, as README.md shows it. */
  private static String example() throws Exception {
    Matcher block =
        Pattern.compile("(?s)```json\n(\\{\"accounts\".*?)```")
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  /** Which of the two a keyboard writes is its choice, and the server compares octets. */
  @ParameterizedTest
  @ValueSource(strings = {"Zo\u00e9", "Zoe\u0301"})
  void aNameWithAMarkIsFoundHoweverTheServerKeepsIt(String kept) throws Exception {
    Function<Request, Reply> octets =
        request ->
            Reply.ok(
                StreamSupport.stream(request.json().path("keys").spliterator(), false)
                        .map(JsonNode::asText)
                        .anyMatch(kept.toLowerCase(Locale.ROOT)::equals)
                    ? accounts(KIM.replace("Kim", kept))
                    : accounts());

    assertThat(find(octets, Duration.ofSeconds(20), "zo\u00e9")).containsOnlyKeys("zo\u00e9");
  }

  @Test
  void whatIsToldOnceForEachSpellingIsOneAccount() throws Exception {
    String zoe = KIM.replace("Kim", "zo\u00e9");

    assertThat(find(accounts(zoe, zoe), "zo\u00e9")).containsOnlyKeys("zo\u00e9");
    assertThat(find(accounts(zoe, KIM.replace("Kim", "zoe\u0301")), "zo\u00e9")).isEmpty();
    assertThat(find(accounts(KIM, KIM), "kim")).isEmpty();
  }

  @Test
  void theAnswerThatTheReadmeShowsIsReadWhole() throws Exception {
    Account dora = requireNonNull(find(example(), "dora", "nobody").get("dora"));

    assertThat(dora)
        .isEqualTo(
            Account.named("Dora", "dora")
                .addresses(
                    List.of(
                        new RegisteredAddress(
                            EmailAddress.of("dora@mail.example"),
                            true,
                            Optional.of(Instant.parse("2021-03-01T00:00:00Z")),
                            Optional.empty()),
                        new RegisteredAddress(
                            EmailAddress.of("dora@old.example"),
                            true,
                            Optional.empty(),
                            Optional.of(Instant.parse("2025-06-30T12:00:00Z")))))
                .secondFactor(true)
                .published(true)
                .secondFactorChangedAt(Optional.of(Instant.parse("2025-01-31T12:00:00Z")))
                .language(Optional.of("de"))
                .links(
                    List.of(
                        new Link(
                            Link.Kind.REPOSITORY,
                            URI.create("https://git.example/dora/widget"),
                            Optional.of(Instant.parse("2022-03-01T00:00:00Z"))),
                        new Link(
                            Link.Kind.SITE,
                            URI.create("https://dora.example"),
                            Optional.of(Instant.parse("2022-01-01T00:00:00Z")))))
                .keys(dora.keys())
                .coOwners(
                    List.of(
                        new CoOwner(
                            "widget",
                            "omar",
                            EmailAddress.of("omar@mail.example"),
                            Optional.of(Instant.parse("2021-05-01T00:00:00Z")))))
                .profile(Optional.of("Widgets since 2012"))
                .build());
    assertThat(dora.keys())
        .extracting(BoundKey::kind)
        .containsExactly(BoundKey.Kind.SSH, BoundKey.Kind.OPENPGP);
  }

  @Test
  void theSignatureThatTheReadmeShowsIsThatOfItsRequest() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    Matcher shown =
        Pattern.compile(
                "Latchkey-Timestamp: (\\d+)\n *Latchkey-Signature: ([0-9a-f]{64})\n+ *(\\{.*})")
            .matcher(readme);
    Matcher secret = Pattern.compile("the secret `([^`]{32,})`").matcher(readme);
    assertThat(shown.find() && secret.find()).isTrue();
    String signed = shown.group(1) + "." + shown.group(3);

    byte[] mac =
        SigningKey.of(secret.group(1).getBytes(StandardCharsets.UTF_8))
            .mac(signed.getBytes(StandardCharsets.UTF_8));

    assertThat(HexFormat.of().formatHex(mac)).isEqualTo(shown.group(2));
    try (AccountServer server = new AccountServer(request -> Reply.ok(accounts()));
        HttpDirectory directory = directory(server, Duration.ofSeconds(20))) {
      directory.find(Set.of("kim", "dora")).accounts();
      assertThat(server.requests()).extracting(Request::body).containsExactly(shown.group(3));
    }
  }

  @Test
  void manyKeysAreAskedForAHundredAtOnceAndSigned() throws Exception {
    Set<String> keys =
        IntStream.range(0, 250).mapToObj(i -> "user" + i).collect(Collectors.toSet());
    try (AccountServer server =
            new AccountServer(
                request ->
                    Reply.ok(
                        StreamSupport.stream(request.json().path("keys").spliterator(), false)
                            .map(
                                key -> KIM.replace("Kim", key.textValue().toUpperCase(Locale.ROOT)))
                            .collect(Collectors.joining(",", "{\"accounts\": [", "]}"))));
        HttpDirectory directory = directory(server, Duration.ofSeconds(20))) {

      assertThat(directory.find(keys).accounts().keySet()).isEqualTo(keys);

      assertThat(server.requests()).hasSize(3).allMatch(Request::genuine);
      assertThat(server.requests())
          .allSatisfy(
              request -> {
                assertThat(request.timestamp()).isEqualTo("1795680000");
                assertThat(request.json().path("action").textValue()).isEqualTo("find-accounts");
                assertThat(request.json().path("keys")).hasSizeLessThanOrEqualTo(100);
              });
      directory.find(Set.of()).accounts();
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void anotherSecretIsAnotherSignature() throws Exception {
    try (AccountServer server =
            new AccountServer(request -> new Reply(request.genuine() ? 200 : 401, accounts()));
        HttpDirectory directory =
            new HttpDirectory(
                new HttpDirectorySettings(server.url(), Duration.ofSeconds(20), NameRule.EXACT),
                AccountServer.KEY.derive("another")::mac,
                CLOCK)) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(directory::check)
          .withMessageEndingWith("answered 401 (does it have the same secret as accounts.secret?)");
    }
  }

  @Test
  void checkAsksForNobodyAndSaysWhoAnswers() throws Exception {
    try (AccountServer server = new AccountServer(request -> Reply.ok(accounts()));
        HttpDirectory directory = directory(server, Duration.ofSeconds(20))) {
      assertThat(directory.check().found()).isEqualTo(server.url() + " answers");
      assertThat(server.requests())
          .extracting(Request::body)
          .containsExactly("{\"action\":\"find-accounts\",\"keys\":[]}");
    }
  }

  @Test
  void checkDoubtsWhoTellsOfAccountsThatNobodyAskedFor() throws Exception {
    try (AccountServer server = new AccountServer(request -> Reply.ok(accounts(KIM)));
        HttpDirectory directory = directory(server, Duration.ofSeconds(20))) {
      assertThat(directory.check().doubts())
          .singleElement()
          .asString()
          .startsWith("accounts.url: asked for no account, it tells of 1;");
    }
  }

  @Test
  void whatIsNotThereIsAbsentAndUnknownFieldsAreNotLookedAt() throws Exception {
    String answer =
        """
        {"took": 7, "accounts": [
          {"name": "Kim", "addresses": [{"address": "kim@mail.example", "verified": false,
             "removed": null, "bounces": 3}], "second_factor": false, "critical": false,
             "published": true, "language": null, "links": null, "keys": [], "profile": null,
             "karma": {"points": 5}}]}
        """;

    assertThat(find(answer, "kim").get("kim"))
        .isEqualTo(
            Account.named("Kim", "kim")
                .addresses(
                    List.of(
                        new RegisteredAddress(
                            EmailAddress.of("kim@mail.example"),
                            false,
                            Optional.empty(),
                            Optional.empty())))
                .published(true)
                .build());
  }

  @Test
  void aCoOwnerOfYesterdayAndOneWithoutADayAreNoneToVouch() throws Exception {
    String more =
        """
        , "co_owners": [
            {"project": "old", "account": "a", "address": "a@mail.example", "since": "2021-05-01"},
            {"project": "young", "account": "b", "address": "b@mail.example", "since": "2026-03-01"},
            {"project": "undated", "account": "c", "address": "c@mail.example", "since": null}]}
        """;
    Account kim = requireNonNull(find(accounts(KIM.replace("}", more)), "kim").get("kim"));

    assertThat(new ChanceCheck(Policy.standard()).find(kim, Instant.parse("2026-03-02T09:00:00Z")))
        .extracting(Chance::kind, Chance::place, Chance::age)
        .containsExactly(
            tuple(EvidenceClass.VOUCHER, "old", Chance.Age.OLD_ENOUGH),
            tuple(EvidenceClass.VOUCHER, "young", Chance.Age.TOO_NEW),
            tuple(EvidenceClass.VOUCHER, "undated", Chance.Age.UNKNOWN));
  }

  @Test
  void whatPeopleWroteAndNobodyCanUseIsLeftOut() throws Exception {
    String more =
        """
        , "links": [{"kind": "site", "address": "not an address"},
                    {"kind": "chat", "address": "https://chat.example"},
                    {"kind": "site", "address": "https://kim.example"}],
          "keys": [{"kind": "ssh", "material": "AAAA"}, {"kind": "x509", "material": "MIIB"}],
          "co_owners": [{"project": "widget", "account": "dóra", "address": "dóra@mail.example"}],
          "language": "tlh", "profile": ""}
        """;
    Account kim = requireNonNull(find(accounts(KIM.replace("}", more)), "kim").get("kim"));

    assertThat(kim.links()).hasSize(1);
    assertThat(kim.keys()).isEmpty();
    assertThat(kim.coOwners()).isEmpty();
    assertThat(kim.language()).isEmpty();
    assertThat(kim.profile()).contains("");
  }

  @Test
  void onlyWhoWasAskedForIsFound() throws Exception {
    assertThat(find(accounts(KIM, KIM.replace("Kim", "Kım"), KIM.replace("Kim", "eve")), "kim"))
        .containsOnlyKeys("kim");
    assertThat(find(accounts(), "kim")).isEmpty();
    FoundAccounts both =
        answered(accounts(KIM, KIM.replace("Kim", "KIM"), KIM.replace("Kim", "eve")), "kim", "eve");
    assertThat(both.accounts()).containsOnlyKeys("eve");
    assertThat(both.unasked()).isEmpty();
    assertThat(answered(accounts(KIM, KIM.replace("Kim", "e\\nve")), "kim").unasked())
        .containsExactly("e ve");
    assertThat(both.unreadable()).containsEntry("kim", "two entries are the account KIM");
  }

  @Test
  void halfACharacterNamesNobody() throws Exception {
    assertThat(find(accounts(KIM), "kim", "k\uD800m")).containsOnlyKeys("kim");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\": \"Kim\", | '' | an account without a name was answered",
        "\"Kim\" | \"\" | an account without a name was answered",
        "\"Kim\" | 7 | an account without a name was answered",
        "\"addresses\": [], | '' | account Kim: addresses is not a list",
        "\"second_factor\": false, | '' | account Kim: there is no second_factor",
        "\"critical\": false, | \"critical\": null, | account Kim: there is no critical",
        "\"published\": true | \"published\": \"yes\" | account Kim: published is not true or false",
        "[] | [{\"address\": \"a@b.example\"}] | account Kim: there is no verified in addresses",
        "[] | [\"a@b.example\"] | account Kim: there is no address in addresses",
        "[] | [{\"address\": \"a@b.example\", \"verified\": true, \"added\": \"May\"}] | account Kim: added is not a time in addresses",
        "[] | [], \"links\": {} | account Kim: links is not a list",
        "[] | [], \"links\": [{\"kind\": \"site\"}] | account Kim: there is no address in links",
        "[] | [], \"keys\": [{\"kind\": \"ssh\", \"material\": 5}] | account Kim: material is not a text in keys",
        "[] | [], \"co_owners\": [{\"project\": \"widget\"}] | account Kim: there is no account in co_owners",
        "[] | [], \"profile\": [] | account Kim: profile is not a text",
      })
  void anAccountThatIsNotAsDocumentedHoldsUpNoOther(String what, String other, String message)
      throws Exception {
    FoundAccounts found =
        answered(accounts(KIM.replace(what, other), KIM.replace("Kim", "eve")), "kim", "eve");
    assertThat(found.accounts()).containsOnlyKeys("eve");
    assertThat(found.unreadable()).containsOnly(Map.entry("kim", message));
  }

  @Test
  void theNameInAReasonIsOneShortLine() throws Exception {
    String name = "x\n\u202e" + "y".repeat(1000);
    String told = "x\\n\\u202e" + "y".repeat(1000);
    assertThat(answered(accounts("{\"name\": \"" + told + "\"}"), name).unreadable().values())
        .singleElement()
        .asString()
        .startsWith("account x " + "y".repeat(98) + ": addresses");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Please log in</html>",
        "[]",
        "null",
        "{\"accounts\": {}}",
        "{\"users\": []}",
        "{\"accounts\": [",
        "{\"accounts\": []} and more"
      })
  void whatIsNoListOfAccountsIsAnError(String answer) {
    assertFails(answer, "answered 200");
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(() -> find(request -> Reply.ok(answer), Duration.ofSeconds(20), "kim"))
        .withMessageEndingWith(", and no list of accounts");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 307, 404, 429, 500, 503})
  void anyOtherStatusIsAnError(int status) {
    assertFails(request -> new Reply(status, ""), "answered " + status);
    assertFails(
        request -> new Reply(request.path().equals("/elsewhere") ? 200 : status, accounts(KIM)),
        "answered " + status);
  }

  @Test
  void whatTheServerSaysIsTold() {
    assertFails(
        request -> new Reply(500, "{\"detail\": \"the index\\nis being built\"}"),
        "answered 500: the index is being built");
  }

  @Test
  void anAnswerThatIsTooLongIsCutOff() {
    assertFails(
        accounts(KIM.replace("Kim", "x".repeat(HttpDirectory.LARGEST))),
        "no answer: the answer has more than 4096 KiB");
  }

  @Test
  void anAnswerThatNeverEndsIsNotWaitedFor() {
    assertFails(request -> Reply.NEVER, Duration.ofMillis(300), "no answer within 300 ms");
  }

  @Test
  void aServerThatIsAwayIsAnErrorAndIsAskedAgain() throws Exception {
    HttpDirectory directory;
    try (AccountServer server = new AccountServer(request -> Reply.ok(accounts(KIM)))) {
      directory = directory(server, Duration.ofSeconds(20));
      assertThat(directory.find(Set.of("kim")).accounts()).hasSize(1);
    }
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(() -> directory.find(Set.of("kim")).accounts())
        .withMessageContaining("no answer: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://accounts.example/", "https://a:b@accounts.example/", "accounts"})
  void urlMustBeHttpsUnlessItIsThisMachine(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new HttpDirectorySettings(URI.create(url), Duration.ofSeconds(1), NameRule.EXACT));
  }
}
