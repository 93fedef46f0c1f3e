package dev.latchkey.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a file is no YAML, in one line for people: where, below which key, and what to write. A
 * parser tells of two places, where what it reads began and where it could not go on; only one of
 * them is where the mistake is.
 */
final class YamlFault {
  private static final String MARK = " in ";
  private static final String LINE = "line ";
  private static final String COLUMN = "column ";

  private final String file;
  private final List<String> lines;
  private final List<String> says = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  /** A place in the file, counted from 1. */
  private record Place(int line, int column) {}

  /** A key and how far it is indented. */
  private record Opened(int indent, String name) {}

  private YamlFault(String file, String text, String said) {
    this.file = file;
    this.lines = text.lines().toList();
    for (String line : said.lines().toList()) {
      Optional<Place> place = place(line);
      if (place.isPresent()) {
        places.add(place.get());
      } else if (!line.isBlank() && !line.startsWith(" ")) {
        says.add(line.strip());
      }
    }
  }

  /**
   * The line.
   *
   * @param text of the whole file
   * @param said what the parser says, with its places and excerpts
   */
  static String of(String file, String text, String said) {
    return new YamlFault(file, text, said).tell();
  }

  private static Optional<Place> place(String line) {
    int row = line.indexOf(LINE);
    int column = line.indexOf(COLUMN);
    return line.startsWith(MARK) && row >= 0 && column > row
        ? Optional.of(
            new Place(number(line, row + LINE.length()), number(line, column + COLUMN.length())))
        : Optional.empty();
  }

  private static int number(String line, int from) {
    int to = from;
    while (to < line.length() && Character.isDigit(line.charAt(to))) {
      to++;
    }
    return to == from ? 1 : Integer.parseInt(line.substring(from, to));
  }

  private String tell() {
    String why = String.join(" ", says);
    Place first = places.isEmpty() ? new Place(1, 1) : places.get(0);
    Place last = places.isEmpty() ? first : places.get(places.size() - 1);
    if (why.contains("(TAB)")) {
      return at(last, "a tab stands here, and YAML knows only spaces: indent with spaces");
    }
    if (why.contains("quoted scalar")) {
      return at(first, "a quote begins here that never ends: write it at the end of the value");
    }
    if (why.contains("while parsing a flow")) {
      boolean list = why.contains("flow sequence");
      return at(
          first,
          "what begins with %s here is not closed, or lacks a comma: write %s at its end, and a comma between two"
              .formatted(list ? "[" : "{", list ? "]" : "}"));
    }
    if (why.contains("mapping values are not allowed")) {
      return at(
          last,
          hasColonBefore(last)
              ? "a value with a colon and a blank in it needs quotes: \"...\""
              : "it is indented as if it belonged to the line above, which has a value: indent it as"
                  + " the keys beside it");
    }
    if (why.contains("cannot start any token")) {
      return at(
          last, "a value that begins with %s needs quotes: \"...\"".formatted(character(last)));
    }
    if (why.contains("expected <block end>")) {
      return at(
          last, "it is indented unlike the lines beside it: give all of them the same indent");
    }
    return at(last, "this is no YAML: " + why);
  }

  private String at(Place place, String what) {
    String key = key(place);
    return "%s:%d: %s%s".formatted(file, place.line(), key.isEmpty() ? "" : key + ": ", what);
  }

  private String line(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  private String character(Place place) {
    String line = line(place.line());
    return place.column() <= line.length()
        ? line.substring(place.column() - 1, place.column())
        : "it";
  }

  private boolean hasColonBefore(Place place) {
    String line = line(place.line());
    int colon = line.indexOf(": ");
    return colon >= 0 && colon < place.column() - 1;
  }

  /** The keys that lead there, as far as the indents tell; empty when none does. */
  private String key(Place place) {
    List<Opened> road = new ArrayList<>();
    for (int i = 1; i <= Math.min(place.line(), lines.size()); i++) {
      String line = line(i).replace("\t", "    ");
      String text = line.strip();
      int indent = line.indexOf(text);
      if (text.startsWith("- ")) {
        text = text.substring(2).strip();
        indent += 2;
      }
      String name = name(text);
      if (text.isEmpty() || name.isEmpty()) {
        continue;
      }
      int deep = indent;
      road.removeIf(one -> one.indent() >= deep);
      road.add(new Opened(indent, name));
    }
    return String.join(".", road.stream().map(Opened::name).toList());
  }

  /** What stands before the first colon, if that is a key. */
  private static String name(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? "" : text.substring(0, colon);
    boolean plain =
        name.toLowerCase(Locale.ROOT)
            .chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
    return plain ? name : "";
  }
}
