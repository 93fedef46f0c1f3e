package dev.latchkey.letter.writing;

import dev.latchkey.letter.Field;
import dev.latchkey.letter.Kind;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.Letterhead;
import dev.latchkey.letter.OurCodes;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.PlainText;
import dev.latchkey.letter.RenderedLetter;
import dev.latchkey.letter.Text;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The template of one letter in one language: compiled, checked, safe for many threads.
 *
 * @param names what it says of the desk's own
 */
record LetterTemplate(
    LetterWords words, PebbleTemplate subject, PebbleTemplate body, Set<OwnName> names) {
  private static final int LONGEST_SUBJECT = 200;

  /** What stands before the reference in a subject, when there is none. */
  private static final Pattern DANGLING = Pattern.compile("[ –-]+$");

  /** The letter in words. */
  RenderedLetter render(Letter letter, Letterhead head) {
    Map<String, Object> values = new HashMap<>();
    values.put("desk", PlainText.line(head.desk()));
    values.put("deskAddress", PlainText.line(head.address()));
    values.put("reference", PlainText.line(head.reference()));
    values.put(LetterFilters.NOW, head.now());
    for (OwnName name : names) {
      ownFamily(values, name.family()).put(name.name(), words.own().find(name).orElse(""));
    }
    for (Field field : letter.kind().fields()) {
      put(values, field.name(), clean(field, field.of(letter)));
    }
    String line = PlainText.line(evaluate(subject, values));
    if (head.reference().isEmpty()) {
      line = DANGLING.matcher(line).replaceFirst("");
    }
    return new RenderedLetter(
        PlainText.cut(line, LONGEST_SUBJECT).strip(), PlainText.tidy(evaluate(body, values)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> ownFamily(
      Map<String, Object> values, DeskWords.Family family) {
    return (Map<String, Object>)
        values.computeIfAbsent(family.prefix(), name -> new HashMap<String, Object>());
  }

  /** Pebble tells "known, but null" from "unknown" by the key. */
  @SuppressWarnings("NullAway")
  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    values.put(name, value);
  }

  /** A value as a template gets it: free of everything that could pass for a line of ours. */
  private @Nullable Object clean(Field field, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (field.kind()) {
      case LINE -> PlainText.line(words.marked(value.toString()));
      case TEXT -> String.join("\n", PlainText.lines(words.marked(((Text) value).words())));
      case LINES ->
          PlainText.eachAsLine(
              Kind.elements(value).stream().map(line -> words.marked(line.toString())).toList());
      case NUMBER -> ((Number) value).longValue();
      case FLAG, MOMENT, DATE, DURATION, SPAN -> value;
      case WORD -> ((Enum<?>) value).name();
      case WORDS -> names(field.element(), Kind.elements(value));
      case SENTENCE -> words.say(value);
      case SENTENCES -> Kind.elements(value).stream().map(words::say).toList();
      case PASSAGES ->
          Kind.elements(value).stream().map(Passage.class::cast).map(this::shown).toList();
    };
  }

  /**
   * Our line, and below it theirs, each indented and so short that no mail program breaks it: what
   * they write cannot pass for ours. Codes of ours are blacked out.
   */
  private String shown(Passage passage) {
    StringBuilder shown = new StringBuilder(words.say(passage.heading())).append('\n');
    for (String line :
        PlainText.lines(OurCodes.blackedOut(words.marked(passage.words().words())))) {
      PlainText.wrap(line, LetterFilters.INDENT, shown);
    }
    return shown.toString().stripTrailing();
  }

  /** In the order of their type, whatever the collection's. */
  private static List<String> names(Class<?> type, List<Object> constants) {
    List<String> names = new ArrayList<>();
    for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
      if (constants.contains(constant)) {
        names.add(((Enum<?>) constant).name());
      }
    }
    return names;
  }

  private static String evaluate(PebbleTemplate template, Map<String, Object> values) {
    StringWriter out = new StringWriter(2048);
    try {
      template.evaluate(out, values);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return out.toString();
  }
}
