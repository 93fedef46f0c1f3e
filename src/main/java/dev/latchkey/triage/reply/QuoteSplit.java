package dev.latchkey.triage.reply;

import dev.latchkey.mail.TextLine.Mark;
import dev.latchkey.triage.reply.QuoteWords.Use;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** One text on its way from "all of it was typed" to its parts; each step only takes away. */
final class QuoteSplit {
  /** Clients wrap at 65 to 80 characters: what follows a shorter line was not wrapped off it. */
  private static final int WRAPPED = 58;

  /** What a wrap breaks off again and again is no answer. */
  private static final int SEVERAL_TAILS = 2;

  private static final int LONGEST_TAIL = 40;
  private static final char FIRST_WIDE = 0x2e80;

  /** Lines of a quote that somebody sets into their own words. */
  private static final int MOST_PASTED = 12;

  private static final int LONGEST_ANNOUNCEMENT = 60;

  /** A quote has no more lines that are none of ours before the first that is. */
  private static final int LONGEST_LEAD = 25;

  private final SentMarks sent;
  private final Banners banners;
  private final List<QuoteLine> lines;
  private final Part[] parts;
  private final boolean[] fenced;
  private final boolean prompts;
  private final BitSet markedIntroductions;
  private final Set<String> why = new LinkedHashSet<>();
  private final Map<Integer, Integer> shared = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private int doubtFrom = Integer.MAX_VALUE;
  private int tails = -1;

  QuoteSplit(SentMarks sent, Banners banners) {
    this.sent = sent;
    this.banners = banners;
    this.lines = sent.lines();
    this.parts = new Part[lines.size()];
    Arrays.fill(parts, Part.WRITTEN);
    this.fenced = CodeFences.of(lines);
    this.markedIntroductions = MarkedIntroductions.of(lines);
    this.prompts =
        lines.stream()
            .filter(line -> line.depth() > 0)
            .allMatch(line -> line.depth() == 3 && line.text().startsWith(">>> "));
  }

  /** Takes out what is quoted. */
  void quotes() {
    Map<Integer, QuoteCut> introductions = introductions();
    int i = 0;
    while (i < lines.size()) {
      int start = i;
      QuoteLine line = lines.get(i);
      Optional<HeaderBlock> box = headerBox(i);
      if (box.isPresent()) {
        set(i, lines.size() - 1, Part.QUOTED, "header block in a box of its own");
        new BareQuote(lines, i, box.get().end()).typed().forEach(at -> parts[at] = Part.DOUBTFUL);
        return;
      }
      if (isQuoted(line) && !fenced[i]) {
        set(i, i, Part.QUOTED, sent.ours(i) ? "what we sent" : "marked as a quote");
        i++;
        continue;
      }
      Optional<QuoteCut> cut = Optional.ofNullable(introductions.get(i)).or(() -> headAt(start));
      if (cut.isEmpty()) {
        if (sent.introduces(i) || markedIntroductions.get(i)) {
          set(i, i, Part.QUOTED, "marked as introduction");
        }
        i++;
      } else if (fenced[i]) {
        doubt(i);
        i++;
      } else {
        i = take(cut.get());
      }
    }
  }

  /** Takes out lines that a wrap broke off the quoted line above them. */
  void spills() {
    for (int i = 1; i < lines.size(); i++) {
      boolean below = lines.get(i - 1).depth() > 0 && lines.get(i - 1).mark() == Mark.PLAIN;
      if (parts[i] != Part.WRITTEN
          || lines.get(i).blank()
          || !below
          || parts[i - 1] != Part.QUOTED) {
        continue;
      }
      if (isSpill(i)) {
        set(i, i, Part.QUOTED, "wrapped off a quoted line");
      } else {
        for (int j = i;
            j < lines.size() && !lines.get(j).blank() && parts[j] == Part.WRITTEN;
            j++) {
          parts[j] = Part.DOUBTFUL;
        }
      }
    }
  }

