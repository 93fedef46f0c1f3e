package dev.latchkey.triage.bounce;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.TextLine;
import dev.latchkey.triage.mark.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The readable text of a bounce, cut where the mail that came back begins: what the machine itself
 * says, and the header of that mail.
 *
 * <p>The cut is a line like "--- Below this line is a copy of the message." (a list of them in many
 * languages is in {@code returned-mail.txt}) or the first line that only a mail's header has.
 *
 * @param lines what the machine says, without the empty lines, at most {@value #MOST_LINES}
 */
public record BounceNotice(List<String> lines, ReturnedMail returned) {
  private static final int MOST_LINES = 400;
  private static final int LONGEST_LINE = 2_000;
  private static final Phrases RETURNED = Phrases.load(BounceNotice.class, "returned-mail.txt");
  private static final Set<String> TRACE_FIELDS =
      Set.of("received", "return-path", "delivered-to", "dkim-signature", "arc-seal");
  private static final Set<String> RETURNED_TYPES =
      Set.of(
          "message/rfc822",
          "message/global",
          "message/global-headers",
          "text/rfc822-headers",
          "text/rfc822-header");

  public BounceNotice {
    lines = List.copyOf(lines);
  }

  /** Cuts the text of {@code mail}. */
  public static BounceNotice of(InboundMail mail) {
    List<String> said = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    int room = MOST_LINES;
    boolean cut = false;
    for (TextLine line : mail.text().lines()) {
      String text = line.text();
      text = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) : text;
      cut = cut || (!said.isEmpty() && begins(text));
      if (cut) {
        rest.append(text).append('\n');
      } else if (!text.isBlank()) {
        said.add(text);
      }
      if (--room == 0) {
        break;
      }
    }
    return new BounceNotice(said, returned(mail, rest.toString()));
  }

  /** The first lines that have words, in plain form, for phrases that stand at the beginning. */
  public List<String> opening(int count) {
    return lines.stream()
        .map(BounceNotice::bare)
        .filter(line -> !line.isEmpty())
        .limit(count)
        .toList();
  }

  /** {@code line} in plain form, without the ornaments that machines put around their titles. */
  public static String bare(String line) {
    String plain = Phrases.plain(line);
    int start = 0;
    while (start < plain.length() && "-=*#>.:|+_\" ".indexOf(plain.charAt(start)) >= 0) {
      start++;
    }
    return plain.substring(start);
  }

  private static boolean begins(String line) {
    return TRACE_FIELDS.contains(ReturnedMail.fieldName(line.strip()))
        // Indented, it is told about, as PMDF does: "with the following header fields".
        || ReturnedMail.fieldName(line).equals("message-id")
        || RETURNED.begin(bare(line));
  }

  private static ReturnedMail returned(InboundMail mail, String rest) {
    return mail.parts().stream()
        .filter(part -> RETURNED_TYPES.contains(part.mediaType()))
        .map(MailPart::text)
        .map(ReturnedMail::read)
        .findFirst()
        .filter(read -> !read.equals(ReturnedMail.NONE))
        .orElseGet(() -> ReturnedMail.read(rest));
  }
}
