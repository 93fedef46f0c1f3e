package dev.latchkey.letter.writing;

import dev.latchkey.letter.OurCodes;
import dev.latchkey.letter.PlainText;
import dev.latchkey.letter.Span;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a language that templates have, and there are no others.
 *
 * <ul>
 *   <li>{@code moment}: "Tuesday, 3 March 2026, 14:00 UTC"
 *   <li>{@code until}: the same with "(in 14 days)" behind it
 *   <li>{@code day}: "Tuesday, 3 March"
 *   <li>{@code duration}: "3 days"
 *   <li>{@code language}: "German", of an ISO 639-1 code
 *   <li>{@code span}: "expect our decision by Tuesday, 3 March (in 8 days)", or how long it takes
 *       once nothing is missing
 *   <li>{@code words('state')}: what {@code words.properties} says, see {@link WordFamily}
 *   <li>{@code list}: an item a line, each begun with a dash
 *   <li>{@code numbered}: the same, begun with 1, 2 and so on, as questions are
 *   <li>{@code quoted}: every line begun with a bar, as words of others are shown to staff, and
 *       broken at {@value PlainText#WIDTH} characters, so that no mail program breaks it elsewhere
 *   <li>{@code indented}: every line indented, as words of staff are shown to a requester or an
 *       owner
 *   <li>{@code passages}: words of people, each under our line about who wrote them, indented
 * </ul>
 */
final class LetterFilters extends AbstractExtension {
  /** What the moment of writing is called; no template knows it. */
  static final String NOW = "(now)";

  /** What stands before words of others. */
  static final String INDENT = "    ";

  private final LetterWords words;

  LetterFilters(LetterWords words) {
    this.words = words;
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.ofEntries(
        Map.entry("moment", filter((value, argument) -> words.moment((Instant) value))),
        Map.entry("until", new UntilFilter(words)),
        Map.entry("day", filter((value, argument) -> words.day((Instant) value))),
        Map.entry("duration", filter((value, argument) -> words.duration((Duration) value))),
        Map.entry("language", filter((value, argument) -> words.language((String) value))),
        Map.entry("span", new SpanFilter(words)),
        Map.entry("words", filter(this::words)),
        Map.entry("list", filter((value, argument) -> list((List<?>) value))),
        Map.entry("numbered", filter((value, argument) -> numbered((List<?>) value))),
        Map.entry("quoted", filter((value, argument) -> block(value, "| "))),
        Map.entry("indented", filter((value, argument) -> indented((String) value))),
        Map.entry("passages", filter((value, argument) -> passages((List<?>) value))));
  }

  private Object words(Object value, String family) {
    WordFamily found = WordFamily.find(family).orElseThrow();
    if (value instanceof List<?> values) {
      return values.stream().map(each -> words.of(found, (String) each)).toList();
    }
    return words.of(found, (String) value);
  }

  /** A blank line between two. */
  private static String passages(List<?> shown) {
    return shown.stream().map(Object::toString).collect(Collectors.joining("\n\n"));
  }

  /** A line an item, without a line end at the last. */
  private static String list(List<?> items) {
    return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
  }

  private static String indented(String text) {
    return text.lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
  }

  /**
   * A string of lines, or a list of them, each wrapped, codes of ours blacked out; without a line
   * end at the last.
   */
  private static String block(Object value, String indent) {
    String text =
        value instanceof List<?> list
            ? list.stream().map(Object::toString).collect(Collectors.joining("\n"))
            : (String) value;
    StringBuilder out = new StringBuilder();
    for (String line : OurCodes.blackedOut(text).split("\n")) {
      PlainText.wrap(line, indent, out);
    }
    return out.isEmpty() ? "" : out.substring(0, out.length() - 1);
  }

  private static String numbered(List<?> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> i + 1 + ". " + lines.get(i))
        .collect(Collectors.joining("\n"));
  }

  private static Filter filter(BiFunction<Object, String, Object> function) {
    return new ValueFilter(function);
  }

  private record ValueFilter(BiFunction<Object, String, Object> function) implements Filter {
    @Override
    public List<String> getArgumentNames() {
      return List.of("family");
    }

    @Override
    public Object apply(
        Object input,
        Map<String, Object> arguments,
        PebbleTemplate template,
        EvaluationContext context,
        int line) {
      if (input == null) {
        throw new IllegalArgumentException("line " + line + ": no value");
      }
      return function.apply(input, String.valueOf(arguments.get("family")));
    }
  }

  private record UntilFilter(LetterWords words) implements Filter {
    @Override
    public List<String> getArgumentNames() {
      return List.of();
    }

    @Override
    public Object apply(
        Object input,
        Map<String, Object> arguments,
        PebbleTemplate template,
        EvaluationContext context,
        int line) {
      if (input == null) {
        throw new IllegalArgumentException("line " + line + ": no value");
      }
      return words.until((Instant) input, (Instant) context.getVariable(NOW));
    }
  }

  private record SpanFilter(LetterWords words) implements Filter {
    @Override
    public List<String> getArgumentNames() {
      return List.of();
    }

    @Override
    public Object apply(
        @Nullable Object input,
        Map<String, Object> arguments,
        PebbleTemplate template,
        EvaluationContext context,
        int line) {
      Instant now = (Instant) context.getVariable(NOW);
      return input == null ? words.spanUnknown() : words.span((Span) input, now);
    }
  }
}
