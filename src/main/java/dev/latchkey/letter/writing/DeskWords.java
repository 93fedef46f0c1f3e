package dev.latchkey.letter.writing;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is a desk's own in its letters, by names that are free: every letter of it knows the links
 * as {@code links.name}, the words as {@code words.name} and the targets as {@code targets.name}.
 *
 * @param links addresses of pages, for example {@code recovery}, which tells how recovery works
 * @param words pieces of a sentence, for example {@code security_team}; those that come with the
 *     desk stand in {@code words.properties} as {@code word.name}
 * @param targets who can help with what the desk cannot, for example {@code name_claim}: a page or
 *     an address
 * @param reopenWithin how long a reply reopens a closed ticket: {@code words.reopen_within}
 * @param zone whose days and times letters name
 */
public record DeskWords(
    Map<String, Said> links,
    Map<String, Said> words,
    Map<String, Said> targets,
    Duration reopenWithin,
    ZoneId zone) {
  private static final Duration USUAL = Duration.ofDays(30);

  /** A page or an address alone reads the same in every language. */
  private static final Pattern PLACE = Pattern.compile("\\S*[.@:/]\\S*");

  /** Not {@link java.time.ZoneOffset#UTC}, whose name is Z. */
  private static final ZoneId USUAL_ZONE = ZoneId.of("UTC");

  /** A desk that says nothing of its own. */
  public static final DeskWords NONE = new DeskWords(Map.of(), Map.of(), Map.of());

  /** With the usual time. */
  public DeskWords(Map<String, Said> links, Map<String, Said> words, Map<String, Said> targets) {
    this(links, words, targets, USUAL);
  }

  /** In UTC. */
  public DeskWords(
      Map<String, Said> links,
      Map<String, Said> words,
      Map<String, Said> targets,
      Duration reopenWithin) {
    this(links, words, targets, reopenWithin, USUAL_ZONE);
  }

  public DeskWords {
    links = Map.copyOf(links);
    words = Map.copyOf(words);
    targets = Map.copyOf(targets);
  }

  /**
   * One of them.
   *
   * @param otherwise in every language that is not named
   * @param byLanguage ISO 639-1 code to what is said in that language
   */
  public record Said(Optional<String> otherwise, Map<String, String> byLanguage) {
    public Said {
      byLanguage = Map.copyOf(byLanguage);
    }

    /** The same in every language. */
    public static Said always(String text) {
      return new Said(Optional.of(text), Map.of());
    }

    /** Those of some languages in which it is not said, or in no words of that language. */
    Set<String> lacks(Collection<String> languages) {
      Set<String> lacking = new TreeSet<>(languages);
      lacking.removeAll(byLanguage.keySet());
      return otherwise.filter(text -> PLACE.matcher(text).matches()).isPresent()
          ? Set.of()
          : lacking;
    }

    Optional<String> in(String language) {
      return Optional.ofNullable(byLanguage.get(language)).or(() -> otherwise);
    }
  }

  /** How a template names them. */
  enum Family {
    LINKS,
    WORDS,
    TARGETS;

    static Optional<Family> find(String name) {
      for (Family family : values()) {
        if (family.prefix().equals(name)) {
          return Optional.of(family);
        }
      }
      return Optional.empty();
    }

    String prefix() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Who can help with something, in that language, else in English.
   *
   * @param name for example {@code security}
   */
  public Optional<String> target(String name, String language) {
    return find(Family.TARGETS, name, language)
        .or(() -> find(Family.TARGETS, name, TemplateCatalog.FALLBACK));
  }

  Optional<String> find(Family family, String name, String language) {
    return Optional.ofNullable(of(family).get(name)).flatMap(said -> said.in(language));
  }

  /** All of a family, by name. */
  Map<String, Said> of(Family family) {
    return switch (family) {
      case LINKS -> links;
      case WORDS -> words;
      case TARGETS -> targets;
    };
  }

  /**
   * The words and targets that are not said in the words of each of some languages: by name, as a
   * template writes it, the languages that lack them.
   */
  Map<String, Set<String>> lacks(Collection<String> languages) {
    Map<String, Set<String>> lacking = new TreeMap<>();
    for (Family family : Set.of(Family.WORDS, Family.TARGETS)) {
      of(family)
          .forEach(
              (name, said) -> lacking.put(family.prefix() + "." + name, said.lacks(languages)));
    }
    lacking.values().removeIf(Set::isEmpty);
    return lacking;
  }

  /** All names, as a template writes them, for example {@code links.login}. */
  Set<String> names() {
    Map<String, Said> all = new TreeMap<>();
    for (Family family : Family.values()) {
      of(family).forEach((name, said) -> all.put(family.prefix() + "." + name, said));
    }
    return all.keySet();
  }
}
