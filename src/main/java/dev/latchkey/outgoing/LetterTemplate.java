package dev.latchkey.outgoing;

import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The template of one letter in one language: compiled, checked, safe for many threads. */
record LetterTemplate(Letter letter, PebbleTemplate subject, PebbleTemplate body) {
  private static final int LONGEST_SUBJECT = 200;

  /**
   * The letter with these values.
   *
   * @throws IllegalArgumentException when they are not those that the letter has
   */
  RenderedLetter render(Map<String, ? extends @Nullable Object> variables) {
    Map<String, Object> values = LetterValues.of(letter, variables);
    String line = PlainText.line(evaluate(subject, values));
    return new RenderedLetter(
        PlainText.cut(line, LONGEST_SUBJECT).strip(), PlainText.tidy(evaluate(body, values)));
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
