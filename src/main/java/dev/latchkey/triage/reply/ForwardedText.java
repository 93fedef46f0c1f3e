package dev.latchkey.triage.reply;

import dev.latchkey.mail.BodyText;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of a mail that another one forwards: what stands below its head, quote marks gone. */
public final class ForwardedText {
  /** Lines between the beginning of a quote and its head, at most. */
  private static final int NEAR = 3;

  private ForwardedText() {}

  /** What was forwarded, with its head, which tells who wrote it; empty when nothing was. */
  public static String withHead(TrimmedReply reply) {
    return reply.lines().stream()
        .filter(line -> line.part() == Part.QUOTED)
        .map(Line::text)
        .map(ForwardedText::withoutMark)
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** The same without that head. */
  public static String of(TrimmedReply reply) {
    List<QuoteLine> lines =
        BodyText.plain(withHead(reply)).lines().stream().map(QuoteLine::of).toList();
    int from = 0;
    for (int at = 0; at < Math.min(NEAR, lines.size()); at++) {
      Optional<QuoteCut> head = QuoteCut.headAt(lines, at);
      if (head.isPresent()) {
        from = head.get().end() + 1;
        break;
      }
      if (Attribution.endsInColon(lines.get(at).words())) {
        from = at + 1;
        break;
      }
    }
    return lines.stream().skip(from).map(QuoteLine::text).collect(Collectors.joining("\n")).strip();
  }

  private static String withoutMark(String line) {
    int at = 0;
    while (line.startsWith(">", at)) {
      at += line.startsWith(" ", at + 1) ? 2 : 1;
    }
    return line.substring(at);
  }
}
