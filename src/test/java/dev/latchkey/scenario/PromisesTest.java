package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.Outcome;
import dev.latchkey.letter.StaffOffers;
import dev.latchkey.letter.StaffOffers.Offer;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * What a letter to staff offers, the desk does: each command that it prints, in every language, is
 * sent to a real desk in each state in which the letter is sent.
 */
@NullMarked
class PromisesTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  /** What has to be done once for all letters that offer it. */
  private record Promise(TicketState state, boolean task, Verb verb)
      implements Comparable<Promise> {
    @Override
    public int compareTo(Promise other) {
      return toString().compareTo(other.toString());
    }
  }

  @Test
  void everyCommandThatALetterPrintsIsAcceptedInEachStateInWhichItIsSent()
      throws IOException, SQLException {
    TreeMap<Promise, Set<String>> promises = new TreeMap<>();
    for (Offer offer : StaffOffers.all()) {
      for (Verb verb : offer.verbs()) {
        promises
            .computeIfAbsent(
                new Promise(offer.state(), offer.task(), verb), promise -> new TreeSet<>())
            .add(offer.letter() + " (" + offer.language() + ")");
      }
    }
    assertThat(promises.keySet().stream().map(Promise::verb).collect(Collectors.toSet()))
        .contains(
            Verb.SAW, Verb.LIFT, Verb.APPROVE, Verb.RESUME, Verb.DONE, Verb.HOLD, Verb.REJECT);

    List<String> broken = new ArrayList<>();
    try (Conversation desk = Conversation.inReview(PromisesTest.class)) {
      OutboundMail letter = desk.last("CASE", "alice@staff.example");
      String good = desk.mail(STORY.resolve("04-alice-approves.eml"), letter);
      desk.receive(
          Conversation.mail(STORY.resolve("01-request.eml"))
              .replace("`dora`", "`widget`")
              .replace("<story.2@", "<second.2@"));
      int mails = 0;
      // APPROVE is the first of them: it needs the case as it was shown.
      for (Promise promise :
          promises.keySet().stream()
              // Offered only where a co-owner is on record, which this account has not: a story
              // plays it.
              .filter(offered -> offered.verb() != Verb.VOUCH)
              // INQUIRY names HOLD for another ticket, in a mail of its own: a story plays that,
              // too.
              .filter(
                  offered -> offered.verb() != Verb.HOLD || offered.state() != TicketState.INQUIRY)
              // So does what warns of somebody who wants to be vouched for.
              .filter(
                  offered ->
                      offered.verb() != Verb.HOLD
                          || offered.state() != TicketState.ON_HOLD
                          || !promises.getOrDefault(offered, Set.of()).stream()
                              .allMatch(it -> it.startsWith("DANGER_TOLD")))
              // What was called off is reported by a reply to its task, which needs words: stories
              // play both.
              .filter(
                  offered ->
                      offered.state() == TicketState.EXECUTING
                          || (offered.verb() != Verb.DONE && offered.verb() != Verb.FAILED))
              .sorted(PromisesTest::approveFirst)
              .toList()) {
        put(desk, promise);
        int ended = desk.desk().outcomes().size();
        desk.receive(
            good.replaceAll(
                    "APPROVE .*",
                    promise.verb() == Verb.APPROVE
                        ? "APPROVE " + Conversation.code(letter).orElseThrow()
                        : written(promise.verb()))
                .replace("<story.", "<promise" + ++mails + "."));
        // One that fails is tried again, and has no outcome until then.
        boolean handled = desk.desk().outcomes().size() == ended + 1;
        if (!handled || desk.outcome() != Outcome.COMMAND_DONE) {
          broken.add(
              "%s offer %s of a ticket that is %s: %s"
                  .formatted(
                      promises.get(promise),
                      promise.verb(),
                      promise.state(),
                      handled ? desk.desk().lastReason() : "the desk failed on it"));
        }
      }
      assertThat(desk.desk().outcomes()).hasSizeGreaterThan(mails);
    }
    assertThat(broken).isEmpty();
  }

  private static int approveFirst(Promise one, Promise other) {
    return Boolean.compare(other.verb() == Verb.APPROVE, one.verb() == Verb.APPROVE);
  }

  /** Puts the ticket into the state, and makes the reply address fresh and of its round. */
  private static void put(Conversation desk, Promise promise) throws SQLException {
    if (promise.verb() == Verb.APPROVE) {
      return;
    }
    // Of these states only the cooling-off time always has an end.
    boolean ends = promise.state() == TicketState.COOLING_OFF;
    // One command is tried after another, and a FREEZE before stands as a warning.
    try (Connection connection = desk.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM warning WHERE kind = 'ACCOUNT_FROZEN'");
    }
    desk.change(
        "UPDATE ticket SET state = '%s', next_follow_up = %s, next_follow_up_at = %s,"
                .formatted(
                    promise.state(),
                    ends ? "'EXECUTE'" : "NULL",
                    ends ? "'2030-01-01 09:00:00.000007'" : "NULL")
            + " merged_into = NULL, closed_at = "
            + (promise.state().closed() ? "opened_at" : "NULL")
            + ", version = version WHERE id = 1001");
    desk.change(
        "UPDATE token SET used_at = NULL, purpose = '"
            + (promise.task() ? "TASK" : "DECIDE")
            + "', round = (SELECT round FROM ticket WHERE id = 1001)"
            + " WHERE recipient = 'alice@staff.example' AND code_hash IS NOT NULL");
    if (promise.verb() == Verb.LIFT) {
      desk.change(
          "INSERT INTO warning VALUES (1001, 'SEVERAL_CLAIMANTS', 'x', '2026-03-02 09:00:00')");
    }
    if (promise.verb() == Verb.UNDO) {
      desk.change(
          "REPLACE INTO deed (ticket_id, version, command, staff, at, state, state_since, round,"
              + " reopened, question_open, next_follow_up, next_follow_up_at, assignee,"
              + " merged_into, decided_at, closed_at) SELECT id, version, 'NOTE', 'alice@staff.example', '%s', state,"
                  .formatted(LocalDateTime.ofInstant(desk.now(), ZoneOffset.UTC))
              + " state_since, round, reopened, question_open, next_follow_up,"
              + " next_follow_up_at, NULL, NULL, NULL, closed_at FROM ticket WHERE id = 1001");
    }
  }

  private static String written(Verb verb) {
    return switch (verb) {
      case ASK, NOTE, REDIRECT, REJECT, REPLY, FAILED -> verb + " some words of hers";
      case ASSIGN -> "ASSIGN me";
      case VOUCH -> "VOUCH omar";
      case SAW -> "SAW BRANCH https://forge.example/dora/lamp";
      case LIFT -> "LIFT SEVERAL_CLAIMANTS it was one person twice";
      case MERGE -> "MERGE LK-1002";
      case OPEN -> "OPEN lou@mail.example";
      // With a day it is possible in what is on hold already.
      case HOLD -> "HOLD until 2030-12-31";
      case FREEZE, CLOSE, APPROVE, RESUME, UNDO, DONE, REOPEN, STATUS, QUEUE, HELP -> verb.name();
    };
  }
}
