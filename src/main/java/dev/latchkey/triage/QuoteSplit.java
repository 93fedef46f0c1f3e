package dev.latchkey.triage;

import dev.latchkey.mail.TextLine.Mark;
import dev.latchkey.triage.TrimmedReply.Part;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One text on its way from "all of it was typed" to its parts; each step only takes away. */
final class QuoteSplit {
  /** Clients wrap at 65 to 80 characters: what follows a shorter line was not wrapped off it. */
  private static final int WRAPPED = 58;

  private final List<QuoteLine> lines;
  private final Part[] parts;
  private final boolean[] fenced;
  private final boolean prompts;
  private final Set<String> why = new LinkedHashSet<>();
  private final Map<Integer, Integer> shared = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private int doubtFrom = Integer.MAX_VALUE;

  QuoteSplit(List<QuoteLine> lines) {
    this.lines = lines;
    this.parts = new Part[lines.size()];
    Arrays.fill(parts, Part.WRITTEN);
    this.fenced = fences(lines);
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
      if (isQuoted(line) && !fenced[i]) {
        set(i, i, Part.QUOTED, "marked as a quote");
        i++;
        continue;
      }
      Optional<QuoteCut> cut = Optional.ofNullable(introductions.get(i)).or(() -> headAt(start));
      if (cut.isEmpty()) {
        if (line.mark() == Mark.ATTRIBUTION) {
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
  void signatures() {
    boolean quoteAbove = false;
    Set<String> quotedWords = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (parts[i] == Part.QUOTED) {
        quotedWords.add(lines.get(i).words());
      }
    }
    int i = 0;
    while (i < lines.size()) {
      if (parts[i] == Part.QUOTED) {
        quoteAbove |= !lines.get(i).blank();
        i++;
        continue;
      }
      int end = i;
      while (end < lines.size() && parts[end] != Part.QUOTED) {
        end++;
      }
      sign(i, end, quoteAbove, quotedWords);
      i = end;
    }
  }

  /** Puts in doubt what stands below anything that may be the beginning of a quote. */
  void doubts() {
    for (int i = 0; i < lines.size() && i < doubtFrom; i++) {
      QuoteLine line = lines.get(i);
      if (parts[i] != Part.QUOTED
          && (line.isRule() || line.depth() > 0 || QuoteCut.isDashed(line))) {
        doubt(i);
      }
    }
    for (int i = doubtFrom; i < lines.size(); i++) {
      if (parts[i] == Part.WRITTEN) {
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
    if (cut.certain()) {
      set(cut.end(), lines.size() - 1, Part.QUOTED, cut.why());
      return lines.size();
    }
    doubt(next);
    return next;
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
      } else if (line.reading() != Attribution.NO && !isQuoted(lines.get(i))) {
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
    return next < lines.size() && isQuoted(lines.get(next));
  }

  private void sign(int from, int to, boolean quoteAbove, Set<String> quotedWords) {
    int start = from + SignatureLines.start(lines.subList(from, to));
    boolean program = start < to && SignatureLines.isDelimited(lines.get(start));
    for (int i = from; i < to; i++) {
      QuoteLine line = lines.get(i);
      if (line.blank() || fenced[i]) {
        continue;
      }
      if (DeviceLine.is(line.words())) {
        set(i, i, Part.QUOTED, "added by a program");
        doubt(i);
      } else if (i >= start || line.mark() == Mark.SIGNATURE) {
        boolean added = quoteAbove && (program || line.mark() == Mark.SIGNATURE);
        boolean repeated =
            quotedWords.contains(line.words())
                || names.containsAll(List.of(line.words().split(" ")));
        set(i, i, added || repeated ? Part.QUOTED : Part.DOUBTFUL, "signature");
      }
    }
    dropFormulas(from, to);
  }

  /** A closing formula whose name stands in the quote as well tells nothing. */
  private void dropFormulas(int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (parts[i] == Part.DOUBTFUL
          && parts[i + 1] == Part.QUOTED
          && SignatureLines.isSignOff(lines.get(i).words())) {
        parts[i] = Part.QUOTED;
      }
    }
  }

  /** A warning above the text, up to the next empty line. */
  void banner() {
    int first = 0;
    while (first < lines.size() && lines.get(first).blank()) {
      first++;
    }
    if (first < lines.size() && SignatureLines.isBanner(lines.get(first).words())) {
      int last = first;
      while (last + 1 < lines.size() && !lines.get(last + 1).blank()) {
        last++;
      }
      set(first, last, Part.DOUBTFUL, "warning of a gateway");
    }
  }

  private boolean isSpill(int i) {
    String above = lines.get(i - 1).words();
    String words = lines.get(i).words();
    boolean quoteBelow = i + 1 < lines.size() && isQuoted(lines.get(i + 1));
    if (!quoteBelow) {
      return false;
    }
    boolean link =
        words.contains("://") && words.endsWith(">") && "(<".indexOf(words.charAt(0)) >= 0;
    boolean runsOn =
        lines.get(i - 1).text().length() >= WRAPPED
            && ".!?:".indexOf(above.charAt(above.length() - 1)) < 0
            && Character.isLowerCase(words.codePointAt(0));
    return link || runsOn;
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

  /** Lines of code between two fences of back-ticks, the fences included. */
  private static boolean[] fences(List<QuoteLine> lines) {
    boolean[] fenced = new boolean[lines.size()];
    int open = -1;
    for (int i = 0; i < lines.size(); i++) {
      QuoteLine line = lines.get(i);
      if (line.mark() == Mark.QUOTE) {
        open = -1;
      }
      if (line.quoted() || !line.words().startsWith("```")) {
        continue;
      }
      if (open < 0) {
        open = i;
      } else {
        Arrays.fill(fenced, open, i + 1, true);
        open = -1;
      }
    }
    return fenced;
  }
}
