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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whose turn it is where more people claim the accounts of an address than get a code to it in a
 * day. In turn go the first who asked of those whose mail was proved, the first of the others, and
 * the last who asked: so no crowd that came before keeps out who comes after it, and none that
 * comes after keeps anybody waiting for good. Who had a code before stands as if they had asked a
 * day later, and so does each further request of one organisation.
 */
final class CodeTurns {
  private static final Duration BEHIND = Duration.ofDays(1);

  /**
   * Where a code stands in its line.
   *
   * @param fresh it is the first that its organisation asks for
   */
  private record Place(long id, Instant stands, boolean fresh) {}

  private final Function<String, List<WaitingCode>> waiting;
  private final Map<String, List<Long>> order = new HashMap<>();

  /**
   * Makes the turns of one look at what waits.
   *
   * @param waiting the codes for an address that wait, the first written first
   */
  CodeTurns(Function<String, List<WaitingCode>> waiting) {
    this.waiting = waiting;
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
    return inTurns(line(proved), line(unproved));
  }

  private static Deque<Place> line(List<Place> places) {
    places.sort(Comparator.comparing(Place::stands).thenComparing(Place::id));
    return new ArrayDeque<>(places);
  }

  private static List<Long> inTurns(Deque<Place> proved, Deque<Place> unproved) {
    List<Long> order = new ArrayList<>();
    while (!proved.isEmpty() || !unproved.isEmpty()) {
      first(proved, unproved).ifPresent(order::add);
      first(unproved, proved).ifPresent(order::add);
      last(proved).or(() -> last(unproved)).ifPresent(order::add);
    }
    return order;
  }

  /** Who stands first in one line; where nobody does, in the other. */
  private static Optional<Long> first(Deque<Place> line, Deque<Place> other) {
    return Optional.ofNullable(line.isEmpty() ? other.poll() : line.poll()).map(Place::id);
  }

  /** Who asked last, and for the first time. */
  private static Optional<Long> last(Deque<Place> line) {
    Iterator<Place> backwards = line.descendingIterator();
    while (backwards.hasNext()) {
      Place place = backwards.next();
      if (place.fresh()) {
        backwards.remove();
        return Optional.of(place.id());
      }
    }
    return Optional.empty();
  }
}
