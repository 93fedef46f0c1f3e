package dev.latchkey.triage.owner;

import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells whether somebody warns that another wants them to vouch for a person, or to confirm one, or
 * whether a mail that wants a code is ours: they ask for no account, and what they tell may be the
 * beginning of a theft. Who vouches gladly warns of nothing. The words stand in {@code
 * approach-words.txt}.
 */
public final class ApproachReader {
  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 20_000;

  /** A sentence that warns is no longer, in words. */
  private static final int SENTENCE = 60;

  /**
   * What may be a name: a word with the marks that names have, or what of it is in Latin script.
   */
  private static final List<Pattern> NAMES =
      List.of(Pattern.compile("[\\p{IsLatin}\\p{N}._-]+"), Pattern.compile("[\\p{L}\\p{N}._-]+"));

  private static final WordGroups WORDS = WordGroups.of(ApproachReader.class, "approach-words.txt");

  private ApproachReader() {}

  /** Whether {@code written} warns of either. */
  public static boolean warns(MailText written) {
    return vouching(written) || codeMail(written);
  }

  /** Whether {@code written} tells of somebody who wants them to vouch for or confirm another. */
  public static boolean vouching(String written) {
    return vouching(bare(written));
  }

  /** The same of a text that others read as well, without the marks of secrets. */
  static boolean vouching(MailText written) {
    return !about(written).isEmpty();
  }

  /** Whether {@code written} asks whether a mail that wants a code is ours. */
  public static boolean codeMail(String written) {
    return codeMail(bare(written));
  }

  /** The same of a text that others read as well, without the marks of secrets. */
  static boolean codeMail(MailText written) {
    return isItOurs(written, "code");
  }

  /** Whether {@code written} asks whether a mail that wants a password, or threatens, is ours. */
  public static boolean fakeMail(MailText written) {
    return isItOurs(written, "secret");
  }

  private static boolean isItOurs(MailText written, String wanted) {
    List<List<Words.Word>> clauses = written.beginning(LOOKED_AT).clauses();
    for (int at = 0; at < clauses.size(); at++) {
      if (WORDS.has(clauses.get(at), wanted)) {
        List<Words.Word> near = around(clauses, at);
        if (WORDS.has(near, "mail") && WORDS.has(near, "is it you")) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The words of the sentences in which {@code written} tells of the first: the name of the account
   * may be one of them.
   */
  public static Set<String> near(String written) {
    MailText text = bare(written);
    Set<String> words = new LinkedHashSet<>();
    for (List<Words.Word> clause : about(text)) {
      String sentence =
          text.text().substring(clause.get(0).start(), clause.get(clause.size() - 1).end());
      NAMES.stream()
          .flatMap(name -> name.matcher(sentence).results())
          .map(MatchResult::group)
          .forEach(words::add);
    }
    return words;
  }

  private static List<List<Words.Word>> about(MailText written) {
    List<List<Words.Word>> clauses = written.beginning(LOOKED_AT).clauses();
    List<List<Words.Word>> about = new ArrayList<>();
    for (int at = 0; at < clauses.size(); at++) {
      List<Words.Word> clause = clauses.get(at);
      boolean wanted =
          WORDS.has(clause, "vouch")
              || WORDS.has(clause, "confirm")
              || (WORDS.has(clause, "affirm") && WORDS.has(clause, "theirs"));
      boolean theirs = WORDS.has(clause, "for me") || WORDS.has(clause, "a voucher");
      if (wanted && !theirs && WORDS.has(around(clauses, at), "asks me")) {
        about.add(clause.subList(0, Math.min(clause.size(), SENTENCE)));
      }
    }
    boolean gladly = clauses.stream().anyMatch(clause -> WORDS.has(clause, "gladly"));
    return gladly ? List.of() : about;
  }

  private static MailText bare(String written) {
    return MailText.of(RedactedText.withoutMarks(written));
  }

  private static List<Words.Word> around(List<List<Words.Word>> clauses, int at) {
    List<Words.Word> near = new ArrayList<>();
    for (int one = Math.max(0, at - 1); one <= Math.min(clauses.size() - 1, at + 1); one++) {
      near.addAll(clauses.get(one));
    }
    return near;
  }
}
