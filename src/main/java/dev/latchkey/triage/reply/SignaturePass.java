package dev.latchkey.triage.reply;

import dev.latchkey.mail.TextLine.Mark;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Looks for signatures in what is left when quotes are out. A signature is in doubt; it goes where
 * the quote says the same (the name in an introduction, the signature of an earlier mail), and
 * where a program set it below a quote.
 */
final class SignaturePass {
  private final List<QuoteLine> lines;
  private final Part[] parts;
  private final boolean[] fenced;
  private final Set<String> names;
  private final Set<String> writer;
  private final SentMarks sent;
  private final boolean marksTell;
  private final Set<String> quotedLines = new HashSet<>();
  private final Set<String> why = new LinkedHashSet<>();
  private OptionalInt doubt = OptionalInt.empty();

  /**
   * @param parts the split so far, which this changes
   * @param fenced lines of code, which are let alone
   * @param names words of the introductions
   * @param writer the name of who wrote; empty when it is not known
   * @param sent what is known to be ours: it repeats nobody's signature, and what stands below it
   *     is the writer's
   */
  SignaturePass(
      List<QuoteLine> lines,
      Part[] parts,
      boolean[] fenced,
      Set<String> names,
      String writer,
      SentMarks sent) {
    this.lines = lines;
    this.sent = sent;
    this.parts = parts;
    this.fenced = fenced;
    this.names = names;
    this.writer =
        writer.isBlank() ? Set.of() : Set.copyOf(List.of(QuoteLine.tidy(writer).split(" ")));
    this.marksTell = isTypedOutsideOfMarks();
  }

  /** Changes the parts; answers the first line of a program, below which quotes may stand bare. */
  OptionalInt run() {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == Part.QUOTED && !sent.ours(i)) {
        quotedLines.add(lines.get(i).words());
      }
    }
    boolean quoteAbove = false;
    int from = 0;
    while (from < parts.length) {
      int to = from;
      while (to < parts.length && parts[to] != Part.QUOTED) {
        to++;
      }
      sign(from, to, quoteAbove);
      dropFormulas(from, to);
      quoteAbove |= to < parts.length && !lines.get(to).blank();
      from = to + 1;
    }
    return doubt;
  }

  /**
   * Whether anything was typed outside of what the client marked as signature. Some put the cursor
   * into that element, and then all the words stand in it.
   */
  private boolean isTypedOutsideOfMarks() {
    for (int i = 0; i < parts.length; i++) {
      QuoteLine line = lines.get(i);
      if (parts[i] == Part.WRITTEN
          && line.mark() != Mark.SIGNATURE
          && line.words().chars().anyMatch(Character::isLetterOrDigit)
          && !DeviceLine.is(line.words())) {
        return true;
      }
    }
    return false;
  }

  /** Below the writer's own name on a line of its own, below words of theirs, nothing is said. */
  private int belowName(int from, int to) {
    boolean said = false;
    for (int i = from; i < to; i++) {
      QuoteLine line = lines.get(i);
      if (line.blank()) {
        continue;
      }
      boolean alone = i > from && lines.get(i - 1).blank();
      alone &= i + 1 == to || lines.get(i + 1).blank();
      if (said && alone && isWriter(line)) {
        return i;
      }
      said |=
          line.words().endsWith(".") || line.words().endsWith("!") || line.words().length() > 20;
    }
    return to;
  }

  private boolean isWriter(QuoteLine line) {
    return !writer.isEmpty()
        && writer.containsAll(List.of(SignatureLines.stripMarks(line.words()).split(" ")));
  }

  Set<String> why() {
    return why;
  }

  private void sign(int from, int to, boolean quoteAbove) {
    List<String> words = lines.subList(from, to).stream().map(QuoteLine::words).toList();
    int disclaimers = Disclaimers.start(words);
    int signature = SignatureLines.start(lines.subList(from, to), disclaimers);
    int start = Math.min(from + signature, belowName(from, to));
    // An employer's words stand below others.
    boolean alone = words.subList(0, disclaimers).stream().allMatch(String::isBlank);
    int house = alone ? to : from + disclaimers;
    boolean program = start < to && SignatureLines.isDelimited(lines.get(start));
    for (int i = from; i < to; i++) {
      QuoteLine line = lines.get(i);
      if (line.blank() || fenced[i]) {
        continue;
      }
      if (DeviceLine.is(line.words())) {
        parts[i] = Part.QUOTED;
        why.add("added by a program");
        doubt = doubt.isPresent() ? doubt : OptionalInt.of(i);
      } else if (i >= house) {
        parts[i] = isRepeated(line) ? Part.QUOTED : Part.HOUSE;
        why.add("disclaimer");
      } else if (i >= start || isMarked(line)) {
        boolean added = quoteAbove && !sent.any() && (program || isMarked(line));
        parts[i] = added || isRepeated(line) ? Part.QUOTED : Part.ADDED;
        why.add("signature");
      }
    }
  }

  private boolean isMarked(QuoteLine line) {
    return marksTell && line.mark() == Mark.SIGNATURE;
  }

  private boolean isRepeated(QuoteLine line) {
    return quotedLines.contains(line.words())
        || names.containsAll(List.of(line.words().split(" ")));
  }

  /** A closing formula whose name stands in the quote as well tells nothing. */
  private void dropFormulas(int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (parts[i] == Part.ADDED
          && parts[i + 1] == Part.QUOTED
          && SignatureLines.isSignOff(lines.get(i).words())) {
        parts[i] = Part.QUOTED;
      }
    }
  }
}
