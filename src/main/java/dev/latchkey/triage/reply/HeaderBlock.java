package dev.latchkey.triage.reply;

import com.google.re2j.Pattern;
import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The block of From, Sent, To and Subject lines that Outlook and others set above what they quote,
 * with names of any language in {@link QuoteWords}, bold as {@code *From:*} or not, a long value
 * broken over lines.
 *
 * @param start first line
 * @param end last line
 * @param certain whether it can be nothing but the head of another mail
 */
record HeaderBlock(int start, int end, boolean certain) {
  private static final int MOST_LINES = 24;
  private static final int LONGEST_NAME = 32;

  /** No head of a mail has more lines of them: To, Cc, Bcc, Reply-To, and one of them twice. */
  private static final int MOST_ADDRESSEES = 5;

  /** Colons behind the first one that are looked at: addresses and times have some, too. */
  private static final int MOST_ON_A_LINE = 40;

  private static final QuoteWords WORDS = QuoteWords.ALL;
  private static final List<Use> ROLES =
      List.of(Use.FROM, Use.SENT, Use.TO, Use.SUBJECT, Use.OTHER_HEADER);
  private static final Map<String, Use> ROLE_OF = roles();
  private static final List<String> RAW =
      List.of(
          "message-id:",
          "received: from",
          "received: by",
          "return-path:",
          "dkim-signature:",
          "mime-version:",
          "authentication-results:",
          "x-mailer:",
          "content-type:");
  private static final Pattern DATE_VALUE =
      Pattern.compile("\\p{Nd}{4}|\\p{Nd}{1,2}[:.]\\p{Nd}{2}|\\p{Nd}{1,2}[-./]\\p{Nd}{1,2}[-./]");

  /** The block that begins at line {@code start}, if one does. */
  static Optional<HeaderBlock> startingAt(List<QuoteLine> lines, int start) {
    return startingAt(lines, start, false);
  }

  /** The same among lines that mark-up has as quoted. */
  static Optional<HeaderBlock> inQuote(List<QuoteLine> lines, int start) {
    return startingAt(lines, start, true);
  }

  /** Whether these are header lines as they travel, which no client shows above a quote. */
  static boolean isRaw(List<QuoteLine> block) {
    return block.stream()
        .map(line -> line.words().toLowerCase(Locale.ROOT))
        .anyMatch(words -> RAW.stream().anyMatch(words::startsWith));
  }

  private static Optional<HeaderBlock> startingAt(
      List<QuoteLine> lines, int start, boolean quoted) {
    if (start >= lines.size() || lines.get(start).headers().isEmpty()) {
      return Optional.empty();
    }
    Set<Use> roles = EnumSet.noneOf(Use.class);
    boolean address = false;
    boolean addressee = false;
    boolean date = false;
    int end = -1;
    int strangers = 0;
    int addressees = 0;
    int limit = Math.min(lines.size(), start + MOST_LINES);
    for (int i = start; i < limit; i++) {
      QuoteLine line = lines.get(i);
      if (line.quoted() != quoted && !(quoted && line.blank())) {
        break;
      }
      Set<Use> names = line.headers();
      if (!names.isEmpty()) {
        roles.addAll(names);
        addressees += names.contains(Use.TO) ? 1 : 0;
        if (addressees > MOST_ADDRESSEES) {
          return Optional.empty();
        }
        address |= names.contains(Use.FROM) && line.words().contains("@");
        addressee |= names.contains(Use.TO) && line.words().contains("@");
        date |= names.contains(Use.SENT) && DATE_VALUE.matcher(line.words()).find();
        end = i;
        strangers = 0;
      } else if (i == start || (line.blank() ? isGap(lines, i) : ++strangers > 2)) {
        break;
      }
    }
    if (end < 0 || !isBlock(roles, address, addressee, date)) {
      return Optional.empty();
    }
    boolean certain = start > 0 || roles.contains(Use.TO) || !roles.contains(Use.FROM);
    return Optional.of(new HeaderBlock(start, end, certain));
  }

  /** Whether {@code words} is a header line, of whatever role. */
  static boolean isHeader(String words) {
    return !names(words).isEmpty();
  }

  /** The name of a header line alone, as tables have it. */
  static boolean isLabel(String words) {
    return words.length() <= LONGEST_NAME && role(words.replace(":", "").strip()).isPresent();
  }

  private static boolean isBlock(Set<Use> roles, boolean address, boolean addressee, boolean date) {
    boolean from = roles.contains(Use.FROM);
    int main = roles.size() - (roles.contains(Use.OTHER_HEADER) ? 1 : 0);
    if (from && (main >= 3 || (address && main == 2))) {
      return true;
    }
    return date && ((from && main == 2) || (addressee && main >= 2));
  }

  /** Two empty lines, or one before what is neither header nor address, end the block. */
  private static boolean isGap(List<QuoteLine> lines, int at) {
    if (at + 1 >= lines.size()) {
      return true;
    }
    QuoteLine next = lines.get(at + 1);
    return next.headers().isEmpty() && !next.words().startsWith("<");
  }

  /** The roles of the header names on a line: mostly one, some clients set two on a line. */
  static Set<Use> names(String words) {
    int colon = colon(words, 0);
    if (colon <= 0 || colon > LONGEST_NAME + 4) {
      return Set.of();
    }
    Optional<Use> first = role(words.substring(0, colon));
    if (first.isEmpty()) {
      return Set.of();
    }
    Set<Use> roles = EnumSet.of(first.get());
    if (words.length() < 1_000) {
      int more = 0;
      int next = colon(words, colon + 1);
      while (next > 0 && more < MOST_ON_A_LINE) {
        String before = words.substring(colon + 1, next).stripTrailing();
        role(before.substring(before.lastIndexOf(' ') + 1)).ifPresent(roles::add);
        next = colon(words, next + 1);
        more++;
      }
    }
    return Set.copyOf(roles);
  }

  private static int colon(String words, int from) {
    int ascii = words.indexOf(':', from);
    int wide = words.indexOf('：', from);
    return ascii < 0 ? wide : wide < 0 ? ascii : Math.min(ascii, wide);
  }

  private static Optional<Use> role(String name) {
    boolean marked = name.indexOf('*') >= 0 || name.indexOf('_') >= 0;
    String plain = marked ? name.replace("*", "").replace("_", "") : name;
    String bare = plain.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(ROLE_OF.get(bare));
  }

  /** Each name with the first of its roles. */
  private static Map<String, Use> roles() {
    Map<String, Use> roles = new HashMap<>();
    ROLES.forEach(use -> WORDS.of(use).forEach(word -> roles.putIfAbsent(word, use)));
    roles.remove("");
    return roles;
  }
}
