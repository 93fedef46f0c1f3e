package dev.latchkey.triage.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRedactorTest {
  private final SecretRedactor redactor = new SecretRedactor();

  @Test
  void theKindStandsInThePlaceOfTheSecret() {
    RedactedText redacted =
        redactor.redact(
            "Hi,\nmy password was meadow77 and ghp_0123456789abcdefghijABCDEFGHIJ012345 is my"
                + " token.\nNora");
    assertThat(redacted.text())
        .isEqualTo(
            "Hi,\nmy password was [password removed] and [api token removed] is my token.\nNora");
    assertThat(redacted.kinds())
        .containsExactlyInAnyOrder(SecretKind.PASSWORD, SecretKind.API_TOKEN);
  }

  /** Between the braces, and nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "my code was {abcd-efgh-ijkl}",
        "One of my recovery codes was {abcd-efgh-ijkl}, but it is refused.",
        "Mein Notfallcode lautet {abcd-efgh-ijkl}, der geht nicht.",
        "Mon code était {abcd-efgh-ijkl}.",
        "O código era {abcd-efgh-ijkl} e foi recusado",
        "the codes i have are {zxcv-asdf-qwer} and {abcd-efgh-ijkl}, both refused",
        "恢复码是 {abcd-efgh-ijkl}",
        "コードは {abcd-efgh-ijkl} でした",
        "My code is {8f3c-91aa-27de-b0c4}. A note says the rest are gone.",
        "Mein gespeicherter Code ist {8f3c-91aa-27de-b0c4}. Das Konto hat zwei Projekte.",
        "Mon code est {8f3c-91aa-27de-b0c4} et à part cela je n'ai rien.",
        "Mi código es {8f3c-91aa-27de-b0c4} y a ver si sirve.",
        "código de recuperação {8f3c-91aa-27de-b0c4} e a conta kim77",
        "我的码是 {8f3c-91aa-27de-b0c4}",
        "予備のコードは {8f3c-91aa-27de-b0c4} です",
        "O código guardado é {a1b2c3d4e5f60718}. A conta tem dois projetos.",
        "One of my saved codes is {a1b2c3d4e5f60718}.",
        "Le code imprimé est {a1b2c3d4e5f60718} a priori."
      })
  void aCodeIsHiddenBehindAWordForOne(String marked) {
    assertThat(redactor.redact(marked.replaceAll("[{}]", "")).text())
        .isEqualTo(marked.replaceAll("[{][^}]+[}]", "[recovery code removed]"));
  }

  /** Nobody calls it a code: where it lay says what it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I found one on paper, in a drawer: {3f9c2e7b1a8d4c60}",
        "There was an old envelope. It says {8f3c-91aa-27de-b0c4}.",
        "In der Schublade lag noch ein Zettel: {3f9c2e7b1a8d4c60}",
        "J'en ai trouvé un dans un tiroir : {8f3c-91aa-27de-b0c4}",
        "Encontré uno impreso: {a1b2c3d4e5f60718}",
        "Tinha um numa folha, na gaveta: {a1b2c3d4e5f60718}",
        "抽屉里找到一个：{3f9c2e7b1a8d4c60}",
        "手帳に一つありました：{3f9c2e7b1a8d4c60}"
      })
  void whatWasKeptOnPaperIsOne(String marked) {
    assertThat(redactor.redact(marked.replaceAll("[{}]", "")).text())
        .isEqualTo(marked.replaceAll("[{][^}]+[}]", "[recovery code removed]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The paper is about commit 3f9c2e7b1a8d4c60",
        "The paper 3f9c2e7b1a8d4c60 is mine and on the shelf.",
        "The code lives in main-line-repo.",
        "The code name of the project was blue-moon-lake.",
        "My package abcd-efgh-ijkl has no codes.",
        "the code is abcd-efgh-ijkl-mnop",
        "The code is at commit 8f3c-main.",
        "The code stood in release notes-2024.",
        "error code 0x80-b0c4, my account is jane-2020",
        "My code was in abcd-efgh-ijkl@mail.example"
      })
  void threeWordsOfOneLengthAreNone(String text) {
    assertThat(SecretRedactor.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I forgot my password.",
        "My password does not work.",
        "my password is wrong",
        "my password is not accepted any more",
        "My password was refused, and so was the code.",
        "my password was reset last week",
        "password: I do not remember it",
        "Password: forgotten",
        "Password: same as before",
        "Password: ********",
        "I know my password and my user name is nora-2019.",
        "I forgot my password, my account is nora2019",
        "I forgot the password my username is nora2019",
        "please reset my password nora2019",
        "Lost password: nora2019",
        "Please reset the password of `nora2019`.",
        "Password reset for account nora2019",
        "I have my password, but my phone (Pixel7a) is gone",
        "The password is in KeePass2 on the broken disk1.",
        "my password is 16 characters long",
        "my password is from 2019",
        "the password mail went to nora2019@mail.example",
        "I set up a passkey on iPhone14 and a TOTP app",
        "The page says \"password is invalid\".",
        "Le mot de passe, je l'ai.\n\nMerci d'avance,",
        "La contraseña, esa sí la sé.\n\nGracias,",
        "the password manager has no entry for it",
        "Passwort vergessen, Konto nora2019",
        "Mein Passwort ist falsch.",
        "Mein Passwort wurde nicht angenommen.",
        "J'ai oublié mon mot de passe.",
        "Mon mot de passe est refusé.",
        "Olvidé mi contraseña y mi usuario es nora2019",
        "Mi contraseña es incorrecta.",
        "cambie la contraseña de este buzón, y la de la cuenta si todavía puede",
        "No sé la contraseña para este usuario.",
        "Minha senha foi alterada.",
        "Non ricordo la password, il mio utente è nora2019",
        "Nie pamiętam hasła, użytkownik nora2019",
        "Забыл пароль, мой логин nora2019",
        "Пароль не подходит.",
        "我忘记了密码，用户名是nora2019",
        "密码不记得了",
        "パスワードを忘れました。ユーザー名はnora2019です。",
        "비밀번호를 잊었습니다. 사용자 이름은 nora2019",
        "I lost my security token.",
        "Lost two factor authentication app or security token\nReason:\nPhone4 broke",
        "the API token was deleted",
        "Token: YubiKey 5C",
        "our secret is patience",
        "I never made recovery codes.",
        "recovery codes generated as of 2026-02-20 08:10:43.849831",
        "### Recovery Codes\n\n- [x] I never generated or have lost access to them\n\nnora2019",
        "My recovery codes are refused, the account is nora2019.",
        "I have 8 recovery codes and used 3",
        "Backup codes do not work since version 2.14.1",
        "the session expired",
        "Cookie: I deleted them all",
        "My PIN is unknown to me.",
        "Setup key: lost with the phone",
      })
  void talkIsLeftAlone(String text) {
    assertThat(redactor.redact(text)).isEqualTo(new RedactedText(text, java.util.Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K7Q2M4XAPR5TW3ZN",
        "Here is the code: K7Q2M4XAPR5TW3ZN",
        "the code is K7Q2M4XA",
        "APPROVE K7Q2M4XAPR5TW3ZN 123456",
        "LK-1042 APPROVE K7Q2M4XAPR5TW3ZN\nLK-1043 REJECT no answer",
        "<5c1c0dd0ef9e4d5d@mail.example>",
        "Message-ID: <20260302090000.5c1c0dd0ef9e4d5d@mail.example>",
        "commit 5c1c0dd0ef9e4d5d5c1c0dd0ef9e4d5d5c1c0dd0",
        "see 123e4567-e89b-12d3-a456-426614174000",
        "pypi-attestations, pypi-server-2 and npm_config are names of projects",
        "sk-learn-contrib-tools-2 and hf_hub_tools",
        "call +49 4111 1111 1111 1111 or 0800 4111111",
        "ISBN 978-3-16-148410-0, EAN 4006381333931",
        "ticket 4111111111111112",
        "order 2026030209000012345",
        "https://index.example/account/request-password-reset/",
        "https://index.example/project/nora-tools/1.2.3/",
        "https://github.com/nora/tools/issues/2411",
        "nora.miller+index@mail.example",
        "Two lines of one shape:\n5c1c0dd0ef9e4d5d\n77ab0dd0ef9e4d5e\n",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----",
        "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE\n-----END PGP SIGNATURE-----",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ1 nora@laptop",
      })
  void namesNumbersAndOurOwnCodesAreLeftAlone(String text) {
    assertThat(redactor.redact(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "密码忘了 重置邮件一直没收到 用户名wangnora",
        "パスワードを忘れました ユーザー名nora2020x",
        "je ne retrouve plus mon mot de passe (compte camillou)",
        "I cannot find my password (account noralake)",
        "no encuentro mi contraseña (cuenta noralago)",
        "I lost my recovery codes. My user name is a1b2-c3d4.",
        "Account name: a1b2-c3d4\nRecovery codes: lost",
        "### Username\n\na1b2-c3d4\n\n### Recovery codes\n\nI lost them",
        "1. a1b2-c3d4\n2. lost\n\n> 1. What is the name of the account?\n"
            + "> 2. Do you have recovery codes: yes, lost, or never made?",
        "> 1. What is the name of the account? You find it in the\n> address bar.\na1b2-c3d4\n"
            + "> 2. Do you have recovery codes: yes, lost, or never made?\nlost",
        "Mein Benutzername lautet a1b2-c3d4, die Wiederherstellungscodes sind weg.",
        "Mon nom d'utilisateur est a1b2-c3d4, et les codes de récupération sont perdus.",
        "用户名是a1b2-c3d4，恢复码丢了",
        "My username on the index is a1b2-c3d4 and my backup codes are gone.",
        "The recovery codes are lost. My account is called 5c1c0dd0ef9e4d5d.",
        "I lost my recovery codes, and jane-2020 is my account.",
        "jane-2020\n\nI have no recovery codes.",
      })
  void whatIsCalledTheAccountsNameIsNoCode(String text) {
    assertThat(redactor.redact(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recovery code: a1b2-c3d4",
        "recovery code: jane-2020",
        "My username is dora-2020 and my recovery code is a1b2-c3d4.",
        "The recovery code of my account is a1b2-c3d4",
        "The recovery code for the user name: a1b2-c3d4",
        "Username:\nRecovery code:\na1b2-c3d4",
        "Recovery codes for the account dora: a1b2-c3d4 e5f6-a7b8",
        "Account name and recovery codes:\na1b2-c3d4",
        "Username: dora2020\n\nRecovery codes:\n\na1b2-c3d4\ne5f6-a7b8",
        "Benutzername: dora2020\nWiederherstellungscode: a1b2-c3d4",
      })
  void whatIsCalledACodeIsOneBesideAName(String text) {
    assertThat(redactor.redact(text).text())
        .contains("[recovery code removed]")
        .doesNotContain("a1b2", "jane-2020");
  }

  @Test
  void linesAroundALongSecretStay() {
    assertThat(
            redactor
                .redact(
                    "above\nkey: -----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqV\n-----END PRIVATE KEY-----\n\nbelow\n")
                .text())
        .isEqualTo("above\nkey: [private key removed]\n\nbelow\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: ",
        "password ",
        "my password was ",
        "username/password: a / ",
        "password:password:",
        "\"password\": \"",
        "密码是",
        "sk-",
        "pypi-",
        "otpauth://",
        "://a:",
        "@://",
        "1:",
        "4111 ",
        "4111-1111-1111-1111-",
        "cookie:",
        "cookie: a=b;\n",
        "session=",
        "recovery codes ",
        "recovery code 1234 ",
        "5c1c0dd0ef9e4d5d\n",
        "5c1c0dd0ef9e4d5d ",
        "BEGIN PRIVATE KEY",
        "END PRIVATE KEY ",
        "-----BEGIN PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n",
        "MIIEIBAAKC",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "PuTTY-User-Key-File-2: a\n",
        "a: b\n",
        "a",
        " ",
        "\n",
        "> ",
        "-",
        "=",
        "é",
        "漢",
        "\uD83D\uDE00",
        "\uD83D",
      })
  void hugeMailIsReadInTheTimeOfItsLength(String piece) {
    String text = piece.repeat(256 * 1024 / piece.length());
    // A tenth of a second when it is linear, minutes when it is not, whatever else the machine
    // does.
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(redactor.redact(text)).isNotNull());
  }

  /** Whose password it is, or that it is forgotten, is none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mot de passe (compte luc)",
        "mot de passe : celui de luc75",
        "mdp : celui du compte zoe_12",
        "Passwort: Konto opa1947",
        "Passwort: für opa1947",
        "Kennwort: das vom Account max_88",
        "password: forgotten",
        "pw: account tim4",
        "contraseña - la de la cuenta eva",
        "contraseña: cuenta eva77",
        "senha: da conta rui88",
        "パスワード：アカウント yuki3",
        "パスワードはken55のアカウントのものです",
        "パスワード：忘れました ken55",
        "密码忘了 li_99",
      })
  void whosePasswordItIsIsNoPassword(String told) {
    assertThat(redactor.redact(told).kinds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Passwort (alt): Sommer2024",
        "password (account nora): Sommer2024",
        "mdp (ancien compte) : Sommer2024",
        "mot de passe compte luc : Sommer2024",
        "Das Passwort war Sommer2024 (Konto opa)",
        "senha (conta bia): Sommer2024",
        "パスワード（古い）：Sommer2024",
        "密码（旧的）：Sommer2024",
      })
  void aPasswordBesideARemarkIsOne(String told) {
    assertThat(redactor.redact(told).text()).doesNotContain("Sommer2024");
  }
}
