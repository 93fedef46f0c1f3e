package dev.latchkey.config;

import dev.latchkey.mail.EmailAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A part of the settings: values by name, each with its type. What is wrong with a value is noted,
 * and something harmless is answered in its place, so that the rest is read as well; nothing is
 * made of a section with an error in it.
 */
final class Section {
  private static final String DURATIONS = "must be a time such as 30s, 15m, 24h or 3d";

  /** Stands in for an address that is wrong. */
  static final EmailAddress NOBODY = EmailAddress.of("nobody@invalid");

  private final YamlTree tree;
  private final References references;

  Section(YamlTree tree, References references) {
    this.tree = tree;
    this.references = references;
  }

  /** What the maker makes of this section, unless something in it is wrong. */
  <T> Optional<T> make(Supplier<T> maker) {
    return tree.make(maker);
  }

  /** The key of this section and its line, for people. */
  String place() {
    return tree.place();
  }

  void fault(String name, String what) {
    tree.need(name).fault(what);
  }

  boolean has(String name) {
    return tree.find(name).isPresent();
  }

  /** Whether there are keys below that one. */
  boolean hasKeys(String name) {
    return tree.find(name).filter(YamlTree::hasKeys).isPresent();
  }

  Section section(String name) {
    return new Section(tree.section(name), references);
  }

  /** The sections of a list; none if there is no such list. */
  List<Section> list(String name) {
    return tree.find(name).stream()
        .flatMap(list -> list.list().stream())
        .map(item -> new Section(item, references))
        .toList();
  }

  /** The names of all keys, for a section whose keys are not known beforehand. */
  Set<String> names() {
    return tree.names();
  }

  String text(String name) {
    return filled(tree.need(name));
  }

  Optional<String> findText(String name) {
    return tree.find(name).map(this::filled);
  }

  List<String> texts(String name) {
    return tree.find(name).stream()
        .flatMap(list -> list.list().stream())
        .map(this::filled)
        .toList();
  }

  private String filled(YamlTree value) {
    String text = references.resolve(value).strip();
    if (text.isEmpty()) {
      value.fault("is empty");
    }
    return text;
  }

  /** A value that nobody else may read. */
  String secret(String name) {
    return secret(tree.need(name));
  }

  Optional<String> findSecret(String name) {
    return tree.find(name).map(this::secret);
  }

  List<String> secrets(String name) {
    return tree.find(name).stream()
        .flatMap(list -> list.list().stream())
        .map(this::secret)
        .toList();
  }

  private String secret(YamlTree value) {
    if (value.text().isBlank()) {
      value.fault("is empty");
    }
    return references.resolveSecret(value);
  }

  EmailAddress address(String name) {
    String text = text(name);
    return EmailAddress.find(text)
        .orElseGet(
            () -> {
              faultOf(name, text, "must be a plain mail address such as support@example.org");
              return NOBODY;
            });
  }

  /** The addresses of a list; none if there is no such list. */
  List<EmailAddress> addresses(String name) {
    return texts(name).stream()
        .map(
            text ->
                EmailAddress.find(text)
                    .orElseGet(
                        () -> {
                          faultOf(
                              name, text, "must be a plain mail address such as web@example.org");
                          return NOBODY;
                        }))
        .distinct()
        .toList();
  }

  /** The settings, and every file and folder that was read in them so far. */
  List<Path> named() {
    return references.named();
  }

  Optional<Path> findPath(String name) {
    return findText(name).flatMap(text -> path(name, text));
  }

  Path path(String name) {
    return path(name, text(name)).orElse(Path.of(""));
  }

  private Optional<Path> path(String name, String text) {
    try {
      return Optional.of(references.path(text));
    } catch (InvalidPathException e) {
      fault(name, FileName.refused(text));
      return Optional.empty();
    }
  }

  int number(String name, int otherwise, int least, int most) {
    Optional<String> text = findText(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    faultOf(name, text.get(), "must be a whole number from " + least + " to " + most);
    return otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    Optional<String> text = findText(name);
    if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
      faultOf(name, text.get(), "must be true or false");
    }
    return text.map("true"::equals).orElse(otherwise);
  }

  Duration duration(String name, Duration otherwise) {
    return findDuration(name).orElse(otherwise);
  }

  Optional<Duration> findDuration(String name) {
    Optional<String> text = findText(name);
    Optional<Duration> duration = text.flatMap(Amounts::duration);
    if (text.isPresent() && duration.isEmpty()) {
      faultOf(name, text.get(), DURATIONS);
    }
    return duration;
  }

  /** Octets. */
  long size(String name, long otherwise) {
    Optional<String> text = findText(name);
    Optional<Long> size = text.flatMap(Amounts::size);
    if (text.isPresent() && size.isEmpty()) {
      faultOf(name, text.get(), "must be a size such as 500kB or 10MB");
    }
    return size.orElse(otherwise);
  }

  /** A constant, written in lower case with dashes. */
  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    return findText(name).flatMap(text -> constant(name, text, type)).orElse(otherwise);
  }

  /**
   * A constant that decides which other keys there are: when it is missing or wrong, nothing is
   * said about those.
   */
  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    Optional<String> misspelt = has(name) ? Optional.empty() : LikelyKey.of(name, tree.names());
    if (misspelt.isPresent()) {
      fault(misspelt.get(), "is unknown here; did you mean %s?".formatted(name));
      return Optional.empty();
    }
    Optional<E> chosen = constant(name, text(name), type);
    if (chosen.isEmpty()) {
      tree.names();
    }
    return chosen;
  }

  <E extends Enum<E>> Set<E> choices(String name, Class<E> type, Set<E> otherwise) {
    return has(name)
        ? texts(name).stream()
            .flatMap(text -> constant(name, text, type).stream())
            .collect(Collectors.toSet())
        : otherwise;
  }

  private <E extends Enum<E>> Optional<E> constant(String name, String text, Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    Optional<E> found = constants.stream().filter(c -> word(c).equals(text)).findFirst();
    if (found.isEmpty()) {
      faultOf(
          name, text, "must be one of " + constants.stream().map(Section::word).sorted().toList());
    }
    return found;
  }

  /** How a constant is written. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A fault of a value, unless it is empty, which was said. */
  private void faultOf(String name, String text, String what) {
    if (!text.isEmpty()) {
      fault(name, what);
    }
  }
}
