package dev.latchkey.letter.writing;

import dev.latchkey.ticket.Answers.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions of the form that a letter of ours numbers, in the words of one language. */
final class NumberedQuestions {
  private static final int MOST_LINES = 1_000;

  private final LetterWords words;

  NumberedQuestions(LetterWords words) {
    this.words = words;
  }

  /** Those of a letter, in order: the first is number 1; empty where it numbers none. */
  List<Question> in(String body) {
    List<Question> asked = new ArrayList<>();
    for (String line : body.lines().limit(MOST_LINES).toList()) {
      String number = asked.size() + 1 + ". ";
      if (line.startsWith(number)) {
        question(line.substring(number.length()).strip()).ifPresent(asked::add);
      }
    }
    return List.copyOf(asked);
  }

  private Optional<Question> question(String sentence) {
    for (Question question : Question.values()) {
      if (words.of(WordFamily.QUESTION, question.name()).strip().equals(sentence)) {
        return Optional.of(question);
      }
    }
    return Optional.empty();
  }
}
