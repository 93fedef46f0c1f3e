package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who answers a code letter by a program that sends the letter back types no code; a person does,
 * above it, below it and between its lines, with marks or without.
 */
@NullMarked
class EchoedCodesTest {
  private static final String NORA = "nora@mail.example";
  private static final String OMAR = "omar@other.example";
  private static final String EVE = "eve@attacker.example";
  private static final Path STORY = Conversation.STORIES.resolve("160-branch-after-the-code");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Conversation desk;

  /** How a mail is made of a letter of ours. */
  private record Shape(String name, String fields, String above, String code, String below) {
    String of(OutboundMail letter) {
      String line = "    " + Conversation.code(letter).orElseThrow() + "\n";
      return above + letter.body().replace(line, line + code) + below;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Shape> echoes() {
    return Stream.of(
        new Shape("vacation", "", "I am on holiday until Monday.\n\nYour message:\n\n", "", ""),
        new Shape("vacation, signed", "", "Away.\n\n", "", "\nBest\nNora\n"),
        new Shape(
            "help desk",
            "Auto-Submitted: auto-replied\n",
            "Thank you, we received your message and gave it the number 4711.\n\n",
            "",
            "\nPlease do not answer this message.\n"),
        new Shape("machine", "X-Autoreply: yes\n", "Ticket created: 4711\n", "", ""),
        new Shape("generated", "Auto-Submitted: auto-generated\n", "", "", "\n4711 was opened."),
        new Shape("words of somebody", "", "Hello, what is this about?\n\n", "", ""));
  }

  static Stream<Shape> answers() {
    return Stream.of(
        new Shape("above", "", "%CODE%\n\n", "", ""),
        new Shape("above, with words", "", "Hello,\n\nhere it is:\n%CODE%\n\nNora\n\n", "", ""),
        new Shape(
            "above, with many words",
            "",
            "Hello,\n\nyes, it was me who asked you to help me back into my account, and I am glad"
                + " that you answered so soon.\n\n%CODE%\n\nNora\n\n",
            "",
            ""),
        new Shape(
            "told", "", "Here is the code you sent me:\n\n%CODE%\n\nThanks!\nNora\n\n", "", ""),
        new Shape("told below", "", "", "", "\n\nThe code that you sent me is:\n%CODE%\nNora"),
        new Shape("below", "", "", "", "\n\n%CODE%\n"),
        new Shape("below, with words", "", "", "", "\n\nHere you are: %CODE%\nNora"),
        new Shape("between the lines", "", "", "\n%CODE%\n", ""),
        new Shape("between the lines, with words", "", "", "\nyes, it is %CODE%\n", ""),
        new Shape(
            "marked as a machine's", "Auto-Submitted: auto-generated\n", "%CODE%\n\n", "", ""),
        new Shape("in lower case below", "", "", "", "\n\nmy code is %code%\n"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void anEchoOfACodeLetterProvesNothing(Shape shape) throws Exception {
    open("");
    asks(EVE);
    receive(NORA, desk.last("CODE", NORA), shape);
    assertThat(evidence()).isEmpty();
    // The code is good as before.
    desk.receive(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
    assertThat(evidence()).contains("CODE");
  }

  @Test
  void aMachineThatSendsItBackIsHeardByNobody() throws Exception {
    open("");
    asks(EVE);
    int before = desk.sender().sent().size();
    receive(NORA, desk.last("CODE", NORA), echoes().skip(2).findFirst().orElseThrow());
    assertThat(desk.outcome()).isEqualTo(Outcome.AUTOMATIC_IGNORED);
    assertThat(desk.sender().sent()).hasSize(before);
    assertThat(desk.column("SELECT event FROM history WHERE event = 'MAIL_ADDED'")).isEmpty();
  }

  /** Letters of ours that come back without their end, or without their beginning. */
  static Stream<String> brokenOff() {
    return Stream.of(
        "%ABOVE%\n\n    %CODE%\n",
        "%ABOVE%\n\n%CODE%",
        "Your message 4711 arrived.\n\n%ABOVE%\n\n%CODE%\n",
        "%CODE%\n\n%BELOW%\n",
        "%CODE%\n\n%BELOW%\n\nThank you. We look into it.\n",
        """
        -----Original Message-----
        From: Example Index Support <support@desk.example>

        %ABOVE%

        %CODE%
        """,
        "%ABOVE%\n%CODE%\n[…]\n");
  }

  @ParameterizedTest
  @MethodSource("brokenOff")
  void norDoesOneThatBreaksOffBesideItsCode(String text) throws Exception {
    for (String fields : List.of("", "Auto-Submitted: auto-replied\n", "X-Autoreply: yes\n")) {
      open("");
      asks(EVE);
      OutboundMail letter = desk.last("CODE", NORA);
      desk.receive(desk.answer(NORA, letter, brokenOff(letter, text), fields));
      assertThat(evidence()).isEmpty();
      assertThat(desk.unheard()).isEmpty();
      desk.receive(desk.answer(NORA, letter, "%CODE%\n\n" + brokenOff(letter, text)));
      assertThat(evidence()).contains("CODE");
      desk.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ABOVE%\n\n%CODE%\n", "%CODE%\n\n%BELOW%\n", "yes\n\n%ABOVE%\n%CODE%"})
  void whoMayHaveTypedTheCodeThereIsToldHowToSendIt(String text) throws Exception {
    open("");
    asks(NORA);
    OutboundMail letter = desk.last("CODE", NORA);
    desk.receive(desk.answer(NORA, letter, brokenOff(letter, text)));
    assertThat(desk.outcome()).isEqualTo(Outcome.CODE_REFUSED);
    assertThat(desk.heard()).isEqualTo("WRITER");
    assertThat(desk.last("CODE_REFUSED", NORA).body()).contains("at the very top");
    desk.receive(desk.answer(NORA, letter, "%CODE%"));
    assertThat(evidence()).contains("CODE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Here it is:", "the code of your letter:"})
  void whoAnnouncesItThereProves(String words) throws Exception {
    open("");
    asks(NORA);
    OutboundMail letter = desk.last("CODE", NORA);
    desk.receive(desk.answer(NORA, letter, brokenOff(letter, "%ABOVE%\n\n" + words + "\n%CODE%")));
    assertThat(evidence()).contains("CODE");
  }

  private static String brokenOff(OutboundMail letter, String text) {
    String code = Conversation.code(letter).orElseThrow();
    String below = letter.body().substring(letter.body().indexOf(code) + code.length()).strip();
    return text.replace("%ABOVE%", Conversation.upToTheCode(letter)).replace("%BELOW%", below);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "pt", "zh", "ja"})
  void norInAnyLanguage(String language) throws Exception {
    open(language);
    asks(EVE);
    receive(NORA, desk.last("CODE", NORA), new Shape("", "", "4711\n\n", "", ""));
    assertThat(evidence()).isEmpty();
    desk.receive(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
    assertThat(evidence()).contains("CODE");
  }

  @Test
  void norInTwoLanguagesAtOnce() throws Exception {
    open("");
    desk.receive(
        desk.stamped(
            EVE,
            "support@desk.example",
            "Konto gesperrt",
            "",
            """
            Hallo,

            Kontoname: nora
            Grund: Ich habe den zweiten Faktor verloren
            Wiederherstellungscodes: Ich habe sie verloren
            Verhaltenskodex: Ich stimme zu
            Wartezeit: Ich verstehe, dass es dauern kann

            Mein Telefon wurde gestohlen, bitte helfen Sie mir."""));
    OutboundMail letter = desk.last("CODE", NORA);
    assertThat(letter.body().split(Conversation.code(letter).orElseThrow(), -1)).hasSize(3);
    receive(NORA, letter, new Shape("", "", "4711\n\n", "", ""));
    assertThat(evidence()).isEmpty();
    receive(NORA, letter, new Shape("", "", "%CODE%\n\n", "", ""));
    assertThat(evidence()).contains("CODE");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void aPersonWhoTypesTheCodeProves(Shape shape) throws Exception {
    open("");
    asks(EVE);
    receive(NORA, desk.last("CODE", NORA), shape);
    assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
    assertThat(evidence()).contains("CODE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here is the code you sent me:",
        "You wrote that I should send this code:",
        "Das ist der Code, den Sie mir geschickt haben:",
        "Voici le code que vous m'avez envoyé :",
        "Este es el código que me enviaron:",
        "Aqui está o código que me enviou:",
        "这是您发给我的验证码：",
        "送っていただいたコードはこちらです："
      })
  void whoTellsWhatItIsProves(String words) throws Exception {
    open("");
    asks(EVE);
    desk.receive(desk.answer(NORA, desk.last("CODE", NORA), words + "\n\n%CODE%\n\nBest\nNora"));
    assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
  }

  @Test
  void aLongAnswerWithASignatureProves() throws Exception {
    open("");
    asks(EVE);
    desk.receive(
        desk.answer(
            NORA,
            desk.last("CODE", NORA),
            "Hello,\n\nyes, it was me who asked you to help me back into my account, because my"
                + " phone was stolen last week. This is the code that you sent me:\n\n%CODE%\n\nBest"
                + " regards\nNora North\nnora@mail.example\nLK-1001\n"));
    assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void anEchoVouchesForNobody(Shape shape) throws Exception {
    open("");
    asks(NORA);
    desk.receive(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
    desk.receive(
        desk.answer(NORA, desk.last("PROOF_WANTED", NORA), "Please ask omar, he can vouch."));
    receive(OMAR, desk.last("VOUCH", OMAR), shape);
    assertThat(evidence()).doesNotContain("VOUCHER");
  }

  @Test
  void whoVouchesAndMayHaveTypedTheCodeThereIsToldHowToSendIt() throws Exception {
    open("");
    asks(NORA);
    desk.receive(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
    desk.receive(
        desk.answer(NORA, desk.last("PROOF_WANTED", NORA), "Please ask omar, he can vouch."));
    OutboundMail letter = desk.last("VOUCH", OMAR);
    desk.receive(desk.answer(OMAR, letter, brokenOff(letter, "%ABOVE%\n\n%CODE%\n")));
    assertThat(evidence()).doesNotContain("VOUCHER");
    assertThat(desk.last("VOUCH_HEARD", OMAR).body()).contains("at the very top");
    desk.receive(desk.answer(OMAR, letter, "%CODE%"));
    assertThat(evidence()).contains("VOUCHER");
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void anEchoConfirmsNoAddress(Shape shape) throws Exception {
    open("");
    asksWithoutMailbox();
    receive("nora@new.example", desk.last("PROOF_WANTED", "nora@new.example"), shape);
    assertThat(confirmed()).isEmpty();
    desk.receive(
        desk.answer("nora@new.example", desk.last("PROOF_WANTED", "nora@new.example"), "%CODE%"));
    assertThat(confirmed()).hasSize(1);
  }

  private void open(String language) throws IOException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        "name,addresses,second_factor,critical,published,co_owners,language\n"
            + "nora,nora@mail.example verified since 2021-03-01,yes,no,yes,"
            + "lamp: omar omar@other.example since 2021-05-01,"
            + language
            + "\n");
    desk = new Conversation(TestDatabase.emptyFor(EchoedCodesTest.class), accounts);
  }

  private void asks(String who) throws IOException, SQLException {
    desk.receive(
        Conversation.mail(STORY.resolve("01-request.eml"))
            .replace(NORA, who)
            .replace("mail.example", who.substring(who.indexOf('@') + 1)));
  }

  private void asksWithoutMailbox() throws IOException {
    desk.receive(
        Conversation.mail(
            Conversation.STORIES
                .resolve("170-a-recovery-code-is-accepted")
                .resolve("01-request.eml")));
  }

  private void receive(String who, OutboundMail letter, Shape shape) {
    String text =
        shape
            .of(letter)
            .replace("%code%", Conversation.code(letter).orElseThrow().toLowerCase(Locale.ROOT));
    desk.receive(desk.answer(who, letter, text, shape.fields()));
  }

  private List<String> evidence() throws SQLException {
    return desk.column("SELECT class FROM evidence WHERE class IN ('CODE', 'VOUCHER')");
  }

  private List<String> confirmed() throws SQLException {
    return desk.column("SELECT 1 FROM history WHERE event = 'ADDRESS_CONFIRMED'");
  }
}
