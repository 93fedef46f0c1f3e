package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Tells by the words around a name whether it can be the writer's own: it is not where they deny
 * it, call it an old one or somebody else's, or where it is no name at all but says that they do
 * not know it. A wrong name is worse than none, for somebody else's owner would get a letter. The
 * words stand in {@code name-words.txt}.
 */
final class NameMentions {
  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 20_000;

  /** More mentions of one name say nothing new. */
  private static final int MOST = 12;

  /** Between a subject and the text below it. */
  private static final String PARTED = "\n\n";

  /** So many words before a name may say whose it is. */
  private static final int BEFORE = 8;

  /** So many unknown words may stand between "the same as" and a name. */
  private static final int NEAR = 2;

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(NameMentions.class, "name-words.txt");

  /** What a mention says of a name. */
  private enum Says {
    OWN,
    NOTHING,
    OTHERS,
    NEVER
  }

  /**
   * A sentence, and the words in it that say something.
   *
   * @param before signs of the whole text before the one in which the words have their places
   */
  private record Clause(List<Words.Word> words, List<Hit<Set<String>>> hits, int before) {
    private int start() {
      return startOf(0);
    }

    private int end() {
      return endOf(words.size() - 1);
    }

    private int startOf(int word) {
      return words.get(word).start() + before;
    }

    private int endOf(int word) {
      return words.get(word).end() + before;
    }

    /** The first word that ends behind {@code at}. */
    private int word(int at) {
      int word = 0;
      while (word < words.size() && endOf(word) <= at) {
        word++;
      }
      return word;
    }

    private boolean has(String group) {
      return Lexicon.has(hits, group);
    }

    private boolean isComma(int word) {
      return words.get(word).text().equals(",");
    }
  }

  private final String text;
  private final List<Clause> clauses;

  /** The mail is about an account of somebody else's. */
  private final boolean forAnother;

  private NameMentions(String text, List<Clause> clauses) {
    this.text = text;
    this.clauses = clauses;
    this.forAnother = clauses.stream().anyMatch(NameMentions::isForPerson);
  }

  private static boolean isForPerson(Clause clause) {
    return IntStream.range(0, clause.hits().size())
        .anyMatch(at -> is("person").test(clause.hits().get(at)) && isFor(clause, at));
  }

  /** Of {@code text}, its subject above it. */
  static NameMentions in(String text) {
    return in(MailText.of(text));
  }

  /** The same of a text that others read as well. */
  static NameMentions in(MailText text) {
    MailText looked =
        text.text().length() > LOOKED_AT ? MailText.of(text.text().substring(0, LOOKED_AT)) : text;
    return new NameMentions(looked.text(), clauses(looked, 0));
  }

  /** The same of a text and the subject above it. */
  static NameMentions in(MailText subject, MailText text) {
    String whole = subject.text() + PARTED + text.text();
    if (whole.length() > LOOKED_AT) {
      return in(whole);
    }
    List<Clause> clauses = new ArrayList<>(clauses(subject, 0));
    clauses.addAll(clauses(text, subject.text().length() + PARTED.length()));
    return new NameMentions(whole, clauses);
  }

  private static List<Clause> clauses(MailText text, int before) {
    List<List<Hit<Set<String>>>> hits =
        text.once(WORDS, read -> read.clauses().stream().map(WORDS::find).toList());
    return IntStream.range(0, hits.size())
        .mapToObj(at -> new Clause(text.clauses().get(at), hits.get(at), before))
        .toList();
  }

  /** Whether the writer says that they do not know it: "Username: forgotten, sorry". */
  boolean isUnknown() {
    return clauses.stream().anyMatch(NameMentions::isUnknown);
  }

  private static boolean isUnknown(Clause clause) {
    return clause.hits().stream()
        .filter(hit -> hit.meaning().contains("label") && isFirst(clause, hit))
        .anyMatch(hit -> hit.to() < clause.words().size() && isUnknown(clause, hit.to()));
  }

  /** A label stands at the beginning, and a mark behind it. */
  private static boolean isFirst(Clause clause, Hit<Set<String>> label) {
    return label.from() <= 1 && label.to() < clause.words().size() && clause.isComma(label.to());
  }

  /** Whether it begins so: an answer to the question for it. */
  boolean beginsUnknown() {
    return !clauses.isEmpty() && isUnknown(clauses.get(0), 0);
  }

