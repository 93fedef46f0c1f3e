package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a sentence of somebody who was asked to vouch says that it is somebody else who asks: "an
 * impostor writes to you", "that can't be her", "she is logged in right now"; or that they do not
 * stand up for whoever it is: "I don't know anybody of that name". What is not so yet says nothing.
 * The words stand in {@code not-theirs-words.txt}.
 */
final class NotTheirs {
  private static final WordGroups WORDS = WordGroups.of(NotTheirs.class, "not-theirs-words.txt");

  private NotTheirs() {}

  static boolean says(List<Words.Word> sentence) {
    boolean another = has(sentence, "another", "writes") && !denies(sentence);
    return another
        || (has(sentence, "cannot be", "they") && !has(sentence, "nobody else"))
        || (!has(sentence, "not yet") && (isStranger(sentence) || isInside(sentence)));
  }

  private static boolean isStranger(List<Words.Word> sentence) {
    return (has(sentence, "knows") && denies(sentence))
        || has(sentence, "vouches", "not")
        || has(sentence, "refuses");
  }

  private static boolean isInside(List<Words.Word> sentence) {
    return has(sentence, "logged in") && !denies(sentence);
  }

  private static boolean denies(List<Words.Word> sentence) {
    return has(sentence, "not") || has(sentence, "no");
  }

  private static boolean has(List<Words.Word> sentence, String... groups) {
    return Stream.of(groups).allMatch(group -> WORDS.has(sentence, group));
  }
}
