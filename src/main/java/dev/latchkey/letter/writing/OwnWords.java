package dev.latchkey.letter.writing;

import dev.latchkey.letter.writing.DeskWords.Family;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is the desk's own, in one language: the settings, and below them the words that come with
 * the language.
 */
final class OwnWords {
  /** A piece of a word that is left out when something in it is not set; or a name alone. */
  private static final Pattern PIECE =
      Pattern.compile("\\[([^\\[\\]]*\\{(?:links|words|targets)\\.[^\\[\\]]*)\\]");

  private static final Pattern NAME = Pattern.compile("\\{(links|words|targets)\\.([a-z0-9_]+)\\}");

  private final DeskWords settings;
  private final String language;
  private final Map<String, String> usual;
  private final Map<String, String> computed;
  private final Optional<OwnWords> english;
  private final Set<OwnName> used = new TreeSet<>();

  /**
   * @param usual the words that come with the language, by name
   * @param computed what the desk knows of itself, by name
   * @param english the same in English, for what the language lacks
   */
  OwnWords(
      DeskWords settings,
      String language,
      Map<String, String> usual,
      Map<String, String> computed,
      Optional<OwnWords> english) {
    this.settings = settings;
    this.language = language;
    this.usual = Map.copyOf(usual);
    this.computed = Map.copyOf(computed);
    this.english = english;
  }

  /** What the desk says there; empty when that is not set. */
  Optional<String> find(OwnName name) {
    return settings
        .find(name.family(), name.name(), language)
        .or(() -> name.family() == Family.WORDS ? usual(name.name()) : Optional.empty())
        .or(() -> english.flatMap(it -> it.find(name)));
  }

  private Optional<String> usual(String name) {
    return Optional.ofNullable(computed.get(name)).or(() -> Optional.ofNullable(usual.get(name)));
  }

  /** The words that come with the language, as a template names them. */
  Set<String> usual() {
    return usual.keySet().stream()
        .map(name -> new OwnName(Family.WORDS, name).toString())
        .collect(Collectors.toSet());
  }

  /** What words name. */
  Set<OwnName> used() {
    return Set.copyOf(used);
  }

  /**
   * A word with the desk's own in place of {@code {links.name}} and so on; what stands in brackets
   * is left out when something in it is not set.
   *
   * @param errors takes what is not set and stands outside of brackets
   */
  String fill(String word, Consumer<String> errors) {
    Matcher pieces = PIECE.matcher(word);
    StringBuilder filled = new StringBuilder();
    while (pieces.find()) {
      Set<String> unset = new TreeSet<>();
      String piece = names(pieces.group(1), unset::add);
      pieces.appendReplacement(filled, unset.isEmpty() ? Matcher.quoteReplacement(piece) : "");
    }
    pieces.appendTail(filled);
    return names(
        filled.toString(),
        name ->
            errors.accept(
                " needs "
                    + name
                    + ": set it in the settings, or put the part that needs it in [brackets]"));
  }

  private String names(String text, Consumer<String> unset) {
    Matcher names = NAME.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (names.find()) {
      OwnName name = new OwnName(Family.find(names.group(1)).orElseThrow(), names.group(2));
      used.add(name);
      Optional<String> said = find(name);
      if (said.isEmpty()) {
        unset.accept(name.toString());
      }
      names.appendReplacement(filled, Matcher.quoteReplacement(said.orElse("")));
    }
    return names.appendTail(filled).toString();
  }
}
