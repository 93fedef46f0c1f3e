package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A desk, or its outgoing server, was away for days. Whatever was due meanwhile does not come at
 * once, and nothing is executed that its owners could not stop.
 */
@NullMarked
class AwayTest {
  private static final Duration AWAY = Duration.ofDays(40);
  private static final EmailAddress LEO = EmailAddress.of("leo@mail.example");
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  @TempDir private Path folder;
  private Conversation desk;
  private int seen;

  @BeforeEach
  void open() {
    desk = new Conversation(TestDatabase.emptyFor(AwayTest.class), STORY.resolve("accounts.csv"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  // --- the desk was away for 40 days: one letter a ticket, in every state that waits

  @Test
  void needsDetails() throws IOException, SQLException {
    askWithoutAnswers();

    assertState("NEEDS_DETAILS");
    assertThat(afterAway()).containsExactly("REMINDER to dora@mail.example");
    assertState("NEEDS_DETAILS");
    assertThat(after(Duration.ofDays(6))).isEmpty();
    assertThat(after(Duration.ofDays(1))).containsExactly("LAST_CALL to dora@mail.example");
    assertThat(after(Duration.ofDays(3))).isEmpty();
    assertThat(after(Duration.ofDays(1))).containsExactly("EXPIRED to dora@mail.example");
  }

  @Test
  void whoWroteMeanwhileIsToldThatTheAnswerComesLate() throws IOException, SQLException {
    String dora = Conversation.mail(STORY.resolve("01-request.eml"));
    desk.arrives(dora);
    desk.passes(Duration.ofHours(25));
    desk.arrives(dora.replace("mail.example", "away.example"));
    desk.after(Duration.ofHours(23));

    assertThat(desk.last("ACKNOWLEDGEMENT", "dora@mail.example").body())
        .startsWith("This answers your email of ")
        .contains(". We are sorry that it comes so late.\n\nHello,\n");
    // A code goes to an owner whoever wrote, so it answers nobody, not even the claimed sender.
    assertThat(desk.last("CODE", "dora@mail.example").body()).doesNotContain("so late");
    assertThat(desk.last("CODE", "dora@other.example").body()).doesNotContain("so late");
    assertThat(desk.sender().sent())
        .filteredOn(letter -> letter.recipient().toString().equals("dora@away.example"))
        .isNotEmpty()
        .noneMatch(letter -> letter.body().contains("so late"));

    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")).replace("story.2@", "again@"));
    assertThat(desk.sender().sent().get(desk.sender().sent().size() - 1).body())
        .doesNotContain("so late");
  }

  @Test
  void needsDetailsAfterTheLastCall() throws IOException, SQLException {
    askWithoutAnswers();
    desk.after(Duration.ofDays(3));
    desk.after(Duration.ofDays(7));
    letters();

    assertThat(afterAway()).containsExactly("EXPIRED to dora@mail.example");
  }

  @Test
  void selfService() throws IOException, SQLException {
    desk.receive(forgotten(Conversation.mail(STORY.resolve("01-request.eml"))));
    letters();

    assertState("SELF_SERVICE");
    assertThat(afterAway()).containsExactly("REMINDER to leo@mail.example");
  }

  @Test
  void proving() throws IOException, SQLException {
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    letters();

    assertState("PROVING");
    assertThat(afterAway())
        .containsExactlyInAnyOrder(
            "REMINDER to dora@mail.example",
            "CODE to dora@mail.example",
            "CODE to dora@other.example");
    assertState("PROVING");
  }

  @Test
  void inReview() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    letters();

    assertState("IN_REVIEW");
    assertThat(afterAway())
        .containsExactlyInAnyOrder(
            "SIGN_OF_LIFE to dora@mail.example",
            "NUDGE to alice@staff.example",
            // Nobody answered: whoever has not got it gets it, and reads there why.
            "CASE to bob@staff.example");
  }

  @Test
  void onHold() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    command("HOLD", "CASE", "alice");

    assertState("ON_HOLD");
    assertThat(afterAway())
        .containsExactlyInAnyOrder(
            "SIGN_OF_LIFE to dora@mail.example",
            "NUDGE to alice@staff.example",
            "NUDGE to bob@staff.example");
  }

  @Test
  void onHoldUntilADayThatPassed() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    command("HOLD until 2026-03-20", "CASE", "alice");

    assertState("ON_HOLD");
    assertThat(afterAway()).containsExactly("CASE to alice@staff.example");
    assertState("IN_REVIEW");
  }

  @Test
  void contested() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    approve();
    objectFrom("NOTICE_APPROVED");

