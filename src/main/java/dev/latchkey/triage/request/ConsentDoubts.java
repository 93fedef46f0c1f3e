package dev.latchkey.triage.request;

import dev.latchkey.triage.request.RequestForm.Field;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells where what a mail says of the code of conduct, or of the time that it takes, is no plain
 * yes: a question, a condition, a refusal of several words, or nothing but somebody else's words
 * between quotation marks. Who is taken to agree and did not say so was never asked.
 */
final class ConsentDoubts {
  private static final String DOUBTFUL = "doubtful";

  private static final String CONDUCT = "code of conduct";
  private static final String TIME = "takes time";

  /** What is agreed to, by the group of the vocabulary that names it. */
  private static final Map<String, Said> TOPICS = Map.of(CONDUCT, Said.AGREES, TIME, Said.CAN_WAIT);

  private static final Map<Field, Said> AGREED =
      Map.of(Field.CODE_OF_CONDUCT, Said.AGREES, Field.ACKNOWLEDGEMENT, Said.CAN_WAIT);

  private static final Pattern CITED =
      Pattern.compile(
          "\"[^\"\\n]{3,200}\"|“[^“”\\n]{3,200}”|„[^“”„\\n]{3,200}[“”]|«[^«»\\n]{3,200}»|「[^「」\\n]{3,200}」");

  /** One of them stands before whatever is cited. */
  private static final String MARKS = "\"“„«「";

  private final Lexicon<Set<String>> words;
  private final BoxSentences sentences;

  ConsentDoubts(RequestForm form, BoxSentences sentences) {
    this.sentences = sentences;
    this.words =
        new Lexicon<>(
            Map.of(
                CONDUCT,
                form.vocabulary().phrases(CONDUCT),
                TIME,
                form.vocabulary().phrases(TIME),
                DOUBTFUL,
                form.answers().doubtful(),
                "no",
                form.answers().refused().stream()
                    .filter(phrase -> Words.of(phrase).list().size() > 1)
                    .toList()),
            Function.identity());
  }

  /** What is named in {@code written}, and never plainly. */
  Set<Said> doubted(MailText mail) {
    String written = mail.text();
    Set<Said> plainly = EnumSet.noneOf(Said.class);
    Set<Said> named = EnumSet.noneOf(Said.class);
    if (MARKS.chars().allMatch(mark -> written.indexOf(mark) < 0)) {
      read(mail, named, plainly);
      named.removeAll(plainly);
      return named;
    }
    read(mail.or(CITED.matcher(written).replaceAll(" ")), named, plainly);
    Matcher cited = CITED.matcher(written);
    while (cited.find()) {
      String words = cited.group().substring(1, cited.group().length() - 1);
      read(MailText.of(words), named, EnumSet.noneOf(Said.class));
      for (Field field : sentences.asks(words)) {
        Optional.ofNullable(AGREED.get(field)).ifPresent(named::add);
      }
    }
    named.removeAll(plainly);
    return named;
  }

  private void read(MailText text, Set<Said> named, Set<Said> plainly) {
    for (List<Words.Word> clause : text.clauses()) {
      List<Lexicon.Hit<Set<String>>> hits = words.find(clause);
      boolean plain =
          !Clauses.isQuestion(text.text(), clause)
              && hits.stream()
                  .noneMatch(
                      hit -> hit.meaning().contains(DOUBTFUL) || hit.meaning().contains("no"));
      TOPICS.forEach(
          (topic, said) -> {
            if (hits.stream().anyMatch(hit -> hit.meaning().contains(topic))) {
              named.add(said);
              if (plain) {
                plainly.add(said);
              }
            }
          });
    }
  }
}
