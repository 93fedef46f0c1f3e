package dev.latchkey.ticket;

import static dev.latchkey.ticket.TestTickets.NORA;
import static dev.latchkey.ticket.TestTickets.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.EmailAddress;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TicketTest {
  private static final Instant LATER = NOW.plus(Duration.ofHours(3));

  @Test
  void anOpenedTicketHasOneEntryThatFollowsNothing() {
    Ticket.Applied opened = TestTickets.opened(1001, TicketState.NEEDS_DETAILS, NORA);

    assertThat(opened.entry().sequence()).isEqualTo(1);
    assertThat(opened.entry().previousHash()).isEqualTo("0".repeat(64));
    assertThat(opened.ticket().version()).isEqualTo(1);
    assertThat(opened.ticket().historyHash()).isEqualTo(opened.entry().hash());
    assertThat(opened.ticket().round()).isZero();
    assertThat(opened.ticket().openedAt()).isEqualTo(NOW);
    assertThat(opened.ticket().reference()).hasToString("LK-1001");
  }

  @Test
  void aTicketCannotBeOpenedDecided() {
    assertThatThrownBy(() -> TestTickets.opened(1001, TicketState.COOLING_OFF, NORA))
        .isInstanceOf(TransitionRefusedException.class);
  }

  @Test
  void everyEventAddsOneEntryThatFollowsTheLast() {
    Ticket ticket = TestTickets.proving();
    for (TicketEvent event :
        List.of(
            TicketEvent.EVIDENCE_RECORDED,
            TicketEvent.EVIDENCE_COMPLETE,
            TicketEvent.APPROVED,
            TicketEvent.COOLED_OFF,
            TicketEvent.EXECUTED)) {
      Ticket.Applied applied = ticket.apply(event, LATER, Cause.desk("because"));
      assertThat(applied.entry().previousHash()).isEqualTo(ticket.historyHash());
      assertThat(applied.entry().sequence()).isEqualTo(ticket.version() + 1);
      assertThat(applied.entry().from()).isEqualTo(ticket.state());
      assertThat(applied.entry().to()).isEqualTo(applied.ticket().state());
      assertThat(applied.ticket().version()).isEqualTo(ticket.version() + 1);
      assertThat(applied.ticket().historyHash()).isEqualTo(applied.entry().hash());
      ticket = applied.ticket();
    }
    assertThat(ticket.state()).isEqualTo(TicketState.RECOVERED);
  }

  @Test
  void anEventThatCannotHappenSaysWhichAndWhere() {
    assertThatThrownBy(
            () -> TestTickets.proving().apply(TicketEvent.APPROVED, LATER, Cause.desk("")))
        .isInstanceOf(TransitionRefusedException.class)
        .hasMessage("LK-1001 is PROVING, where APPROVED cannot happen");
    assertThat(TestTickets.proving().accepts(TicketEvent.APPROVED)).isFalse();
  }

  @Test
  void theStayBeginsAnewOnlyWhenTheStateChanges() {
    Ticket stayed = after(TestTickets.proving(), TicketEvent.EVIDENCE_RECORDED);
    Ticket moved = after(stayed, TicketEvent.EVIDENCE_COMPLETE);

    assertThat(stayed.stateSince()).isEqualTo(NOW);
    assertThat(moved.stateSince()).isEqualTo(LATER);
  }

  @Test
  void momentsAreCutToWhatTheDatabaseKeeps() {
    Ticket moved =
        TestTickets.proving()
            .apply(TicketEvent.EVIDENCE_COMPLETE, LATER.plusNanos(1_234_567), Cause.desk(""))
            .ticket();

    assertThat(moved.stateSince()).isEqualTo(LATER.plusNanos(1_234_000));
  }

  @Test
  void everyNewCaseBeforeTheStaffIsARound() {
    Ticket first = after(TestTickets.proving(), TicketEvent.EVIDENCE_COMPLETE);
    Ticket noted = after(first, TicketEvent.EVIDENCE_RECORDED);
    Ticket second = after(after(noted, TicketEvent.HELD), TicketEvent.RESUMED);

    assertThat(first.round()).isEqualTo(1);
    assertThat(noted.round()).isEqualTo(1);
    assertThat(second.round()).isEqualTo(2);
  }

  @Test
  void aReopenedTicketNeverForgetsThatItWasClosed() {
    Ticket closed = after(TestTickets.proving(), TicketEvent.WITHDRAWN);
    Ticket open = after(closed, TicketEvent.REOPENED);

    assertThat(closed.closedAt()).contains(LATER);
    assertThat(closed.reopened()).isFalse();
    assertThat(open.closedAt()).isEmpty();
    assertThat(open.reopened()).isTrue();
    assertThat(after(open, TicketEvent.REMINDED).reopened()).isTrue();
  }

  @Test
  void aMailToAClosedTicketDoesNotCloseItLater() {
    Ticket closed = after(TestTickets.proving(), TicketEvent.WITHDRAWN);
    Ticket written =
        closed.apply(TicketEvent.MAIL_ADDED, LATER.plusSeconds(9), TestTickets.by(NORA)).ticket();

    assertThat(written.closedAt()).contains(LATER);
  }

  @Test
  void aQuestionOfTheStaffIsOpenUntilItIsAnswered() {
    Ticket review = after(TestTickets.proving(), TicketEvent.EVIDENCE_COMPLETE);
    Ticket asked = after(review, TicketEvent.QUESTION_ASKED);

    assertThat(review.questionOpen()).isFalse();
    assertThat(asked.questionOpen()).isTrue();
    assertThat(after(asked, TicketEvent.REMINDED).questionOpen()).isTrue();
    assertThat(after(asked, TicketEvent.QUESTION_ANSWERED).questionOpen()).isFalse();
    assertThat(after(asked, TicketEvent.EXPIRED).questionOpen()).isFalse();
  }

  @Test
  void onlyApprovalAndRejectionDecide() {
    Ticket review = after(TestTickets.proving(), TicketEvent.EVIDENCE_COMPLETE);

    assertThat(after(review, TicketEvent.APPROVED).decidedAt()).contains(LATER);
    assertThat(after(review, TicketEvent.REJECTED).decidedAt()).contains(LATER);
    assertThat(after(review, TicketEvent.HELD).decidedAt()).isEmpty();
    assertThat(after(review, TicketEvent.APPROVAL_RECORDED).decidedAt()).isEmpty();
  }

  @Test
  void aChangeNamesOneFieldAndCopiesEveryOther() throws ReflectiveOperationException {
    Ticket full = full();
    assertThat(full.change().build()).isEqualTo(full);

    EmailAddress alice = EmailAddress.of("alice@staff.example");
    onlyThese(full, c -> c.answers(TestTickets.answers(Reason.OTHER)), "answers");
    onlyThese(full, c -> c.account(Optional.of("other")), "account");
    onlyThese(full, c -> c.threadLast(Optional.of("<9@x.example>")), "threadLast");
    onlyThese(full, c -> c.assignee(Optional.of(alice)), "assignee");
    onlyThese(full, c -> c.mergedInto(Optional.of(new Reference(9))), "mergedInto");
    onlyThese(full, c -> c.dialogue(Dialogue.NONE), "dialogue");
    onlyThese(full, c -> c.next(FollowUp.EXECUTE, LATER), "next");
    onlyThese(full, TicketChange::nothingNext, "next");
  }

  private static void onlyThese(Ticket before, UnaryOperator<TicketChange> change, String... fields)
      throws ReflectiveOperationException {
    Ticket after = change.apply(before.change()).build();
    Set<String> differing = new TreeSet<>();
    for (RecordComponent field : Ticket.class.getRecordComponents()) {
      if (!field.getAccessor().invoke(before).equals(field.getAccessor().invoke(after))) {
        differing.add(field.getName());
      }
    }
    assertThat(differing).containsExactlyInAnyOrder(fields);
  }

  @Test
  void anInquiryIsAboutNoAccountAndAnAnswerClosesIt() {
    Ticket inquiry =
        Ticket.inquire(
                1008,
                NORA,
                Concern.NAME_CLAIM,
                "en",
                TestTickets.answers(),
                Optional.of("<first@mail.example>"),
                NOW,
                TestTickets.by(NORA))
            .ticket();
    assertThat(inquiry.account()).isEmpty();
    assertThat(inquiry.state()).isEqualTo(TicketState.INQUIRY);

    Ticket answered = after(inquiry, TicketEvent.REPLIED);
    assertThat(answered.state()).isEqualTo(TicketState.ANSWERED);
    assertThat(answered.closedAt()).contains(LATER);
    assertThat(after(answered, TicketEvent.REOPENED).state()).isEqualTo(TicketState.INQUIRY);
  }

  @Test
  void toDeclineAnInquiryIsNoDecisionAboutARecovery() {
    Ticket inquiry =
        Ticket.inquire(
                1008,
                NORA,
                Concern.LIMIT,
                "en",
                TestTickets.answers(),
                Optional.empty(),
                NOW,
                TestTickets.by(NORA))
            .ticket();

    assertThat(after(inquiry, TicketEvent.REJECTED).decidedAt()).isEmpty();
  }

  /** A ticket with a value in every field that differs from a new ticket's. */
  private static Ticket full() {
    return new Ticket(
        1007,
        12,
        "a".repeat(64),
        TicketState.DUPLICATE,
        NOW.minusSeconds(1),
        NORA,
        Concern.RECOVERY,
        "de",
        TestTickets.answers(Reason.LOST_2FA_DEVICE),
        Optional.of("nora"),
        true,
        3,
        true,
        true,
        Optional.of("<root@mail.example>"),
        Optional.of("<last@mail.example>"),
        Optional.of(new Due(FollowUp.REMIND, NOW.plusSeconds(5))),
        Optional.of(EmailAddress.of("bob@staff.example")),
        Optional.of(new Reference(1003)),
        new Dialogue(
            List.of(Answers.Question.REASON),
            1,
            Optional.of(
                new Dialogue.StaffQuestion("Which town?", EmailAddress.of("bob@staff.example"))),
            1,
            Optional.of(4),
            Optional.of(NOW.plusSeconds(9)),
            Optional.of("STANDARD")),
        NOW.minusSeconds(3),
        Optional.of(NOW.minusSeconds(2)),
        Optional.of(NOW.minusSeconds(1)));
  }

  private static Ticket after(Ticket ticket, TicketEvent event) {
    return ticket.apply(event, LATER, Cause.desk("")).ticket();
  }
}
