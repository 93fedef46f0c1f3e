package dev.latchkey.letter;

import dev.latchkey.letter.writing.Samples;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.ticket.TicketState.Waiting;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands that each letter to staff prints, in every language and in every state of the ticket
 * in which it is sent.
 */
public final class StaffOffers {
  private static final TemplateCatalog CATALOG = TemplateCatalog.loadDefault();
  private static final Pattern PRINTED =
      Pattern.compile(
          "(?<![A-Za-z])("
              + Stream.of(Verb.values()).map(Enum::name).collect(Collectors.joining("|"))
              + ")(?![A-Za-z])");

  /**
   * A letter in a state.
   *
   * @param letter its name
   * @param task its reply address is that of a task
   */
  public record Offer(
      String letter, String language, TicketState state, boolean task, Set<Verb> verbs) {}

  private StaffOffers() {}

  /** Of every letter but HELP, which explains the commands and offers none. */
  public static List<Offer> all() {
    List<Offer> offers = new ArrayList<>();
    for (LetterKind kind : LetterKind.all()) {
      if (StaffLetter.class.isAssignableFrom(kind.type())
          && kind.type() != CommandLetter.Help.class) {
        for (TicketState state : sentIn(kind.type())) {
          for (String language : CATALOG.languages()) {
            offers.add(offer(kind, language, state));
          }
        }
      }
    }
    return offers;
  }

  /** The verbs in a letter; {@code written} lines of a person are none of its own. */
  public static Set<Verb> printed(String body) {
    Set<Verb> verbs = new TreeSet<>();
    Matcher printed =
        PRINTED.matcher(
            body.lines()
                .filter(line -> !line.startsWith("| ") && !line.startsWith("    "))
                .collect(Collectors.joining("\n")));
    while (printed.find()) {
      verbs.add(Verb.valueOf(printed.group(1)));
    }
    return verbs;
  }

  private static Offer offer(LetterKind kind, String language, TicketState state) {
    Set<Verb> verbs = new TreeSet<>();
    for (StaffLetter letter : variants(kind, state)) {
      verbs.addAll(printed(CATALOG.render(letter, language, LetterTexts.HEAD).body()));
    }
    boolean task = kind.type() == WorkLetter.Task.class;
    return new Offer(kind.name(), language, state, task, verbs);
  }

  /** As it is written in a state; several where a part of it depends on something else. */
  private static List<StaffLetter> variants(LetterKind kind, TicketState state) {
    Class<?> type = kind.type();
    if (type == CommandLetter.Decided.class) {
      Optional<Instant> executeAt =
          state == TicketState.COOLING_OFF ? Optional.of(Instant.EPOCH) : Optional.empty();
      return List.of(
          LetterTexts.with(
              CommandLetter.Decided.class,
              Map.of(
                  "state",
                  state,
                  "executeAt",
                  executeAt,
                  "command",
                  Verb.HELP,
                  "undoUntil",
                  state == TicketState.EXECUTING ? Optional.empty() : Optional.of(Instant.EPOCH),
                  "soon",
                  state == TicketState.COOLING_OFF,
                  "reported",
                  state == TicketState.ON_HOLD || state == TicketState.CONTESTED,
                  "takenBack",
                  Optional.of(Verb.HELP))));
    }
    if (type == AlertLetter.OwnerAnswered.class) {
      boolean held = state == TicketState.ON_HOLD;
      boolean waits = held || state == TicketState.CONTESTED;
      return List.of(
          LetterTexts.with(
              AlertLetter.OwnerAnswered.class,
              Map.of(
                  "state", state,
                  "held", held,
                  "waits", waits,
                  "running", held,
                  "reopens", state == TicketState.REJECTED)));
    }
    if (type == AlertLetter.ObjectionAfterReset.class) {
      boolean waits = state == TicketState.CONTESTED;
      return List.of(
          LetterTexts.with(
              AlertLetter.ObjectionAfterReset.class, Map.of("waits", waits, "running", waits)));
    }
    if (type == AlertLetter.NoticeLost.class) {
      boolean done = state == TicketState.RECOVERED;
      boolean running = state == TicketState.EXECUTING;
      return Stream.of(true, false)
          .<StaffLetter>map(
              goesOn ->
                  LetterTexts.with(
                      AlertLetter.NoticeLost.class,
                      Map.of("done", done, "running", running, "goesOn", goesOn)))
          .toList();
    }
    if (type == WorkLetter.VoucherAnswered.class) {
      boolean held = state == TicketState.ON_HOLD;
      boolean waits = held || state == TicketState.CONTESTED;
      return List.of(
          LetterTexts.with(
              WorkLetter.VoucherAnswered.class,
              Map.of("state", state, "held", held, "waits", waits, "running", held)));
    }
    if (type == AlertLetter.OtherAccount.class) {
      boolean held = state == TicketState.ON_HOLD;
      boolean waits = held || state == TicketState.CONTESTED;
      return List.of(
          LetterTexts.with(
              AlertLetter.OtherAccount.class,
              Map.of("state", state, "held", held, "waits", waits, "running", held)));
    }
    if (type == WorkLetter.RequesterAsks.class) {
      return List.of(
          LetterTexts.with(
              WorkLetter.RequesterAsks.class,
              Map.of(
                  "state",
                  state,
                  "approved",
                  state.approved(),
                  "running",
                  state == TicketState.EXECUTING)));
    }
    if (type == WorkLetter.Assigned.class) {
      return List.of(LetterTexts.of(WorkLetter.Assigned.class));
    }
    if (type == CommandLetter.CommandDone.class) {
      return List.of(
          LetterTexts.with(
              CommandLetter.CommandDone.class, Map.of("state", state, "command", Verb.HELP)));
    }
    if (type == WorkLetter.Nudge.class) {
      return List.of(LetterTexts.with(WorkLetter.Nudge.class, Map.of("state", state)));
    }
    return List.of((StaffLetter) LetterTexts.of(kind), (StaffLetter) Samples.of(type, false));
  }