  /** Whether the name that begins at word {@code from} is none: "weiß ich nicht mehr". */
  private static boolean isUnknown(Clause clause, int from) {
    int at = from;
    while (at < clause.words().size() && clause.isComma(at)) {
      at++;
    }
    for (Hit<Set<String>> hit : clause.hits()) {
      if (hit.from() > at) {
        return false;
      }
      if (hit.from() == at && (is("unknown").test(hit) || isSameAs(hit))) {
        return true;
      }
      if (hit.from() == at && hit.meaning().contains("sorry")) {
        at = hit.to();
        while (at < clause.words().size() && clause.isComma(at)) {
          at++;
        }
      }
    }
    return false;
  }

  /** Whether {@code name} is not the writer's, wherever it stands. */
  boolean isOthers(String name) {
    boolean others = false;
    boolean own = false;
    int from = text.indexOf(name);
    for (int seen = 0; from >= 0 && seen < MOST && !name.isEmpty(); seen++) {
      int end = from + name.length();
      if (isWhole(from, end)) {
        Says says = says(from, end);
        if (says == Says.NEVER) {
          return true;
        }
        others |= says == Says.OTHERS;
        own |= says == Says.OWN;
      }
      from = text.indexOf(name, end);
    }
    return others && !own;
  }

  private boolean isWhole(int from, int end) {
    return (from == 0 || !isPart(text.charAt(from - 1)))
        && (end == text.length()
            || (!isPart(text.charAt(end)) && text.charAt(end) != '@')
            || (isEnd(text.charAt(end)) && isGap(end + 1)));
  }

  private boolean isGap(int at) {
    return at >= text.length() || !isPart(text.charAt(at));
  }

  private static boolean isEnd(char sign) {
    return sign == '.' || sign == '-' || sign == '_';
  }

  private static boolean isPart(char sign) {
    return isEnd(sign) || (sign < 0x2e80 && Character.isLetterOrDigit(sign));
  }

  /** What the mention from sign {@code start} to {@code end} says. */
  private Says says(int start, int end) {
    Optional<Clause> found =
        clauses.stream().filter(one -> one.start() <= start && one.end() >= end).findFirst();
    return found
        .map(clause -> says(clause, clause.word(start), clause.word(end - 1) + 1))
        .orElse(Says.NOTHING);
  }

  private Says says(Clause clause, int from, int to) {
    if (isUnknown(clause, from) || isDenied(clause, from, to)) {
      return Says.NEVER;
    }
    if (isSetUpForWriter(clause, from)) {
      return Says.NOTHING;
    }
    Says before = whose(clause, from);
    return before == Says.NOTHING && isPersonBehind(clause, to) ? Says.OTHERS : before;
  }

  /** "My son set up the account kim for me": whoever did that has another one. */
  private boolean isSetUpForWriter(Clause clause, int from) {
    return !forAnother
        && clause.has("set up")
        && clause.has("for me")
        && !clause.has("theirs")
        && clause.hits().stream().filter(is("person")).noneMatch(hit -> hit.to() == from);
  }

  private boolean isDenied(Clause clause, int from, int to) {
    Optional<Hit<Set<String>>> before = before(clause, from);
    Optional<Hit<Set<String>>> behind = behind(clause, to);
    boolean leads = clause.has("renamed") && behind.filter(is("to", "from behind")).isPresent();
    return (isSeveral(clause, from, to) && holds(clause, from, to))
        || before.filter(is("not", "old", "beside")).isPresent()
        || (leads
            && (before.filter(is("from")).isPresent()
                || behind.filter(is("from behind")).isPresent()))
        || behind.filter(is("other behind", "same behind")).isPresent()
        || isSameAs(clause, from)
        || clause.hits().stream().anyMatch(hit -> hit.to() == from && is("project").test(hit));
  }

  /** Whether there is a blank in it: "not kim1 but kim2". */
  private boolean isSeveral(Clause clause, int from, int to) {
    return text.substring(clause.startOf(from), clause.endOf(to - 1))
        .chars()
        .anyMatch(Character::isWhitespace);
  }

  private static boolean holds(Clause clause, int from, int to) {
    return clause.hits().stream()
        .filter(hit -> hit.from() >= from && hit.to() < to)
        .anyMatch(is("not", "old", "unknown"));
  }

