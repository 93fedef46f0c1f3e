package dev.latchkey.letter.writing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a catalog has its languages from. */
interface Shelf {
  /** One of them; empty when there is none of that code. */
  Optional<LanguageTemplates> find(String language);

  /** Whether there is one of that code, which takes no time. */
  boolean has(String language);

  /** The codes of all of them, sorted, which takes no time. */
  List<String> codes();

  /** Whether the tests of the project read and tried out all of them as they are. */
  boolean tested();

  /** All of them, by their code, every letter checked. */
  Map<String, LanguageTemplates> languages();

  /** What languages take from English, as {@code file:line: what}. */
  List<String> lacks();
}
