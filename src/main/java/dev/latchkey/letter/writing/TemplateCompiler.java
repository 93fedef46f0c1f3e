package dev.latchkey.letter.writing;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.PlainText;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a template of a file that is shaped like a mail: {@code Subject: words}, a blank line, and
 * the body, in Pebble syntax. A line that holds nothing but a tag leaves no line in the letter.
 */
final class TemplateCompiler {
  private static final String SUBJECT = "Subject: ";

  /** Octets of a line without its end (RFC 5322 section 2.1.1), less one for a stuffed space. */
  private static final int LONGEST_LINE = 997;

  /** Characters of a subject that a window still shows. */
  private static final int LONGEST_SUBJECT = 100;

  private static final Pattern TAG_LINE =
      Pattern.compile("^ *(\\{%(?:(?!%}).)*)%} *\n", Pattern.MULTILINE);

  private final LetterKind letter;
  private final LetterWords words;
  private final PebbleEngine engine;
  private final TemplateErrors errors;
  private final Set<OwnName> names = new TreeSet<>();
  private boolean failed;

  /**
   * @param errors takes everything that is wrong
   */
  TemplateCompiler(
      LetterKind letter, LetterWords words, PebbleEngine engine, TemplateErrors errors) {
    this.letter = letter;
    this.words = words;
    this.engine = engine;
    this.errors = errors;
  }

  /**
   * The template, compiled, checked and tried out; empty when something is wrong.
   *
   * @param source the text of the file, lines ended by LF
   */
  Optional<LetterTemplate> compile(String source) {
    Optional<LetterTemplate> template = untried(source);
    template.ifPresent(this::tryOut);
    return failed ? Optional.empty() : template;
  }

  /** The same of one that was tried out before. */
  Optional<LetterTemplate> untried(String source) {
    checkCharacters(source);
    checkLines(source);
    List<String> lines = List.of(source.split("\n", -1));
    PebbleTemplate subject = null;
    int line = 0;
    for (; line < lines.size() && !lines.get(line).isBlank(); line++) {
      if (!lines.get(line).startsWith(SUBJECT)) {
        error(line + 1, "the only header is \"" + SUBJECT + "\"");
      } else if (subject != null) {
        error(line + 1, "there is a second Subject");
      } else {
        subject = part(line, lines.get(line).substring(SUBJECT.length()), true);
      }
    }
    String text = String.join("\n", lines.subList(line, lines.size()));
    if (text.isBlank()) {
      error(line + 1, "there is no body after a blank line");
    }
    // Moving the line end into the tag takes it out of the letter and keeps the lines' numbers.
    PebbleTemplate body = part(line, TAG_LINE.matcher(text).replaceAll("$1\n%}"), false);
    if (subject == null && !failed) {
      error(1, "there is no Subject");
    }
    if (subject == null || body == null || failed) {
      return Optional.empty();
    }
    return Optional.of(new LetterTemplate(words, subject, body, Set.copyOf(names)));
  }

  private void checkLines(String source) {
    int line = 1;
    for (String text : source.split("\n", -1)) {
      int octets = text.getBytes(StandardCharsets.UTF_8).length;
      if (octets > LONGEST_LINE) {
        error(
            line,
            "has %d octets, and a line of a mail can carry %d; begin a new paragraph"
                .formatted(octets, LONGEST_LINE));
      }
      line++;
    }
  }

  private void checkCharacters(String source) {
    int line = 1;
    for (int c : source.codePoints().toArray()) {
      if (c == '\n') {
        line++;
      } else if (!PlainText.allowed(c)) {
        error(line, "character U+%04X cannot stand in a mail".formatted(c));
      }
    }
  }

  /** A part of the file, led by as many empty lines as stand before it, so that lines count. */
  private @Nullable PebbleTemplate part(int linesBefore, String text, boolean oneLine) {
    try {
      PebbleTemplate template = engine.getLiteralTemplate("\n".repeat(linesBefore) + text);
      TemplateCheck check = new TemplateCheck(letter, words.own(), oneLine, this::error);
      check.check(template.getRootNode());
      names.addAll(check.names());
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
        String subject =
            template
                .render(Samples.letter(letter, full), Samples.head(full ? "LK-1042" : ""))
                .subject();
        if (subject.isEmpty()) {
          error(1, "the Subject can be empty; give it words of its own");
        }
        if (subject.codePointCount(0, subject.length()) > LONGEST_SUBJECT) {
          error(
              1,
              "the Subject has %d characters, and %d are read at most: %s"
                  .formatted(subject.length(), LONGEST_SUBJECT, subject));
        }
      } catch (PebbleException | IllegalArgumentException e) {
        error(1, "with " + (full ? "all" : "no optional") + " values: " + e.getMessage());
      }
    }
  }

  private void error(int line, String what) {
    failed = true;
    errors.add(line, what);
  }
}
