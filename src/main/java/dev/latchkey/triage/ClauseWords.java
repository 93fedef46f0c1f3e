package dev.latchkey.triage;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What single clauses of a mail say, where the readings of the whole do not tell it well. */
final class ClauseWords {
  /** So many clauses are looked at. */
  private static final int MOST = 100;

  /** Kind words are no longer, in signs. */
  private static final int SHORT = 1_000;

  /** That a mailbox is lost is told by a clause that is so likely to say it. */
  private static final double TOLD = 0.7;

  /** And not told where each is less likely. */
  private static final double THINKABLE = 0.5;

  /** In no more words nothing is told. */
  private static final int A_WORD = 2;

  /** What stands between two things that are said. */
  private static final Pattern PART = Pattern.compile("[.!,;:()\\n。！，、；]+");

  private final LineReader lines;
  private final OpinionReader opinions;
  private final IntentReader intents;

  ClauseWords(LineReader lines, OpinionReader opinions, IntentReader intents) {
    this.lines = lines;
    this.opinions = opinions;
    this.intents = intents;
  }

  /** Who says that they never had a second factor has lost none. */
  RequestReading factor(RequestReading read, MailText text) {
    if (!read.reasons().contains(Reason.LOST_2FA_DEVICE)) {
      return read;
    }
    Set<Boolean> never = new HashSet<>();
    for (List<Words.Word> clause : text.clauses().stream().limit(MOST).toList()) {
      lines.neverSecondFactor(clause, text.text()).ifPresent(never::add);
    }
    return never.equals(Set.of(true)) ? read.withoutReason(Reason.LOST_2FA_DEVICE) : read;
  }

  /**
   * A mailbox is lost where a clause surely says so. Where the words of the rules or the models of
   * the whole mail do, it must at least be thinkable of a clause.
   *
   * @param request what the same mail says as a request
   */
  IntentReading mailbox(IntentReading read, MailText text, RequestReading request) {
    double likely =
        text.clauses().stream()
            .limit(MOST)
            .mapToDouble(clause -> lines.lostMailbox(clause, text.text()))
            .max()
            .orElse(0);
    boolean heard =
        read.wishes().contains(Wish.NO_MAILBOX)
            || request.reasons().contains(Reason.LOST_EMAIL_ACCESS);
    return read.wishing(Wish.NO_MAILBOX, likely >= (heard ? THINKABLE : TOLD));
  }

  /** Whether a part of a short text surely says that its writer cannot, whoever else can. */
  boolean sayCannot(MailText text) {
    return text.text().length() <= SHORT
        && PART.splitAsStream(text.text())
            .filter(part -> !part.isBlank())
            .anyMatch(part -> TwoIntents.cannot(opinions.read("", part.strip())));
  }

  /**
   * What a short text says beside its thanks, which are no news: nothing where it does not thank,
   * or does nothing else.
   */
  Optional<MailText> besideThanks(MailText text) {
    if (text.text().length() > SHORT) {
      return Optional.empty();
    }
    StringBuilder rest = new StringBuilder();
    Matcher ends = PART.matcher(text.text());
    int from = 0;
    boolean more = true;
    while (more) {
      more = ends.find();
      String part = text.text().substring(from, more ? ends.end() : text.text().length());
      from = more ? ends.end() : from;
      if (!part.isBlank() && !TwoIntents.thanks(opinions.read("", part.strip()))) {
        rest.append(part);
      }
    }
    String left = rest.toString().strip();
    return left.isEmpty() || left.length() == text.text().strip().length()
        ? Optional.empty()
        : Optional.of(MailText.of(left));
  }

  /**
   * Whether a text that sounds like thanks is nothing but kind words: "thanks" makes none of what
   * stands beside it, so each part has to sound kind.
   */
  boolean areKind(MailText text) {
    return text.text().length() <= SHORT
        && intents.untroubled(text)
        && PART.splitAsStream(text.text())
            .filter(part -> Words.of(part).list().size() > A_WORD)
            .allMatch(part -> TwoIntents.mayBePleased(opinions.read("", part)));
  }
}
