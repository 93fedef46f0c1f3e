package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where account names are not public a stranger reads the same, letter for letter and octet for
 * octet, whether the accounts that they name exist or not, and however they name them.
 */
@NullMarked
class NamesNotPublicTest {
  private static final String STRANGER = "mo@post.example";
  private static final Pattern CHANCE =
      Pattern.compile(
          "support\\+[a-z0-9]+@desk\\.example|<[^<>@\\s]+@desk\\.example>"
              + "|recovery-[a-z2-7]{20}|(?:[A-Z2-7]{4}-){3,7}[A-Z2-7]{2,4}");

  private static final String HEADER =
      "name,addresses,second_factor,critical,published,second_factor_changed,language,links,keys,co_owners\n";
  private static final String OWNERS =
      """
      quokka77,q@mail.example verified since 2021-03-01; q@other.example verified since 2021-03-01,yes,yes,yes,2026-02-20,,repository https://git.example/q/tidepool since 2022-03-01,,tidepool: brinefox b@mail.example
      brinefox,b@mail.example verified since 2021-03-01,no,no,no,,de,,,
      tidepool,t@mail.example verified since 2021-03-01,yes,no,yes,,,,,
      """;
  private static final String NOBODY =
      "somebody.else,e@mail.example verified since 2021-03-01,yes,no,yes,,,,,\n";

  /** Subject and text; each stranger asks once. */
  private static final List<List<String>> SHAPES =
      List.of(
          List.of("Recovery", "Account name: quokka77\nReason: lost phone\n"),
          List.of(
              "Recovery", "Account name: quokka77\nReason: forgot password\nRecovery codes: yes\n"),
          List.of(
              "Locked out", "My phone fell into a lake and I can't get in any more (quokka77)."),
          List.of(
              "Locked out", "My account is quokka77 or brinefox, I never know which. Lost phone."),
          List.of("Locked out", "I lost my phone, please help.\n\nquokka77"),
          List.of("quokka77", "I lost my phone and cannot log in any more, please help me."),
          List.of("Locked out of quokka77", "Lost my phone, no recovery codes."),
          List.of("Locked out", "I maintain tidepool and lost my phone. I can't get in any more."),
          List.of(
              "Zugang weg",
              "Handy verloren, ich komme nicht mehr hinein. Konto quokka77, glaube ich."),
          List.of("Compte", "J'ai perdu mon téléphone, je n'arrive plus à entrer. C'est quokka77."),
          List.of("Cuenta", "Perdí el teléfono y no puedo entrar, soy quokka77 o brinefox."),
          List.of("Conta", "Perdi o celular e não consigo entrar na conta quokka77."),
          List.of("账号", "我的手机丢了，登录不了，账号是 quokka77。"),
          List.of("アカウント", "電話をなくしてログインできません。アカウントは quokka77 です。"),
          List.of(
              "Old mailbox gone",
              "I lost my phone and I can no longer read mail at my registered address. My account is quokka77."),
          List.of("Hacked!", "Somebody changed my password, I was hacked: quokka77. Please help!"),
          List.of(
              "Recovery",
              """
              Account name: quokka77
              Reason: lost phone
              Recovery codes: no
              I agree to the code of conduct. I know that it can take time.
              """));

  @TempDir private Path folder;

  @Test
  void aStrangerReadsTheSameWhetherTheAccountsExistOrNot() throws IOException, SQLException {
    List<String> there = letters("there.csv", HEADER + OWNERS);
    List<String> notThere = letters("not-there.csv", HEADER + NOBODY);

    assertThat(there).hasSizeGreaterThanOrEqualTo(SHAPES.size() * 2);
    assertThat(notThere).containsExactlyElementsOf(there);
  }

  @Test
  void theDirectoryIsAskedForNothingButTheAccountThatTheMailNames()
      throws IOException, SQLException {
    List<WatchedDirectory> watched = new ArrayList<>();
    try (Conversation desk = desk("there.csv", HEADER + OWNERS, watched)) {
      desk.receive(
          desk.stamped(
              STRANGER,
              "support@desk.example",
              "Locked out",
              "",
              "I lost my phone and can't get in. brinefox, tidepool, user_x1.\n\nAccount name: quokka77"));
    }
    assertThat(watched.get(0).asked()).allMatch(Set.of("quokka77")::equals);
  }

  private Conversation desk(String file, String accounts, List<WatchedDirectory> watched)
      throws IOException {
    return new Conversation(
        TestDatabase.emptyFor(NamesNotPublicTest.class),
        Files.writeString(folder.resolve(file), accounts),
        "",
        read -> watch(read, watched),
        "");
  }

  private static AccountDirectory watch(AccountDirectory read, List<WatchedDirectory> watched) {
    watched.add(new WatchedDirectory(read));
    return watched.get(0);
  }

  /** All that the strangers are sent in the first eleven days, what is drawn by lot taken out. */
  private List<String> letters(String file, String accounts) throws IOException, SQLException {
    try (Conversation desk = desk(file, accounts, new ArrayList<>())) {
      int number = 0;
      for (List<String> shape : SHAPES) {
        String from = "mo%d@post%d.example".formatted(number, number++);
        desk.receive(desk.stamped(from, "support@desk.example", shape.get(0), "", shape.get(1)));
      }
      desk.after(Duration.ofDays(3));
      desk.after(Duration.ofDays(8));
      List<String> letters = new ArrayList<>();
      for (OutboundMail letter : desk.sender().sent()) {
        String recipient = letter.recipient().toString();
        if (recipient.contains("@post")) {
          letters.add(
              CHANCE
                  .matcher(
                      "%s %s %s\n%s\n%s"
                          .formatted(
                              desk.letter(letter),
                              recipient,
                              letter.date(),
                              letter.subject(),
                              letter.body()))
                  .replaceAll("…"));
        }
      }
      return letters;
    }
  }
}