  /** The states in which a letter is sent; a letter without a line here fails the test. */
  static Set<TicketState> sentIn(Class<?> letter) {
    Set<TicketState> all = EnumSet.allOf(TicketState.class);
    // Of these each line offers what its own ticket allows: DigestTest.
    if (Set.of(
            StaffLetter.Case.class,
            OverviewLetter.Queue.class,
            OverviewLetter.WaitsTooLong.class,
            OverviewLetter.Digest.class)
        .contains(letter)) {
      return Set.of(TicketState.IN_REVIEW);
    }
    if (letter == WorkLetter.Inquiry.class) {
      return Set.of(TicketState.INQUIRY);
    }
    if (letter == SecurityLetter.CompromiseReported.class) {
      all.removeIf(TicketState::closed);
      return all;
    }
    if (letter == SecurityLetter.SecurityReport.class) {
      // The security contact is none of the staff: it offers nothing.
      return Set.of(TicketState.INQUIRY);
    }
    if (letter == WorkLetter.Task.class) {
      return Set.of(TicketState.EXECUTING);
    }
    if (letter == WorkLetter.Assigned.class) {
      all.removeIf(TicketState::closed);
      return all;
    }
    if (letter == CommandLetter.Decided.class) {
      // An operator's NOTE is told in every state.
      return all;
    }
    if (letter == WorkLetter.NudgeOutside.class || letter == OverviewLetter.WaitsOutside.class) {
      // Nor is whoever it goes to.
      return Set.of();
    }
    if (letter == WorkLetter.Nudge.class) {
      return Set.of(
          TicketState.IN_REVIEW,
          TicketState.ON_HOLD,
          TicketState.CONTESTED,
          TicketState.EXECUTING,
          TicketState.INQUIRY);
    }
    if (letter == WorkLetter.Answered.class) {
      return Set.of(TicketState.IN_REVIEW);
    }
    if (letter == AlertLetter.Contested.class) {
      return Set.of(TicketState.CONTESTED);
    }
    if (letter == AlertLetter.OtherAccount.class) {
      return Set.of(TicketState.IN_REVIEW, TicketState.ON_HOLD, TicketState.CONTESTED);
    }
    if (letter == WorkLetter.RequesterAsks.class) {
      all.removeIf(state -> state.closed() || state == TicketState.INQUIRY);
      return all;
    }
    if (letter == AlertLetter.RequesterWrote.class) {
      return Set.of(TicketState.ON_HOLD, TicketState.CONTESTED);
    }
    if (letter == AlertLetter.DomainSpoke.class) {
      return Set.of(TicketState.ON_HOLD);
    }
    if (letter == SecurityLetter.DangerTold.class) {
      all.removeIf(state -> state.closed() || state == TicketState.INQUIRY);
      return all;
    }
    if (letter == SecurityLetter.SecurityDanger.class) {
      return Set.of();
    }
    if (letter == WorkLetter.MailWarning.class) {
      // Of a mail, whatever becomes of it: it offers nothing.
      return all;
    }
    if (letter == AlertLetter.ApprovalOutdated.class
        || letter == AlertLetter.ResetRefused.class
        || letter == AlertLetter.ResetUnanswered.class
        || letter == AlertLetter.NoticeUndelivered.class) {
      return Set.of(TicketState.ON_HOLD);
    }
    if (letter == AlertLetter.NobodyToAsk.class) {
      all.removeIf(state -> state.waitingFor() != Waiting.REQUESTER);
      return all;
    }
    if (letter == AlertLetter.NoticeLost.class) {
      return Set.of(TicketState.COOLING_OFF, TicketState.EXECUTING, TicketState.RECOVERED);
    }
    if (letter == AlertLetter.ObjectionAfterReset.class) {
      return Set.of(TicketState.RECOVERED, TicketState.CONTESTED);
    }
    if (letter == SecurityLetter.SecurityFreeze.class
        || letter == SecurityLetter.SecurityFrozen.class
        || letter == SecurityLetter.SecurityObjection.class) {
      return Set.of();
    }
    if (letter == AlertLetter.ObjectionAfterEnd.class) {
      all.removeIf(state -> !state.closed() || state == TicketState.RECOVERED);
      return all;
    }
    if (letter == AlertLetter.DigitsGuessed.class) {
      // Digits are asked for where a ticket is decided.
      all.removeIf(state -> state != TicketState.IN_REVIEW);
      return all;
    }
    if (letter == AlertLetter.ResetTooLate.class) {
      all.remove(TicketState.EXECUTING);
      return all;
    }
    if (Set.of(
            CommandLetter.CommandDone.class,
            CommandLetter.CommandRefused.class,
            CommandLetter.LinesRead.class,
            AlertLetter.OwnerAnswered.class,
            WorkLetter.VoucherAnswered.class,
            SecurityLetter.FreezeTask.class,
            SecurityLetter.FreezeDone.class,
            SecurityLetter.FreezeFailed.class,
            SecurityLetter.SecurityAnswered.class,
            OverviewLetter.TicketStatus.class,
            CommandLetter.ForgedCommand.class,
            CommandLetter.NoRight.class,
            WorkLetter.Alarm.class)
        .contains(letter)) {
      return all;
    }
    throw new IllegalStateException("in which states is " + letter.getSimpleName() + " sent?");
  }
}
