package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The account that a subject names and of which the text below says no more than that its writer
 * owns it: "kim_p second factor lost", "I am the owner of kim_p". Alone either may be a project; a
 * word without a digit or a mark is none. The words stand in {@code owner-of-words.txt}.
 */
final class TitleName {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(TitleName.class, "owner-of-words.txt");

  private static final Pattern NAME =
      Pattern.compile(
          "(?<![A-Za-z0-9._@/-])[A-Za-z][A-Za-z0-9]*+(?:[._-]++[A-Za-z0-9]++)*+(?![@/])");

  private static final Pattern MARKED = Pattern.compile("[0-9_-]");

  private static final Pattern BEFORE = Pattern.compile("[\\s\"'`«“„]*+");

  private TitleName() {}

  /** The name that {@code subject} and {@code text} share so, if any. */
  static Optional<String> in(MailText subject, MailText text) {
    if (subject.text().isBlank()) {
      return Optional.empty();
    }
    Set<String> titles =
        Set.copyOf(NAME.matcher(subject.text()).results().map(MatchResult::group).toList());
    return text.clauses().stream()
        .filter(clause -> !Clauses.isQuestion(text.text(), clause))
        .flatMap(
            clause ->
                Lexicon.of(WORDS.find(clause), "mine")
                    .flatMap(hit -> at(text.text(), clause.get(hit.to() - 1).end()).stream()))
        .filter(titles::contains)
        .findFirst();
  }

  private static Optional<String> at(String text, int end) {
    Matcher before = BEFORE.matcher(text).region(end, text.length());
    int from = before.lookingAt() ? before.end() : end;
    Matcher name = NAME.matcher(text).region(from, text.length());
    return name.lookingAt() && MARKED.matcher(name.group()).find()
        ? Optional.of(name.group())
        : Optional.empty();
  }
}
