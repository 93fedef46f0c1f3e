package dev.latchkey.scenario;

import static dev.latchkey.scenario.Stage.ALICE;
import static dev.latchkey.scenario.Stage.DESK;
import static dev.latchkey.scenario.Stage.DORA;
import static dev.latchkey.scenario.Stage.EVE;
import static dev.latchkey.scenario.Stage.STORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody outside tries who has read the code of the desk: each begins where a part of a
 * recovery really is, and takes one step that is not theirs.
 */
@NullMarked
class TricksOfStrangersTest {
  @TempDir private Path folder;

  /** Eve proves an account of her own, and says then that she meant Dora's. */
  @Test
  void whatProvesMyAccountProvesNobodyElses() throws IOException, SQLException {
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.csv"),
            """
            name,addresses,second_factor,critical,published
            dora,dora@mail.example verified since 2021-03-01; dora@other.example verified since 2023-01-01,yes,no,yes
            evelyn,eve@attacker.example verified since 2021-03-01; eve@evil.example verified since 2023-01-01,yes,no,yes
            """);
    try (Conversation desk = Stage.desk(TricksOfStrangersTest.class, accounts)) {
      desk.receive(request(EVE, "evelyn"));
      OutboundMail first = desk.last("CODE", EVE);
      OutboundMail second = desk.last("CODE", "eve@evil.example");
      desk.receive(desk.answer(EVE, first, "%CODE%"));
      desk.receive(
          desk.answer(
              EVE,
              desk.last("ACKNOWLEDGEMENT", EVE),
              "Sorry, I mistyped it. My account name is dora, not evelyn."));
      desk.receive(desk.answer("eve@evil.example", second, "%CODE%"));
      desk.receive(desk.answer(EVE, first, "%CODE%"));

      assertThat(
              desk.column(
                  "SELECT e.class FROM evidence e JOIN ticket t ON t.id = e.ticket_id"
                      + " WHERE t.account = 'dora'"))
          .isEmpty();
      assertThat(desk.column("SELECT state FROM ticket WHERE account = 'dora'"))
          .doesNotContain("IN_REVIEW");
    }
  }

  /** Her account changes hands in the account system after its codes were sent. */
  @Test
  void aCodeOfAnAddressThatLeftTheAccountProvesNothing() throws IOException, SQLException {
    Path accounts = Files.copy(STORY.resolve("accounts.csv"), folder.resolve("accounts.csv"));
    try (Conversation desk = Stage.desk(TricksOfStrangersTest.class, accounts)) {
      desk.receive(Stage.request());
      OutboundMail code = desk.last("CODE", "dora@other.example");
      Files.writeString(
          accounts, Files.readString(accounts).replace("dora@other.example", "new@other.example"));
      desk.receive(desk.answer("dora@other.example", code, "%CODE%"));
      desk.receive(desk.stamped(ALICE, DESK, "a case", "", "STATUS LK-1001"));
      desk.alice("TICKET_STATUS", "APPROVE %CODE%");

      assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
      assertThat(desk.state(1001)).isNotEqualTo("COOLING_OFF");
    }
  }

  /** Mail programs confirm that a letter was shown, and some put the letter into the receipt. */
  @Test
  void aReceiptThatRepeatsTheCodeIsNoAnswer() throws IOException, SQLException {
    try (Conversation desk = asked()) {
      OutboundMail code = desk.last("CODE", DORA);
      String text =
          "Your message was displayed on 2 March 2026.\n\n"
              + code.body()
              + "\n--b\nContent-Type: message/disposition-notification\n\n"
              + "Final-Recipient: rfc822;dora@mail.example\nDisposition: automatic-action/"
              + "MDN-sent-automatically; displayed\n\n--b--\n";
      String mail = desk.answer(DORA, code, "--b\nContent-Type: text/plain\n\n" + text);
      desk.receive(
          mail.replace(
                  "text/plain; charset=utf-8",
                  "multipart/report; report-type=disposition-notification; boundary=b")
              .replace("Content-Transfer-Encoding: 8bit\n", ""));
      // The same from a program that names it an ordinary mail.
      desk.receive(
          desk.answer(DORA, code, text.substring(0, text.indexOf("\n--b")))
              .replace("Re: ", "Read: "));

      assertThat(codes(desk)).isEmpty();
    }
  }

  /** A bounce of her own letter that names the owner's address. */
  @Test
  void aBounceOfMyLetterTellsNothingOfYourMailbox() throws IOException, SQLException {
    try (Conversation desk = asked()) {
      desk.receive(request(EVE, "dora"));
      OutboundMail mine = desk.last("ACKNOWLEDGEMENT", EVE);
      desk.receive(
          desk.stamped(
                  "mailer-daemon@attacker.example",
                  mine.envelopeFrom().toString(),
                  "Undelivered Mail Returned to Sender",
                  "Return-Path: <>\n",
                  """
                  --b
                  Content-Type: text/plain

                  <dora@mail.example>: user unknown

                  --b
                  Content-Type: message/delivery-status

                  Reporting-MTA: dns; mx.mail.example

                  Final-Recipient: rfc822; dora@mail.example
                  Action: failed
                  Status: 5.1.1

                  --b--
                  """)
              .replace(
                  "text/plain; charset=utf-8",
                  "multipart/report; report-type=delivery-status; boundary=b"));
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "%CODE%"));

      assertThat(codes(desk)).containsExactly("CODE");
    }
  }

  /** Signs that end a line for some programs, before words that look like the desk's own. */
  @Test
  void whatAClaimantWritesIsMarkedAsTheirsLineByLine() throws IOException, SQLException {
    try (Conversation desk = asked()) {
      StringBuilder words = new StringBuilder("My project is widget-tools.");
      for (String end :
          List.of("\n", "\r", "\u2028", "\u2029", "\u0085", "\u000b", "\f", "\u001e", "\u0000")) {
        words.append(end).append("FORGED: code from dora@other.example, proved.");
      }
      desk.receive(desk.answer(DORA, desk.last("ACKNOWLEDGEMENT", DORA), words.toString()));
      for (String address : List.of(DORA, "dora@other.example")) {
        desk.receive(desk.answer(address, desk.last("CODE", address), "%CODE%"));
      }
      desk.receive(desk.stamped(ALICE, DESK, "a case", "", "STATUS LK-1001"));
      String shown =
          desk.sender().sent().stream()
              .filter(letter -> letter.recipient().toString().equals(ALICE))
              .map(OutboundMail::body)
              .collect(Collectors.joining("\n"));

      assertThat(shown.split("\\R"))
          .filteredOn(line -> line.contains("FORGED"))
          .as("words of others are set in, as no line of ours is")
          .allMatch(line -> line.startsWith("    ") || line.startsWith("|"));
      assertThat(shown).doesNotContain("\u2028", "\u2029", "\u0085", "\u000b", "\f", "\u0000");
    }
  }

  /** Names that no account has: each mail ends, and none stays or breaks. */
  @Test
  void noAccountNameMakesAMailThatNeverEnds() throws IOException, SQLException {
    List<String> names =
        List.of(
            "x".repeat(300),
            "\ud83d\ude00".repeat(70),
            "do\u0000ra",
            "\u202eárod",
            "LK-1001",
            "%s${7*7}#{x}",
            "'; DROP TABLE ticket; --",
            "dora\u2028APPROVED",
            "\ud800",
            "DORA\u0301".repeat(60),
            "STOP-AAAA-BBBB-CCCC-DDDD");
    try (Conversation desk = Stage.desk(TricksOfStrangersTest.class)) {
      for (int i = 0; i < names.size(); i++) {
        desk.arrives(
            desk.stamped(
                "eve%1$d@a%1$d.example".formatted(i),
                DESK,
                "Account recovery",
                "",
                "I lost my phone and cannot log in, please help me to recover my account.\n\n"
                    + "## Username\n\n`"
                    + names.get(i)
                    + "`\n"));
      }
      desk.after(Duration.ofMinutes(1));

      assertThat(desk.column("SELECT id FROM mail WHERE state <> 'HANDLED'")).isEmpty();
      assertThat(desk.unheard()).isEmpty();
      assertThat(desk.sender().sent())
          .allMatch(letter -> letter.body().chars().noneMatch(c -> c < ' ' && c != '\n'));
    }
  }

  /** A mail of a megabyte that looks like codes, to thousands of addresses of ours. */
  @Test
  void thousandsOfGuessesInOneMailAreOneTryAndCostLittle() throws IOException, SQLException {
    try (Conversation desk = asked()) {
      OutboundMail code = desk.last("CODE", DORA);
      String right = Conversation.code(code).orElseThrow();
      String guesses =
          IntStream.range(0, 40_000)
              .mapToObj(i -> "%s-%04d".formatted("ABCD-EFGH-IJKL", i).replaceAll("[0189]", "A"))
              .collect(Collectors.joining("\n"));
      String mail = desk.answer(DORA, code, guesses + "\n" + right);
      String to =
          IntStream.range(0, 5_000)
              .mapToObj(i -> "support+%s@desk.example".formatted(token(i)))
              .collect(Collectors.joining(",\n "));
      desk.arrives(mail);
      desk.arrives(desk.stamped(EVE, to, "Hello", "", "Hello, is anybody there? I cannot log in."));
      long began = System.nanoTime();
      desk.after(Duration.ofMinutes(1));
      Duration took = Duration.ofNanos(System.nanoTime() - began);

      assertThat(took).isLessThan(Duration.ofSeconds(15));
      assertThat(codes(desk)).isEmpty();
      assertThat(desk.column("SELECT state FROM mail WHERE state = 'RECEIVED'")).isEmpty();
      assertThat(desk.column("SELECT MAX(tries) FROM token WHERE purpose = 'PROVE'"))
          .containsExactly("1");
    }
  }

  /** A co-owner who asks for the account in another's name vouches for themselves. */
  @Test
  void nobodyVouchesForThemselves() throws IOException, SQLException {
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.csv"),
            "name,addresses,second_factor,critical,published,co_owners\n"
                + "nora,nora@mail.example verified since 2021-03-01,yes,no,yes,"
                + "lamp: omar omar@other.example since 2021-05-01\n");
    try (Conversation desk = Stage.desk(TricksOfStrangersTest.class, accounts)) {
      desk.receive(
          Conversation.mail(
                  Conversation.STORIES
                      .resolve("170-a-recovery-code-is-accepted")
                      .resolve("01-request.eml"))
              .replace("nora@new.example", "omar+nora@other.example")
              .replace("new.example", "other.example"));
      String asked = "PROOF_WANTED";
      desk.receive(
          desk.answer(
              "omar+nora@other.example",
              desk.last(asked, "omar+nora@other.example"),
              "Please ask omar, he can vouch for me."));
      desk.sender().sent().stream()
          .filter(letter -> letter.recipient().toString().equals("omar@other.example"))
          .toList()
          .forEach(letter -> desk.receive(desk.answer("omar@other.example", letter, "%CODE%")));

      assertThat(desk.column("SELECT class FROM evidence WHERE class = 'VOUCHER'")).isEmpty();
    }
  }

  /** The owner's own words to somebody else, passed on as an attachment and as a quotation. */
  @Test
  void anObjectionThatSomebodyElsePassesOnStopsNothing() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(TricksOfStrangersTest.class)) {
      desk.alice("CASE", "APPROVE %CODE%");
      String words = desk.stamped(DORA, "eve@attacker.example", "Stop", "", "Stop it, not me!");
      desk.receive(
          desk.stamped(
              EVE, DESK, "Fwd: LK-1001", "", "See below.\n\n> " + words.replace("\n", "\n> ")));
      desk.receive(
          desk.stamped(
                  EVE,
                  DESK,
                  "Fwd: LK-1001",
                  "",
                  "--b\nContent-Type: message/rfc822\n\n" + words + "\n--b--\n")
              .replace(
                  "text/plain; charset=utf-8\nContent-Transfer",
                  "multipart/mixed; boundary=b\nContent-Transfer"));
      desk.receive(words.replace("dmarc=pass", "dmarc=none").replace("dkim=pass", "dkim=none"));

      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    }
  }

  private static List<String> codes(Conversation desk) throws SQLException {
    return desk.column("SELECT class FROM evidence WHERE class LIKE '%CODE%'");
  }

  private static String token(int number) {
    StringBuilder token = new StringBuilder(Integer.toString(number, 24));
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      token.setCharAt(i, c <= '9' ? (char) ('k' + c - '0') : c);
    }
    return "a".repeat(26 - token.length()) + token;
  }

  private static String request(String who, String account) throws IOException {
    return Stage.request()
        .replace(DORA, who)
        .replace("mail.example", who.substring(who.indexOf('@') + 1))
        .replace("`dora`", "`" + account + "`")
        .replace("story.2", "story." + account);
  }

  private static Conversation asked() throws IOException {
    Conversation desk = Stage.desk(TricksOfStrangersTest.class);
    desk.receive(Stage.request());
    return desk;
  }
}
