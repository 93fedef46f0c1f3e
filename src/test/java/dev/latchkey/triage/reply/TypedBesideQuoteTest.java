package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a letter told somebody to type is heard when they type it beside a part of the letter. */
class TypedBesideQuoteTest {
  private static final String CODE = "XBSN-5FFC-OVIY-TCNZ";
  private static final String FOOT = "Example desk, help@desk.example\nReference: LK-1001\n";
  private static final String BEGINNING =
      "Somebody asked us to help them back into the account kim."
          + " This address is registered for it.\n";
  private static final String STOP = "STOP-7QK2-MM3A";
  private static final String REST =
      """

      You? Please check the reference, and reply from this address, with this code at the top:

          XBSN-5FFC-OVIY-TCNZ

      The code is good until Tuesday, 3 March 2026, 09:00 UTC (in 2 days).

      To end it for good, send this word alone on its line:

      STOP-7QK2-MM3A

      Staff answer with:

      APPROVE DEUPMO3H

      """;
  private static final List<String> OBJECTIONS =
      List.of("not me", "nicht ich", "ce n'est pas moi", "no soy yo", "不是我", "это не я");

  private static String letter(String objection) {
    return BEGINNING
        + "\nNot you? Reply with:\n"
        + objection
        + "\n\nIf you cannot, write: I cannot\n"
        + REST
        + FOOT;
  }

  private static final String LETTER = letter("not me");

  private static final String RECEIVED =
      "We have your request, and look into it as soon as we can. It takes some days.\n\n"
          + "What we ask you comes in another letter; answer it when you have it.\n\n"
          + "You have a code? Set it at the top:\n\nXBSN-5FFC-OVIY-TCNZ\n\n"
          + "Not you? Reply with: not me\n\nIf you cannot, write: I cannot\n\n"
          + FOOT;

  private static String strict(String text, String... letters) {
    return read(text, letters).strict();
  }

  private static String upTo(String letter, String end) {
    return letter.substring(0, letter.indexOf(end) + end.length());
  }

  private static String from(String letter, String beginning) {
    return letter.substring(letter.indexOf(beginning));
  }

  private static String marked(String text) {
    return text.strip().replaceAll("(?m)^", "> ") + "\n";
  }

  @Test
  void anObjectionBelowTheQuotedBeginningIsHeardInEachLanguage() {
    for (String objection : OBJECTIONS) {
      String letter = letter(objection);
      assertThat(strict(marked(BEGINNING) + "\n" + objection, letter)).isEqualTo(objection);
      assertThat(strict(marked(BEGINNING) + objection + "\n", letter)).isEqualTo(objection);
    }
  }

  @Test
  void anObjectionBelowTheLineThatAsksForItIsHeard() {
    for (String objection : OBJECTIONS) {
      String letter = letter(objection);
      assertThat(strict(marked(upTo(letter, "Reply with:")) + "\n" + objection, letter))
          .isEqualTo(objection);
    }
  }

  @Test
  void theCodeBelowTheLineThatAsksForItIsHeard() {
    String quoted = marked(upTo(LETTER, "at the top:"));
    assertThat(strict(quoted + "\n" + CODE + "\n", LETTER)).isEqualTo(CODE);
    assertThat(strict(quoted + CODE + "\n", LETTER)).isEqualTo(CODE);
  }

  @Test
  void theCodeAboveTheLineThatFollowsItIsHeard() {
    assertThat(strict(CODE + "\n\n" + marked(from(LETTER, "The code is good")), LETTER))
        .isEqualTo(CODE);
  }

  @Test
  void aStopWordOrAnApprovalBelowTheLineThatAsksForItIsHeard() {
    assertThat(strict(marked(upTo(LETTER, "on its line:")) + "\n" + STOP, LETTER)).isEqualTo(STOP);
    assertThat(strict(marked(upTo(LETTER, "answer with:")) + "\nAPPROVE DEUPMO3H", LETTER))
        .isEqualTo("APPROVE DEUPMO3H");
  }

