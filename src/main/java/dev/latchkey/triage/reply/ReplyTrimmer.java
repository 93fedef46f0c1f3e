package dev.latchkey.triage.reply;

import dev.latchkey.mail.BodyText;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into what was typed and what was quoted.
 *
 * <p>In this order: mark-up and quote marks ({@code >}) decide about their own lines. An
 * introduction ("On … wrote:", "-----Original Message-----", a block of From, Sent, To and Subject)
 * followed by marked lines ends with them, so answers between and below stay; followed by anything
 * else it takes the rest of the text, as top-posting clients send it. Then signatures are looked
 * for in what is left, and last, whatever stands below something that may be the beginning of a
 * quote is put in doubt. Header lines, and marked lines, that the writer announced and went on
 * below are pasted: a quote within their own words.
 */
public final class ReplyTrimmer {
  private final Banners banners;

  /** For a desk whose gateway writes what everybody's does. */
  public ReplyTrimmer() {
    this(List.of());
  }

  /**
   * For a desk with a gateway of its own.
   *
   * @param banners lines that it puts above mails, each as it begins
   */
  public ReplyTrimmer(List<String> banners) {
    this.banners = new Banners(banners);
  }

  /** Splits {@code text} of somebody whose name is not known. */
  public TrimmedReply trim(BodyText text) {
    return trim(text, "");
  }

  /**
   * Splits {@code text}; the lines of the answer are those of the text.
   *
   * @param writer the name in From: where it stands alone on a line, what follows is a signature
   */
  public TrimmedReply trim(BodyText text, String writer) {
    return trim(text, writer, List.of());
  }

  /**
   * Splits the answer to a letter of ours.
   *
   * @param letters those that it may quote; what is in them is quoted, what is typed into the quote
   *     of them is written
   */
  public TrimmedReply trim(BodyText text, String writer, List<SentLetter> letters) {
    List<QuoteLine> source = text.lines().stream().map(QuoteLine::of).toList();
    SentMarks sent = letters.isEmpty() ? SentMarks.none(source) : SentMarks.of(source, letters);
    List<QuoteLine> lines = sent.lines();
    QuoteSplit split = new QuoteSplit(sent, banners);
    split.banners();
    split.quotes();
    split.spills();
    split.signatures(writer);
    split.pasted();
    split.doubts();
    List<Part> parts = split.parts();
    List<Line> result = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).text();
      int typed = split.shared().getOrDefault(i, 0);
      if (typed > 0) {
        result.add(new Line(line.substring(0, typed), Part.DOUBTFUL, true));
      }
      result.add(new Line(line.substring(typed), parts.get(i), sent.goesOn(i)));
    }
    return new TrimmedReply(result, split.why());
  }
}
