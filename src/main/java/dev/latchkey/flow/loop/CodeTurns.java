package dev.latchkey.flow.loop;

import dev.latchkey.check.Mailboxes;
import dev.latchkey.letter.MailClass;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.HeldLetter;
import dev.latchkey.store.WaitingCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Whose turn it is where more people claim the accounts of an address than get a code to it in a
 * day. The first who asked goes first. Who had a code before stands as if they had asked a day
 * later, and so does each further request of one organisation: so nobody who asks later, however
 * often or under however many names, keeps anybody waiting for good.
 */
final class CodeTurns {
  private static final Duration BEHIND = Duration.ofDays(1);

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
    Map<Long, Instant> stands = new HashMap<>();
    for (WaitingCode code : waiting.apply(recipient)) {
      boolean proved = code.charged() == MailClass.CODE;
      String hands = proved + " " + Mailboxes.hands(EmailAddress.of(code.claimant()));
      int earlier = ofHands.merge(hands, 1, Integer::sum) - 1;
      Duration behind = BEHIND.multipliedBy(earlier + (code.again() ? 1L : 0L));
      stands.put(code.id(), code.createdAt().plus(behind));
    }
    return stands.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
