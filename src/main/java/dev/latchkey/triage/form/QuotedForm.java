package dev.latchkey.triage.form;

import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form of ours that was quoted and answered between the lines: the answers were typed, but the
 * labels they belong to stand in the quote. Those labels, and the sentences of its boxes, are put
 * back between the answers; nothing else of a quote is, so that nobody's words but the sender's are
 * read.
 *
 * <p>A quote with all the answer above it, or all of it below, was not answered between the lines.
 */
public final class QuotedForm {
  private final FormText headings;
  private final BoxReader boxes;

  public QuotedForm(FormText headings, BoxReader boxes) {
    this.headings = headings;
    this.boxes = boxes;
  }

  /** What was typed in {@code reply}, with the labels it answers. */
  public String answered(TrimmedReply reply) {
    List<String> text = new ArrayList<>();
    List<String> pending = new ArrayList<>();
    int answers = 0;
    boolean askedAfterAnswer = false;
    for (Line line : reply.lines()) {
      if (line.part().readable()) {
        if (!line.text().isBlank() && !pending.isEmpty()) {
          answers++;
          askedAfterAnswer = false;
          text.addAll(pending);
          pending.clear();
        }
        text.add(line.text());
      } else {
        String bare = unquoted(line.text());
        Optional<String> label = headings.question(bare);
        if (label.isPresent()) {
          pending.clear();
          pending.add(label.get());
          askedAfterAnswer = true;
        } else if (!pending.isEmpty() && !boxes.line(bare).asks().isEmpty()) {
          pending.add(bare);
        }
      }
    }
    boolean between = answers > 1 || (answers == 1 && askedAfterAnswer);
    return between ? String.join("\n", text).strip() : reply.generous();
  }

  private static String unquoted(String line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) == '>' || line.charAt(at) == ' ')) {
      at++;
    }
    return line.substring(at);
  }
}
