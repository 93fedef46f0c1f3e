package dev.latchkey.letter.writing;

import dev.latchkey.letter.LetterKind;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All letters and words of one language. */
final class LanguageTemplates {
  private final LetterWords words;
  private final Function<LetterKind, @Nullable LetterTemplate> templates;

  LanguageTemplates(LetterWords words, Map<LetterKind, LetterTemplate> templates) {
    this(words, Map.copyOf(templates)::get);
  }

  /**
   * With letters that may be made when they are asked for.
   *
   * @param templates answers the same one each time, in any thread
   */
  LanguageTemplates(LetterWords words, Function<LetterKind, @Nullable LetterTemplate> templates) {
    this.words = words;
    this.templates = templates;
  }

  LetterWords words() {
    return words;
  }

  /** What its letters and words name of the desk's own. */
  Set<String> names() {
    return Stream.concat(
            words.own().used().stream(),
            LetterKind.all().stream()
                .flatMap(letter -> Stream.ofNullable(templates.apply(letter)))
                .flatMap(template -> template.names().stream()))
        .map(OwnName::toString)
        .collect(Collectors.toSet());
  }

  LetterTemplate template(LetterKind letter) {
    return Objects.requireNonNull(find(letter));
  }

  /** A letter; null when something is wrong in it, which was reported. */
  @Nullable LetterTemplate find(LetterKind letter) {
    return templates.apply(letter);
  }
}
