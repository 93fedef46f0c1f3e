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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
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
          "LK-\\d+|support\\+[a-z0-9]+@desk\\.example|<[^<>@\\s]+@desk\\.example>"
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

  /** What becomes of the accounts that the strangers ask for; none of it is theirs to know. */
  private enum Fate {
    NO_SUCH_ACCOUNT,
    OWNER_SILENT,
    NOT_ME,
    NOT_ME_TWICE,
    STOP_WORD,
    BREAK_IN,
    WORDS_FOR_A_PERSON,
    MACHINE,
    AGREES,
    TAKEN_BACK,
    OWN_REQUEST,
    OTHER_STRANGER,
    FROZEN
  }

  /** A stranger's mails: the hours since the last one, the kind of letter answered, the words. */
  private record Say(int hours, String letter, String words) {}

  private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

  private static final String FORM =
      """
      Account name: %s
      Reason: lost phone
      Recovery codes: no
      I agree to the code of conduct. I know that it can take time.
      """;

  private static final String GERMAN_FORM =
      """
      Kontoname: %s
      Grund: Handy verloren
      Wiederherstellungscodes: nein
      Ich stimme dem Verhaltenskodex zu. Ich weiß, dass es dauern kann.
      """;

  private static final List<List<Say>> CONVERSATIONS =
      List.of(
          // Nothing but time, to the end and beyond it.
          List.of(
              new Say(24 * 20, "EXPIRED", "I still need help, I cannot get in."),
              new Say(24 * 9, "EXPIRED", "How is it going?"),
              new Say(24, "EXPIRED", "Somebody told me that the account is there. Is it?")),
          // Impatience.
          List.of(
              new Say(2, "ACKNOWLEDGEMENT", "How is it going?"),
              new Say(3, "ACKNOWLEDGEMENT", "new code"),
              new Say(1, "ACKNOWLEDGEMENT", "My code is ABCD-EFGH-JKLM-NPQR."),
              new Say(1, "ACKNOWLEDGEMENT", "HELP"),
              new Say(30, "ACKNOWLEDGEMENT", "Did the owner write to you? Is there news?"),
              new Say(24 * 9, "REMINDER", "more time"),
              new Say(24 * 9, "MORE_TIME", "What happens now? My sister says that it is stopped."),
              new Say(24, "ACKNOWLEDGEMENT", "please close this"),
              new Say(24, "WITHDRAWN", "I still need help after all, I cannot get in.")),
          // The mailbox is lost, so that it lies before the staff.
          List.of(
              new Say(2, "ACKNOWLEDGEMENT", "I can no longer read email at that address."),
              new Say(24 * 2, "", "How is it going?"),
              new Say(24 * 9, "", "I have nothing to prove it with. A person must look at it."),
              new Say(24 * 9, "", "Is there any news?")),
          // The same form again, and in other words.
          List.of(
              new Say(2, "FORM", FORM),
              new Say(24 * 4, "FORM", "Account name: %s\nI lost my phone, I asked before."),
              new Say(24 * 6, "FORM", FORM),
              new Say(24 * 9, "FORM", FORM)),
          // In German.
          List.of(
              new Say(2, "", "Wie ist der Stand?"),
              new Say(24, "", "Bitte einen neuen Code."),
              new Say(24 * 14, "", "Ich komme immer noch nicht hinein.")));

  @Test
  void aStrangerReadsTheSameWhateverTheOwnerAnswers() throws IOException, SQLException {
    List<String> alone = conversations(Fate.NO_SUCH_ACCOUNT);

    assertThat(alone).hasSizeGreaterThan(40);
    SoftAssertions all = new SoftAssertions();
    for (Fate fate : Fate.values()) {
      all.assertThat(conversations(fate)).as("%s", fate).containsExactlyElementsOf(alone);
    }
    all.assertAll();
  }

  /** What each stranger reads, and when, from their form to weeks after the end. */
  private List<String> conversations(Fate fate) throws IOException, SQLException {
    StringBuilder accounts = new StringBuilder(HEADER).append(NOBODY);
    for (int who = 0; who < CONVERSATIONS.size() && fate != Fate.NO_SUCH_ACCOUNT; who++) {
      accounts.append(
          "%s,%s verified since 2021-03-01,yes,no,no,,,,,\n".formatted(name(who), owner(who)));
    }
    try (Conversation desk = desk(fate + ".csv", accounts.toString(), new ArrayList<>())) {
      for (int who = 0; who < CONVERSATIONS.size(); who++) {
        Instant asked = MORNING.plus(Duration.ofMinutes(5L * who));
        if (fate == Fate.OTHER_STRANGER) {
          Instant before = asked.minus(Duration.ofHours(1));
          ask(desk, before, "eve%1$d@elsewhere%1$d.example".formatted(who), who);
        }
        ask(desk, asked, stranger(who), who);
      }
      for (int who = 0; who < CONVERSATIONS.size(); who++) {
        fate(desk, fate, MORNING.plus(Duration.ofMinutes(60 + 5L * who)), who);
      }
      for (int hour = 2; hour < 24 * 80; hour++) {
        boolean said = false;
        for (int who = 0; who < CONVERSATIONS.size(); who++) {
          said |= say(desk, hour, who);
        }
        if (!said && hour % 12 == 0) {
          desk.setClock(MORNING.plus(Duration.ofHours(hour)));
          desk.after(Duration.ZERO);
        }
      }
      assertThat(desk.unheard()).isEmpty();
      List<String> read = new ArrayList<>();
      for (int who = 0; who < CONVERSATIONS.size(); who++) {
        read.addAll(read(desk, stranger(who)));
      }
      return read;
    }
  }

  private static void ask(Conversation desk, Instant at, String from, int who) {
    desk.setClock(at);
    String words = who == 4 ? GERMAN_FORM.formatted(name(who)) : FORM.formatted(name(who));
    desk.receive(desk.stamped(from, "support@desk.example", "Recovery", "", words));
  }

  /** What a stranger says at this hour; false where they say nothing. */
  private static boolean say(Conversation desk, int hour, int who) throws SQLException {
    int at = 0;
    for (Say say : CONVERSATIONS.get(who)) {
      at += say.hours();
      if (at == hour) {
        desk.setClock(MORNING.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(5L * who)));
        String from = stranger(who);
        String words = say.words().replace("%s", name(who));
        desk.receive(
            say.letter().equals("FORM")
                ? desk.stamped(from, "support@desk.example", "Recovery", "", words)
                : desk.answer(from, answered(desk, from, say.letter()), words));
        return true;
      }
    }
    return false;
  }

  /** The last letter of that kind, or the last one of all. */
  private static OutboundMail answered(Conversation desk, String from, String kind)
      throws SQLException {
    Optional<OutboundMail> last = Optional.empty();
    Optional<OutboundMail> meant = Optional.empty();
    for (OutboundMail sent : desk.sender().sent()) {
      if (sent.recipient().toString().equals(from)) {
        last = Optional.of(sent);
        meant = desk.letter(sent).equals(kind) ? last : meant;
      }
    }
    return meant.isPresent() ? meant.get() : last.orElseThrow();
  }

  private void fate(Conversation desk, Fate fate, Instant at, int who) throws SQLException {
    desk.setClock(at);
    String owner = owner(who);
    switch (fate) {
      case NO_SUCH_ACCOUNT, OWNER_SILENT, OTHER_STRANGER -> {}
      case NOT_ME, NOT_ME_TWICE, TAKEN_BACK -> {
        answer(desk, owner, "That was not me. I asked for nothing.");
        if (fate == Fate.NOT_ME_TWICE) {
          answer(desk, owner, "Not me! Stop it at once, please.");
        }
        if (fate == Fate.TAKEN_BACK) {
          answer(desk, owner, "Sorry, it was me after all.");
        }
      }
      case STOP_WORD -> answer(desk, owner, "STOP");
      case BREAK_IN -> answer(desk, owner, "Somebody is in my account and changed things. Help!");
      case WORDS_FOR_A_PERSON ->
          answer(desk, owner, "I think my cousin Jo uses this name too, on some days.");
      case MACHINE ->
          desk.receive(
              desk.answer(
                  owner,
                  desk.last("CODE", owner),
                  "I am out of the office until Monday.",
                  "Auto-Submitted: auto-replied\n"));
      case AGREES -> answer(desk, owner, "Yes, that is fine. My colleague asked for me.");
      case OWN_REQUEST -> {
        desk.receive(
            desk.stamped(owner, "support@desk.example", "Recovery", "", FORM.formatted(name(who))));
        answer(desk, owner, "%CODE%");
      }
      case FROZEN -> {
        answer(desk, owner, "That was not me. Somebody is after my account!");
        desk.alice("CONTESTED", "FREEZE\nthe owner asks for it");
      }
    }
  }

  private static void answer(Conversation desk, String owner, String words) throws SQLException {
    desk.receive(desk.answer(owner, desk.last("CODE", owner), words));
  }

  private static String name(int who) {
    return "quokka" + (70 + who);
  }

  private static String owner(int who) {
    return "q%d@mail%d.example".formatted(who, who);
  }

  private static String stranger(int who) {
    return "mo%d@post%d.example".formatted(who, who);
  }

  /** What one of them was sent, to the minute, what is drawn by lot taken out. */
  private static List<String> read(Conversation desk, String recipient) throws SQLException {
    List<String> letters = new ArrayList<>();
    for (OutboundMail letter : desk.sender().sent()) {
      if (letter.recipient().toString().equals(recipient)) {
        letters.add(plain(desk, letter, letter.date().truncatedTo(ChronoUnit.HOURS)));
      }
    }
    return letters;
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
          letters.add(plain(desk, letter, letter.date()));
        }
      }
      return letters;
    }
  }

  private static String plain(Conversation desk, OutboundMail letter, Object date)
      throws SQLException {
    return CHANCE
        .matcher(
            "%s %s %s\n%s\n%s"
                .formatted(
                    desk.letter(letter), letter.recipient(), date, letter.subject(), letter.body()))
        .replaceAll("…");
  }
}
