package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Mails that come twice, too large, back, or at the same moment as another. */
@NullMarked
class MailEdgesTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  @Test
  void theSameMailAtAnotherPlaceIsActedOnOnce() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      int sent = desk.sender().sent().size();
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));

      assertThat(desk.sender().sent()).hasSize(sent);
      assertThat(desk.column("SELECT id FROM mail")).hasSize(1);
      assertThat(desk.column("SELECT uid FROM mail_position")).hasSize(2);
      assertThat(desk.inbox().size()).isZero();
    }
  }

  @Test
  void theSameMessageIdWithOtherContentIsKeptAndFlagged() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      String request = Conversation.mail(STORY.resolve("01-request.eml"));
      desk.receive(request);
      desk.receive(request.replace("widget-tools", "other-tools"));

      assertThat(desk.column("SELECT outcome FROM mail ORDER BY id"))
          .containsExactly("TICKET_OPENED", "JOINED");
      assertThat(desk.column("SELECT reasons FROM mail ORDER BY id DESC LIMIT 1").get(0))
          .contains("Message-ID was seen with other content");
    }
  }

  @Test
  void aBounceToOurReturnAddressIsRecordedWithItsTicket() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(MailEdgesTest.class)) {
      OutboundMail notice = desk.last("NOTICE_STARTED", "dora@other.example");
      desk.receive(
          Conversation.mail(
                  Conversation.STORIES
                      .resolve("07-machines-are-not-answered")
                      .resolve("04-a-strangers-bounce.eml"))
              .replace("To: support@desk.example", "To: " + notice.envelopeFrom()));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.BOUNCE_RECORDED);
      assertThat(desk.column("SELECT detail FROM history WHERE event = 'NOTICE_BOUNCED'"))
          .singleElement()
          .asString()
          .contains("dora@other.example");
    }
  }

  @Test
  void aMailOverTheLimitIsNotDownloadedAndItsSenderIsTold() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(
          Conversation.mail(STORY.resolve("01-request.eml"))
              + "unmistakable words\n".repeat(70_000));

      assertThat(desk.column("SELECT header_only FROM mail")).containsExactly("1");
      assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
      assertThat(desk.last("ACKNOWLEDGEMENT", "dora@mail.example").body()).contains("larger than");
      assertThat(desk.column("SELECT written FROM mail").get(0)).doesNotContain("unmistakable");
    }
  }

  @Test
  void twoRequestsForOneAccountAtOnceNeverMakeTwoActiveTickets() throws Exception {
    for (int round = 0; round < 3; round++) {
      TestDatabase schema = TestDatabase.emptyFor(MailEdgesTest.class);
      Path accounts = STORY.resolve("accounts.csv");
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try (Conversation one = new Conversation(schema, accounts);
          Conversation other = new Conversation(schema, accounts)) {
        String request = Conversation.mail(STORY.resolve("01-request.eml"));
        String rival =
            request
                .replace("mail.example", "elsewhere.example")
                .replace("dora@", "eve@")
                .replace("story.2", "story.8");
        other.inbox().skip(100);
        List<Future<?>> both =
            List.of(
                threads.submit(() -> one.receive(request)),
                threads.submit(() -> other.receive(rival)));
        for (Future<?> each : both) {
          each.get();
        }

        assertThat(one.column("SELECT id FROM ticket WHERE active_account IS NOT NULL"))
            .hasSizeLessThanOrEqualTo(1);
        // Neither has proved anything: one leads, the other one waits beside it.
        assertThat(one.column("SELECT state FROM ticket")).containsExactly("PROVING", "PROVING");
        assertThat(one.column("SELECT id FROM ticket WHERE NOT beside")).hasSize(1);
        assertThat(one.column("SELECT id FROM mail WHERE state <> 'HANDLED'")).isEmpty();
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static Conversation empty() {
    return new Conversation(
        TestDatabase.emptyFor(MailEdgesTest.class), STORY.resolve("accounts.csv"));
  }
}
