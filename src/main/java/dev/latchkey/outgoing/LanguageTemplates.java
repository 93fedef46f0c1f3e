package dev.latchkey.outgoing;

import java.util.Map;
import java.util.Objects;

/** All letters and words of one language. */
record LanguageTemplates(Words words, Map<Letter, LetterTemplate> templates) {
  LanguageTemplates {
    templates = Map.copyOf(templates);
  }

  LetterTemplate template(Letter letter) {
    return Objects.requireNonNull(templates.get(letter));
  }
}
