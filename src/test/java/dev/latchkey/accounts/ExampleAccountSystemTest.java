package dev.latchkey.accounts;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.secret.SigningKey;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that README.md names is asked by what asks an operator's own system. */
class ExampleAccountSystemTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SECRET = "an example of thirty-two or more characters";
  private static final String ACCOUNTS =
      """
      {"dora": {
        "name": "Dora",
        "addresses": [{"address": "dora@mail.example", "verified": true, "added": "2021-03-01"}],
        "second_factor": true, "critical": false, "published": true}}
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

  private static int port;

  /** As from a command line; it ends with the JVM. */
  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, GeneralSecurityException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path accounts = Files.writeString(folder.resolve("accounts.json"), ACCOUNTS);
    ExampleAccountSystem.main(new String[] {"" + port, SECRET, accounts.toString()});
  }

  private static SigningKey key(String secret) {
    return SigningKey.of(secret.getBytes(StandardCharsets.UTF_8));
  }

  private static URI url() {
    return URI.create("http://localhost:" + port + "/");
  }

  private HttpDirectory directory(String secret) {
    return new HttpDirectory(
        new HttpDirectorySettings(url(), PATIENCE, NameRule.ASCII_CASE_INSENSITIVE),
        key(secret)::mac,
        InstantSource.system());
  }

  private RecoveryAction action(String secret) {
    return new HttpAction(
        new HttpActionSettings(url(), PATIENCE), key(secret)::mac, InstantSource.system());
  }

  private RecoveryResult ordered(String secret) {
    return action(secret).execute(ORDER);
  }

  @Test
  void itTellsOfTheAccountsThatThereAre() throws Exception {
    try (HttpDirectory directory = directory(SECRET)) {
      assertThat(directory.find(Set.of("dora", "kim")).accounts())
          .hasSize(1)
          .allSatisfy((key, account) -> assertThat(account.name()).isEqualTo("Dora"));
    }
  }

  @Test
  void anOrderThatComesTwiceIsDoneOnceAndAnsweredAsTheFirstTime() {
    RecoveryResult first = ordered(SECRET);

    assertThat(first)
        .asInstanceOf(type(RecoveryResult.Done.class))
        .extracting(RecoveryResult.Done::detail, as(STRING))
        .startsWith("sent 20");
    assertThat(ordered(SECRET)).isEqualTo(first);
  }

  @Test
  void whatItDoesNotDoIsRefused() {
    RecoveryResult frozen =
        new HttpAction(
                new HttpActionSettings(url(), Optional.of(url()), Optional.empty(), PATIENCE),
                key(SECRET)::mac,
                InstantSource.system())
            .freeze(new FreezeOrder("LK-1043-1", "LK-1043", "Dora", "OPERATOR ada"));

    assertThat(frozen).isInstanceOf(RecoveryResult.Failed.class);
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
  }

  @Test
  void anotherSecretIsRefusedAndTheOrderWaits() {
    try (HttpDirectory directory = directory("another one of thirty-two or more characters")) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(() -> directory.find(Set.of("dora")).accounts())
          .withMessageContaining("401");
    }
    assertThat(ordered("another one of thirty-two or more characters"))
        .isInstanceOf(RecoveryResult.Unavailable.class);
  }
}
