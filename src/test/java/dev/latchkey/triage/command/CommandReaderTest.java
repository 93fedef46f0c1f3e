package dev.latchkey.triage.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.command.CommandReading.Commands;
import dev.latchkey.triage.command.CommandReading.NotUnderstood;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {
  private static final TemplateCatalog WORDS = TemplateCatalog.loadDefault();
  private final CommandReader reader = new CommandReader();

  private StaffCommand one(String text) {
    List<StaffCommand> commands = all(text);
    assertThat(commands).hasSize(1);
    return commands.get(0);
  }

  private List<StaffCommand> all(String text) {
    CommandReading reading = reader.read(text);
    assertThat(reading).as(text).isInstanceOf(Commands.class);
    return ((Commands) reading).commands();
  }

  private String reason(String text) {
    CommandReading reading = reader.read(text);
    assertThat(reading).as(text).isInstanceOf(NotUnderstood.class);
    return WORDS.say(new CommandPhrase.NotUnderstood(((NotUnderstood) reading).fault()), "en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "APPROVE K7Q2M4XA",
        "approve k7q2m4xa",
        "Approve K7Q2M4XA.",
        "/approve K7Q2M4XA",
        "  APPROVE \t K7Q2M4XA  ",
        "APPROVE\u00A0K7Q2M4XA",
        "APPROVE K7Q2-M4XA",
        "\r\n \t\r\nAPPROVE K7Q2M4XA\r\n",
        "\n\u00A0\nAPPROVE. K7Q2M4XA\n\n\n",
      })
  void approvalIsReadInEveryForgivenForm(String text) {
    StaffCommand command = one(text);
    assertThat(command.verb()).isEqualTo(Verb.APPROVE);
    assertThat(command.code()).contains("K7Q2M4XA");
    assertThat(command.secondFactor()).isEmpty();
    assertThat(command.reference()).isEmpty();
    assertThat(command.text()).isEmpty();
  }

  @Test
  void approvalMayCarryASecondFactor() {
    StaffCommand command = one("APPROVE K7Q2M4XAPR5TW3ZN 012345");
    assertThat(command.code()).contains("K7Q2M4XAPR5TW3ZN");
    assertThat(command.secondFactor()).contains("012345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "APPROVE K7Q2M4XA 012 345",
        "APPROVE K7Q2M4XA\n012345",
        "approve k7q2-m4xa\r\n\r\n 012\u00A0345 \r\n",
        "APPROVE\nK7Q2M4XA 012345",
        "Approve:\n\nK7Q2M4XA\n\n012345\n",
        "LK-1042 APPROVE\nK7Q2M4XA\n012345",
      })
  void codeAndDigitsMayStandOnLinesOfTheirOwn(String text) {
    StaffCommand command = one(text);
    assertThat(command.code()).contains("K7Q2M4XA");
    assertThat(command.secondFactor()).contains("012345");
    assertThat(command.text()).isEmpty();
  }

  @Test
  void onlyTheLinesRightBelowAnApprovalBelongToIt() {
    assertThat(one("APPROVE K7Q2M4XA\nlooks fine\n012345").secondFactor()).isEmpty();
    assertThat(one("APPROVE K7Q2M4XA\n012345\nlooks fine").text()).isEqualTo("looks fine");
    assertThat(one("APPROVE K7Q2M4XA 012345\n678901").text()).isEqualTo("678901");
    assertThat(one("NOTE K7Q2M4XA\n012345").text()).isEqualTo("K7Q2M4XA\n012345");
    assertThat(((Commands) reader.read("APPROVE K7Q2M4XA", "012345")).commands().get(0).text())
        .as("the digits must stand in the strict reading")
        .isEqualTo("012345");
    assertThat(
            ((Commands) reader.read("APPROVE K7Q2M4XA\n012345", "012345\n> quoted"))
                .commands()
                .get(0)
                .text())
        .isEqualTo("> quoted");
    assertThat(reason("APPROVE\nlooks fine")).contains("code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "APPROVE",
        "APPROVE K7Q2M4XA 0123 45",
        "APPROVE LK-1042",
        "APPROVE this",
        "APPROVE K7Q2M4XA thanks, if Bob agrees",
        "APPROVE K7Q2M4XA THANKS UNLESS BOB OBJECTS",
        "APPROVE K7Q2M4XA thanks?",
        "APPROVE K7Q2M4XA no thanks",
        "APPROVE K7Q2M4XA danke, aber erst morgen",
        "APPROVE K7Q2M4XA danke Bob",
        "APPROVE K7Q2M4XA bitte warten",
        "APPROVE K7Q2M4XA merci, sauf avis contraire",
        "APPROVE K7Q2M4XA gracias, pero no hoy",
        "APPROVE K7Q2M4XA obrigada, se estiver tudo bem",
        "APPROVE K7Q2M4XA 谢谢，但是等一下",
        "APPROVE K7Q2M4XA ありがとう、でも待って",
        "APPROVE K7Q2M4XA thanks 12345",
        "APPROVE K7Q2M4XA thanks 012345",
        "APPROVE K7Q2M4XA 012345 678901",
        "APPROVE K7Q2M4XA 🤔",
        "APPROVE K7Q2M4XA, unless",
        "APPROVE K7Q2M4XA 12345",
        "APPROVE K7Q2M4XA 1234567",
        "APPROVE K7Q2M4XA \u0661\u0662\u0663\u0664\u0665\u0666",
        "APPROVE K7Q2M4X1",
        "APPROVE K7Q2 M4XA",
        "APPROVE K7Q2M4X\u0410",
        "APPROVE \u202EK7Q2M4XA",
        "APPROVE K7Q2M4XA\u2028",
        "APPROVE K7Q2M4XA\rAPPROVE K7Q2M4XA",
      })
  void approvalWithoutAProperCodeDoesNothing(String text) {
    assertThat(reason(text)).contains("code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "APPROVE K7Q2M4XA thanks",
        "approve k7q2-m4xa danke!",
        "Approve K7Q2M4XA. Vielen Dank",
        "approve K7Q2M4XA, merci beaucoup",
        "approve K7Q2M4XA - muchas gracias.",
        "approve K7Q2M4XA obrigada",
        "approve K7Q2M4XA 谢谢！",
        "approve K7Q2M4XA よろしくお願いします。",
        "LK-1042 APPROVE K7Q2M4XA, Thank you very much",
      })
  void thanksBehindACodeSayNothing(String text) {
    assertThat(one(text).argument()).contains("K7Q2M4XA");
    assertThat(one(text).text()).isEmpty();
    assertThat(one(text.replaceFirst("(?i)k7q2-?m4xa[.,]?", "K7Q2M4XA 012 345")).secondFactor())
        .contains("012345");
  }

  @Test
  void reasonStandsOnTheLineOrBelow() {
    assertThat(one("REJECT").text()).isEmpty();
    assertThat(one("REJECT The address never belonged to them.").text())
        .isEqualTo("The address never belonged to them.");
    assertThat(one("REJECT\r\n\r\nThe address\r\nnever belonged to them.\r\n").text())
        .isEqualTo("The address\nnever belonged to them.");
    assertThat(one("REJECT no proof\nThey never answered.").text())
        .isEqualTo("no proof\nThey never answered.");
  }

  @Test
  void whatWasSeenAndWhatIsLiftedMustBeNamed() {
    assertThat(one("Saw BRANCH https://hg.example/kim/lamp.").text())
        .isEqualTo("BRANCH https://hg.example/kim/lamp.");
    assertThat(one("LIFT OWNER_OBJECTED\n\nThey talked.\nSaw them both.").text())
        .isEqualTo("OWNER_OBJECTED\n\nThey talked.\nSaw them both.");
    assertThat(reason("SAW")).contains("where you saw it");
    assertThat(reason("/lift.")).contains("below it the reason");
  }

  @Test
  void questionAndNoteMustSaySomething() {
    assertThat(one("ASK Which project was the first?").text())
        .isEqualTo("Which project was the first?");
    assertThat(one("NOTE\nTalked to them.").text()).isEqualTo("Talked to them.");
    assertThat(reason("ASK")).contains("question is missing");
    assertThat(reason("NOTE.\n \n")).contains("note is missing");
  }

  @Test
  void holdMayEndOnADay() {
    assertThat(one("HOLD").until()).isEmpty();
    assertThat(until("HOLD 2026-12-01")).isEqualTo("2026-12-01");
    assertThat(until("hold Until 2026-12-01.")).isEqualTo("2026-12-01");
    assertThat(one("HOLD\nuntil they are back").text()).isEqualTo("until they are back");
  }

  /** Told on Thursday, 26 November 2026. */
  @ParameterizedTest
  @CsvSource({
    "HOLD until tomorrow, 2026-11-27",
    "HOLD tomorrow., 2026-11-27",
    "Hold: until Monday, 2026-11-30",
    "HOLD thursday, 2026-12-03",
    "HOLD until 5 December, 2026-12-05",
    "HOLD until Dec 5, 2026-12-05",
    "HOLD until 26 November, 2027-11-26",
    "HOLD until 1 march, 2027-03-01",
    "HOLD until 29 February, 2028-02-29",
    "HOLD until 5 December 2027, 2027-12-05",
    "HOLD for 3 days, 2026-11-29",
    "HOLD 1 day, 2026-11-27",
    "HOLD 2 weeks, 2026-12-10",
    "HOLD\u00a03 days, 2026-11-29",
    "HOLD until Mon, 2026-11-30",
    "HOLD until 5 December please, 2026-12-05",
    "HOLD bis Montag, 2026-11-30",
    "HOLD 2026-12-01 please, 2026-12-01",
    "'HOLD until Monday, Ada does not know Cat at all', 2026-11-30",
    "'HOLD until Monday, she is at sea with Bo', 2026-11-30",
    "HOLD bis 3.12., 2026-12-03",
    "HOLD bis zum 3. Dezember bitte, 2026-12-03",
    "HOLD bis 3.12.26, 2026-12-03",
    "HOLD 2 weeks please, 2026-12-10",
    "HOLD please until Thursday, 2026-12-03",
    "hold for a week thanks, 2026-12-03",
    "HOLD eine Woche, 2026-12-03",
    "HOLD until the 5th of December, 2026-12-05",
    "HOLD jusqu'au 5 décembre, 2026-12-05",
    "HOLD hasta el 5 de diciembre de 2026, 2026-12-05",
    "HOLD até 5 de dezembro, 2026-12-05",
    "HOLD 12月5日まで, 2026-12-05",
    "HOLD 至2026年12月5日, 2026-12-05",
    "HOLD until Monday - she is away, 2026-11-30",
    "HOLD until Monday because she is away, 2026-11-30"
  })
  void holdUnderstandsADayAsPeopleWriteIt(String text, String day) {
    assertThat(until(text)).isEqualTo(day);
  }

  /** By the square of their number it would take minutes. */
  @Test
  @Timeout(20)
  void endlessWordsBehindAHoldTakeTheTimeOfTheirLength() {
    assertThat(one("HOLD until " + "5 ".repeat(100_000)).until()).isEmpty();
  }

  @Test
  void aRemarkBehindTheDayOfAHoldIsKept() {
    StaffCommand hold = one("HOLD, 3.12., her sister rings then");
    assertThat(hold.until().orElseThrow().on(LocalDate.of(2026, 11, 26))).isEqualTo("2026-12-03");
    assertThat(hold.text()).isEqualTo("her sister rings then");
  }

  private String until(String text) {
    return one(text).until().orElseThrow().on(LocalDate.of(2026, 11, 26)).toString();
  }

  /** What is half understood would wake a ticket on a day that nobody meant. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOLD until next week",
        "HOLD until the 5th",
        "HOLD until 31 February",
        "HOLD until 30 February 2028",
        "HOLD until December",
        "HOLD until 5 December 27",
        "HOLD 0 days",
        "HOLD 400 days",
        "HOLD 3 moons",
        "HOLD until Monday or Tuesday",
        "HOLD until Monday she is away",
        "HOLD 3 days, no, 5 days",
        "HOLD until Monday, maybe later",
        "HOLD until Thursday, 3.12.",
        "HOLD until next Monday",
        "HOLD 3.5 weeks",
        "HOLD bis Ende der Woche",
        "HOLD bis sie sich meldet",
        "HOLD for her",
        "HOLD until 5 December?",
        "HOLD 9999999999 days",
        "HOLD until",
        "HOLD 2026-02-30",
        "HOLD until +999999999-12-31",
        "HOLD 12/01/2026",
        "HOLD please"
      })
  void holdWithAnythingElseHoldsWithoutAnEnd(String text) {
    assertThat(one(text).verb()).isEqualTo(Verb.HOLD);
    assertThat(one(text).until()).isEmpty();
    assertThat(text).endsWith(one(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop LK-1042",
        "stop LK-1042!",
        "Please hold LK-1042.",
        "Halt LK-1042 bitte",
        "LK-1042 stop",
        "lk-1042: please wait",
        "Arrêtez LK-1042",
        "Paren LK-1042 por favor",
        "Pare LK-1042",
        "LK-1042 停止",
        "LK-1042 を止めて"
      })
  void whoWantsATicketToStopHoldsThatOne(String text) {
    assertThat(one(text).verb()).isEqualTo(Verb.HOLD);
    assertThat(one(text).reference()).contains("LK-1042");
  }

  @Test
  void aSentenceThatNamesAnotherTicketHoldsTheOneThatItAnswers() {
    StaffCommand hold = one("Wait, this is the same person as in LK-1001, I think");
    assertThat(hold.verb()).isEqualTo(Verb.HOLD);
    assertThat(hold.reference()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please hold.",
        "Stop this, please.",
        "stop!",
        "Wait, I have to phone the firm.",
        "hold!!!",
        "Hold this one, her sister rang.",
        "hold, somebody else asked again",
        "HOLD - the sister must confirm",
        "Halt, das stimmt so nicht",
        "Bitte anhalten",
        "Bitte stoppen, ich frage nach",
        "Attendez, je vérifie",
        "Paren esto, por favor",
        "Parem isto",
        "请暂停",
        "保留してください"
      })
  void aStopInAnyFormHolds(String text) {
    assertThat(one(text).verb()).isEqualTo(Verb.HOLD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Who is this?", "I am on the train, will look tonight", "okay", "Danke, gesehen"})
  void whatIsNoStopIsNoCommand(String text) {
    assertThat(new CommandReader().read(text)).isInstanceOf(NotUnderstood.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Erledigt, DONE",
    "Fatto!, DONE",
    "Hecho. Le llamé., DONE",
    "完了しました, DONE",
    "LK-3 genehmigt, APPROVE",
    "Abgelehnt, REJECT",
    "Weiter, RESUME",
    "Annuler, UNDO"
  })
  void aWordOfTheirOwnForAVerbIsMetWithTheVerb(String text, String verb) {
    assertThat(new CommandReader().read(text))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            it ->
                assertThat(it.fault())
                    .isInstanceOfSatisfying(
                        CommandFault.Mistyped.class,
                        fault -> assertThat(fault.meant()).hasToString(verb)));
  }

  @Test
  void whoTakesACommandBackMaySayWhy() {
    assertThat(one("UNDO").text()).isEmpty();
    assertThat(one("UNDO that was the wrong ticket, sorry").text())
        .isEqualTo("that was the wrong ticket, sorry");
    assertThat(one("UNDO: wrong person").verb()).isEqualTo(Verb.UNDO);
    assertThat(reason("UNDO tomorrow")).contains("UNDO");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Approve: K7Q2M4XA", "approve, K7Q2M4XA", "APPROVE! K7Q2M4XA"})
  void aMarkAfterTheVerbIsForgiven(String text) {
    assertThat(one(text).code()).contains("K7Q2M4XA");
    assertThat(one("Reject: not theirs").text()).isEqualTo("not theirs");
    assertThat(one("/hold:").verb()).isEqualTo(Verb.HOLD);
  }

  @Test
  void aMarkAfterAWordBelowTheCommandMakesNoSecondOne() {
    assertThat(one("REJECT\nNote: write again.\nNOTE: with the form.").text())
        .isEqualTo("Note: write again.\nNOTE: with the form.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Approve:: K7Q2M4XA", ": APPROVE K7Q2M4XA", "Approve:K7Q2M4XA"})
  void moreThanOneMarkIsNot(String text) {
    assertThat(reason(text)).isNotEmpty();
  }

  @Test
  void assigneeIsAnAddressOrMe() {
    assertThat(one("ASSIGN me").argument()).contains("me");
    assertThat(one("assign ME.").argument()).contains("me");
    assertThat(one("ASSIGN Nora@Desk.example").argument()).contains("nora@desk.example");
    assertThat(one("ASSIGN <nora@desk.example>").argument()).contains("nora@desk.example");
    assertThat(reason("ASSIGN")).contains("ASSIGN me");
    assertThat(reason("ASSIGN Nora")).contains("ASSIGN me");
    assertThat(reason("ASSIGN nor\u0430@desk.example")).contains("ASSIGN me");
  }

  @Test
  void mergeNamesTheOtherTicket() {
    assertThat(one("MERGE LK-7")).extracting(StaffCommand::argument).isEqualTo(Optional.of("LK-7"));
    assertThat(one("MERGE LK-7").reference()).isEmpty();
    StaffCommand own = one("merge lk-8 lk-7");
    assertThat(own.reference()).contains("LK-8");
    assertThat(own.argument()).contains("LK-7");
    assertThat(one("LK-8 MERGE LK-7")).isEqualTo(own);
    assertThat(reason("MERGE")).contains("LK-1042");
    assertThat(reason("LK-8 MERGE")).contains("LK-1042");
    assertThat(reason("MERGE 1042")).contains("LK-1042");
  }

  @Test
  void redirectSaysWhere() {
    StaffCommand command = one("REDIRECT https://desk.example/names\nIt is about a name.");
    assertThat(command.text()).isEqualTo("https://desk.example/names\nIt is about a name.");
    assertThat(one("REDIRECT\nit@uni.example").text()).isEqualTo("it@uni.example");
    assertThat(reason("REDIRECT")).contains("where");
  }

  @Test
  void replyTakesWhatStandsBesideAndBelowIt() {
    assertThat(one("REPLY We are closed.\n\nSee you next week.").text())
        .isEqualTo("We are closed.\n\nSee you next week.");
    assertThat(reason("reply")).contains("REPLY", "below");
  }

  @Test
  void openNamesAPersonAndPerhapsAnAccount() {
    StaffCommand command = one("OPEN Kim@mail.example kim\nShe telephoned.");
    assertThat(command.person()).contains(EmailAddress.of("Kim@mail.example"));
    assertThat(command.account()).contains("kim");
    assertThat(command.text()).isEqualTo("She telephoned.");
    assertThat(one("open <kim@mail.example>").person())
        .contains(EmailAddress.of("kim@mail.example"));
    assertThat(one("OPEN kim@mail.example").account()).isEmpty();
    assertThat(one("OPEN").person()).isEmpty();
    assertThat(reason("OPEN kim")).contains("email address");
    assertThat(reason("OPEN me")).contains("email address");
    assertThat(reason("OPEN kim@mail.example kim or kimmy")).contains("email address");
  }

  @ParameterizedTest
  @EnumSource(names = {"DONE", "STATUS", "QUEUE", "HELP"})
  void someVerbsStandAlone(Verb verb) {
    assertThat(one(verb.name()).verb()).isEqualTo(verb);
    assertThat(one("/" + verb.word() + ".").verb()).isEqualTo(verb);
    assertThat(one("LK-3 " + verb).reference()).contains("LK-3");
    assertThat(one(verb + " LK-3").reference()).contains("LK-3");
    assertThat(one(verb + "\nThank you.").text()).isEqualTo("Thank you.");
    assertThat(reason(verb + " as you wish")).contains(verb.name(), "below");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Done, reset her 2FA just now and sent her the link",
        "DONE - link sent",
        "Done! She got a one-time link.",
        "done: zweiter Faktor entfernt, Link verschickt",
        "Done (by phone)",
        "DONE; le lien est parti"
      })
  void whatWasDoneMayStandBehindAMark(String written) {
    StaffCommand done = one(written);
    assertThat(done.verb()).isEqualTo(Verb.DONE);
    assertThat(done.text()).hasSizeGreaterThan(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Done with my shift",
        "Done? Not by me",
        "Done, but not sent yet",
        "Done, I think?",
        "Done, if Bob agrees",
        "Done: tomorrow",
        "DONE! Wait, wrong ticket",
        "Done, aber noch nicht verschickt",
        "done, mais pas encore"
      })
  void whatIsDoubtfulIsNotDone(String written) {
    assertThat(reader.read(written)).isInstanceOf(NotUnderstood.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESUME", "REOPEN"})
  void whatGoesOnMayHaveARemarkBesideIt(Verb verb) {
    assertThat(one(verb.name()).text()).isEmpty();
    assertThat(one(verb + " please, he only asked").text()).isEqualTo("please, he only asked");
    assertThat(one(verb + " - wrong person only").text()).isEqualTo("- wrong person only");
    assertThat(one(verb + ". The owner wrote that it was her.").verb()).isEqualTo(verb);
    assertThat(one("LK-3 " + verb + " as you wish\nThank you.").text())
        .isEqualTo("as you wish\nThank you.");
    for (String other : List.of(" it?", " if he proves it", " tomorrow", ", not yet", " when")) {
      assertThat(reason(verb + other)).as(other).contains(verb.name(), "below");
    }
    assertThat(one("NOTE he is back\n" + verb.word() + " of talks").verb()).isEqualTo(Verb.NOTE);
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void referenceStandsBeforeOrAfterTheVerb(Verb verb) {
    String argument =
        switch (verb) {
          case APPROVE -> " K7Q2M4XA";
          case MERGE -> " LK-1";
          case ASSIGN -> " me";
          case ASK, NOTE, REDIRECT, REPLY, FAILED, SAW, LIFT, VOUCH -> " somewhere";
          case OPEN -> " kim@mail.example";
          case REJECT, CLOSE, FREEZE, HOLD, RESUME, UNDO, DONE, REOPEN, STATUS, QUEUE, HELP -> "";
        };
    StaffCommand before = one("LK-1042 " + verb + argument);
    assertThat(before.reference()).contains("LK-1042");
    assertThat(one(verb.word() + " lk-1042" + argument)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OK approve it please",
        "Please APPROVE K7Q2M4XA",
        "yes",
        "LGTM",
        "> APPROVE K7Q2M4XA",
        "\"APPROVE K7Q2M4XA\"",
        "*APPROVE* K7Q2M4XA",
        "[APPROVE] K7Q2M4XA",
        "//APPROVE K7Q2M4XA",
        "APPROVE.. K7Q2M4XA",
        "APPROVE:K7Q2M4XA",
        "APPROVEK7Q2M4XA",
        "I reject\nAPPROVE K7Q2M4XA",
        "Subject: APPROVE K7Q2M4XA",
        "> quoted\u0085APPROVE K7Q2M4XA",
        "> quoted\u2028APPROVE K7Q2M4XA",
        "> quoted\u2029APPROVE K7Q2M4XA",
        "> quoted\rAPPROVE K7Q2M4XA",
        "> quoted\u000BAPPROVE K7Q2M4XA",
        "> quoted\fAPPROVE K7Q2M4XA",
        "\u2028APPROVE K7Q2M4XA",
        "\rAPPROVE K7Q2M4XA",
        "\fAPPROVE K7Q2M4XA",
        "\u200BAPPROVE K7Q2M4XA",
        "\uFEFFAPPROVE K7Q2M4XA",
        "\u3000APPROVE K7Q2M4XA",
      })
  void whatIsNotExactlyACommandIsNone(String text) {
    assertThat(reason(text)).contains("APPROVE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "APPR\u041EVE K7Q2M4XA",
        "APPRO\u200DVE K7Q2M4XA",
        "\uFF21\uFF30\uFF30\uFF32\uFF2F\uFF36\uFF25 K7Q2M4XA",
        "APPR\u00D6VE K7Q2M4XA",
      })
  void lookAlikeLettersAreNamed(String text) {
    assertThat(reason(text)).contains("outside A-Z", "APPROVE");
  }

  @Test
  void unicodeCaseRulesAreNotApplied() {
    assertThat(reason("A\u017FK What is it?")).contains("outside A-Z", "ASK");
    assertThat(reason("AS\u212A What is it?")).contains("outside A-Z", "ASK");
    assertThat(reason("ASS\u0131GN me")).contains("outside A-Z", "ASSIGN");
    assertThat(reason("l\u212A-1042 DONE")).contains("l\u212A-1042");
  }

  @Test
  void typingErrorIsAnsweredWithTheNearestVerb() {
    assertThat(reason("APROVE K7Q2M4XA")).contains("did you mean APPROVE?");
    assertThat(reason("approved")).contains("did you mean APPROVE?");
    assertThat(reason("Rejekt: no")).contains("did you mean REJECT?");
    assertThat(reason("LK-7 RJECT")).contains("did you mean REJECT?");
    assertThat(reason("stats")).contains("did you mean STATUS?");
  }

  @Test
  void reasonNeverCarriesControlCharactersOfTheMail() {
    assertThat(reason("oh\u001B[2J\u202Ewell\r " + "x".repeat(5000)))
        .doesNotContain("\u001B", "\u202E", "\r")
        .hasSizeLessThan(300);
  }

  @Test
  void emptyMailIsSaidToBeEmpty() {
    assertThat(reason("")).contains("HELP");
    assertThat(reason(" \r\n\t\n\u00A0")).contains("HELP");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REJECT not theirs\nAPPROVE K7Q2M4XA",
        "APPROVE K7Q2M4XA\nREJECT not theirs",
        "APPROVE K7Q2M4XA\n\nSee you.\n\n  approve this one too",
        "APPROVE K7Q2M4XA\nreject",
        "HOLD\nDONE",
        "NOTE talked\nHOLD until 2026-12-01",
        "LK-1 DONE\nDONE",
        "DONE\nLK-1 DONE",
        "LK-1 DONE\nREOPEN LK-1",
        "APPROVE LK-1 K7Q2M4XA\nAPPROVE lk-1 M4XAK7Q2",
      })
  void secondCommandStopsBoth(String text) {
    String[] lines = text.split("\n");
    assertThat(reason(text))
        .contains("several commands", lines[0].strip(), lines[lines.length - 1].strip());
  }

  @Test
  void sentenceThatBeginsLikeACommandIsText() {
    assertThat(
            one("REJECT\nNote that the domain lapsed.\nHold on to the logs.\nAsk them again\nDone!")
                .text())
        .contains("Note that", "Hold on", "Ask them", "Done!");
  }

  @Test
  void digestCarriesOneCommandALine() {
    List<StaffCommand> commands =
        all(
            """
            LK-1042 APPROVE K7Q2M4XA 123456

            reject LK-1043 no proof
              The address lapsed.
            LK-1044 hold until 2026-12-01
            """);
    assertThat(commands)
        .extracting(StaffCommand::verb)
        .containsExactly(Verb.APPROVE, Verb.REJECT, Verb.HOLD);
    assertThat(commands)
        .extracting(command -> command.reference().orElse(""))
        .containsExactly("LK-1042", "LK-1043", "LK-1044");
    assertThat(commands.get(1).text()).isEqualTo("no proof\n  The address lapsed.");
  }

  @Test
  void besideALineWithATypingErrorNothingGoesOnOrIsWrittenOutside() {
    assertThat(lines("LK-1 APPROVE K7Q2M4XA\nLK-2 APPROVE").commands()).isEmpty();
    assertThat(lines("LK-1 APPROVE K7Q2M4XA\nLK-2 APROVE K7Q2M4XA").faults()).hasSize(2);
    assertThat(lines("LK-1 REJECT no proof\nAPROVE LK-2 K7Q2M4XA").commands()).isEmpty();
    assertThat(lines("LK-1 APPROVE K7Q2M4XA\n10O2 HOLD").commands()).isEmpty();
  }

  @Test
  void besideALineWithATypingErrorWhatStopsIsDone() {
    CommandReading.Lines read =
        lines("LK-1 HOLD\nHODL LK-2 until friday\nfor Bob\nLK-3 NOTE called\n#4 HOLD\nLK-5 ASK");
    assertThat(read.commands())
        .extracting(command -> command.reference().orElse("") + command.text())
        .containsExactly("LK-1", "LK-3called");
    assertThat(read.faults())
        .hasSize(3)
        .element(0)
        .isEqualTo(new CommandFault.MistypedLine("\"HODL LK-2 until friday\"", Verb.HOLD));
  }

  @Test
  void besideALineThatMayBeWordsOfTheOneAboveNothingIsDone() {
    assertThat(reason("LK-1 NOTE see also\nLK-2 where he wrote the same")).contains("LK-2 where");
    assertThat(reason("LK-1 HOLD\nLK-1 HODL until friday")).contains("HODL");
  }

  private CommandReading.Lines lines(String text) {
    return (CommandReading.Lines) reader.read(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LK-", "-1", "LK1042", "LK-1042x", "LK-1234567890", "L\u212A-1", "LK-\u0661"})
  void whatIsNotQuiteAReferenceIsNone(String word) {
    assertThat(reader.read(word + " DONE")).isInstanceOf(NotUnderstood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "APPROVE ", "LK-1 NOTE a\n", "a\r", "/", ".", "\u00A0", "LK-1 "})
  void hugeMailIsReadInTheTimeOfItsLength(String piece) {
    String text = piece.repeat(2_000_000 / piece.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(reader.read(text)).isNotNull());
  }
}
