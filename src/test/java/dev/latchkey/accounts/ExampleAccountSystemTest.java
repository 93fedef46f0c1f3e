package dev.latchkey.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.secret.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example that README.md names is asked by what asks an operator's own system. */
class ExampleAccountSystemTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SECRET = "an example of thirty-two or more characters";
  private static final String ACCOUNTS =
      """
      {"accounts": [{
        "name": "Dora",
        "addresses": [{"address": "dora@mail.example", "verified": true, "added": "2021-03-01"}],
        "second_factor": true, "critical": false, "published": true}]}
      """;
  private static final RecoveryOrder ORDER =
      new RecoveryOrder(
          "LK-1042-1",
          "LK-1042",
          "Dora",
          Set.of("lost_2fa_device"),
          List.of(EmailAddress.of("ada@staff.example")),
          List.of(EmailAddress.of("dora@mail.example")),
          Optional.empty());

  private final List<String> mailed = new CopyOnWriteArrayList<>();
  private ExampleAccountSystem system;

  @BeforeEach
  void start() throws IOException {
    system = new ExampleAccountSystem(0, SECRET, ACCOUNTS, mailed::add);
  }

  @AfterEach
  void stop() {
    system.close();
  }

  private static SigningKey key(String secret) {
    return SigningKey.of(secret.getBytes(StandardCharsets.UTF_8));
  }

  private URI url(String path) {
    return URI.create("http://localhost:" + system.port() + path);
  }

  private HttpDirectory directory(String secret) {
    return new HttpDirectory(
        new HttpDirectorySettings(url("/accounts"), PATIENCE, NameRule.ASCII_CASE_INSENSITIVE),
        key(secret)::mac,
        InstantSource.system());
  }

  private RecoveryAction action(String secret) {
    return new HttpAction(
        new HttpActionSettings(url("/recoveries"), PATIENCE),
        key(secret)::mac,
        InstantSource.system());
  }

  private RecoveryResult ordered(String secret) {
    return action(secret).execute(ORDER);
  }

  @Test
  void itTellsOfTheAccountsThatThereAre() throws Exception {
    try (HttpDirectory directory = directory(SECRET)) {
      assertThat(directory.find(Set.of("dora", "kim")))
          .hasSize(1)
          .allSatisfy((key, account) -> assertThat(account.name()).isEqualTo("Dora"));
    }
  }

  @Test
  void anOrderThatComesTwiceIsDoneOnceAndAnsweredAsTheFirstTime() {
    assertThat(ordered(SECRET)).isEqualTo(new RecoveryResult.Done("link mailed"));
    assertThat(ordered(SECRET)).isEqualTo(new RecoveryResult.Done("link mailed"));
    assertThat(mailed)
        .containsExactly(
            "LK-1042: reset [\"lost_2fa_device\"] of \"Dora\", link to [\"dora@mail.example\"]");
  }

  @Test
  void itTellsWhetherTheSecretIsRightBeforeAnythingIsOrdered() throws Exception {
    assertThat(action(SECRET).check())
        .singleElement()
        .asString()
        .contains("200 to OPTIONS, and the secret is right; nothing was ordered");
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(() -> action("another one of thirty-two or more characters").check())
        .withMessageContaining("is action.secret the same on both sides");
    assertThat(mailed).isEmpty();
  }

  @Test
  void anotherSecretIsRefused() {
    try (HttpDirectory directory = directory("another one of thirty-two or more characters")) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(() -> directory.find(Set.of("dora")))
          .withMessageContaining("401");
    }
    assertThat(ordered("another one of thirty-two or more characters"))
        .isInstanceOf(RecoveryResult.Failed.class);
    assertThat(mailed).isEmpty();
  }
}
