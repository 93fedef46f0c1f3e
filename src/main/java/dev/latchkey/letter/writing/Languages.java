package dev.latchkey.letter.writing;

import dev.latchkey.letter.LetterKind;
import java.util.List;
import java.util.Optional;

/**
 * What languages a letter is written in.
 *
 * @param own the recipient's, if it is known; alone, when the desk speaks it
 * @param otherwise each of these that the desk speaks, one text after the other
 */
public record Languages(Optional<String> own, List<String> otherwise) {
  public Languages {
    otherwise = List.copyOf(otherwise);
  }

  /** One language; English when the desk does not speak it. */
  public static Languages of(String language) {
    return new Languages(Optional.of(language), List.of());
  }

  /** Those that a letter is written in: at least one, none twice. */
  List<String> spoken(TemplateCatalog catalog, LetterKind letter) {
    if (own.filter(catalog::speaks).isPresent()) {
      return List.of(catalog.writtenIn(letter, own.get()));
    }
    List<String> spoken =
        otherwise.stream()
            .filter(catalog::speaks)
            .map(language -> catalog.writtenIn(letter, language))
            .distinct()
            .toList();
    return spoken.isEmpty() ? List.of(TemplateCatalog.FALLBACK) : spoken;
  }
}
