package dev.latchkey.triage.name;

import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.TextWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells by the words around a name whether it can be the writer's own: it is not where they deny
 * it, call it an old one or somebody else's, or where it is no name at all but says that they do
 * not know it. A wrong name is worse than none, for somebody else's owner would get a letter. The
 * words stand in {@code name-words.txt}.
 */
public final class NameMentions {
  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 20_000;

  /** More mentions of one name say nothing new. */
  private static final int MOST = 12;

  /** Between a subject and the text below it. */
  private static final String PARTED = "\n\n";

  /** So many words before a name may say whose it is. */
  private static final int BEFORE = 8;

  /** What a mention says of a name. */
  private enum Says {
    OWN,
    NOTHING,
    OTHERS,
    NEVER
  }

  private final String text;
  private final List<NameClause> clauses;

  /** The mail is about an account of somebody else's. */
  private final boolean forAnother;

  private NameMentions(String text, List<NameClause> clauses) {
    this.text = text;
    this.clauses = clauses;
    this.forAnother = clauses.stream().anyMatch(NameClause::isForPerson);
  }

  /** Of {@code text}, its subject above it. */
  public static NameMentions in(String text) {
    return in(MailText.of(text));
  }

  /** The same of a text that others read as well. */
  public static NameMentions in(MailText text) {
    MailText looked =
        text.text().length() > LOOKED_AT ? MailText.of(text.text().substring(0, LOOKED_AT)) : text;
    return new NameMentions(looked.text(), NameClause.in(looked, 0));
  }

  /** The same of a text and the subject above it. */
  public static NameMentions in(MailText subject, MailText text) {
    String whole = subject.text() + PARTED + text.text();
    if (whole.length() > LOOKED_AT) {
      return in(whole);
    }
    List<NameClause> clauses = new ArrayList<>(NameClause.in(subject, 0));
    clauses.addAll(NameClause.in(text, subject.text().length() + PARTED.length()));
    return new NameMentions(whole, clauses);
  }

  /** Whether the writer says that they do not know it: "Username: forgotten, sorry". */
  public boolean isUnknown() {
    return clauses.stream().anyMatch(NameClause::isUnknown);
  }

  /** Whether it begins so: an answer to the question for it. */
  boolean beginsUnknown() {
    return !clauses.isEmpty() && clauses.get(0).isUnknown(0);
  }

  /** Whether {@code name} is not the writer's, wherever it stands. */
  public boolean isOthers(String name) {
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
    return isEnd(sign) || (!TextWords.isEast(sign) && Character.isLetterOrDigit(sign));
  }

  /** What the mention from sign {@code start} to {@code end} says. */
  private Says says(int start, int end) {
    Optional<NameClause> found =
        clauses.stream().filter(one -> one.start() <= start && one.end() >= end).findFirst();
    return found
        .map(clause -> says(clause, clause.word(start), clause.word(end - 1) + 1))
        .orElse(Says.NOTHING);
  }

  private Says says(NameClause clause, int from, int to) {
    if (clause.isUnknown(from) || isDenied(clause, from, to)) {
      return Says.NEVER;
    }
    if (isSetUpForWriter(clause, from)) {
      return Says.NOTHING;
    }
    Says before = whose(clause, from);
    return before == Says.NOTHING && clause.isPersonBehind(to) ? Says.OTHERS : before;
  }

  /** "My son set up the account kim for me": whoever did that has another one. */
  private boolean isSetUpForWriter(NameClause clause, int from) {
    return !forAnother
        && clause.has("set up")
        && clause.has("for me")
        && !clause.has("theirs")
        && clause.hits().stream()
            .filter(NameClause.is("person"))
            .noneMatch(hit -> hit.to() == from);
  }

  private boolean isDenied(NameClause clause, int from, int to) {
    Optional<Hit<Set<String>>> before = clause.before(from);
    Optional<Hit<Set<String>>> behind = clause.behind(to);
    boolean leads =
        clause.has("renamed") && behind.filter(NameClause.is("to", "from behind")).isPresent();
    return (isSeveral(clause, from, to) && clause.holds(from, to))
        || before.filter(NameClause.is("not", "old", "beside")).isPresent()
        || (leads
            && (before.filter(NameClause.is("from")).isPresent()
                || behind.filter(NameClause.is("from behind")).isPresent()))
        || behind.filter(NameClause.is("other behind", "same behind")).isPresent()
        || clause.isSameAs(from)
        || clause.hits().stream()
            .anyMatch(hit -> hit.to() == from && NameClause.is("project").test(hit));
  }

  /** Whether there is a blank in it: "not kim1 but kim2". */
  private boolean isSeveral(NameClause clause, int from, int to) {
    return text.substring(clause.startOf(from), clause.endOf(to - 1))
        .chars()
        .anyMatch(Character::isWhitespace);
  }

  /**
   * What stands where a sentence says which name is right after it said which is not: "not kim1 but
   * kim2", "renamed from kim1 to kim2".
   *
   * @return pieces without blanks, in order
   */
  List<String> instead() {
    List<String> found = new ArrayList<>();
    for (NameClause clause : clauses) {
      boolean renamed = clause.has("renamed");
      int denied = Integer.MAX_VALUE;
      for (Hit<Set<String>> hit : clause.hits()) {
        boolean right =
            NameClause.is("but").test(hit) || (renamed && NameClause.is("to").test(hit));
        if (right && hit.from() > denied) {
          piece(clause, hit.to()).ifPresent(found::add);
        }
        boolean wrong = NameClause.is("not", "old", "other behind").test(hit);
        if (wrong || (renamed && NameClause.is("from", "from behind").test(hit))) {
          denied = Math.min(denied, hit.from());
        }
        if (NameClause.is("other behind", "from behind").test(hit) && denied < hit.to()) {
          piece(clause, hit.to()).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** The word at {@code from}, behind those that only lead to a name. */
  private Optional<String> piece(NameClause clause, int from) {
    int at = from;
    for (Hit<Set<String>> hit : clause.hits()) {
      at = hit.from() == at && NameClause.is("is", "but").test(hit) ? hit.to() : at;
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
  private Says whose(NameClause clause, int from) {
    for (int i = clause.hits().size() - 1; i >= 0; i--) {
      Hit<Set<String>> hit = clause.hits().get(i);
      if (hit.to() <= from && from - hit.to() <= BEFORE) {
        if (NameClause.is("did to it").test(hit)) {
          // "My brother changed the password of kim": whose else than the writer's.
          return Says.NOTHING;
        }
        if (NameClause.is("person").test(hit)) {
          boolean taken = clause.has("stranger") && clause.has("did to it");
          return forAnother || taken ? Says.NOTHING : Says.OTHERS;
        }
        if (NameClause.is("own").test(hit)) {
          return forAnother ? Says.OTHERS : Says.OWN;
        }
        if (NameClause.is("mine").test(hit)) {
          return Says.OWN;
        }
      }
    }
    return Says.NOTHING;
  }
}