  @ParameterizedTest
  @ValueSource(strings = {CODE, STOP, "APPROVE DEUPMO3H", "not me", "I cannot"})
  void whatIsTypedBesideAPartOfTheLetterIsHeard(String typed) {
    String part = marked(BEGINNING);
    String end = marked(FOOT);
    String middle = marked(from(upTo(LETTER, "(in 2 days)."), "You? Please"));
    assertThat(strict(part + "\n" + typed, LETTER)).isEqualTo(typed);
    assertThat(strict(typed + "\n\n" + middle, LETTER)).isEqualTo(typed);
    assertThat(strict(middle + "\n" + typed, LETTER)).isEqualTo(typed);
    assertThat(strict(typed + "\n\n" + end, LETTER)).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {CODE, "not me", "I cannot"})
  void aLetterOfTheSameMomentTakesNothingOfWhatIsTypedAboveTheOther(String typed) {
    for (String quoted : List.of(LETTER, marked(LETTER))) {
      String mail = typed + "\n\nExample desk <help@desk.example> wrote:\n" + quoted;
      assertThat(strict(mail, LETTER, RECEIVED)).isEqualTo(typed);
      assertThat(strict(mail, RECEIVED, LETTER)).isEqualTo(typed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CODE, STOP, "not me", "I cannot"})
  void whatIsTypedBetweenTwoMarkedPartsIsHeard(String typed) {
    String above = marked(BEGINNING);
    String below = marked(from(upTo(LETTER, "(in 2 days)."), "You? Please"));
    assertThat(strict(above + "\n" + typed + "\n\n" + below, LETTER)).isEqualTo(typed);
  }

  @Test
  void aCodeTypedWhereTheLetterHasItsOwnIsHeard() {
    String above = marked(upTo(LETTER, "at the top:"));
    String below = marked(from(LETTER, "The code is good"));
    assertThat(strict(above + "\n" + CODE + "\n\n" + below, LETTER)).isEqualTo(CODE);
  }

  @Test
  void lettersThatAreQuotedOneBelowTheOtherAreBothKnown() {
    String mail = "thanks\n\n" + LETTER + "\n" + RECEIVED;
    assertThat(strict(mail, RECEIVED, LETTER)).isEqualTo("thanks");
    assertThat(strict(mail, LETTER, RECEIVED)).isEqualTo("thanks");
    assertThat(strict("thanks\n\n" + RECEIVED + "\n" + LETTER, LETTER, RECEIVED))
        .isEqualTo("thanks");
  }

  private static TrimmedReply read(String text, String... letters) {
    List<SentLetter> sent =
        List.of(letters).stream()
            .map(
                body ->
                    new SentLetter(
                        body,
                        List.of("example desk", "help@desk.example"),
                        SentLetter.Asks.NOTHING))
            .toList();
    return new ReplyTrimmer().trim(BodyText.plain(text), "", sent);
  }

  /** Quotations of a letter as programs send them that set no mark. */
  private static final List<String> BARE =
      List.of(
          "%s",
          "Example desk <help@desk.example> wrote:\n\n%s",
          "-----Original Message-----\nFrom: Example desk <help@desk.example>\n"
              + "Sent: Monday, 2 March 2026 09:00\nTo: kim@mail.example\nSubject: Help\n\n%s",
          "________________________________\nVon: Example desk <help@desk.example>\n"
              + "Gesendet: Montag, 2. März 2026 09:00\nAn: kim@mail.example\n\n%s");

  @ParameterizedTest
  @CsvSource({
    "at the top:,XBSN-5FFC-OVIY-TCNZ",
    "on its line:,STOP-7QK2-MM3A",
    "answer with:,APPROVE DEUPMO3H",
    "Reply with:,not me"
  })
  void whatIsTypedWhereALetterWithoutMarksBreaksOffIsInDoubt(String end, String typed) {
    for (String bare : BARE) {
      String quoted = bare.formatted(upTo(LETTER, end));
      for (String blank : List.of("\n", "\n\n", "\n\n    ", "\n \n\n")) {
        TrimmedReply reply = read(quoted + blank + typed + "\n", LETTER);
        assertThat(reply.strict()).isEmpty();
        assertThat(reply.typed()).isEmpty();
        assertThat(reply.below()).isEmpty();
        assertThat(reply.generous()).isEqualTo(typed);
        assertThat(reply.perhapsTyped()).isEqualTo(typed);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "The code is good,XBSN-5FFC-OVIY-TCNZ",
    "Staff answer with:,STOP-7QK2-MM3A",
    "'If you cannot, write',not me"
  })
  void soIsWhatIsTypedAboveOneThatBeginsBelowIt(String beginning, String typed) {
    TrimmedReply reply = read(typed + "\n\n" + from(LETTER, beginning), LETTER);
    assertThat(reply.strict()).isEmpty();
    assertThat(reply.perhapsTyped()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {CODE, "not me"})
  void soIsWhatStandsWhereALineOfTheLetterIsLeftOut(String typed) {
    String line = LETTER.lines().filter(it -> it.strip().equals(typed)).findFirst().orElseThrow();
    int at = LETTER.indexOf(line);
    String rest = LETTER.substring(at + line.length());
    String without = rest.substring(rest.indexOf("\n\n", 4));
    TrimmedReply reply = read(LETTER.substring(0, at) + typed + "\n\n" + without, LETTER);
    assertThat(reply.strict()).isEmpty();
    assertThat(reply.perhapsTyped()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", "| ", "¦ ", "│ "})
  void whatIsTypedBelowAQuotationWithBarsIsHeard(String bar) {
    for (String end : List.of("at the top:", "it.", "(in 2 days).")) {
      String quoted = upTo(LETTER, end).strip().replaceAll("(?m)^", bar) + "\n";
      assertThat(strict(quoted + "\n" + CODE + "\n", LETTER)).isEqualTo(CODE);
      assertThat(strict(quoted + CODE + "\n", LETTER)).isEqualTo(CODE);
    }
  }

  @Test
  void whatIsAnnouncedBelowTheLineThatAsksForItIsHeard() {
    String quoted = upTo(LETTER, "at the top:");
    assertThat(strict(quoted + "\n\nHere it is:\n" + CODE + "\n", LETTER))
        .isEqualTo("Here it is:\n" + CODE);
  }

  @Test
  void aLetterThatCameBackAsAWholeHoldsNothingThatIsInDoubt() {
    for (String bare : BARE) {
      for (String letter : List.of(LETTER, LETTER.replaceAll("\n\n+", "\n"), RECEIVED)) {
        TrimmedReply reply = read("thanks\n\n" + bare.formatted(letter), LETTER, RECEIVED);
        assertThat(reply.generous()).isEqualTo("thanks");
        assertThat(reply.perhapsTyped()).isEqualTo("thanks");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CODE,
        STOP,
        "not me",
        "Reference: LK-1001",
        "If you cannot, write: I cannot",
        "To end it for good, send this word alone on its line:",
        "The code is good until Tuesday, 3 March 2026, 09:00 UTC (in 2 days)."
      })
  void aLineOfALetterWithoutMarksThatIsTypedOnceMoreAmidItIsHeard(String typed) {
    List<String> lines = LETTER.lines().toList();
    List<String> lost = new ArrayList<>();
    for (int i = 0; i <= lines.size(); i++) {
      List<String> mail = new ArrayList<>(lines);
      mail.add(i, typed);
      TrimmedReply reply = read(String.join("\n", mail), LETTER);
      if (!reply.strict().equals(typed)) {
        lost.add(i + ": " + reply.strict());
      }
    }
    assertThat(lost).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Tue, 17 Feb 2026 at 15:00, Example Desk <help@desk.example> wrote:\n",
        "-----Original Message-----\nFrom: Example Desk <help@desk.example>\nSent: 17 February 2026"
            + " 15:00\nTo: kim@mail.example\nSubject: Re: x\n\n",
        "---- Example Desk <help@desk.example> kirjoitti ----\n\n"
      })
  void whatIsTypedBelowAFewLinesOfAnIntroducedLetterIsHeard(String introduction) {
    String typed = "it is quokka-17, as before";
    for (String part :
        List.of(
            FOOT,
            "If you cannot, write: I cannot\n",
            "To end it for good, send this word alone on its line:\n")) {
      assertThat(strict(introduction + part + "\n" + typed + "\n", LETTER)).isEqualTo(typed);
    }
  }

  @Test
  void whatIsTypedBetweenTwoLinesWithMarksIsCertainWhereTheLetterMissesNothing() {
    String above = marked(upTo(LETTER, "(in 2 days)."));
    String below = marked(from(LETTER, "To end it for good"));
    String typed = "it is quokka-17, as before";
    assertThat(strict(above + typed + "\n" + below, LETTER)).isEqualTo(typed);
    assertThat(strict(above + "- " + typed + "\n" + below, LETTER)).isEqualTo("- " + typed);
  }

  @Test
  void aQuestionOrAReferenceOfALetterThatBreaksOffIsNoAnswer() {
    for (String line : List.of("1. What is the name of the account?", "recovery-7gq2mx4a")) {
      String letter =
          BEGINNING + "\nThis is what we need from you:\n\n" + line + "\n\n" + REST + FOOT;
      assertThat(read(upTo(letter, line) + "\n", letter).generous()).isEmpty();
    }
  }
}
