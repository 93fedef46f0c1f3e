package dev.latchkey.year;

import dev.latchkey.Authenticator;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.year.SimulatedDesk.Sent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Two members of staff who approve whatever may be approved, and do what they are asked to. */
final class ReadyStaff {
  static final List<String> ADDRESSES = List.of("alice@staff.example", "bob@staff.example");

  private final Deque<Sent> unread = new ArrayDeque<>();

  /** A letter lies in a mailbox of theirs. */
  void got(Sent letter) {
    if (ADDRESSES.stream().anyMatch(letter::to)) {
      unread.add(letter);
    }
  }

  /** The next letter about one ticket. */
  Optional<Sent> next() {
    while (!unread.isEmpty()) {
      Sent letter = unread.poll();
      if (letter.ticketId().isPresent()) {
        return Optional.of(letter);
      }
    }
    return Optional.empty();
  }

  /** What its reader commands. */
  Optional<PersonMail> answer(Sent letter, TicketState state) {
    Optional<String> command =
        switch (state) {
          case IN_REVIEW ->
              LetterCode.ofStaff(letter.mail())
                  .map(code -> "APPROVE " + code + " " + Authenticator.DIGITS);
          case EXECUTING -> letter.kind().equals("TASK") ? Optional.of("DONE") : Optional.empty();
          case INQUIRY -> letter.kind().equals("INQUIRY") ? Optional.of("OPEN") : Optional.empty();
          default -> Optional.empty();
        };
    return command.map(
        words -> PersonMail.reply(letter.mail().recipient().toString(), letter.mail(), words));
  }
}
