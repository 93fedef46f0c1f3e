package dev.latchkey.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links and keys that an account has on record. */
class OnRecordTest {
  private static final Optional<Instant> SINCE = Optional.of(Instant.parse("2022-03-01T00:00:00Z"));
  private static final String SSH =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJqfQ2mYpgP7s0pDyNwh6d0pC7rGZ0sZc9y3QWcKX6Xz";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example/dora/widget",
        "http://git.example",
        "ssh://git@git.example/dora/widget",
        "hg+https://hg.example/x?y=z#part",
        " https://git.example/with/blanks/around "
      })
  void anAddressOfAnySchemeWithAHostIsALink(String text) {
    assertThat(Link.find(Link.Kind.REPOSITORY, text, SINCE))
        .contains(new Link(Link.Kind.REPOSITORY, URI.create(text.strip()), SINCE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "git.example/dora",
        "git@git.example:dora/widget",
        "https:///dora",
        "https://git.example/a b",
        "https://dora:secret@git.example/widget",
        "javascript:alert(1)",
        "https://git.example/\nX: y"
      })
  void whatNobodyCanVisitOrMayStoreIsNoLink(String text) {
    assertThat(Link.find(Link.Kind.SITE, text, SINCE)).isEmpty();
  }

  @Test
  void aPasswordIsNotRepeatedInTheError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Link(Link.Kind.SITE, URI.create("https://a:secret@b.example"), SINCE))
        .withMessageNotContaining("secret");
  }

  @Test
  void anSshKeyIsALineOfAuthorizedKeys() {
    assertThat(BoundKey.find(BoundKey.Kind.SSH, " " + SSH + "\t d\u00f6ra@laptop; old \n", SINCE))
        .contains(new BoundKey(BoundKey.Kind.SSH, SSH + " d\u00f6ra@laptop; old", SINCE));
    assertThat(BoundKey.find(BoundKey.Kind.SSH, SSH, Optional.empty())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ssh-ed25519",
        "ssh-ed25519 short",
        "command=\"/bin/sh\" " + SSH,
        SSH + "\n" + SSH,
        "-----BEGIN OPENSSH PRIVATE KEY-----"
      })
  void anythingElseIsNoSshKey(String text) {
    assertThat(BoundKey.find(BoundKey.Kind.SSH, text, SINCE)).isEmpty();
  }

  @Test
  void anOpenPgpKeyIsKeptInItsArmourAndWhatStandsAroundItIsNot() {
    String armour =
        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n-----END PGP PUBLIC KEY BLOCK-----\n";
    assertThat(BoundKey.find(BoundKey.Kind.OPENPGP, "my key:\n" + armour + "thanks", SINCE))
        .contains(new BoundKey(BoundKey.Kind.OPENPGP, armour, SINCE));
  }

  @Test
  void theOctetsOfAnOpenPgpKeyAreArmoured() {
    byte[] octets = new byte[100];
    octets[0] = (byte) 0x99;
    String base64 = Base64.getMimeEncoder().encodeToString(octets);

    BoundKey key = BoundKey.find(BoundKey.Kind.OPENPGP, base64, SINCE).orElseThrow();

    List<String> lines = key.material().lines().toList();
    assertThat(lines.get(0)).isEqualTo("-----BEGIN PGP PUBLIC KEY BLOCK-----");
    assertThat(lines.get(1)).isEmpty();
    assertThat(lines.get(2)).hasSize(64);
    assertThat(lines.get(lines.size() - 1)).isEqualTo("-----END PGP PUBLIC KEY BLOCK-----");
    assertThat(Base64.getDecoder().decode(String.join("", lines.subList(2, lines.size() - 1))))
        .isEqualTo(octets);
    assertThat(BoundKey.find(BoundKey.Kind.OPENPGP, key.material(), SINCE)).contains(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "aGVsbG8gd29ybGQhISEh", // base64, but no packet begins so
        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF",
        "-----END PGP PUBLIC KEY BLOCK----- -----BEGIN PGP PUBLIC KEY BLOCK-----",
        "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nxx\n-----END PGP PRIVATE KEY BLOCK-----"
      })
  void anythingElseIsNoOpenPgpKey(String text) {
    assertThat(BoundKey.find(BoundKey.Kind.OPENPGP, text, SINCE)).isEmpty();
  }

  @Test
  void whatIsLongerThanAnyIsLeftOut() {
    assertThat(Link.find(Link.Kind.SITE, "https://a.example/" + "x".repeat(2000), SINCE)).isEmpty();
    assertThat(BoundKey.find(BoundKey.Kind.SSH, SSH + " " + "x".repeat(200_000), SINCE)).isEmpty();
  }

  @Test
  void aChangedAccountIsTheSameInEverythingElse() {
    Account dora =
        Account.named("Dora", "dora")
            .secondFactor(true)
            .language(Optional.of("de"))
            .profile(Optional.of(""))
            .build();

    assertThat(dora.change().build()).isEqualTo(dora);
    assertThat(dora.change().published(true).build())
        .isEqualTo(
            Account.named("Dora", "dora")
                .secondFactor(true)
                .published(true)
                .language(Optional.of("de"))
                .profile(Optional.of(""))
                .build());
  }
}
