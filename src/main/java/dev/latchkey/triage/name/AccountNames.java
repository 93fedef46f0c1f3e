package dev.latchkey.triage.name;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.form.ProfileLinks;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.form.SmallWords;
import dev.latchkey.triage.words.Conjunctions;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds an account name: in the field made for it, or in a sentence. A field that holds an address,
 * a placeholder or two names names nobody.
 */
public final class AccountNames {

  /** The beginning of a text in quotes of any kind, as people put around names. */
  private static final Pattern QUOTED =
      Pattern.compile("[`'\"‘’“”„«»]+([^`'\"‘’“”„«»\\s]{1,80})[`'\"‘’“”„«»]+");

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern JOINED =
      Pattern.compile(
          "(?i)\\s*(?:[,/&+;|]|\\s(?:" + Conjunctions.AND + "|" + Conjunctions.OR + ")\\s)\\s*");

  /**
   * Between two of which one is meant; beside the one that is a name nobody knows whether it is.
   */
  private static final Pattern EITHER =
      Pattern.compile("(?i)\\s(?:%s)\\s".formatted(SmallWords.of("or alone")));

  private static final Pattern ASIDE = Pattern.compile("\\s*[(（\\[][^()\\[\\]（）]*[)）\\]]");
  private static final Pattern IMAGE = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)|<[^>]*>");
  private static final String ORNAMENTS =
      "`'\"‘’“”„«»*_<>[](){}.,:;!?@#|~= \t\u00a0"
          // What does not show, and comes along with what is copied from chats and pages.
          + "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
          + "\u2060\u2066\u2067\u2068\u2069\ufeff";

  /** What somebody has, can or does is nothing that an account is. */
  private static final String NO_STATE = "have";

  private static final String BEFORE_NAME = "before name";
  private static final Pattern ENDING =
      Pattern.compile(
          "([A-Za-z0-9._-])\\s*(?:%s)(?:%s)?[。！.!]*$"
              .formatted(SmallWords.of("ends what is said"), SmallWords.of("stress")));

  private static final String BEFORE_COLON = "before colon";
  private static final String BEFORE_QUOTES = "before quotes";
  private static final String ON_LINE = "on line";
  private static final String AT_END = "at end";

  private final Pattern name;
  private final Set<String> placeholders = new HashSet<>();
  private final Set<String> notAtEnd = new HashSet<>();
  private final Lexicon<Set<String>> introductions;
  private final Lexicon<Set<String>> atEnd;
  private final ProfileLinks links;
  private final Set<String> prose;
  private final Lexicon<Set<String>> leads;

  /**
   * @param labels of the field, after which a name may stand on the same line
   * @param prose words that follow an introduction without being a name: "my account is locked"
   */
  AccountNames(
      List<String> labels,
      RequestForm.AccountName form,
      List<RequestForm.Site> sites,
      Set<String> prose) {
    this.name = Pattern.compile(form.pattern());
    form.placeholders().forEach(word -> placeholders.add(Words.key(word)));
    form.notAtEnd().forEach(word -> notAtEnd.add(Words.key(word)));
    Map<String, List<String>> phrases = new HashMap<>();
    phrases.put(ON_LINE, labels.stream().filter(label -> label.contains(" ")).toList());
    phrases.put(BEFORE_NAME, form.introductions().stream().filter(AccountNames::isOpen).toList());
    phrases.put(
        BEFORE_COLON,
        form.introductions().stream().filter(phrase -> !isOpen(phrase)).map(Words::key).toList());
    phrases.put(BEFORE_QUOTES, form.introductionsOfQuoted());
    this.introductions = new Lexicon<>(phrases, Function.identity());
    this.atEnd = new Lexicon<>(Map.of(AT_END, form.introductionsAtEnd()), Function.identity());
    this.links = new ProfileLinks(sites, RequestForm.Site::accountPath);
    this.prose = prose;
    this.leads = new Lexicon<>(Map.of(BEFORE_NAME, form.leads()), Function.identity());
  }

  /** Those of a form. */
  public static AccountNames of(RequestForm form) {
    return new AccountNames(
        form.labels().getOrDefault(Field.ACCOUNT_NAME, List.of()),
        form.accountName(),
        form.sites(),
        form.vocabulary().words());
  }

  /** Tells words that say something of an account by themselves: "my account is locked". */
  public static Predicate<String> states(RequestForm form) {
    Set<String> words = new HashSet<>();
    Set<String> beginnings = new HashSet<>();
    form.accountName().notAtEnd().forEach(word -> words.add(Words.key(word)));
    form.vocabulary().groups().entrySet().stream()
        .filter(group -> !group.getKey().equals(NO_STATE))
        .flatMap(group -> group.getValue().stream())
        .map(phrase -> Words.of(phrase).list())
        .filter(phrase -> phrase.size() == 1)
        .map(phrase -> phrase.get(0).text())
        .forEach(
            word -> {
              if (word.endsWith("*")) {
                beginnings.add(word.substring(0, word.length() - 1));
              } else {
                words.add(word);
              }
            });
    return key -> words.contains(key) || beginnings.stream().anyMatch(key::startsWith);
  }

  /** Whether a name may follow without a colon. */
  private static boolean isOpen(String phrase) {
    return !phrase.endsWith(":") && !phrase.endsWith("=");
  }

  /** The name in a field of the form. */
  public Optional<String> inField(String answer) {
    String text = answer.strip();
    NameMentions mentions = NameMentions.in(text);
    return isPlaceholder(text) || mentions.beginsUnknown()
        ? Optional.empty()
        : inField(text, mentions);
  }

  private Optional<String> inField(String text, NameMentions mentions) {
    Set<String> linked = onPages(text);
    if (!linked.isEmpty()) {
      return only(linked);
    }
    Set<String> quoted = new LinkedHashSet<>();
    Matcher quotes = QUOTED.matcher(text);
    while (quotes.find()) {
      bare(quotes.group(1)).filter(own(mentions)).ifPresent(quoted::add);
    }
    if (!quoted.isEmpty()) {
      return only(quoted);
    }
    Optional<String> introduced = inSentence(Words.of(text), mentions);
    if (introduced.isPresent()) {
      return introduced;
    }
    String plain = IMAGE.matcher(text).replaceAll("$1");
    Optional<String> whole = bare(plain);
    if (whole.isPresent()) {
      return whole;
    }
    Set<String> parts = new LinkedHashSet<>();
    for (String part : JOINED.split(ASIDE.matcher(plain).replaceAll(" ").replace('\n', ','))) {
      bare(part).filter(own(mentions)).ifPresent(parts::add);
    }
    return parts.size() == 1 && EITHER.matcher(plain).find()
        ? Optional.empty()
        : only(parts.isEmpty() ? instead(mentions) : parts);
  }

  /** Those that a sentence gives in the place of others. */
  private Set<String> instead(NameMentions mentions) {
    Set<String> names = new LinkedHashSet<>();
    for (String piece : mentions.instead()) {
      bare(piece)
          .filter(own(mentions).and(name -> !prose.contains(Words.key(name))))
          .ifPresent(names::add);
    }
    return names;
  }

  /** The name in an answer to the question for it: "it is kim". */
  public Optional<String> inAnswer(String answer) {
    String one = AccountOrder.first(answer).filter(text -> bare(text).isPresent()).orElse(answer);
    String rest = withoutEnd(one.substring(lead(one)));
    return rest.isEmpty() ? inField(one) : inField(rest).or(() -> inField(one));
  }

  /** The one word behind what only leads to a name: "it's kim", "是kim", "kimです". */
  public Optional<String> led(String answer) {
    int end = lead(answer);
    String rest = withoutEnd(answer.substring(end));
    boolean led = end > 0 || rest.length() < answer.strip().length();
    return led && Words.of(rest).list().size() == 1 && !prose.contains(Words.key(rest))
        ? inField(rest)
        : Optional.empty();
  }

  private int lead(String answer) {
    Words words = Words.of(answer);
    int end = 0;
    for (Lexicon.Hit<Set<String>> hit : leads.find(words.list())) {
      end = hit.from() == 0 ? words.list().get(hit.to() - 1).end() : end;
    }
    return end;
  }

  /** Without what ends a sentence behind a name in Japanese. */
  private static String withoutEnd(String text) {
    return ENDING.matcher(text.strip()).replaceFirst("$1");
  }

  /** Whether it stands for a name and is none; what our letters call a request is none either. */
  public boolean isPlaceholder(String text) {
    return placeholders.contains(Words.key(text)) || Reference.find(text.strip()).isPresent();
  }

  private static Predicate<String> own(NameMentions mentions) {
    return name -> !mentions.isOthers(name);
  }

  /** The name that a sentence introduces, and that is not somebody else's or an old one. */
  public Optional<String> inSentence(Words written, NameMentions mentions) {
    return behind(written, introductions, mentions)
        .or(() -> only(instead(mentions)))
        .or(() -> NamedBehind.in(written, word -> isName(word, mentions)))
        .or(() -> BracketedName.in(written, word -> isName(word, mentions)))
        .or(() -> behind(written, atEnd, mentions));
  }

  private boolean isName(String word, NameMentions mentions) {
    String key = Words.key(word);
    return bare(word).filter(word::equals).filter(own(mentions)).isPresent()
        && !prose.contains(key)
        && !notAtEnd.contains(key);
  }

  private Optional<String> behind(
      Words written, Lexicon<Set<String>> phrases, NameMentions mentions) {
    List<Words.Word> words = written.list();
    for (Lexicon.Hit<Set<String>> hit : phrases.find(words)) {
      Optional<String> found =
          behind(written.text(), words.get(hit.to() - 1).end(), hit.meaning())
              .filter(own(mentions));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> behind(String text, int end, Set<String> groups) {
    return IntroducedWord.behind(text, end)
        .filter(word -> fits(word, groups))
        .flatMap(
            word ->
                bare(word.text())
                    .filter(name -> word.marked() || !prose.contains(Words.key(name))));
  }

  private boolean fits(IntroducedWord word, Set<String> groups) {
    boolean closesNoSentence = !notAtEnd.contains(Words.key(word.text()));
    return groups.contains(BEFORE_NAME)
        || (groups.contains(BEFORE_COLON) && word.colon())
        || (groups.contains(BEFORE_QUOTES) && word.marked())
        || (groups.contains(AT_END)
            && closesNoSentence
            && (word.marked() || word.endsPart() || word.looksLikeNothingElse()))
        || (groups.contains(ON_LINE) && (word.marked() || (word.endsLine() && closesNoSentence)));
  }

  /** The one account whose page {@code text} links to. */
  public Optional<String> byPage(String text) {
    return only(onPages(text));
  }

  private Set<String> onPages(String text) {
    Set<String> names = new LinkedHashSet<>();
    links.names(text).forEach(name -> bare(name).ifPresent(names::add));
    return names;
  }

  private static Optional<String> only(Set<String> names) {
    return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
  }

  /** {@code text} without ornaments, if that is a name. */
  private Optional<String> bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isOrnament(text.charAt(from))) {
      from++;
    }
    while (to > from && isOrnament(text.charAt(to - 1)) && !isOwnUnderscore(text, from, to)) {
      to--;
    }
    String bare = text.substring(from, to);
    return ADDRESS.matcher(bare).find() || isPlaceholder(bare) || !name.matches(bare)
        ? Optional.empty()
        : Optional.of(bare);
  }

  /** An underscore at the end of a name and none before it: no emphasis, but part of the name. */
  private static boolean isOwnUnderscore(String text, int from, int to) {
    return text.charAt(to - 1) == '_'
        && (from == 0 || text.charAt(from - 1) != '_')
        && Character.isLetterOrDigit(text.charAt(Math.max(from, to - 2)));
  }

  private static boolean isOrnament(char sign) {
    return ORNAMENTS.indexOf(sign) >= 0 || Character.isWhitespace(sign);
  }
}
