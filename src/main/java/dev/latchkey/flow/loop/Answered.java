package dev.latchkey.flow.loop;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.triage.reply.SentLetter;
import java.util.List;

/**
 * The letters of ours that a mail answers.
 *
 * @param letters the likeliest first
 * @param asked the questions that the one numbers to which it is the reply
 */
record Answered(List<SentLetter> letters, List<Question> asked) {
  static final Answered NOTHING = new Answered(List.of(), List.of());

  Answered {
    letters = List.copyOf(letters);
    asked = List.copyOf(asked);
  }
}
