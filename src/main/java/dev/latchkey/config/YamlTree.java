package dev.latchkey.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A YAML file that is read key by key: it remembers the line of each key, which keys were asked
 * for, and every error, so that all of them can be told at once.
 */
final class YamlTree {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final String key;
  private final int line;
  private final @Nullable String scalar;
  private final List<YamlTree> items = new ArrayList<>();
  private final Map<String, YamlTree> children = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Fault> errors;
  private boolean absent;
  private boolean whole;

  /**
   * What is wrong with a key, and where.
   *
   * @param missing the key that is not there; empty when another thing is wrong
   */
  private record Fault(int line, String what, String missing) {
    Fault(int line, String what) {
      this(line, what, "");
    }
  }

  private YamlTree(String key, int line, @Nullable String scalar, List<Fault> errors) {
    this.key = key;
    this.line = line;
    this.scalar = scalar;
    this.errors = errors;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidConfigurationException if it is no UTF-8, or no YAML
   * @throws IOException if it cannot be read at all, as a folder cannot
   */
  static YamlTree read(String file, InputStream bytes)
      throws IOException, InvalidConfigurationException {
    byte[] octets = bytes.readAllBytes();
    Utf8Text.require(file, octets);
    List<Fault> errors = new ArrayList<>();
    try (JsonParser parser = YAML.createParser(octets)) {
      parser.nextToken();
      return node(parser, "", file, errors);
    } catch (JsonProcessingException e) {
      throw new InvalidConfigurationException(
          List.of(
              YamlFault.of(
                  file, new String(octets, StandardCharsets.UTF_8), e.getOriginalMessage())));
    }
  }

  private static YamlTree node(JsonParser parser, String key, String file, List<Fault> errors)
      throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      YamlTree map = new YamlTree(key, line, null, errors);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        int nameLine = parser.currentTokenLocation().getLineNr();
        parser.nextToken();
        YamlTree child = node(parser, key.isEmpty() ? name : key + "." + name, file, errors);
        if (map.children.put(name, child) != null) {
          errors.add(new Fault(nameLine, child.key + ": stands here for the second time"));
        }
      }
      return map;
    }
    if (token == JsonToken.START_ARRAY) {
      YamlTree list = new YamlTree(key, line, null, errors);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.items.add(node(parser, "%s[%d]".formatted(key, list.items.size()), file, errors));
      }
      return list;
    }
    return new YamlTree(key, line, token == JsonToken.VALUE_NULL ? null : parser.getText(), errors);
  }

  /** The key and its line, for people. */
  String place() {
    return "%s (line %d)".formatted(key, line);
  }

  /** The same of a key below this one, by all of its names; one that is missing is not set. */
  String placeOf(String path) {
    Optional<YamlTree> found = Optional.of(this);
    for (String name : path.split("[.]")) {
      found = found.flatMap(it -> Optional.ofNullable(it.children.get(name)));
    }
    return found.map(YamlTree::place).orElse(path + " (not set)");
  }

  /** Notes what is wrong with this key; of one that is missing nothing more is said. */
  void fault(String what) {
    if (!absent) {
      errors.add(new Fault(line, key.isEmpty() ? what : key + ": " + what));
    }
  }

  private void lacking() {
    if (!absent) {
      errors.add(new Fault(line, key + ": is missing", key));
    }
  }

  /**
   * What {@code maker} makes of the values of this key; empty when one of them was at fault, or
   * when the maker refuses them together with an {@link IllegalArgumentException}, whose message is
   * then noted here.
   */
  <T> Optional<T> make(Supplier<T> maker) {
    int before = errors.size();
    try {
      T made = maker.get();
      return errors.size() == before ? Optional.of(made) : Optional.empty();
    } catch (IllegalArgumentException e) {
      if (errors.size() == before) {
        fault(String.valueOf(e.getMessage()));
      }
      return Optional.empty();
    }
  }

  /** What stands below {@code name}; an error if nothing does. */
  YamlTree need(String name) {
    return find(name)
        .orElseGet(
            () -> {
              YamlTree missing = nothing(name);
              missing.lacking();
              missing.absent = true;
              return missing;
            });
  }

  /** What stands below {@code name}, with keys of its own; empty if nothing does. */
  YamlTree section(String name) {
    YamlTree section = find(name).orElseGet(() -> nothing(name));
    if (section.scalar != null || !section.items.isEmpty()) {
      section.fault("must have keys of its own");
    }
    return section;
  }

  private YamlTree nothing(String name) {
    return new YamlTree(key.isEmpty() ? name : key + "." + name, line, null, errors);
  }

  /** What stands below {@code name}, if anything does. */
  Optional<YamlTree> find(String name) {
    asked.add(name);
    return Optional.ofNullable(children.get(name));
  }

  /** The names of all keys below this one, which are thereby known. */
  Set<String> names() {
    asked.addAll(children.keySet());
    return children.keySet();
  }

  /** Whether it has keys of its own. */
  boolean hasKeys() {
    return !children.isEmpty();
  }

  /** The items of a list. */
  List<YamlTree> list() {
    if (scalar != null || !children.isEmpty()) {
      fault("must be a list");
    }
    return items;
  }

  /** A text. */
  String text() {
    if (scalar == null) {
      if (!children.isEmpty() || !items.isEmpty()) {
        fault("must be a text");
      }
      return "";
    }
    return scalar;
  }

  /** A whole number. */
  int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      fault("must be a whole number");
      return 0;
    }
  }

  /** A list of texts; blank ones are left out. */
  List<String> texts() {
    return list().stream().map(YamlTree::text).filter(text -> !text.isBlank()).toList();
  }

  /**
   * Ends the reading of the whole file.
   *
   * @throws InvalidConfigurationException if there was an error, or a key nobody asked for
   */
  void finish(String file) throws InvalidConfigurationException {
    List<String> found = errors(file);
    if (!found.isEmpty()) {
      throw new InvalidConfigurationException(found);
    }
  }

  /** Every error in the whole file, unknown keys included, in the order of the lines. */
  List<String> errors(String file) {
    if (!whole) {
      whole = true;
      unknown(this);
    }
    return faults(file);
  }

  /** What lacks only because its name is misspelt is said once, where it is misspelt. */
  private void meant(String path) {
    errors.removeIf(
        fault -> fault.missing().equals(path) || fault.missing().startsWith(path + "."));
  }

  /** Every error in what was read, in the order of the lines. */
  List<String> faults(String file) {
    return errors.stream()
        .sorted(Comparator.comparingInt(Fault::line))
        .map(fault -> "%s:%d: %s".formatted(file, fault.line(), fault.what()))
        .toList();
  }

  private void unknown(YamlTree root) {
    for (Map.Entry<String, YamlTree> child : children.entrySet()) {
      String name = child.getKey();
      if (asked.contains(name)) {
        child.getValue().unknown(root);
      } else {
        Optional<String> likely = LikelyKey.of(name, asked);
        child
            .getValue()
            .fault(
                "is unknown here; "
                    + likely
                        .map("did you mean %s?"::formatted)
                        .or(() -> root.home(name).map("it belongs below %s"::formatted))
                        .orElseGet(() -> "known are " + new TreeSet<>(asked)));
        likely
            .filter(meant -> !children.containsKey(meant))
            .ifPresent(meant -> meant(key.isEmpty() ? meant : key + "." + meant));
      }
    }
    items.forEach(item -> item.unknown(root));
  }

  /** The key below which one of that name is asked for, where there is only one such. */
  private Optional<String> home(String name) {
    List<String> homes = new ArrayList<>();
    homes(name, homes);
    return homes.size() == 1 ? Optional.of(homes.get(0)) : Optional.empty();
  }

  private void homes(String name, List<String> homes) {
    for (YamlTree child : children.values()) {
      if (child.asked.contains(name)) {
        homes.add(child.key);
      }
      child.homes(name, homes);
    }
  }
}
