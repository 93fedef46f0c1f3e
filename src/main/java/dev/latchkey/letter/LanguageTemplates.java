package dev.latchkey.letter;

import java.util.Map;
import java.util.Objects;

/** All letters and words of one language. */
record LanguageTemplates(Words words, Map<LetterKind, LetterTemplate> templates) {
  LanguageTemplates {
    templates = Map.copyOf(templates);
  }

  LetterTemplate template(LetterKind letter) {
    return Objects.requireNonNull(templates.get(letter));
  }
}
