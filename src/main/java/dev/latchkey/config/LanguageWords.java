package dev.latchkey.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of requests and later mails, a file of each language ({@code words/xx.yaml}) with the
 * same groups in each. All of them are read as one, because people mix languages; a language need
 * not have every group, but one of them must.
 */
final class LanguageWords {
  private final Map<String, YamlTree> files;

  /**
   * @param files by their name for messages; the first is told of what none of them has
   */
  LanguageWords(Map<String, YamlTree> files) {
    this.files = new LinkedHashMap<>(files);
  }

  /** The phrases of a group, of all languages. */
  List<String> texts(String... path) {
    List<YamlTree> found = below(path);
    if (found.isEmpty()) {
      files.values().stream().limit(1).forEach(first -> need(first, path));
    }
    return found.stream().flatMap(group -> group.texts().stream()).toList();
  }

  /** The names of the groups that stand below {@code path} in any language. */
  Set<String> names(String... path) {
    Set<String> names = new LinkedHashSet<>();
    below(path).forEach(group -> names.addAll(group.names()));
    return names;
  }

  /** Whether any language has this group. */
  boolean has(String... path) {
    return !below(path).isEmpty();
  }

  private List<YamlTree> below(String... path) {
    List<YamlTree> found = new ArrayList<>();
    for (YamlTree file : files.values()) {
      Optional<YamlTree> at = Optional.of(file);
      for (String name : path) {
        at = at.flatMap(tree -> tree.find(name));
      }
      at.ifPresent(found::add);
    }
    return found;
  }

  private static void need(YamlTree first, String... path) {
    YamlTree at = first;
    for (String name : path) {
      at = at.need(name);
    }
  }

  /** Every error in every file, keys that nobody asked for included. */
  List<String> errors() {
    List<String> errors = new ArrayList<>();
    files.forEach((name, file) -> errors.addAll(file.errors(name)));
    return errors;
  }
}
