package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells whether all that somebody says they forgot is what they had to write to us: "sorry, forgot:
 * my login is nora", "I forgot to say that …", "forgot my name in the first mail". Nobody forgot a
 * password then. The words stand in {@code forgotten-words.txt}.
 */
public final class ForgottenInMail {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(ForgottenInMail.class, "forgotten-words.txt");

  /** A part of a sentence, between commas and colons. */
  private record Part(int words, List<Hit<Set<String>>> hits) {
    private boolean has(String group) {
      return Lexicon.has(hits, group);
    }

    /** Whether each of its words is of one of these groups. */
    private boolean only(Set<String> groups) {
      return Lexicon.covered(
              hits.stream()
                  .filter(hit -> hit.meaning().stream().anyMatch(groups::contains))
                  .toList())
          == words;
    }

    private boolean begins(String group) {
      return !hits.isEmpty() && hits.get(0).from() == 0 && hits.get(0).meaning().contains(group);
    }
  }

  private ForgottenInMail() {}

  /** Whether something was forgotten in a mail, and nothing else was. */
  public static boolean only(MailText text) {
    return text.once(WORDS, ForgottenInMail::isOnly);
  }

  /** The clauses of a text without the words that say so, where nothing else was forgotten. */
  static List<List<Words.Word>> clausesWithout(MailText written) {
    MailText text = VagueFacts.without(written);
    if (!only(text)) {
      return text.clauses();
    }
    List<List<Words.Word>> left = new ArrayList<>();
    for (List<Words.Word> clause : text.clauses()) {
      List<Words.Word> rest = new ArrayList<>(clause);
      WORDS.find(clause).stream()
          .filter(hit -> hit.meaning().contains("forgot"))
          .forEach(hit -> rest.removeAll(clause.subList(hit.from(), hit.to())));
      left.add(rest);
    }
    return left;
  }

  /** A text without the words that say so, where nothing else was forgotten, and no password. */
  public static MailText without(MailText written) {
    MailText text = VagueFacts.without(written);
    if (!only(text)) {
      return text;
    }
    StringBuilder left = new StringBuilder(text.text());
    List<List<Words.Word>> parts = text.parts();
    for (int at = parts.size() - 1; at >= 0; at--) {
      List<Words.Word> part = parts.get(at);
      List<Hit<Set<String>>> hits = WORDS.find(part);
      if (new Part(part.size(), hits).has("forgot")) {
        for (int i = hits.size() - 1; i >= 0; i--) {
          Hit<Set<String>> hit = hits.get(i);
          if (hit.meaning().contains("forgot") || hit.meaning().contains("tell")) {
            left.delete(part.get(hit.from()).start(), part.get(hit.to() - 1).end());
          }
        }
      }
    }
    return MailText.of(left.toString());
  }

  private static boolean isOnly(MailText text) {
    // Most mails tell of nothing that was forgotten; only others are cut at their commas.
    if (text.clauses().stream().noneMatch(clause -> Lexicon.has(WORDS.find(clause), "forgot"))) {
      return false;
    }
    List<Part> parts =
        text.parts().stream().map(words -> new Part(words.size(), WORDS.find(words))).toList();
    boolean any = false;
    for (int at = 0; at < parts.size(); at++) {
      if (parts.get(at).has("password")) {
        return false;
      }
      if (parts.get(at).has("forgot")) {
        if (!ofMail(parts, at)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private static boolean ofMail(List<Part> parts, int at) {
    Part part = parts.get(at);
    if (part.has("tell") || part.has("mail")) {
      return true;
    }
    if (at + 1 == parts.size()) {
      return false;
    }
    Part next = parts.get(at + 1);
    return part.only(Set.of("forgot", "filler"))
        || (part.only(Set.of("forgot", "filler", "thing"))
            && (next.words() == 1 || next.begins("is")));
  }
}
