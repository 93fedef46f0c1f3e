package dev.latchkey.triage.form;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Sentences;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads answers about recovery codes of people who have to look for them first: "not sure, I think
 * they are in the safe" denies nothing, whatever "not" says elsewhere. That an authenticator had no
 * backup says nothing of them. The words stand in {@code codes-doubt-words.txt}.
 */
public final class CodesDoubtReader {
  private static final WordGroups GROUPS =
      WordGroups.of(CodesDoubtReader.class, "codes-doubt-words.txt");

  private static final Lexicon<Set<String>> DOUBTS =
      WordList.lexicon(CodesDoubtReader.class, "codes-doubt-words.txt", Set.of("unsure", "place"));

  private CodesDoubtReader() {}

  /** Whether its writer does not know whether they have codes, or where. */
  static boolean doubts(String answer) {
    return GROUPS.has(Words.of(answer).list(), "unsure");
  }

  /** Whether it says where the codes are. */
  static boolean namesPlace(String answer) {
    return GROUPS.has(Words.of(answer).list(), "place");
  }

  /** Whether it says that there never were any. */
  static boolean never(String answer) {
    return GROUPS.has(Words.of(answer).list(), "never");
  }

  /** What else it says. */
  static String without(String answer) {
    List<Words.Word> words = Words.of(answer).list();
    StringBuilder rest = new StringBuilder(answer);
    for (Lexicon.Hit<Set<String>> hit : DOUBTS.find(words)) {
      for (int i = words.get(hit.from()).start(); i < words.get(hit.to() - 1).end(); i++) {
        rest.setCharAt(i, ' ');
      }
    }
    return rest.toString();
  }

  /**
   * What a sentence of running text says that names recovery codes: that there never were any, or
   * that its writer has to look; empty where no sentence says either.
   */
  public static Optional<Said> inProse(String text) {
    Optional<Said> doubt = Optional.empty();
    for (String sentence : Sentences.of(text)) {
      List<Words.Word> words = Words.of(sentence).list();
      boolean named = GROUPS.has(words, "named") || isLabelled(words);
      if (named && GROUPS.has(words, "never")) {
        return Optional.of(Said.CODES_NEVER_MADE);
      }
      if (named && GROUPS.has(words, "unsure")) {
        doubt = Optional.of(Said.CODES_MAYBE);
      }
    }
    return doubt;
  }

  /** "Codes: no idea". */
  private static boolean isLabelled(List<Words.Word> words) {
    return !words.isEmpty() && GROUPS.has(words.subList(0, 1), "codes");
  }

  /** Whether it speaks of the digits that an app shows, and of no codes by a name of theirs. */
  public static boolean ofShown(String text) {
    List<Words.Word> words = MailText.of(text).words().list();
    return GROUPS.has(words, "shown") && !GROUPS.has(words, "named");
  }

  /** Whether it speaks of the backup of an app or a device, and of no codes. */
  public static boolean ofBackup(String text) {
    List<Words.Word> words = MailText.of(text).words().list();
    return GROUPS.has(words, "backup") && GROUPS.has(words, "app") && !GROUPS.has(words, "codes");
  }
}