  private static Predicate<Hit<Set<String>>> is(String... groups) {
    return hit -> {
      for (String group : groups) {
        if (hit.meaning().contains(group)) {
          return true;
        }
      }
      return false;
    };
  }

  /** The hit right before word {@code from}, words that only lead to a name left out. */
  private static Optional<Hit<Set<String>>> before(Clause clause, int from) {
    int at = from;
    for (int i = clause.hits().size() - 1; i >= 0; i--) {
      Hit<Set<String>> hit = clause.hits().get(i);
      if (hit.to() > at) {
        continue;
      }
      if (hit.to() < at) {
        return Optional.empty();
      }
      if (!is("is").test(hit) || is("not", "old", "from").test(hit)) {
        return Optional.of(hit);
      }
      at = hit.from();
    }
    return Optional.empty();
  }

  private static Optional<Hit<Set<String>>> behind(Clause clause, int to) {
    return clause.hits().stream().filter(hit -> hit.from() == to).findFirst();
  }

  private static boolean isSameAs(Clause clause, int from) {
    return clause.hits().stream()
        .filter(NameMentions::isSameAs)
        .anyMatch(hit -> hit.to() <= from && from - hit.to() <= NEAR);
  }

  private static boolean isSameAs(Hit<Set<String>> hit) {
    return is("same before").test(hit) && hit.to() - hit.from() > 1;
  }

  /**
   * What stands where a sentence says which name is right after it said which is not: "not kim1 but
   * kim2", "renamed from kim1 to kim2".
   *
   * @return pieces without blanks, in order
   */
  List<String> instead() {
    List<String> found = new ArrayList<>();
    for (Clause clause : clauses) {
      boolean renamed = clause.has("renamed");
      int denied = Integer.MAX_VALUE;
      for (Hit<Set<String>> hit : clause.hits()) {
        boolean right = is("but").test(hit) || (renamed && is("to").test(hit));
        if (right && hit.from() > denied) {
          piece(clause, hit.to()).ifPresent(found::add);
        }
        boolean wrong = is("not", "old", "other behind").test(hit);
        if (wrong || (renamed && is("from", "from behind").test(hit))) {
          denied = Math.min(denied, hit.from());
        }
        if (is("other behind", "from behind").test(hit) && denied < hit.to()) {
          piece(clause, hit.to()).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** The word at {@code from}, behind those that only lead to a name. */
  private Optional<String> piece(Clause clause, int from) {
    int at = from;
    for (Hit<Set<String>> hit : clause.hits()) {
      at = hit.from() == at && is("is", "but").test(hit) ? hit.to() : at;
    }
    if (at >= clause.words().size() || clause.isComma(at)) {
      return Optional.empty();
    }
    int start = clause.startOf(at);
    int end = start;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    return Optional.of(text.substring(start, end));
  }

  /** Who was named last before word {@code from}. */
  private Says whose(Clause clause, int from) {
    for (int i = clause.hits().size() - 1; i >= 0; i--) {
      Hit<Set<String>> hit = clause.hits().get(i);
      if (hit.to() <= from && from - hit.to() <= BEFORE) {
        if (is("person").test(hit)) {
          return forAnother ? Says.NOTHING : Says.OTHERS;
        }
        if (is("own").test(hit)) {
          return forAnother ? Says.OTHERS : Says.OWN;
        }
        if (is("mine").test(hit)) {
          return Says.OWN;
        }
      }
    }
    return Says.NOTHING;
  }

  /** "For my mother": between the two stands at most the writer. */
  private static boolean isFor(Clause clause, int person) {
    int at = person - 1;
    while (at >= 0 && is("mine", "is").test(clause.hits().get(at))) {
      at--;
    }
    return at >= 0 && is("for").test(clause.hits().get(at));
  }

  /** "hpotts, my colleague"; "hpotts is my boss". */
  private static boolean isPersonBehind(Clause clause, int to) {
    int at = to;
    boolean linked = false;
    for (Hit<Set<String>> hit : clause.hits()) {
      if (hit.from() >= to) {
        while (at < hit.from() && clause.isComma(at)) {
          at++;
        }
        if (hit.from() != at) {
          return false;
        }
        if (is("person").test(hit)) {
          return linked;
        }
        linked = true;
        if (!is("is", "mine").test(hit)) {
          return false;
        }
        at = hit.to();
      }
    }
    return false;
  }
}
