package dev.latchkey.triage.form;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.words.Sign;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.TopicWords;
import dev.latchkey.triage.words.Vocabulary;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words by which a desk reads requests: its form, its sites, and what people write. Everything
 * that makes this desk the desk of a package index is in here, and none of it in the readers.
 *
 * <p>All phrases are compared without regard to case, accents, punctuation and white space; a word
 * that ends in {@code *} stands for every word that begins so.
 *
 * @param labels the headings under which each field is found, in all languages together
 * @param boxes the sentences beside the boxes of the three yes-or-no fields
 * @param answers how people say yes and no beside a box
 * @param accountName what an account name looks like and how it is introduced in a sentence
 * @param sites what accounts can be on; the first is meant when none is named, and of several that
 *     are named the last
 * @param projectNames how projects are introduced in a sentence
 * @param vocabulary groups of phrases with one meaning each, by name
 * @param reasons what speaks for and against each reason, in the order in which they are asked: a
 *     later one may ask for those found before it
 * @param recovery what speaks for and against a mail being a request to get an account back
 * @param intents what speaks for and against each intent of a later mail
 * @param wishes what speaks for and against each wish in a later mail
 * @param said what speaks for and against each answer in a sentence
 * @param concerns what tells the concerns apart that are no recovery
 */
public record RequestForm(
    Map<Field, List<String>> labels,
    Map<Field, List<String>> boxes,
    Answers answers,
    AccountName accountName,
    List<Site> sites,
    ProjectNames projectNames,
    Vocabulary vocabulary,
    Map<Reason, List<Sign>> reasons,
    List<Sign> recovery,
    Map<Intent, List<Sign>> intents,
    Map<Wish, List<Sign>> wishes,
    Map<Said, List<Sign>> said,
    Concerns concerns) {
  public RequestForm {
    labels = Map.copyOf(labels);
    boxes = Map.copyOf(boxes);
    sites = List.copyOf(sites);
    reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    recovery = List.copyOf(recovery);
    intents = Map.copyOf(intents);
    wishes = Map.copyOf(wishes);
    said = Map.copyOf(said);
  }

  /** Every sign of every question. */
  public List<Sign> signs() {
    return Stream.of(
            reasons.values(), List.of(recovery), intents.values(), wishes.values(), said.values())
        .flatMap(Collection::stream)
        .flatMap(List::stream)
        .toList();
  }

  /** Finds what a text speaks of. */
  public TopicWords topics() {
    return new TopicWords(vocabulary);
  }

  /** Finds all that the signs of any question look for. */
  public SignScorer scorer() {
    return new SignScorer(vocabulary, signs(), signs());
  }

  /**
   * What people write about beside recoveries: phrases and signs of their own, so that neither
   * hides one of a request.
   *
   * @param vocabulary groups of phrases; the builders of a sentence are among them
   * @param signs what speaks for and against each concern
   * @param doubts how people say that they do not know
   */
  public record Concerns(Vocabulary vocabulary, Map<Concern, List<Sign>> signs, Doubts doubts) {
    public Concerns {
      signs = Map.copyOf(signs);
    }
  }

  /**
   * How people say that they do not know something, but fear or ask it.
   *
   * @param fear phrases that make a sentence a fear: {@code i am afraid}
   * @param asking how a question begins: {@code has}
   */
  public record Doubts(List<String> fear, List<String> asking) {
    public Doubts {
      fear = List.copyOf(fear);
      asking = List.copyOf(asking);
    }
  }

  /** What a form asks for. */
  public enum Field {
    ACCOUNT_NAME,
    REASON,
    RECOVERY_CODES,
    CODE_OF_CONDUCT,
    ACKNOWLEDGEMENT,
    ADDRESSES,
    PROJECTS,
    SITE,
    /** Anything else that belongs to a request, read as free text. */
    DETAILS,
    /** A heading of another form; its text is not read. */
    FOREIGN
  }

  /**
   * How boxes are answered in words.
   *
   * @param agreed yes
   * @param refused no; beside a ticked box only phrases of several words count
   * @param doubtful what makes no plain yes of a yes: a condition
   * @param withoutCodes that there are no recovery codes
   * @param lostCodes that they are lost
   * @param neverMadeCodes that there never were any
   * @param haveCodes that they are there
   */
  public record Answers(
      List<String> agreed,
      List<String> refused,
      List<String> doubtful,
      List<String> withoutCodes,
      List<String> lostCodes,
      List<String> neverMadeCodes,
      List<String> haveCodes) {
    public Answers {
      agreed = List.copyOf(agreed);
      refused = List.copyOf(refused);
      doubtful = List.copyOf(doubtful);
      withoutCodes = List.copyOf(withoutCodes);
      lostCodes = List.copyOf(lostCodes);
      neverMadeCodes = List.copyOf(neverMadeCodes);
      haveCodes = List.copyOf(haveCodes);
    }
  }

  /**
   * How account names look.
   *
   * @param pattern RE2 syntax, for the whole name
   * @param placeholders words of the form that are no name
   * @param introductions phrases after which a name stands: {@code my username is}
   * @param leads how an answer to the question for it may begin: {@code it is}
   * @param introductionsOfQuoted phrases after which a name stands if it is in quotes or brackets
   * @param introductionsAtEnd phrases after which a name stands if nothing follows it, or if it
   *     looks like nothing else: {@code my account kim.}, {@code my account kim_7 is}
   * @param notAtEnd words that stand there and are no name
   */
  public record AccountName(
      String pattern,
      List<String> placeholders,
      List<String> introductions,
      List<String> leads,
      List<String> introductionsOfQuoted,
      List<String> introductionsAtEnd,
      List<String> notAtEnd) {
    public AccountName {
      leads = List.copyOf(leads);
      placeholders = List.copyOf(placeholders);
      introductions = List.copyOf(introductions);
      introductionsOfQuoted = List.copyOf(introductionsOfQuoted);
      introductionsAtEnd = List.copyOf(introductionsAtEnd);
      notAtEnd = List.copyOf(notAtEnd);
    }

    /** Whether {@code pattern} is RE2 syntax. */
    public static boolean isPattern(String pattern) {
      try {
        Pattern.compile(pattern);
        return true;
      } catch (PatternSyntaxException e) {
        return false;
      }
    }
  }

  /**
   * How projects are named in a sentence.
   *
   * @param introductions phrases before a name in quotes or a list: {@code my package}
   * @param followers words behind a name: {@code project} in "our sampleproject project"
   * @param notNames words in that place that are no name
   */
  public record ProjectNames(
      List<String> introductions, List<String> followers, List<String> notNames) {
    public ProjectNames {
      introductions = List.copyOf(introductions);
      followers = List.copyOf(followers);
      notNames = List.copyOf(notNames);
    }
  }

  /**
   * Where accounts can be.
   *
   * @param word the name in tickets and JSON
   * @param names how people call it
   * @param hosts hosts of its pages
   * @param accountPath path of a page about an account, which the name follows: {@code /user/}
   * @param projectPath path of a page about a project
   */
  public record Site(
      String word, List<String> names, List<String> hosts, String accountPath, String projectPath) {
    public Site {
      names = List.copyOf(names);
      hosts = List.copyOf(hosts);
    }
  }
}
