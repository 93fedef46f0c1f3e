package dev.latchkey.triage.request;

import dev.latchkey.triage.form.BoxSentences;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Words;
import java.util.EnumSet;
import java.util.HashSet;
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
  private static final String NO = "no";
  private static final String AGREED_TO = "agreed";

  /** So few words answer the question before them. */
  private static final int ANSWER = 6;

  /** So few words name a thing and ask nothing else. */
  private static final int BARE = 4;

  private static final String CONDUCT = "code of conduct";
  private static final String TIME = "takes time";
  private static final String TERMS = "terms";

  /** What is agreed to, by the group of the vocabulary that names it. */
  private static final Map<String, Said> TOPICS =
      Map.of(CONDUCT, Said.AGREES, TIME, Said.CAN_WAIT, TERMS, Said.CAN_WAIT);

  private static final Map<Field, Said> AGREED =
      Map.of(Field.CODE_OF_CONDUCT, Said.AGREES, Field.ACKNOWLEDGEMENT, Said.CAN_WAIT);

  private static final Pattern CITED =
      Pattern.compile(
          "\"[^\"\\n]{3,200}\"|“[^“”\\n]{3,200}”|„[^“”„\\n]{3,200}[“”]|«[^«»\\n]{3,200}»|「[^「」\\n]{3,200}」");

  /** One of them stands before whatever is cited. */
  private static final String MARKS = "\"“„«「";

  private final Lexicon<Set<String>> words;
  private final Lexicon<Boolean> yes;
  private final BoxSentences sentences;

  ConsentDoubts(RequestForm form, BoxSentences sentences) {
    this.yes = new Lexicon<>(Map.of(AGREED_TO, form.answers().agreed()), groups -> true);
    this.sentences = sentences;
    this.words =
        new Lexicon<>(
            Map.of(
                CONDUCT,
                form.vocabulary().phrases(CONDUCT),
                TIME,
                form.vocabulary().phrases(TIME),
                TERMS,
                form.vocabulary().phrases(TERMS),
                DOUBTFUL,
                form.answers().doubtful(),
                NO,
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

  /** What is agreed to by a yes behind nothing but its name: "Your rules? Sure, fine." */
  Set<Said> answered(MailText mail) {
    Set<Said> answered = EnumSet.noneOf(Said.class);
    Set<Said> asked = EnumSet.noneOf(Said.class);
    for (List<Words.Word> clause : mail.clauses()) {
      if (clause.size() <= ANSWER && !yes.find(clause).isEmpty()) {
        answered.addAll(asked);
      }
      asked.clear();
      if (clause.size() <= BARE && Clauses.isQuestion(mail.text(), clause)) {
        Set<String> said = new HashSet<>();
        words.find(clause).forEach(hit -> said.addAll(hit.meaning()));
        TOPICS.forEach((topic, agreed) -> addIf(said.contains(topic), asked, agreed));
      }
    }
    answered.removeAll(doubted(mail));
    return answered;
  }

  private void read(MailText text, Set<Said> named, Set<Said> plainly) {
    Set<Said> asked = EnumSet.noneOf(Said.class);
    for (List<Words.Word> clause : text.clauses()) {
      Set<String> said = new HashSet<>();
      words.find(clause).forEach(hit -> said.addAll(hit.meaning()));
      boolean question = Clauses.isQuestion(text.text(), clause);
      boolean plain = !question && !said.contains(DOUBTFUL) && !said.contains(NO);
      Set<Said> about = EnumSet.noneOf(Said.class);
      TOPICS.forEach((topic, agreed) -> addIf(said.contains(topic), about, agreed));
      named.addAll(about);
      if (plain) {
        plainly.addAll(about);
        if (clause.size() <= ANSWER && !yes.find(clause).isEmpty()) {
          plainly.addAll(asked);
        }
      }
      asked = question ? about : EnumSet.noneOf(Said.class);
    }
  }

  private static void addIf(boolean holds, Set<Said> all, Said one) {
    if (holds) {
      all.add(one);
    }
  }
}
