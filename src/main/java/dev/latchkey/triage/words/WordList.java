package dev.latchkey.triage.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A resource beside a class with {@code [section]} lines, and {@code #} lines to explain it. */
public final class WordList {
  private WordList() {}

  /** The lines of each section, in order, without blank ones. */
  public static Map<String, List<String>> sections(Class<?> owner, String name) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : text(owner, name).lines().map(String::strip).toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        section =
            sections.computeIfAbsent(
                line.substring(1, line.length() - 1), absent -> new ArrayList<>());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        section.add(line);
      }
    }
    return sections;
  }

  /** The phrases of each section, where a line holds several between commas. */
  public static Map<String, List<String>> phrases(Class<?> owner, String name) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    sections(owner, name)
        .forEach(
            (section, lines) ->
                phrases.put(
                    section, lines.stream().flatMap(line -> Stream.of(line.split(", "))).toList()));
    return phrases;
  }

  /** The same, to be looked for in a text, each meaning the sections that it stands in. */
  public static Lexicon<Set<String>> lexicon(Class<?> owner, String name) {
    return new Lexicon<>(phrases(owner, name), sections -> sections);
  }

  /** The same of some sections alone, where a longer phrase of another would hide theirs. */
  public static Lexicon<Set<String>> lexicon(Class<?> owner, String name, Set<String> only) {
    Map<String, List<String>> phrases = phrases(owner, name);
    if (!phrases.keySet().containsAll(only)) {
      throw new IllegalArgumentException(name + ": " + only);
    }
    phrases.keySet().retainAll(only);
    return new Lexicon<>(phrases, sections -> sections);
  }

  /** The phrases of each section as alternatives of a pattern, the longest first. */
  public static Map<String, String> alternatives(Class<?> owner, String name) {
    Map<String, String> alternatives = new LinkedHashMap<>();
    phrases(owner, name)
        .forEach(
            (section, phrases) ->
                alternatives.put(
                    section,
                    phrases.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))));
    return alternatives;
  }

  /** The lines of a resource that has no sections, in order, without blank ones. */
  public static List<String> lines(Class<?> owner, String name) {
    return text(owner, name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static String text(Class<?> owner, String name) {
    try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the jar is damaged: " + name, e);
    }
  }
}
