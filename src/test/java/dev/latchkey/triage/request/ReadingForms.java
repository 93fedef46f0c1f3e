package dev.latchkey.triage.request;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The form that ships with the desk, and the fixtures beside these tests. */
public final class ReadingForms {
  private ReadingForms() {}

  public static RequestForm shipped() {
    return ReadingFile.standard();
  }

  /** The reader of answers to questions of that form. */
  static AnswerReader answers() {
    RequestForm form = shipped();
    return new AnswerReader(form, LineReader.standard(form.scorer(), form.topics()));
  }

  /** The reader of replies to our questions. */
  public static AskedReader asked() {
    return new AskedReader(shipped(), new RequestReader(shipped()), answers());
  }

  /** A reply in which all was typed. */
  public static TrimmedReply typed(String text) {
    return new TrimmedReply(
        text.lines().map(line -> new Line(line, Part.WRITTEN)).toList(), List.of());
  }

  /** The lines {@code expected | text} of a fixture. */
  public static List<String[]> lines(String name) {
    try (InputStream file =
        Objects.requireNonNull(ReadingForms.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(" \\| ", 2))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
