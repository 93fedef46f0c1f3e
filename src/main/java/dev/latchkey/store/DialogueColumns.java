package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Dialogue;
import dev.latchkey.ticket.Dialogue.StaffQuestion;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link Dialogue} as the columns of a ticket, and of a deed, hold it. */
final class DialogueColumns {
  private DialogueColumns() {}

  static String asked(Dialogue dialogue) {
    return dialogue.asked().stream().map(Question::name).collect(Collectors.joining(","));
  }

  static Dialogue read(
      String asked,
      int fruitless,
      @Nullable String question,
      @Nullable String questionBy,
      int extensions,
      @Nullable Integer placeTold,
      @Nullable Instant promisedAt,
      @Nullable String level) {
    return new Dialogue(
        Arrays.stream(asked.split(","))
            .filter(word -> !word.isEmpty())
            .map(Question::valueOf)
            .toList(),
        fruitless,
        question == null || questionBy == null
            ? Optional.empty()
            : Optional.of(new StaffQuestion(question, EmailAddress.of(questionBy))),
        extensions,
        Optional.ofNullable(placeTold),
        Optional.ofNullable(promisedAt),
        Optional.ofNullable(level));
  }
}
