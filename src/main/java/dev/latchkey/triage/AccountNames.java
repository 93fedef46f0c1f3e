package dev.latchkey.triage;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an account name: in the field made for it, or in a sentence. A field that holds an address,
 * a placeholder or two names names nobody.
 */
final class AccountNames {

  /** The beginning of a text in quotes of any kind, as people put around names. */
  private static final Pattern QUOTED =
      Pattern.compile("[`'\"‘’“”„«»]+([^`'\"‘’“”„«»\\s]{1,80})[`'\"‘’“”„«»]+");

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern JOINED =
      Pattern.compile("(?i)\\s*(?:[,/&+;|]|\\s(?:and|or|und|oder|et|ou|y|o)\\s)\\s*");
  private static final Pattern ASIDE = Pattern.compile("\\s*[(（\\[][^()\\[\\]（）]*[)）\\]]");
  private static final Pattern IMAGE = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)|<[^>]*>");
  private static final String ORNAMENTS = "`'\"‘’“”„«»*_<>[](){}.,:;!?@#|~= \t\u00a0";

  private final Pattern name;
  private final Set<String> placeholders = new HashSet<>();
  private final List<Pattern> introductions;
  private final Pattern page;
  private final Set<String> prose;

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
    this.introductions = new ArrayList<>();
    for (String label : labels) {
      if (label.contains(" ")) {
        introductions.add(introduction(label, "(\\S{1,100})[ \\t]*$"));
      }
    }
    for (String phrase : form.introductions()) {
      introductions.add(introduction(phrase, "(\\S{1,100})(?:\\s|$)"));
    }
    for (String phrase : form.introductionsOfQuoted()) {
      introductions.add(introduction(phrase, "([`'\"‘“„«(\\[]\\S{1,100})(?:\\s|$)"));
    }
    this.page = page(sites);
    this.prose = prose;
  }

  private static Pattern introduction(String phrase, String name) {
    String bare = phrase.strip();
    boolean colon = bare.endsWith(":") || bare.endsWith("=");
    String words =
        String.join(
                "[\\s*_]+",
                (colon ? bare.substring(0, bare.length() - 1) : bare).strip().split(" "))
            .replace("'", "['’]");
    return Pattern.compile(
        "(?im)(?:^|[^\\pL\\pN])"
            + words
            + (colon ? "[\\s*_]*[:=：][\\s*_]*" : "(?:[\\s*_]*[:=：][\\s*_]*|[\\s*_]+)")
            + name);
  }

  private static Pattern page(List<RequestForm.Site> sites) {
    StringBuilder pages = new StringBuilder();
    for (RequestForm.Site site : sites) {
      for (String host : site.hosts()) {
        pages.append(pages.isEmpty() ? "" : "|");
        pages.append(Pattern.quote(host)).append(Pattern.quote(site.accountPath()));
      }
    }
    return Pattern.compile("(?i)(?:^|[^\\pL\\pN.-])(?:" + pages + ")([^/\\s)\\]>\"'`?#]+)");
  }

  /** The name in a field of the form. */
  Optional<String> inField(String answer) {
    String text = answer.strip();
    if (placeholders.contains(Words.key(text))) {
      return Optional.empty();
    }
    Set<String> pages = pages(text);
    if (!pages.isEmpty()) {
      return only(pages);
    }
    Set<String> quoted = new LinkedHashSet<>();
    Matcher quotes = QUOTED.matcher(text);
    while (quotes.find()) {
      bare(quotes.group(1)).ifPresent(quoted::add);
    }
    if (!quoted.isEmpty()) {
      return only(quoted);
    }
    Optional<String> introduced = inSentence(text);
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
      bare(part).ifPresent(parts::add);
    }
    return only(parts);
  }

  /** The name that a sentence introduces, or whose page it links to. */
  Optional<String> inSentence(String text) {
    for (Pattern introduction : introductions) {
      Matcher matcher = introduction.matcher(text);
      while (matcher.find()) {
        Optional<String> found = bare(matcher.group(1));
        if (found.isPresent()
            && (isMarked(matcher.group(1)) || !prose.contains(Words.key(found.get())))) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The one account whose page {@code text} links to. */
  Optional<String> byPage(String text) {
    return only(pages(text));
  }

  private Set<String> pages(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = page.matcher(text);
    while (matcher.find()) {
      bare(matcher.group(1)).ifPresent(names::add);
    }
    return names;
  }

  private static boolean isMarked(String word) {
    return "`'\"‘“„«(".indexOf(word.charAt(0)) >= 0;
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
    while (to > from && isOrnament(text.charAt(to - 1))) {
      to--;
    }
    String bare = text.substring(from, to);
    return ADDRESS.matcher(bare).find()
            || placeholders.contains(Words.key(bare))
            || !name.matches(bare)
        ? Optional.empty()
        : Optional.of(bare);
  }

  private static boolean isOrnament(char sign) {
    return ORNAMENTS.indexOf(sign) >= 0 || Character.isWhitespace(sign);
  }
}