  /** Tells signatures and the lines of programs from typed ones. */
  void signatures(String writer) {
    SignaturePass pass = new SignaturePass(lines, parts, fenced, names, writer, sent);
    // Below the line of a program a quote may stand bare, but not where it stands marked further
    // on.
    OptionalInt program = pass.run();
    if (program.isPresent() && !quotedBelow(program.getAsInt())) {
      doubt(program.getAsInt());
    }
    why.addAll(pass.why());
  }

  private boolean quotedBelow(int line) {
    for (int i = line + 1; i < parts.length; i++) {
      if (parts[i] == Part.QUOTED
          && !lines.get(i).blank()
          && !DeviceLine.is(lines.get(i).words())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Marked lines within typed ones, below words that announce them and are no client's: a quote
   * that the writer wants to be read.
   */
  void pasted() {
    int lastTyped = lastTyped();
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (!isOwnIntroduction(i)) {
        continue;
      }
      int last = i;
      while (last + 1 < lines.size() && (isQuoted(lines.get(last + 1)) || isGapIn(last + 1))) {
        last++;
      }
      if (last > i && last - i <= MOST_PASTED && last < lastTyped) {
        Arrays.fill(parts, parts[i] == Part.QUOTED ? i : i + 1, last + 1, Part.PASTED);
      }
    }
  }

  private boolean isGapIn(int at) {
    return lines.get(at).blank() && at + 1 < lines.size() && isQuoted(lines.get(at + 1));
  }

  private int lastTyped() {
    int last = lines.size() - 1;
    while (last >= 0 && (lines.get(last).blank() || parts[last] == Part.QUOTED)) {
      last--;
    }
    return last;
  }

  /** "You wrote:", which tells neither when nor from which address, as every client does. */
  private boolean isOwnIntroduction(int at) {
    QuoteLine line = lines.get(at);
    return line.mark() == Mark.PLAIN
        && line.depth() == 0
        && Attribution.endsInColon(line.words())
        && line.words().length() <= LONGEST_ANNOUNCEMENT
        && line.words().chars().noneMatch(c -> Character.isDigit(c) || c == '@')
        && (Attribution.of(line.words()) == Attribution.NO
            || Stream.of(line.words().split(" "))
                .anyMatch(word -> QuoteWords.ALL.has(Use.SECOND_PERSON, word)));
  }

  /** Puts in doubt what stands below anything that may be the beginning of a quote. */
  void doubts() {
    for (int i = 0; i < lines.size() && i < doubtFrom; i++) {
      QuoteLine line = lines.get(i);
      boolean torn =
          line.depth() > 0
              && i > 0
              && parts[i - 1] != Part.QUOTED
              && opensBracket(lines.get(i - 1));
      boolean quoted = parts[i] == Part.QUOTED || parts[i] == Part.PASTED;
      if (torn || (!quoted && mayBeginQuote(line))) {
        doubt(i);
      } else if (parts[i] == Part.WRITTEN && line.hasInitials()) {
        parts[i] = Part.DOUBTFUL;
      }
    }
    for (int i = doubtFrom; i < lines.size(); i++) {
      if (parts[i] == Part.WRITTEN || parts[i] == Part.ADDED) {
        parts[i] = Part.DOUBTFUL;
      }
    }
  }

  /** The parts; an empty line goes with the line above it. */
  List<Part> parts() {
    for (int i = 1; i < parts.length; i++) {
      if (lines.get(i).blank() && !isQuoted(lines.get(i))) {
        parts[i] = parts[i - 1];
      }
    }
    for (int i = 0; i < parts.length; i++) {
      if (sent.doubtful(i) && parts[i].readable()) {
        parts[i] = Part.DOUBTFUL;
      } else if (sent.repeated(i)) {
        parts[i] = Part.REPEATED;
      }
    }
    return List.of(parts);
  }

  /** Lines that begin with typed words and end in an introduction, with the place of the change. */
  Map<Integer, Integer> shared() {
    return Map.copyOf(shared);
  }

  List<String> why() {
    return List.copyOf(why);
  }

  /** Lines that begin with {@code >>>} only are what someone typed to a program, and copied. */
  private boolean isQuoted(QuoteLine line) {
    return line.quoted() && !(prompts && line.mark() == Mark.PLAIN);
  }

  private int take(QuoteCut cut) {
    if (isAnnounced(cut)) {
      set(cut.start(), cut.end(), Part.PASTED, "header lines that the writer announced");
      doubt(cut.end() + 1);
      return cut.end() + 1;
    }
    int rule = lastFilled(cut.start() - 1);
    if (rule >= 0 && lines.get(rule).isRule()) {
      set(rule, rule, Part.QUOTED, cut.why());
    }
    set(cut.start(), cut.end(), Part.QUOTED, cut.why());
    if (cut.typed() > 0) {
      shared.put(cut.start(), cut.typed());
    }
    lines
        .subList(cut.start(), cut.end() + 1)
        .forEach(line -> names.addAll(List.of(line.words().split(" "))));
    int next = cut.end() + 1;
    while (next < lines.size() && lines.get(next).blank() && !isQuoted(lines.get(next))) {
      next++;
    }
    if (next < lines.size() && isQuoted(lines.get(next))) {
      return next;
    }
    int bars = next;
    while (bars < lines.size() && lines.get(bars).hasBar()) {
      bars++;
    }
    if (bars > next) {
      set(next, bars - 1, Part.QUOTED, cut.why());
      return bars;
    }
    int ours = sent.nextOurs(next);
    if (ours < lines.size() && ours - next <= LONGEST_LEAD) {
      lead(next, ours, cut.why());
      return ours;
    }
    if (cut.certain()) {
      set(cut.end(), lines.size() - 1, Part.QUOTED, cut.why());
      if (cut.block() || cut.introduction()) {
        // What is forwarded holds nobody's answers.
        new BareQuote(lines, cut.start(), cut.end()).typed().forEach(i -> parts[i] = Part.DOUBTFUL);
      }
      return lines.size();
    }
    doubt(next);
    return next;
  }

  /**
   * Lines of a quote above the first that is of a letter of ours: the warning that a gateway set
   * above the letter, or words that were typed there.
   */
  private void lead(int from, int to, String reason) {
    List<Integer> warning = banners.above(lines.subList(from, to));
    for (int i = from; i < to; i++) {
      boolean typed = !warning.contains(i - from) && !lines.get(i).blank();
      parts[i] = typed ? Part.DOUBTFUL : Part.QUOTED;
    }
    why.add(reason);
  }

  /** A header block right below typed words that end in a colon, with typed words below it. */
  private boolean isAnnounced(QuoteCut cut) {
    int above = lastFilled(cut.start() - 1);
    if (!cut.block()) {
      return false;
    }
    if (HeaderBlock.isRaw(lines.subList(cut.start(), cut.end() + 1))) {
      return true;
    }
    return above >= 0
        && parts[above] == Part.WRITTEN
        && !HeaderBlock.isHeader(lines.get(above).words())
        && (Attribution.endsInColon(lines.get(above).words())
            || (above == cut.start() - 1
                && QuoteWords.ALL.speaksOf(Use.HEADER_TALK, lines.get(above).words())))
        && cut.end() + 1 < lines.size();
  }

  private static boolean mayBeginQuote(QuoteLine line) {
    return line.isRule()
        || line.depth() > 0
        || QuoteCut.isDashed(line)
        || Attribution.isDateAndTime(line.words());
  }

  /** An address whose closing bracket stands on the next line, where it looks like a quote mark. */
  private static boolean opensBracket(QuoteLine line) {
    return line.words().contains("@") && line.words().indexOf('<') > line.words().indexOf('>');
  }

  /**
   * A header block that mark-up sets apart as a quote, while the mail that it is the head of stands
   * below it without a mark.
   */
  private Optional<HeaderBlock> headerBox(int at) {
    QuoteLine line = lines.get(at);
    if (line.mark() != Mark.QUOTE
        || line.blank()
        || sent.ours(at)
        || (at > 0 && lines.get(at - 1).mark() == Mark.QUOTE && !lines.get(at - 1).blank())) {
      return Optional.empty();
    }
    return HeaderBlock.inQuote(lines, at)
        .filter(
            block -> {
              int next = block.end() + 1;
              while (next < lines.size() && lines.get(next).blank()) {
                next++;
              }
              return next < lines.size() && !isQuoted(lines.get(next)) && !sent.any();
            });
  }

  private Optional<QuoteCut> headAt(int i) {
    return lines.get(i).blank() ? Optional.empty() : QuoteCut.headAt(lines, i);
  }

  /** Introductions of the form "… wrote:", each at the line it begins with. */
  private Map<Integer, QuoteCut> introductions() {
    Map<Integer, QuoteCut> found = new HashMap<>();
    AttributionFinder finder = new AttributionFinder(lines);
    for (int i = 0; i < lines.size(); i++) {
      AttributionFinder.Found line = finder.endingAt(i);
      boolean before = quoteFollows(i);
      if (line.reading() == Attribution.YES
          || (line.reading() == Attribution.BEFORE_QUOTE && before)) {
        found.put(line.start(), QuoteCut.introduction(line, finder.typedBefore(line)));
      } else if (line.reading() != Attribution.NO
          && !isQuoted(lines.get(i))
          && !sent.introduces(i)) {
        doubt(i);
      }
    }
    return found;
  }

  private boolean quoteFollows(int at) {
    int next = at + 1;
    while (next < lines.size()
        && lines.get(next).blank()
        && lines.get(next).depth() == 0
        && next < at + 4) {
      next++;
    }
    return next < lines.size() && (isQuoted(lines.get(next)) || lines.get(next).hasBar());
  }

  /** Warnings that gateways set above the text. */
  void banners() {
    for (int line : banners.above(lines)) {
      set(line, line, Part.ADDED, "warning of a gateway");
    }
  }

  private boolean isSpill(int i) {
    QuoteLine above = lines.get(i - 1);
    String words = lines.get(i).words();
    boolean quoteBelow = i + 1 < lines.size() && isQuoted(lines.get(i + 1));
    if (!quoteBelow || above.blank()) {
      return quoteBelow && isLinkEnd(words);
    }
    boolean upper = Character.isUpperCase(words.codePointAt(0));
    return isLinkEnd(words) || (isCutOff(above) && (!upper || tails() >= SEVERAL_TAILS));
  }

  /** Whether a line is as long as a wrapped one and ends no sentence. */
  private static boolean isCutOff(QuoteLine line) {
    String words = line.words();
    return width(line.text()) >= WRAPPED
        && ".!?:。！？：…".indexOf(words.charAt(words.length() - 1)) < 0;
  }

  /** Columns of a text; a sign of Chinese, Japanese and Korean has two. */
  private static int width(String text) {
    int wide = 0;
    for (int i = 0; i < text.length(); i++) {
      wide += text.charAt(i) >= FIRST_WIDE ? 1 : 0;
    }
    return text.length() + wide;
  }

  /**
   * How often a single short line stands between a quoted line that is cut off and the next one.
   */
  private int tails() {
    if (tails < 0) {
      tails = 0;
      for (int i = 1; i + 1 < lines.size(); i++) {
        QuoteLine line = lines.get(i);
        boolean between =
            !line.blank()
                && !isQuoted(line)
                && isQuoted(lines.get(i - 1))
                && isQuoted(lines.get(i + 1));
        if (between && !lines.get(i - 1).blank() && isCutOff(lines.get(i - 1))) {
          tails += width(line.text()) <= LONGEST_TAIL ? 1 : 0;
        }
      }
    }
    return tails;
  }

  private static boolean isLinkEnd(String words) {
    return words.contains("://") && words.endsWith(">") && "(<".indexOf(words.charAt(0)) >= 0;
  }

  private int lastFilled(int from) {
    int i = from;
    while (i >= 0 && lines.get(i).blank()) {
      i--;
    }
    return i;
  }

  private void set(int from, int to, Part part, String reason) {
    Arrays.fill(parts, from, to + 1, part);
    why.add(reason);
  }

  private void doubt(int from) {
    doubtFrom = Math.min(doubtFrom, from);
  }
}
