package dev.latchkey.triage.reply;

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

/** One text on its way from "all of it was typed" to its parts; each step only takes away. */
final class QuoteSplit {
  /** A quote has no more lines that are none of ours before the first that is. */
  private static final int LONGEST_LEAD = 25;

  private final SentMarks sent;
  private final Banners banners;
  private final List<QuoteLine> lines;
  private final Part[] parts;
  private final boolean[] fenced;
  private final QuoteMarks marks;
  private final QuoteDoubts doubts;
  private final BitSet markedIntroductions;
  private final Set<String> why = new LinkedHashSet<>();
  private final Map<Integer, Integer> shared = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> initials = new HashSet<>();

  QuoteSplit(SentMarks sent, Banners banners) {
    this.sent = sent;
    this.banners = banners;
    this.lines = sent.lines();
    this.parts = new Part[lines.size()];
    Arrays.fill(parts, Part.WRITTEN);
    this.fenced = CodeFences.of(lines);
    this.markedIntroductions = MarkedIntroductions.of(lines);
    this.marks = new QuoteMarks(lines);
    this.doubts = new QuoteDoubts(lines);
  }

  /** Takes out what is quoted. */
  void quotes() {
    Introductions introductions = new Introductions(sent, marks);
    doubts.add(introductions.doubtFrom());
    int i = 0;
    while (i < lines.size()) {
      Optional<HeaderBlock> box = introductions.headerBox(i);
      if (box.isPresent()) {
        set(i, lines.size() - 1, Part.QUOTED, "header block in a box of its own");
        new BareQuote(lines, i, box.get().end()).typed().forEach(at -> parts[at] = Part.DOUBTFUL);
        return;
      }
      if (marks.isQuoted(i) && !fenced[i]) {
        set(i, i, Part.QUOTED, sent.ours(i) ? "what we sent" : "marked as a quote");
        if (Attribution.endsInColon(lines.get(i).words())) {
          initials(nextFilled(i + 1));
        }
        i++;
        continue;
      }
      if (parts[i] == Part.QUOTED) {
        // By its initials, below the introduction of the quote.
        i++;
        continue;
      }
      Optional<QuoteCut> cut = introductions.at(i);
      if (cut.isEmpty()) {
        if (sent.introduces(i) || markedIntroductions.get(i)) {
          set(i, i, Part.QUOTED, "marked as introduction");
        }
        i++;
      } else if (fenced[i]) {
        doubts.add(i);
        i++;
      } else {
        i = take(cut.get());
      }
    }
  }

  /** Takes out lines that a wrap broke off the quoted line above them. */
  void spills() {
    new WrappedTails(sent, marks).find(parts, why);
  }

  /** Tells signatures and the lines of programs from typed ones. */
  void signatures(String writer) {
    SignaturePass pass = new SignaturePass(lines, parts, fenced, names, writer, sent);
    // Below the line of a program a quote may stand bare, but not where it stands marked further
    // on.
    OptionalInt program = pass.run();
    if (program.isPresent() && !quotedBelow(program.getAsInt())) {
      doubts.add(program.getAsInt());
    }
    why.addAll(pass.why());
  }

  /** Puts quotes that the writer wants to be read back among their words. */
  void pasted() {
    new PastedQuotes(lines, marks).find(parts);
  }

  /** Puts in doubt what stands below anything that may be the beginning of a quote. */
  void doubts() {
    doubts.spread(parts);
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

  /** The parts; an empty line goes with the line above it. */
  List<Part> parts() {
    for (int i = 1; i < parts.length; i++) {
      if (lines.get(i).blank() && !marks.isQuoted(i)) {
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

  private int take(QuoteCut cut) {
    if (isAnnounced(cut)) {
      set(cut.start(), cut.end(), Part.PASTED, "header lines that the writer announced");
      doubts.add(cut.end() + 1);
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
    if (isReplyLineOnTop(cut)) {
      doubts.add(cut.end() + 1);
      return cut.end() + 1;
    }
    int next = nextFilled(cut.end() + 1);
    if (next < lines.size() && (marks.isQuoted(next) || initials(next))) {
      return next;
    }
    int bars = next;
    while (bars < lines.size() && lines.get(bars).hasBar()) {
      bars++;
    }
    if (bars > next && isHead(next, bars)) {
      set(next, bars - 1, Part.QUOTED, cut.why());
      next = nextFilled(bars);
      if (next < lines.size() && marks.isQuoted(next)) {
        return next;
      }
    } else if (bars > next) {
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
    doubts.add(next);
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
        && lines.get(above).headers().isEmpty()
        && (Attribution.endsInColon(lines.get(above).words())
            || (above == cut.start() - 1
                && QuoteWords.ALL.speaksOf(Use.HEADER_TALK, lines.get(above).words())))
        && cut.end() + 1 < lines.size();
  }

  /** Warnings that gateways set above the text. */
  void banners() {
    for (int line : banners.above(lines)) {
      set(line, line, Part.ADDED, "warning of a gateway");
    }
  }

  /**
   * Whether it is the line that asks to write above it, and nothing stands above it: another help
   * desk wrote the mail, with its newest answer below that line.
   */
  private boolean isReplyLineOnTop(QuoteCut cut) {
    if (cut.block()
        || cut.introduction()
        || cut.end() > cut.start()
        || !QuoteWords.ALL.speaksOf(Use.REPLY_LINE, lines.get(cut.start()).words())) {
      return false;
    }
    for (int i = 0; i < cut.start(); i++) {
      if (!lines.get(i).blank() && parts[i] != Part.ADDED && parts[i] != Part.QUOTED) {
        return false;
      }
    }
    return true;
  }

  /**
   * Lines that begin with the initials that line {@code at} begins with ("NQ> Is it?"), from there
   * to the end: some clients quote so, and answers stand between.
   */
  private boolean initials(int at) {
    String who = at < lines.size() ? lines.get(at).initials() : "";
    if (who.isEmpty()) {
      return false;
    }
    boolean first = initials.add(who);
    for (int i = at; i < lines.size() && first; i++) {
      if (lines.get(i).initials().equals(who)) {
        set(i, i, Part.QUOTED, "quoted by initials");
      }
    }
    return true;
  }

  /** Whether these lines with bars are the table of header fields that some clients quote below. */
  private boolean isHead(int from, int to) {
    return lines.subList(from, to).stream()
            .map(line -> line.words().substring(1).strip())
            .map(words -> words.substring(0, Math.max(0, words.indexOf('|'))))
            .filter(HeaderBlock::isLabel)
            .count()
        >= 2;
  }

  private int nextFilled(int from) {
    int i = from;
    while (i < lines.size() && lines.get(i).blank() && !marks.isQuoted(i)) {
      i++;
    }
    return i;
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
}
