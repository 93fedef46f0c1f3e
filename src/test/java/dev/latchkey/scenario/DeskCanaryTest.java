package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.latchkey.LogWatch;
import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Mails that hold secrets go through the whole desk. Afterwards none of their bytes is in a table,
 * in a mail of ours or in the log.
 */
@NullMarked
class DeskCanaryTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";
  private static final String DIGITS = "23456789";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String ANY = LETTERS + LETTERS.toUpperCase(Locale.ROOT) + DIGITS;
  private final Random random = new Random(20_260_302);

  @Test
  void noSecretIsStoredSentOrLogged() throws IOException, SQLException {
    Map<String, String> secrets = secrets();
    try (LogWatch log = LogWatch.ofEverything();
        Conversation desk =
            new Conversation(
                TestDatabase.emptyFor(DeskCanaryTest.class), STORY.resolve("accounts.csv"))) {
      sendAll(desk, secrets);

      String everything =
          String.join("\n", tables(desk))
              + String.join(
                  "\n", desk.sender().sent().stream().map(OutboundMail::toString).toList())
              + String.join("\n", log.events().stream().map(DeskCanaryTest::whole).toList());
      List<String> found = secrets.keySet().stream().filter(everything::contains).toList();
      assertThat(found).isEmpty();
      assertThat(desk.column("SELECT id FROM mail WHERE state <> 'HANDLED'")).isEmpty();
      assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
    }
  }

  @Test
  void whatIsSearchedWouldBeFound() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(DeskCanaryTest.class), STORY.resolve("accounts.csv"))) {
      desk.receive(request(1, "I am fond of marmalade."));

      assertThat(String.join("\n", tables(desk))).contains("marmalade");
    }
  }

  private void sendAll(Conversation desk, Map<String, String> secrets) throws IOException {
    int number = 0;
    for (String sentence : secrets.values()) {
      number++;
      String mail = request(number, sentence);
      switch (number % 4) {
        case 0 ->
            mail =
                mail.replace(
                    "Subject: Account recovery request", "Subject: locked out: " + sentence);
        case 1 ->
            mail =
                mail.replace("text/plain", "text/html")
                    .replace(sentence, "<p>" + sentence + "</p>");
        case 2 -> mail = mail.replace(sentence, "Hi\n\n> " + sentence + "\n");
        default -> {}
      }
      desk.receive(mail);
    }
  }

  private static String request(int number, String sentence) throws IOException {
    return Conversation.mail(STORY.resolve("01-request.eml"))
        .replace("dora@", "dora" + number + "@")
        .replace("`dora`", "`dora" + number + "`")
        .replace("story.2", "story." + number)
        .replace("My project is widget-tools.", sentence);
  }

  /** Each secret and the sentence it stands in. */
  private Map<String, String> secrets() {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      plant(secrets, "my password was %s and it does not work", word(9) + draw(DIGITS, 4) + "!");
      plant(secrets, "password: %s", word(6) + "-" + word(7) + draw(DIGITS, 2));
      plant(secrets, "my token is pypi-AgEIcHlwaS5vcmc%s", draw(ANY, 90));
      plant(secrets, "github token: ghp_%s", draw(ANY, 36));
      plant(secrets, "one of my recovery codes is %s", draw("0123456789abcdef", 14) + "a1");
      plant(secrets, "my TOTP secret is %s", draw(BASE32, 32));
      plant(secrets, "otpauth://totp/Index:dora?secret=%s&issuer=Index", draw(BASE32, 32));
      plant(
          secrets,
          "-----BEGIN OPENSSH PRIVATE KEY-----\n%s\n-----END OPENSSH PRIVATE KEY-----",
          draw(ANY, 64));
      plant(secrets, "Cookie: session_id=%s", draw(ANY, 40));
    }
    plant(secrets, "my card is %s", "4111111111111111");
    return secrets;
  }

  private static void plant(Map<String, String> secrets, String sentence, String secret) {
    secrets.put(secret, sentence.formatted(secret));
  }

  private String word(int length) {
    return draw(LETTERS, length);
  }

  private String draw(String letters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /** Every text and blob column of every table; octets as characters. */
  static List<String> tables(Conversation desk) throws SQLException {
    List<String> values = new ArrayList<>();
    List<String> columns =
        desk.column(
            "SELECT CONCAT('SELECT CONVERT(`', column_name, '` USING latin1) FROM `', table_name, '`')"
                + " FROM information_schema.columns WHERE table_schema = DATABASE() AND"
                + " (data_type LIKE '%text' OR data_type LIKE '%char' OR data_type LIKE '%blob')");
    assertThat(columns).hasSizeGreaterThan(40);
    for (String query : columns) {
      values.addAll(desk.column(query));
    }
    return values;
  }

  static String whole(ILoggingEvent event) {
    String thrown = event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage();
    return event.getFormattedMessage() + " " + thrown;
  }
}
