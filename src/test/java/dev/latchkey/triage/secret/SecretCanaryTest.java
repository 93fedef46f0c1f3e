package dev.latchkey.triage.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Plants generated secrets in many sentences and looks for what is left of them. */
class SecretCanaryTest {
  private static final String DIGITS = "0123456789";
  private static final String HEX = DIGITS + "abcdef";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String BASE32 = UPPER + "234567";
  private static final String ALPHANUMERIC = DIGITS + LOWER + UPPER;
  private static final String BASE64 = ALPHANUMERIC + "+/";
  private static final String URL64 = ALPHANUMERIC + "-_";

  private final SecretRedactor redactor = new SecretRedactor();
  private final Random random = new Random(20260302);

  private String draw(String alphabet, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private String password() {
    String word = draw(LOWER, 4 + random.nextInt(5));
    return switch (random.nextInt(5)) {
      case 0 -> word + draw(DIGITS, 2);
      case 1 -> Character.toUpperCase(word.charAt(0)) + word.substring(1) + draw(DIGITS, 3) + "!";
      case 2 -> word + "_" + draw(LOWER, 3) + "#" + draw(DIGITS, 1);
      case 3 -> draw(ALPHANUMERIC, 12) + "7a";
      default -> "x" + draw(DIGITS, 2) + "$" + word;
    };
  }

  /** Every form with a secret of its own: nothing of it may be left, and its kind is named. */
  private void plant(SecretKind kind, Supplier<String> secrets, List<String> forms) {
    SoftAssertions softly = new SoftAssertions();
    for (String form : forms) {
      for (int i = 0; i < 10; i++) {
        List<String> planted = new ArrayList<>();
        String text = form;
        while (text.contains("%s")) {
          String secret = secrets.get();
          planted.add(secret);
          text =
              text.substring(0, text.indexOf("%s"))
                  + secret
                  + text.substring(text.indexOf("%s") + 2);
        }
        RedactedText redacted = redactor.redact(text);
        softly.assertThat(redacted.kinds()).as(text).contains(kind);
        for (String secret : planted) {
          softly
              .assertThat(left(secret, redacted.text()))
              .as(text + "\n→ " + redacted.text())
              .isEmpty();
        }
        softly.assertThat(redactor.redact(redacted.text()).text()).isEqualTo(redacted.text());
      }
    }
    softly.assertAll();
  }

  /** The first piece of four characters of a secret that is still there. */
  private static String left(String secret, String text) {
    for (String line : secret.split("[\\s-]+")) {
      for (int i = 0; i + 4 <= line.length(); i++) {
        if (text.contains(line.substring(i, i + 4))) {
          return line.substring(i, i + 4);
        }
      }
    }
    return "";
  }

  @Test
  void passwordsInEveryFormAreGone() {
    plant(
        SecretKind.PASSWORD,
        this::password,
        List.of(
            "Hello,\n\nmy password was %s and now it is refused.\n",
            "My password is %s.",
            "pw: %s",
            "PW = %s",
            "Password: %s",
            "Password:\n%s\n",
            "> Password: %s\n",
            "**Password:** %s",
            "* password - %s",
            "user: nora\npass: %s\n",
            "username nora99, password %s",
            "login/password: nora / %s",
            "The password I used on the site was %s",
            "the password for my old account at the index was %s, I think",
            "my password was %s or %s, I am not sure",
            "Das Passwort, das ich zuletzt benutzt habe, war %s",
            "the last password that I remember is \"%s\"",
            "I changed my password to `%s` last week",
            "It should be the password '%s'.",
            "I always logged in with %s as my password.",
            "%s was my password for years",
            "{\"user\": \"nora\", \"password\": \"%s\"}",
            "<password>%s</password>",
            "TWINE_PASSWORD=%s twine upload",
            "export DB_PASSWORD='%s'",
            "https://nora:%s@upload.example/legacy/",
            "twine upload --password %s dist",
            "Mein Passwort war %s.",
            "Das Kennwort lautete %s",
            "Mein altes Passwort für das Konto war %s",
            "Mon mot de passe était %s.",
            "mot de passe : %s",
            "Mi contraseña era %s",
            "la contraseña que usaba era %s",
            "Minha senha era %s",
            "La mia password era %s",
            "la password è %s",
            "Mijn wachtwoord was %s",
            "moje hasło to %s",
            "Hasło: %s",
            "мой пароль был %s",
            "Пароль: %s",
            "пароль от аккаунта - %s",
            "Mitt lösenord var %s",
            "Min adgangskode er %s",
            "Salasanani oli %s",
            "Heslo: %s",
            "A jelszavam: %s",
            "Şifrem: %s",
            "密码是%s",
            "我的密码：%s。",
            "密碼: %s",
            "パスワードは「%s」です",
            "パスワード：%s",
            "비밀번호는 %s 입니다",
            "รหัสผ่าน: %s",
            "كلمة المرور: %s",
            "הסיסמה: %s",
            "Mật khẩu: %s"));
  }

  @Test
  void wordsThatAreThePasswordAreGone() {
    for (String text :
        List.of(
            "my password was butterfly",
            "My password was Butterfly.",
            "Password: butterfly",
            "Password: butterfly meadow thunder lamp",
            "the passphrase is \"butterfly meadow thunder\"",
            "my old password was butterfly, but the new one does not work",
            "passphrase was butterfly-meadow-thunder-lamp")) {
      assertThat(redactor.redact(text).text())
          .as(text)
          .doesNotContainIgnoringCase("butterfly", "thunder");
    }
  }

  @Test
  void tokensOfKnownServicesAreGone() {
    List<Supplier<String>> services =
        List.of(
            () -> "pypi-AgEIcHlwaS5vcmc" + draw(URL64, 120) + "a1B",
            () -> "ghp_" + draw(ALPHANUMERIC, 36),
            () -> "gho_" + draw(ALPHANUMERIC, 36),
            () -> "github_pat_" + draw(ALPHANUMERIC, 22) + "_" + draw(ALPHANUMERIC, 59),
            () -> "glpat-" + draw(URL64, 19) + "x",
            () -> "AKIA" + draw(BASE32, 16),
            () ->
                "xoxb-" + draw(DIGITS, 12) + "-" + draw(DIGITS, 12) + "-" + draw(ALPHANUMERIC, 24),
            () -> "sk-" + draw(ALPHANUMERIC, 45) + "a1B",
            () -> "sk-proj-" + draw(URL64, 60) + "x",
            () -> "sk_live_" + draw(ALPHANUMERIC, 24),
            () -> "rk_test_" + draw(ALPHANUMERIC, 24),
            () -> "npm_" + draw(ALPHANUMERIC, 36),
            () -> "AIza" + draw(URL64, 34) + "x",
            () -> "eyJhbGciOiJIUzI1NiJ9.eyJ" + draw(URL64, 40) + "." + draw(URL64, 42) + "x",
            () -> "SG." + draw(URL64, 21) + "x." + draw(URL64, 42) + "x",
            () ->
                "https://hooks.slack.com/services/T"
                    + draw(BASE32, 8)
                    + "/B"
                    + draw(BASE32, 8)
                    + "/"
                    + draw(ALPHANUMERIC, 24),
            () -> "AC" + draw(HEX, 32),
            () -> "SK" + draw(HEX, 32),
            () -> "dop_v1_" + draw(HEX, 64),
            () -> "hf_" + draw(ALPHANUMERIC, 34),
            () -> "rubygems_" + draw(HEX, 48),
            () -> "dckr_pat_" + draw(URL64, 26) + "x",
            () -> "shpat_" + draw(HEX, 32),
            () -> "hvs." + draw(URL64, 90) + "x",
            () -> draw("123456789", 1) + draw(DIGITS, 8) + ":AA" + draw(URL64, 33),
            () -> "ya29." + draw(URL64, 60) + "x");
    for (Supplier<String> service : services) {
      plantWhole(SecretKind.API_TOKEN, service, "I published with %s until now.");
      plantWhole(SecretKind.API_TOKEN, service, "token=%s\n");
      plantWhole(SecretKind.API_TOKEN, service, "(%s)");
      plantWhole(SecretKind.API_TOKEN, service, "> %s\n> thanks\n");
      plantWhole(SecretKind.API_TOKEN, service, "我的令牌是%s，谢谢");
    }
  }

  /** As {@link #plant}, but what is the same in all tokens of a service may show elsewhere. */
  private void plantWhole(SecretKind kind, Supplier<String> secrets, String form) {
    for (int i = 0; i < 10; i++) {
      String secret = secrets.get();
      RedactedText redacted = redactor.redact(form.replace("%s", secret));
      assertThat(redacted.kinds()).as(secret).containsExactly(kind);
      String body = secret.substring(secret.length() - 16);
      assertThat(left(body, redacted.text())).as(secret + " → " + redacted.text()).isEmpty();
    }
  }

  @Test
  void tokensWithoutAShapeAreGoneWhereWordsSaySo() {
    plant(
        SecretKind.API_TOKEN,
        () -> draw(ALPHANUMERIC, 30) + "a1B2c3",
        List.of(
            "my API key is %s",
            "api_key = \"%s\"",
            "Authorization: Bearer %s",
            "aws_secret_access_key=%s",
            "token: %s",
            "client_secret: '%s'",
            "https://mirror.example/simple?access_token=%s&page=2",
            "Endpoint=https;AccountKey=%s==;Suffix=core"));
  }

  @Test
  void seedsAreGone() {
    plant(
        SecretKind.TOTP_SEED,
        () -> draw(BASE32, 31) + "4",
        List.of(
            "otpauth://totp/Index:nora?secret=%s&issuer=Index&digits=6",
            "my TOTP secret is %s",
            "TOTP secret: %s",
            "The setup key of the authenticator was %s.",
            "Secret key:\n%s",
            "seed=%s",
            "Geheimer Schlüssel: %s",
            "2FA key: %s"));
    Supplier<String> grouped =
        () ->
            (draw(BASE32, 4)
                + " "
                + draw(BASE32, 4)
                + " "
                + draw(BASE32, 4)
                + " "
                + draw(BASE32, 3)
                + "4");
    plant(SecretKind.TOTP_SEED, grouped, List.of("setup key: %s", "my 2FA secret is %s thanks"));
    plant(
        SecretKind.TOTP_SEED,
        () -> grouped.get().toLowerCase(java.util.Locale.ROOT),
        List.of("The manual entry key is %s"));
  }

  @Test
  void recoveryCodesAreGone() {
    Supplier<String> pypi = () -> draw(HEX, 14) + "a1";
    Supplier<String> gitHub = () -> draw(HEX, 4) + "1-" + draw(HEX, 4) + "a";
    Supplier<String> google = () -> draw(DIGITS, 4) + " " + draw(DIGITS, 4);
    Supplier<String> groups =
        () -> draw(BASE32, 4) + "2-" + draw(BASE32, 4) + "3-" + draw(BASE32, 5);
    List<String> lists =
        List.of(
            "My recovery codes:\n\n%s\n%s\n%s\n%s\n",
            "Recovery codes:\n1. %s\n2. %s\n3. %s\n",
            "Meine Wiederherstellungscodes:\n- %s\n- %s\n",
            "> Codes de récupération :\n> * %s\n> * %s\n",
            "backup codes: %s, %s, %s",
            "my recovery code is %s",
            "Recovery code: %s",
            "The recovery code that I tried was %s.",
            "恢复码：\n%s\n%s\n");
    plant(SecretKind.RECOVERY_CODE, pypi, lists);
    plant(SecretKind.RECOVERY_CODE, gitHub, lists);
    plant(SecretKind.RECOVERY_CODE, google, lists);
    plant(SecretKind.RECOVERY_CODE, groups, lists);
    for (Supplier<String> shape : List.of(pypi, gitHub)) {
      plant(
          SecretKind.RECOVERY_CODE,
          shape,
          List.of(
              "I have these:\n%s\n%s\n%s\n",
              "%s %s\n%s %s\n",
              "I tried the recovery codes %s and %s but both are refused.",
              "Neither backup code works. I used %s yesterday."));
    }
  }

  @Test
  void privateKeysAreGoneAlsoWhenCutOrQuoted() {
    Supplier<String> body =
        () -> {
          StringBuilder lines = new StringBuilder();
          for (int i = 0; i < 6; i++) {
            lines.append(draw(BASE64, 63)).append("7\n");
          }
          return lines + draw(BASE64, 21) + "7==";
        };
    plant(
        SecretKind.PRIVATE_KEY,
        body,
        List.of(
            "Here:\n-----BEGIN RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----\nBye\n",
            "-----BEGIN OPENSSH PRIVATE KEY-----\n%s\n-----END OPENSSH PRIVATE KEY-----",
            "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n%s\n-----END EC PRIVATE KEY-----",
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\n\n%s\n-----END PGP PRIVATE KEY BLOCK-----",
            "-----BEGIN PRIVATE KEY-----\n%s\n\nThat is all I have.\n",
            "%s\n-----END PRIVATE KEY-----\n",
            "—--BEGIN PRIVATE KEY—--\n%s\n—--END PRIVATE KEY—--\n",
            "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: nora\nPublic-Lines: 2\nAAAA\nPrivate-Lines: 7\n%s\nPrivate-MAC: 00ff\nBye"));
    String quoted =
        "> -----BEGIN RSA PRIVATE KEY-----\n> "
            + body.get().replace("\n", "\n> ")
            + "\n> -----END RSA PRIVATE KEY-----\nSee above.";
    assertThat(redactor.redact(quoted).text()).isEqualTo("> [private key removed]\nSee above.");
    String flat =
        "-----BEGIN PRIVATE KEY----- "
            + body.get().replace('\n', ' ')
            + " -----END PRIVATE KEY----- bye";
    assertThat(redactor.redact(flat).text()).isEqualTo("[private key removed] bye");
    String escaped =
        "\"-----BEGIN PRIVATE KEY-----\\n"
            + body.get().replace("\n", "\\n")
            + "\\n-----END PRIVATE KEY-----\\n\"";
    assertThat(redactor.redact(escaped).text()).isEqualTo("\"[private key removed]\\n\"");
  }

  @Test
  void wrappedTokenIsGoneToItsLastCharacter() {
    for (int width : List.of(60, 64, 72, 76, 78)) {
      String token = "pypi-AgEIcHlwaS5vcmc" + draw(ALPHANUMERIC, 150) + "a1B";
      StringBuilder wrapped = new StringBuilder();
      for (int i = 0; i < token.length(); i += width) {
        wrapped.append("> ").append(token, i, Math.min(token.length(), i + width)).append('\n');
      }
      String text = "> my token:\n" + wrapped + "> thanks a lot\n\nNora";
      assertThat(redactor.redact(text).text())
          .as(text)
          .isEqualTo("> my token:\n> [api token removed]\n> thanks a lot\n\nNora");
    }
  }

  @Test
  void cookiesAreGone() {
    plant(
        SecretKind.SESSION_COOKIE,
        () -> draw(URL64, 30) + "a1",
        List.of(
            "Cookie: session_id=%s",
            "Cookie: theme=dark; user_session=%s; _gh_sess=%s",
            "-H 'Cookie: session_id=%s' https://site.example",
            "Cookie: a=b;\n sessionid=%s",
            "Set-Cookie: sid=%s; Path=/; HttpOnly",
            "PHPSESSID=%s",
            "my session cookie is %s"));
  }

  @Test
  void cardNumbersAreGone() {
    plant(
        SecretKind.CARD_NUMBER,
        () -> card("4", 16),
        List.of("I paid with %s.", "card %s exp 09/29", "Visa:%s"));
    plant(SecretKind.CARD_NUMBER, () -> card("53", 16), List.of("my card is %s, is that proof?"));
    plant(SecretKind.CARD_NUMBER, () -> card("37", 15), List.of("Amex %s"));
    plant(
        SecretKind.CARD_NUMBER,
        () -> card("4", 16).replaceAll("(.{4})(?=.)", "$1 "),
        List.of("I paid with %s last year"));
    plant(
        SecretKind.CARD_NUMBER,
        () -> card("6011", 16).replaceAll("(.{4})(?=.)", "$1-"),
        List.of("I paid with %s last year"));
  }

  private String card(String prefix, int length) {
    String start = prefix + draw(DIGITS, length - prefix.length() - 1);
    int sum = 0;
    for (int i = 0; i < start.length(); i++) {
      int digit = start.charAt(start.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? 2 * digit : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return start + (10 - sum % 10) % 10;
  }
}
