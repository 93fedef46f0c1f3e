package dev.latchkey.letter.writing;

import dev.latchkey.letter.LetsWait;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.Letterhead;
import dev.latchkey.letter.Remarks;
import dev.latchkey.letter.RenderedLetter;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Answers.Question;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The templates of every letter in every language, checked and compiled. Immutable and safe for
 * many threads.
 */
public final class TemplateCatalog {
  /** The language for everybody whose own the desk does not speak. */
  static final String FALLBACK = "en";

  /** Between the same letter in two languages. */
  private static final String BETWEEN_LANGUAGES = "----------------------------------------";

  /** Of the templates in the jar, which never change: a catalog for each desk's own words. */
  private static final Map<DeskWords, TemplateCatalog> SHIPPED = new ConcurrentHashMap<>();

  private static final Map<DeskWords, TemplateCatalog> ON_DEMAND = new ConcurrentHashMap<>();

  private final Shelf shelf;
  private final DeskWords own;

  private TemplateCatalog(Shelf shelf, DeskWords own) {
    this.shelf = shelf;
    this.own = own;
  }

  /**
   * The templates in {@code directory}: a folder for each language, named by its ISO 639-1 code,
   * with a file for every {@link LetterKind} and {@code words.properties}, all of them UTF-8.
   * English is complete; another language takes what it lacks from English, letter by letter and
   * word by word.
   *
   * @param own what is the desk's own in them
   * @throws TemplateException with everything that is wrong in any of them
   */
  public static TemplateCatalog load(Path directory, DeskWords own) {
    return new TemplateCatalog(TemplateFiles.read(directory, own), own);
  }

  /**
   * The templates that travel in the jar, of a desk that says nothing of its own.
   *
   * @throws TemplateException as {@link #load}
   */
  public static TemplateCatalog loadDefault() {
    return loadDefault(DeskWords.NONE);
  }

  /**
   * The templates that travel in the jar; read once for the same words.
   *
   * @param own what is the desk's own in them
   * @throws TemplateException as {@link #load}
   */
  public static TemplateCatalog loadDefault(DeskWords own) {
    return SHIPPED.computeIfAbsent(own, TemplateCatalog::shipped);
  }

  /**
   * The same, each read when its letter is written first, or all of them by {@link #readAll}; one
   * for the same words.
   *
   * @param own what is the desk's own in them
   */
  public static TemplateCatalog onDemand(DeskWords own) {
    return ON_DEMAND.computeIfAbsent(
        own,
        words ->
            new TemplateCatalog(new ShippedShelf(words, () -> loadDefault(words).shelf), words));
  }

  private static TemplateCatalog shipped(DeskWords own) {
    URL words =
        Objects.requireNonNull(
            TemplateCatalog.class.getResource("/templates/" + FALLBACK + "/" + WordsFile.NAME),
            "the templates travel in the jar");
    try {
      if (words.openConnection() instanceof JarURLConnection jar) {
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
          return load(files.getPath("/templates"), own);
        }
      }
      return load(Path.of(words.toURI()).resolve("../..").normalize(), own);
    } catch (IOException | URISyntaxException e) {
      throw new TemplateException(List.of("templates:1: " + e.getMessage()));
    }
  }

  /** ISO 639-1 codes of the languages, sorted; {@code en} is always one of them. */
  public List<String> languages() {
    return shelf.codes();
  }

  /**
   * Reads and tries out every letter of every language, where that is not done yet.
   *
   * @throws TemplateException as {@link #load}
   */
  public void readAll() {
    shelf.languages();
  }

  /**
   * The same, unless the tests of the project did that with all of them as they are: the templates
   * that travel in the jar, with no words of the desk's own in them.
   *
   * @throws TemplateException as {@link #load}
   */
  public void check() {
    if (!shelf.tested()) {
      readAll();
    }
  }

  /**
   * What the settings say in no words of some languages that letters are written in: by name the
   * languages in whose letters it stands in the words of another one, or not at all.
   */
  public Map<String, Set<String>> unsaid() {
    return own.lacks(languages());
  }

  /** Whether there are templates in that language. */
  public boolean speaks(String language) {
    return shelf.has(language);
  }

  /** What languages take from English, each piece as {@code file:line: what}. */
  public List<String> lacks() {
    return shelf.lacks();
  }

  /** The language that a letter is written in, when it is asked for in that one. */
  public String writtenIn(LetterKind letter, String language) {
    return of(language).template(letter).words().language();
  }

  /**
   * The letter in that language, or in English when there is none.
   *
   * <p>Values are cleaned of everything that could pass for another line, header or direction of
   * text.
   */
  public RenderedLetter render(Letter letter, String language, Letterhead head) {
    return of(language).template(letter.kind()).render(letter, head);
  }

  /** What is the desk's own. */
  public DeskWords own() {
    return own;
  }

  /** Links and words of the settings that stand in no letter, as a template would name them. */
  public Set<String> unused() {
    Set<String> unused = new TreeSet<>(own.names());
    unused.removeIf(name -> name.startsWith(DeskWords.Family.TARGETS.prefix()));
    if (unused.isEmpty()) {
      return unused;
    }
    shelf.languages().values().forEach(language -> unused.removeAll(language.names()));
    return unused;
  }

  /**
   * All of a letter as its reader gets it: in each of their languages, one after the other, with
   * the foot.
   *
   * @param remarks what is said around it
   */
  public RenderedLetter write(
      Letter letter, Languages languages, Letterhead head, Remarks remarks) {
    return write(letter, Beside.NONE, languages, head, remarks);
  }

  /** The same, in one with what stands beside it. */
  RenderedLetter write(
      Letter letter, Beside beside, Languages languages, Letterhead head, Remarks remarks) {
    List<String> spoken = languages.spoken(this, letter.kind());
    StringBuilder body = new StringBuilder();
    for (String language : spoken) {
      RenderedLetter text = render(letter, language, head);
      if (body.length() > 0) {
        body.append('\n').append(BETWEEN_LANGUAGES).append("\n\n");
        body.append(text.subject()).append("\n\n");
      }
      LetterWords words = of(language).words();
      remarks.late().ifPresent(came -> body.append(words.late(came)).append("\n\n"));
      body.append(
          InOne.of(
              beside.around(letter).stream()
                  .map(one -> render(one, language, head).body())
                  .toList()));
      beside.around(letter).stream()
          .flatMap(
              one ->
                  one instanceof LetsWait waits
                      ? words.next(waits, remarks.next(), head.now()).stream()
                      : Stream.empty())
          .distinct()
          .forEach(days -> body.append('\n').append(days).append('\n'));
      if (remarks.last()) {
        body.append('\n').append(words.last()).append('\n');
      }
    }
    body.append('\n');
    of(spoken.get(0)).words().foot(head).forEach(line -> body.append(line).append('\n'));
    return new RenderedLetter(render(letter, spoken.get(0), head).subject(), body.toString());
  }

  /** The questions of the form that a letter of ours numbers; the first is number 1. */
  public List<Question> numberedIn(String body) {
    return languages().stream()
        .map(language -> new NumberedQuestions(of(language).words()).in(body))
        .filter(questions -> !questions.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** A sentence alone, as the command line shows it. */
  public String say(Phrase phrase, String language) {
    return of(language).words().say(phrase);
  }

  private LanguageTemplates of(String language) {
    return shelf.find(language).or(() -> shelf.find(FALLBACK)).orElseThrow();
  }
}
