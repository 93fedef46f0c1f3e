package dev.latchkey.letter;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The templates of every letter in every language, checked and compiled. Immutable and safe for
 * many threads.
 */
public final class TemplateCatalog {
  /** The language for everybody whose own the desk does not speak. */
  static final String FALLBACK = "en";

  private final Map<String, LanguageTemplates> languages;

  private final List<String> lacks;

  private TemplateCatalog(TemplateFiles.Found found) {
    this.languages = new TreeMap<>(found.languages());
    this.lacks = found.lacks();
  }

  /**
   * The templates in {@code directory}: a folder for each language, named by its ISO 639-1 code,
   * with a file for every {@link LetterKind} and {@code words.properties}, all of them UTF-8.
   * English is complete; another language takes what it lacks from English, letter by letter and
   * word by word.
   *
   * @throws TemplateException with everything that is wrong in any of them
   */
  public static TemplateCatalog load(Path directory) {
    return new TemplateCatalog(TemplateFiles.read(directory));
  }

  /**
   * The templates that travel in the jar.
   *
   * @throws TemplateException as {@link #load}
   */
  public static TemplateCatalog loadDefault() {
    URL words =
        Objects.requireNonNull(
            TemplateCatalog.class.getResource("/templates/" + FALLBACK + "/" + Words.FILE_NAME),
            "the templates travel in the jar");
    try {
      if (words.openConnection() instanceof JarURLConnection jar) {
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
          return load(files.getPath("/templates"));
        }
      }
      return load(Path.of(words.toURI()).resolve("../..").normalize());
    } catch (IOException | URISyntaxException e) {
      throw new TemplateException(List.of("templates:1: " + e.getMessage()));
    }
  }

  /** ISO 639-1 codes of the languages, sorted; {@code en} is always one of them. */
  public List<String> languages() {
    return List.copyOf(languages.keySet());
  }

  /** Whether there are templates in that language. */
  public boolean speaks(String language) {
    return languages.containsKey(language);
  }

  /** What languages take from English, each piece as {@code file:line: what}. */
  public List<String> lacks() {
    return lacks;
  }

  /** The language that a letter is written in, when it is asked for in that one. */
  String writtenIn(LetterKind letter, String language) {
    return of(language).template(letter).words().language();
  }

  /**
   * The letter in that language, or in English when there is none.
   *
   * <p>Values are cleaned of everything that could pass for another line, header or direction of
   * text.
   *
   * @param reference the ticket's public name, or the empty string
   */
  public RenderedLetter render(Letter letter, String language, String desk, String reference) {
    return of(language).template(letter.kind()).render(letter, desk, reference);
  }

  /** A sentence alone, as the command line shows it. */
  public String say(Phrase phrase, String language) {
    return of(language).words().say(phrase);
  }

  /** The paragraph that tells a recipient that they hear no more for now. */
  String lastForNow(String language) {
    return of(language).words().last();
  }

  private LanguageTemplates of(String language) {
    LanguageTemplates found = languages.get(language);
    return found != null ? found : Objects.requireNonNull(languages.get(FALLBACK));
  }
}
