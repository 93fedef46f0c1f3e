package dev.latchkey.outgoing;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The template of one letter in one language: compiled, checked, safe for many threads.
 *
 * <p>Its file is shaped like a mail: {@code Subject: words}, a blank line, and the body, in Pebble
 * syntax. A line that holds nothing but a tag leaves no line in the letter.
 */
final class LetterTemplate {
  private static final int LONGEST_SUBJECT = 200;
  private static final Pattern TAG_LINE =
      Pattern.compile("^[ ]*(\\{%(?:(?!%}).)*)%}[ ]*\n", Pattern.MULTILINE);

  private final PebbleTemplate subject;
  private final PebbleTemplate body;

  private LetterTemplate(PebbleTemplate subject, PebbleTemplate body) {
    this.subject = subject;
    this.body = body;
  }

  /**
   * Compiles and checks a template.
   *
   * @param source the text of the file, lines ended by LF
   * @throws TemplateException with everything that is wrong, each as {@code line: what}
   */
  static LetterTemplate compile(Letter letter, String source, PebbleEngine engine) {
    return new Compilation(letter, engine).compile(source);
  }

  /**
   * The letter with these values.
   *
   * @throws IllegalArgumentException when they are not those that the letter has
   */
  RenderedLetter render(Letter letter, Map<String, ? extends @Nullable Object> variables) {
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

  /** One run of the compiler, with the errors it has met. */
  private static final class Compilation {
    private final Letter letter;
    private final PebbleEngine engine;
    private final List<String> errors = new ArrayList<>();

    Compilation(Letter letter, PebbleEngine engine) {
      this.letter = letter;
      this.engine = engine;
    }

    LetterTemplate compile(String source) {
      checkCharacters(source);
      String[] lines = source.split("\n", -1);
      int line = 0;
      @Nullable PebbleTemplate subject = null;
      for (; line < lines.length && !lines[line].isBlank(); line++) {
        if (!lines[line].startsWith("Subject: ")) {
          error(line + 1, "the only header is \"Subject: \"");
        } else if (subject != null) {
          error(line + 1, "there is a second Subject");
        } else {
          subject = part(line, lines[line].substring("Subject: ".length()), true);
        }
      }
      String text = String.join("\n", List.of(lines).subList(line, lines.length));
      if (text.isBlank()) {
        error(line + 1, "there is no body after a blank line");
      }
      PebbleTemplate body = part(line, TAG_LINE.matcher(text).replaceAll("$1\n%}"), false);
      if (subject == null && errors.isEmpty()) {
        error(1, "there is no Subject");
      }
      if (subject == null || body == null || !errors.isEmpty()) {
        throw new TemplateException(errors);
      }
      LetterTemplate template = new LetterTemplate(subject, body);
      tryOut(template);
      return template;
    }

    /** A part of the file, led by as many empty lines as stand before it so that lines count. */
    private @Nullable PebbleTemplate part(int linesBefore, String text, boolean oneLine) {
      try {
        PebbleTemplate template = engine.getLiteralTemplate("\n".repeat(linesBefore) + text);
        new TemplateCheck(letter, oneLine, this::error).check(template.getRootNode());
        return template;
      } catch (PebbleException e) {
        error(e.getLineNumber() == null ? 1 : e.getLineNumber(), e.getPebbleMessage());
        return null;
      }
    }

    /** Finds what only values show: an optional one that is used where it may be absent. */
    private void tryOut(LetterTemplate template) {
      for (boolean full : List.of(true, false)) {
        try {
          if (template.render(letter, SampleValues.of(letter, full)).subject().isEmpty()) {
            error(1, "the Subject can be empty");
          }
        } catch (PebbleException | IllegalArgumentException e) {
          error(1, "with " + (full ? "all" : "no optional") + " values: " + e.getMessage());
        }
      }
      if (!errors.isEmpty()) {
        throw new TemplateException(errors);
      }
    }

    private void checkCharacters(String source) {
      int line = 1;
      for (int c : source.codePoints().toArray()) {
        if (c == '\n') {
          line++;
        } else if (!PlainText.allowed(c)) {
          error(line, String.format("character U+%04X cannot stand in a mail", c));
        }
      }
    }

    private void error(int line, String what) {
      errors.add(line + ": " + what);
    }
  }
}
