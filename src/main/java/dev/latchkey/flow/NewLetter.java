package dev.latchkey.flow;

import dev.latchkey.letter.Letter;
import dev.latchkey.letter.MailClass;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.writing.Envelope;
import dev.latchkey.outgoing.Draft;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A letter, and the mail that it was written because of.
 *
 * @param mail empty when time brought it
 * @param instead the mails whose own letters it took the place of
 * @param sender who wrote that mail, as it says
 * @param charged the class whose budget it is taken from
 * @param turn whether those that wait for the same address may go before it
 * @param state where its ticket stood
 * @param inside the letters whose words stand in it
 */
record NewLetter(
    Draft draft,
    OptionalLong mail,
    Set<Long> instead,
    Optional<String> sender,
    MailClass charged,
    Turn turn,
    Optional<TicketState> state,
    List<Draft> inside) {

  Letter letter() {
    return draft.envelope().letter();
  }

  String recipient() {
    return draft.envelope().recipient().toString();
  }

  /** The same, taken from another budget. */
  NewLetter charged(MailClass other) {
    return new NewLetter(draft, mail, instead, sender, other, turn, state, inside);
  }

  /** The same with other words. */
  NewLetter with(Draft other) {
    return new NewLetter(other, mail, instead, sender, charged, turn, state, inside);
  }

  /**
   * The same, which says what the letter of another mail said too, and is taken from the better of
   * both budgets: what nobody proved takes no letter from who was proved.
   */
  NewLetter inPlaceOf(NewLetter dropped) {
    Set<Long> all = new HashSet<>(instead);
    all.addAll(dropped.instead);
    dropped.mail.ifPresent(all::add);
    NewLetter better = dropped.charged.rank() < charged.rank() ? dropped : this;
    return new NewLetter(
        draft, mail, Set.copyOf(all), better.sender, better.charged, turn, state, inside);
  }

  /**
   * The same in that envelope, in which the words of the other one stand as well, and of those in
   * it.
   */
  NewLetter holding(NewLetter other, Envelope both) {
    NewLetter told = inPlaceOf(other);
    List<Draft> all =
        Stream.of(inside.stream(), Stream.of(other.draft), other.inside.stream())
            .flatMap(drafts -> drafts)
            .toList();
    return new NewLetter(
        draft.with(both), mail, told.instead, told.sender, told.charged, turn, state, all);
  }

  /** Whether it was written because of a mail, or says what a letter because of it said. */
  boolean because(long mailId) {
    return mail.equals(OptionalLong.of(mailId)) || instead.contains(mailId);
  }

  boolean isAbout(long ticketId) {
    return draft.ticketId().filter(id -> id == ticketId).isPresent();
  }

  WrittenLetter written(Instant at) {
    return new WrittenLetter(draft.envelope().letter().kind(), recipient(), at);
  }

  /** Whether it is for the staff. */
  boolean toStaff() {
    return draft.envelope().letter() instanceof StaffLetter;
  }

  /** Where a letter stands among those that wait for the same address. */
  enum Turn {
    /** Behind them. */
    LAST,
    /** It waited, and its turn has come. */
    COME
  }
}
