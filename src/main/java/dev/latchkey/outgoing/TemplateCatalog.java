package dev.latchkey.outgoing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The templates of every letter in every language, checked and compiled. */
@SuppressWarnings("DoNotCallSuggester") // until it is written
public final class TemplateCatalog {

  /** The templates in {@code directory}, one folder a language. */
  public static TemplateCatalog load(Path directory) {
    throw new UnsupportedOperationException("load " + directory);
  }

  /** The templates that travel in the jar. */
  public static TemplateCatalog loadDefault() {
    throw new UnsupportedOperationException("load");
  }

  /** ISO 639-1 codes of the languages, sorted; {@code en} is always one of them. */
  public List<String> languages() {
    throw new UnsupportedOperationException("languages");
  }

  /**
   * The letter in that language, or in English when there is none.
   *
   * @param variables exactly those of {@link Letter#variables()}
   * @throws IllegalArgumentException when one is absent, unknown or of another kind
   */
  public RenderedLetter render(Letter letter, String language, Map<String, ?> variables) {
    throw new UnsupportedOperationException("render " + letter + language + variables);
  }

  /** The paragraph that tells a recipient that they hear no more for now. */
  String lastForNow(String language) {
    throw new UnsupportedOperationException("lastForNow " + language);
  }
}
