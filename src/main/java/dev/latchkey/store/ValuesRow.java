package dev.latchkey.store;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.ticket.TicketState;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tickets hold of the values that a version knows or does not, unread, and how many hold the
 * same.
 */
record ValuesRow(
    String state,
    String concern,
    @Nullable String nextFollowUp,
    @Nullable String recoveryCodes,
    String reasons,
    String asked,
    long tickets) {

  /** Whether a {@link TicketRow} can be read of them. */
  boolean known() {
    return named(TicketState.values(), state)
        && named(Concern.values(), concern)
        && (nextFollowUp == null || named(FollowUp.values(), nextFollowUp))
        && (recoveryCodes == null || named(RecoveryCodes.values(), recoveryCodes))
        && words(reasons).allMatch(word -> named(Reason.values(), word))
        && words(asked).allMatch(word -> named(Question.values(), word));
  }

  /** The words of a column that holds several. */
  static Stream<String> words(String column) {
    return Stream.of(column.split(",")).filter(word -> !word.isEmpty());
  }

  /** Whether one of the values is written so. */
  static boolean named(Enum<?>[] values, String name) {
    return Stream.of(values).anyMatch(value -> value.name().equals(name));
  }
}
