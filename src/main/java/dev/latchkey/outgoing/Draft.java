package dev.latchkey.outgoing;

import dev.latchkey.letter.Letter;
import dev.latchkey.letter.Remarks;
import dev.latchkey.letter.writing.Envelope;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A letter that shall go out.
 *
 * @param key only one letter with it is ever sent
 * @param ticketId empty for letters about no ticket
 * @param anew what it says by what is known later on, before it is kept; empty where it is untrue
 *     by then and another letter says what is true
 * @param remarks what is said around it by then
 * @param pause so much later it is sent, unless its reader is told by then what it would tell
 */
public record Draft(
    Envelope envelope,
    DedupeKey key,
    Optional<Long> ticketId,
    Supplier<Optional<Letter>> anew,
    UnaryOperator<Remarks> remarks,
    Duration pause) {

  /** One that is sent at once. */
  public Draft(
      Envelope envelope,
      DedupeKey key,
      Optional<Long> ticketId,
      Supplier<Optional<Letter>> anew,
      UnaryOperator<Remarks> remarks) {
    this(envelope, key, ticketId, anew, remarks, Duration.ZERO);
  }

  /** One around which nothing changes. */
  public Draft(
      Envelope envelope, DedupeKey key, Optional<Long> ticketId, Supplier<Optional<Letter>> anew) {
    this(envelope, key, ticketId, anew, UnaryOperator.identity());
  }

  /** One that says the same whatever comes. */
  public Draft(Envelope envelope, DedupeKey key, Optional<Long> ticketId) {
    this(envelope, key, ticketId, () -> Optional.of(envelope.letter()));
  }

  /** The same in another envelope. */
  public Draft with(Envelope other) {
    return new Draft(other, key, ticketId, anew, remarks, pause);
  }

  /** The same, sent so much later, unless its reader is told by then what it would tell. */
  public Draft after(Duration other) {
    return new Draft(envelope, key, ticketId, anew, remarks, other);
  }

  /** One that says something more, or less, then as now. */
  public Draft saying(UnaryOperator<Letter> change) {
    return new Draft(
        envelope.with(change.apply(envelope.letter())),
        key,
        ticketId,
        () -> anew.get().map(change),
        remarks,
        pause);
  }

  /** The same as it is true by now; empty where it is not. */
  public Optional<Draft> anewNow() {
    return anew.get()
        .map(letter -> with(envelope.with(letter).with(remarks.apply(envelope.remarks()))));
  }
}
