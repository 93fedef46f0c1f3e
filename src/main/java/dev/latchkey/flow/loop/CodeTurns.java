package dev.latchkey.flow.loop;

import dev.latchkey.check.Mailboxes;
import dev.latchkey.letter.MailClass;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.HeldLetter;
import dev.latchkey.store.WaitingCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Whose turn it is where more people claim the accounts of an address than get a code to it in a
 * day. In turn go the first who asked of those whose mail was proved, the first of the others, and
 * the last who asked: so no crowd that came before keeps out who comes after it, and none that
 * comes after keeps anybody waiting for good. The last is who was it at a moment of that day that
 * nobody knows before: whoever asks anew before each midnight has hardly ever that turn. Who had a
 * code before stands as if they had asked a day later, and so does each further request of one
 * organisation.
 */
final class CodeTurns {
  private static final Duration BEHIND = Duration.ofDays(1);
  private static final Duration DAY = Duration.ofDays(1);

  /**
   * Where a code stands in its line.
   *
   * @param fresh it is the first that its organisation asks for
   */
  private record Place(long id, Instant stands, boolean fresh) {}

  private final Function<String, List<WaitingCode>> waiting;
  private final Instant now;
  private final ToDoubleFunction<String> chance;
  private final Map<String, List<Long>> order = new HashMap<>();

  /**
   * Makes the turns of one look at what waits.
   *
   * @param waiting the codes for an address that wait, the first written first
   * @param chance for an address a number from 0 to 1, all day the same, that nobody can foretell
   */
  CodeTurns(
      Function<String, List<WaitingCode>> waiting, Instant now, ToDoubleFunction<String> chance) {
    this.waiting = waiting;
    this.now = now;
    this.chance = chance;
  }

  /** How many codes for its address go before it; none where it is no code that others wait for. */
  int before(HeldLetter letter) {
    return Math.max(0, of(letter).indexOf(letter.id()));
  }

  /** It waits no more. */
  void gone(HeldLetter letter) {
    of(letter).remove(letter.id());
  }

  private List<Long> of(HeldLetter letter) {
    return order.computeIfAbsent(letter.recipient(), to -> new ArrayList<>(sorted(to)));
  }

  private List<Long> sorted(String recipient) {
    Map<String, Integer> ofHands = new HashMap<>();
    List<Place> proved = new ArrayList<>();
    List<Place> unproved = new ArrayList<>();
    for (WaitingCode code : waiting.apply(recipient)) {
      boolean known = code.charged() == MailClass.CODE;
      String hands = known + " " + Mailboxes.hands(EmailAddress.of(code.claimant()));
      int earlier = ofHands.merge(hands, 1, Integer::sum) - 1;
      int behind = earlier + (code.again() ? 1 : 0);
      Instant stands = code.createdAt().plus(BEHIND.multipliedBy(behind));
      (known ? proved : unproved).add(new Place(code.id(), stands, behind == 0));
    }
    return inTurns(line(proved), line(unproved), chance.applyAsDouble(recipient));
  }

  private static Deque<Place> line(List<Place> places) {
    places.sort(Comparator.comparing(Place::stands).thenComparing(Place::id));
    return new ArrayDeque<>(places);
  }

  private List<Long> inTurns(Deque<Place> proved, Deque<Place> unproved, double drawn) {
    List<Long> order = new ArrayList<>();
    while (!proved.isEmpty() || !unproved.isEmpty()) {
      first(proved, unproved).ifPresent(order::add);
      first(unproved, proved).ifPresent(order::add);
      last(proved, drawn).or(() -> last(unproved, drawn)).ifPresent(order::add);
    }
    return order;
  }

  /** Who stands first in one line; where nobody does, in the other. */
  private static Optional<Long> first(Deque<Place> line, Deque<Place> other) {
    return Optional.ofNullable(line.isEmpty() ? other.poll() : line.poll()).map(Place::id);
  }

  /** Who had asked last, and for the first time, at the moment that was drawn. */
  private Optional<Long> last(Deque<Place> line, double drawn) {
    List<Place> fresh = line.stream().filter(Place::fresh).toList();
    Optional<Instant> first =
        fresh.stream().map(Place::stands).filter(it -> it.isAfter(now.minus(DAY))).findFirst();
    Instant moment =
        first
            .map(it -> it.plusMillis((long) (Duration.between(it, now).toMillis() * drawn)))
            .orElse(now);
    Optional<Place> last =
        fresh.stream()
            .filter(place -> !place.stands().isAfter(moment))
            .reduce((earlier, later) -> later);
    last.ifPresent(line::remove);
    return last.map(Place::id);
  }
}
