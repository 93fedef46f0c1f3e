package dev.latchkey.letter;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All letters and words of one language. */
record LanguageTemplates(Words words, Map<LetterKind, LetterTemplate> templates) {
  LanguageTemplates {
    templates = Map.copyOf(templates);
  }

  /** What its letters and words name of the desk's own. */
  Set<String> names() {
    return Stream.concat(
            words.own().used().stream(),
            templates.values().stream().flatMap(template -> template.names().stream()))
        .map(OwnName::toString)
        .collect(Collectors.toSet());
  }

  LetterTemplate template(LetterKind letter) {
    return Objects.requireNonNull(templates.get(letter));
  }
}