    assertState("CONTESTED");
    assertThat(afterAway())
        .containsExactlyInAnyOrder(
            "SIGN_OF_LIFE to dora@mail.example",
            "NUDGE to alice@staff.example",
            "NUDGE to bob@staff.example");
  }

  @Test
  void coolingOffBeforeTheFinalNotice() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    approve();

    // She asked from an address that proved itself: her notice names the later day, and is sorry.
    assertThat(afterAway()).containsExactlyInAnyOrder(finalNotices());
    assertState("COOLING_OFF");
    assertThat(after(Duration.ofHours(23))).isEmpty();
    assertState("COOLING_OFF");
    assertThat(after(Duration.ofHours(1))).containsExactlyInAnyOrder(tasks());
    assertState("EXECUTING");
  }

  @Test
  void coolingOffAfterTheFinalNotice() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    approve();
    assertThat(after(Duration.ofDays(2))).containsExactlyInAnyOrder(finalNotices());

    assertThat(afterAway()).containsExactlyInAnyOrder(late(tasks()));
    assertState("EXECUTING");
  }

  @Test
  void executing() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    approve();
    desk.after(Duration.ofDays(2));
    desk.after(Duration.ofDays(1));
    letters();

    assertState("EXECUTING");
    assertThat(afterAway())
        .containsExactlyInAnyOrder(
            "OVERDUE to dora@mail.example",
            "NUDGE to alice@staff.example",
            "NUDGE to bob@staff.example",
            "TASK to bob@staff.example");
  }

  // --- what came for a desk that was away is read before anything is executed

  @Test
  void anObjectionThatWaitedInTheInboxStopsWhatWasDueMeanwhile() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    approve();
    after(Duration.ofDays(2));
    OutboundMail notice = desk.last("NOTICE_FINAL", "dora@other.example");

    desk.passes(AWAY);
    desk.receive(objection(notice));

    assertState("CONTESTED");
    assertThat(letters()).contains("NOTICE_STOPPED to dora@mail.example").doesNotContain(tasks());
  }

  // --- the outgoing server was away while the desk went on

  @Test
  void nothingIsExecutedWhileTheFinalNoticeWaitsForTheServer() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    approve();
    desk.sender().away(true);
    for (int i = 0; i < 4 * 24; i++) {
      assertThat(after(Duration.ofHours(1))).isEmpty();
    }
    desk.sender().away(false);

    assertThat(after(Duration.ofMinutes(30))).containsExactlyInAnyOrder(late(finalNotices()));
    assertState("COOLING_OFF");
    assertThat(after(Duration.ofHours(23))).isEmpty();
    assertState("COOLING_OFF");
    assertThat(after(Duration.ofMinutes(30))).isEmpty();
    assertThat(after(Duration.ofHours(1))).containsExactlyInAnyOrder(tasks());
    assertState("EXECUTING");
  }

  @Test
  void whenNoNoticeCanBeDeliveredPeopleAreToldAndDecide() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    approve();
    desk.sender().refuse(EmailAddress.of("dora@mail.example"));
    desk.sender().refuse(EmailAddress.of("dora@other.example"));
    after(Duration.ofDays(2));

    List<String> told = after(Duration.ofDays(1));

    assertState("ON_HOLD");
    assertThat(told)
        .containsExactlyInAnyOrder(
            "NOTICE_UNDELIVERED to alice@staff.example", "NOTICE_UNDELIVERED to bob@staff.example");
    assertThat(after(Duration.ofDays(1))).isEmpty();
  }

  @Test
  void oneOfTwoAddressesThatBouncesHoldsUpNothing() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    approve();
    desk.sender().refuse(EmailAddress.of("dora@mail.example"));

    assertThat(after(Duration.ofDays(2))).containsExactly("NOTICE_FINAL to dora@other.example");
    assertThat(after(Duration.ofDays(1)))
        .containsExactlyInAnyOrder(
            "NOTICE_LOST to alice@staff.example", "NOTICE_LOST to bob@staff.example", tasks()[0]);
    assertState("EXECUTING");
  }

  @Test
  void theTimeToStopRunsFromTheLastNoticeThatWasAccepted() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    approve();
    desk.sender().defer(EmailAddress.of("dora@other.example"), true);
    after(Duration.ofDays(2));
    after(Duration.ofHours(20));
    desk.sender().defer(EmailAddress.of("dora@other.example"), false);
    assertThat(after(Duration.ofHours(4))).containsExactly("NOTICE_FINAL to dora@other.example");
    assertState("COOLING_OFF");

    assertThat(after(Duration.ofHours(23))).isEmpty();
    assertState("COOLING_OFF");
    after(Duration.ofHours(2));
    assertState("EXECUTING");
  }

  @Test
  void remindersDoNotRunAheadOfWhatWasAccepted() throws IOException, SQLException {
    desk.sender().away(true);
    askWithoutAnswers();
    for (int i = 0; i < 4 * 24; i++) {
      after(Duration.ofHours(1));
    }
    assertThat(desk.column("SELECT letter FROM outbox")).containsExactly("ACKNOWLEDGEMENT");
    desk.sender().away(false);

    assertThat(after(Duration.ofHours(1))).containsExactly("ACKNOWLEDGEMENT to dora@mail.example");
    assertThat(after(Duration.ofDays(2))).isEmpty();
    assertThat(after(Duration.ofDays(1))).containsExactly("REMINDER to dora@mail.example");
  }

  // --- the level that has no cooling-off waits for its notice all the same, but not for a day

  @Test
  void withoutCoolingOffItIsExecutedAsSoonAsANoticeWasAccepted() throws IOException, SQLException {
    proveLeo();
    approve();

    assertThat(after(Duration.ofMinutes(5))).containsExactlyInAnyOrder(tasks());
    assertState("EXECUTING");
  }

  @Test
  void withoutCoolingOffNothingIsExecutedBeforeANoticeWasAccepted()
      throws IOException, SQLException {
    proveLeo();
    desk.sender().defer(LEO, true);
    approve();
    for (int i = 0; i < 48; i++) {
      assertThat(after(Duration.ofHours(1))).isEmpty();
    }
    assertState("COOLING_OFF");
    desk.sender().defer(LEO, false);

    after(Duration.ofHours(5));
    after(Duration.ofMinutes(5));
    assertState("EXECUTING");
  }

  /** Leo forgot his password, has no second factor and published nothing. */
  private void proveLeo() throws IOException, SQLException {
    desk.close();
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        """
        name,addresses,second_factor,critical,published,second_factor_changed
        leo,leo@mail.example verified since 2021-03-01,no,no,no,
        """);
    desk = new Conversation(TestDatabase.emptyFor(AwayTest.class), accounts);
    desk.receive(forgotten(Conversation.mail(STORY.resolve("01-request.eml"))));
    String answer = Conversation.mail(STORY.resolve("02-code-from-the-first-address.eml"));
    desk.receive(
        answering(
            leo(answer).replaceFirst("(?s)%CODE%.*", "That did not work, I am still locked out.\n"),
            desk.last("SELF_SERVICE", LEO.toString())));
    desk.receive(
        answering(leo(answer).replace("story.3@", "story.4@"), desk.last("CODE", LEO.toString())));
    letters();
  }

  private static String leo(String mail) {
    return mail.replace("Dora", "Leo").replace("dora", "leo");
  }

  private static String forgotten(String mail) {
    return leo(mail)
        .replace("I lost my phone with the authenticator app on it.", "I forgot my password.");
  }

  private String answering(String mail, OutboundMail letter) throws IOException {
    Path file = folder.resolve("answer.eml");
    Files.writeString(file, mail);
    return desk.mail(file, letter);
  }

  private void askWithoutAnswers() throws IOException, SQLException {
    desk.receive(
        Conversation.mail(Conversation.STORIES.resolve("04-answers-are-missing/01-request.eml"))
            .replace("kim@mail.example", "dora@mail.example"));
    letters();
  }

  private void approve() throws IOException, SQLException {
    desk.receive(
        desk.mail(
            STORY.resolve("04-alice-approves.eml"), desk.last("CASE", "alice@staff.example")));
    assertState("COOLING_OFF");
    letters();
  }

  private void command(String line, String letter, String who) throws IOException, SQLException {
    desk.receive(
        answering(
            Conversation.mail(STORY.resolve("04-alice-approves.eml"))
                .replace("APPROVE %CODE%", line),
            desk.last(letter, who + "@staff.example")));
    letters();
  }

  private void objectFrom(String letter) throws IOException, SQLException {
    desk.receive(objection(desk.last(letter, "dora@other.example")));
    letters();
  }

  private String objection(OutboundMail notice) throws IOException {
    return desk.mail(
        Conversation.STORIES.resolve(
            "03-cancelled-while-cooling-off/05-cancel-code-from-elsewhere.eml"),
        notice);
  }

  /** What went out on the day the desk came back, in several rounds. */
  private List<String> afterAway() throws SQLException {
    List<String> all = new ArrayList<>(after(AWAY));
    for (int i = 0; i < 3; i++) {
      all.addAll(after(Duration.ofMinutes(10)));
    }
    return all;
  }

  private List<String> after(Duration time) throws SQLException {
    desk.after(time);
    return letters();
  }

  /** What went out since the last look. */
  private List<String> letters() throws SQLException {
    List<String> letters = new ArrayList<>();
    List<OutboundMail> sent = desk.sender().sent();
    for (; seen < sent.size(); seen++) {
      letters.add(desk.letter(sent.get(seen)) + " to " + sent.get(seen).recipient());
    }
    // The digest comes by the clock, whoever was away.
    letters.removeIf(letter -> letter.startsWith("DIGEST "));
    return letters;
  }

  private void assertState(String state) throws SQLException {
    assertThat(desk.state(1001)).isEqualTo(state);
  }

  private static String[] finalNotices() {
    return new String[] {"NOTICE_FINAL to dora@mail.example", "NOTICE_FINAL to dora@other.example"};
  }

  /** With the letter to who waits, that the date has passed. */
  private static String[] late(String... letters) {
    List<String> all = new ArrayList<>(List.of(letters));
    all.add("OVERDUE to dora@mail.example");
    return all.toArray(String[]::new);
  }

  private static String[] tasks() {
    return new String[] {"TASK to alice@staff.example"};
  }
}
