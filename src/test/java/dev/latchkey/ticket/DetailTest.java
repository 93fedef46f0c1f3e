package dev.latchkey.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are those that stand in databases: whoever changes one here loses what they say. */
class DetailTest {
  @Test
  void aTicketThatWasMergedIsRead() {
    Detail.TookIn took = new Detail.TookIn(new Reference(1042));

    assertThat(took.text()).isEqualTo("took in LK-1042");
    assertThat(noted(Actor.Kind.STAFF, "took in LK-1042").says(Detail.TookIn.class)).contains(took);
    assertThat(noted(Actor.Kind.REQUESTER, "took in LK-1042").says(Detail.TookIn.class))
        .contains(took);
  }

  @ParameterizedTest
  @CsvSource({
    "NOTED, did not take in LK-1042",
    "NOTED, took in LK-1042 by mistake",
    "NOTED, took in the washing",
    "MAIL_ADDED, took in LK-1042",
    "REPLIED, took in LK-1042",
    "NOTED, LK-1042 took in LK-1042"
  })
  void whatOnlySoundsLikeItIsNone(TicketEvent event, String detail) {
    assertThat(entry(event, Actor.Kind.STAFF, detail).says(Detail.TookIn.class)).isEmpty();
  }

  @Test
  void whatMayBeOverIsTheDesksFinding() {
    String said = new Detail.PerhapsOver("I do not need it").text();

    assertThat(
            entry(TicketEvent.MAIL_ADDED, Actor.Kind.REQUESTER, said)
                .says(Detail.PerhapsOver.class))
        .contains(new Detail.PerhapsOver("I do not need it"));
    assertThat(entry(TicketEvent.MAIL_ADDED, Actor.Kind.OWNER, said).says(Detail.PerhapsOver.class))
        .isEmpty();
    assertThat(
            entry(TicketEvent.MAIL_ADDED, Actor.Kind.REQUESTER, Detail.none(said))
                .says(Detail.PerhapsOver.class))
        .isEmpty();
  }

  @Test
  void whoeverIsNamedToVouchIsReadWithTheirWords() {
    Detail.NamesVoucher named = new Detail.NamesVoucher("Ask Omar.");

    assertThat(named.text()).isEqualTo("who may vouch: Ask Omar.");
    assertThat(
            entry(TicketEvent.MAIL_ADDED, Actor.Kind.REQUESTER, named.text())
                .says(Detail.NamesVoucher.class))
        .contains(named);
    assertThat(
            entry(TicketEvent.MAIL_ADDED, Actor.Kind.REQUESTER, Detail.none(named.text()))
                .says(Detail.NamesVoucher.class))
        .isEmpty();
  }

  @Test
  void aFreezeThatFailedIsReadWithWhatTheAccountSystemSaid() {
    Detail.NotFrozen failed = new Detail.NotFrozen("answered 503");

    assertThat(failed.text()).isEqualTo("not frozen: answered 503");
    assertThat(noted(Actor.Kind.DESK, failed.text()).says(Detail.NotFrozen.class)).contains(failed);
    assertThat(noted(Actor.Kind.DESK, "not frozen: ").says(Detail.NotFrozen.class))
        .contains(new Detail.NotFrozen(""));
  }

  @Test
  void onlyTheDeskSaysThatAFreezeFailed() {
    assertThat(noted(Actor.Kind.STAFF, "not frozen: I looked").says(Detail.NotFrozen.class))
        .isEmpty();
    assertThat(noted(Actor.Kind.DESK, "frozen: done").says(Detail.NotFrozen.class)).isEmpty();
  }

  @Test
  void aReplyToAnOwnerIsReadWithAllItsLines() {
    Detail.ToOwner reply = new Detail.ToOwner("dora@other.example", "Dear Dora,\n\nwe looked.");

    assertThat(reply.text()).isEqualTo("to dora@other.example\nDear Dora,\n\nwe looked.");
    assertThat(replied(reply.text()).says(Detail.ToOwner.class)).contains(reply);
  }

  @ParameterizedTest
  @CsvSource({"to you both", "We write to dora@other.example", "to dora@other.example"})
  void aReplyToTheRequesterIsNone(String words) {
    assertThat(replied(words).says(Detail.ToOwner.class)).isEmpty();
    assertThat(replied(words + " and\nmore").says(Detail.ToOwner.class)).isEmpty();
  }

  @Test
  void aWarningThatWasLiftedIsReadByItsKind() {
    Detail.WarningLifted lifted =
        new Detail.WarningLifted("DOMAIN_LAPSED", "policy 2026-1: it is theirs, I asked");

    assertThat(lifted.text()).isEqualTo("DOMAIN_LAPSED, policy 2026-1: it is theirs, I asked");
    assertThat(
            entry(TicketEvent.WARNING_LIFTED, Actor.Kind.STAFF, lifted.text())
                .says(Detail.WarningLifted.class))
        .contains(lifted);
  }

  @Test
  void aCommandThatWasTakenBackIsReadByItsVerb() {
    assertThat(
            entry(TicketEvent.UNDONE, Actor.Kind.STAFF, "NOTE")
                .says(Detail.TakenBack.class)
                .map(Detail.TakenBack::command))
        .contains("NOTE");
    Detail.TakenBack why = new Detail.TakenBack("REJECT", "the wrong one\nsorry");
    assertThat(entry(TicketEvent.UNDONE, Actor.Kind.STAFF, why.text()).says(Detail.TakenBack.class))
        .contains(why);
    assertThat(noted(Actor.Kind.STAFF, "NOTE").says(Detail.TakenBack.class)).isEmpty();
  }

  private static HistoryEntry noted(Actor.Kind by, String detail) {
    return entry(TicketEvent.NOTED, by, detail);
  }

  private static HistoryEntry replied(String detail) {
    return entry(TicketEvent.REPLIED, Actor.Kind.STAFF, detail);
  }

  private static HistoryEntry entry(TicketEvent event, Actor.Kind by, String detail) {
    return new HistoryEntry(
        1,
        2,
        Instant.parse("2026-03-02T09:00:00Z"),
        event,
        TicketState.IN_REVIEW,
        TicketState.IN_REVIEW,
        new Cause(new Actor(by, "alice@staff.example"), "none", OptionalLong.empty(), detail),
        HistoryEntry.FIRST);
  }
}
