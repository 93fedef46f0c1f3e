package dev.latchkey.triage;

import dev.latchkey.mail.BodyText;
import java.util.List;

/** Splits a text into what was typed and what was quoted. */
public final class ReplyTrimmer {

  /** Splits {@code text}; the lines of the answer are those of the text. */
  public TrimmedReply trim(BodyText text) {
    return new TrimmedReply(
        text.lines().stream()
            .map(line -> new TrimmedReply.Line(line.text(), TrimmedReply.Part.WRITTEN))
            .toList(),
        List.of());
  }
}
