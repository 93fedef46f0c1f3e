package dev.latchkey.ticket;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A recovery or an inquiry, from the first mail to its end. Immutable; {@link #apply} is the only
 * way to a changed one.
 *
 * @param id the row, and the number of the {@link Reference}
 * @param version number of history entries so far
 * @param historyHash hash of the last of them
 * @param stateSince when it entered its state
 * @param requester who wrote; a claim like any other
 * @param concern what it is about; of a recovery, what it is about besides
 * @param language ISO 639-1, of the mails we send
 * @param account the account name by the account system's own rule for equality; empty until one
 *     was named
 * @param beside another ticket about the account leads: this one stands beside it, holds nothing up
 *     and is not carried out
 * @param round how often a case was put before the staff
 * @param reopened it was closed before
 * @param questionOpen staff asked a question that waits for its answer
 * @param threadRoot Message-ID of the mail that opened it
 * @param threadLast Message-ID of the requester's last mail
 * @param next what time brings next
 * @param assignee staff member who looks after it
 * @param mergedInto the ticket this one was merged into
 * @param dialogue how far the talk with the requester has come
 * @param decidedAt when staff approved or rejected, the last time
 */
public record Ticket(
    long id,
    int version,
    String historyHash,
    TicketState state,
    Instant stateSince,
    EmailAddress requester,
    Concern concern,
    String language,
    Answers answers,
    Optional<String> account,
    boolean beside,
    int round,
    boolean reopened,
    boolean questionOpen,
    Optional<String> threadRoot,
    Optional<String> threadLast,
    Optional<Due> next,
    Optional<EmailAddress> assignee,
    Optional<Reference> mergedInto,
    Dialogue dialogue,
    Instant openedAt,
    Optional<Instant> decidedAt,
    Optional<Instant> closedAt) {

  /** A ticket and the history entry that led to it; both are stored or none. */
  public record Applied(Ticket ticket, HistoryEntry entry) {}

  /**
   * A new recovery.
   *
   * @param state the state it begins in, one that waits for the requester
   * @param thread Message-ID of the mail that opens it
   */
  public static Applied open(
      long id,
      TicketState state,
      EmailAddress requester,
      String language,
      Answers answers,
      Optional<String> account,
      Optional<String> thread,
      Instant now,
      Cause cause) {
    return begin(
        id, state, requester, Concern.RECOVERY, language, answers, account, thread, now, cause);
  }

  /**
   * A new inquiry: it is about no account, so that it stands in the way of no recovery.
   *
   * @param answers what it says beside its concern, for people
   * @param thread Message-ID of the mail that opens it
   */
  public static Applied inquire(
      long id,
      EmailAddress requester,
      Concern concern,
      String language,
      Answers answers,
      Optional<String> thread,
      Instant now,
      Cause cause) {
    return begin(
        id,
        TicketState.INQUIRY,
        requester,
        concern,
        language,
        answers,
        Optional.empty(),
        thread,
        now,
        cause);
  }

  private static Applied begin(
      long id,
      TicketState state,
      EmailAddress requester,
      Concern concern,
      String language,
      Answers answers,
      Optional<String> account,
      Optional<String> thread,
      Instant now,
      Cause cause) {
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    return new Ticket(
            id,
            0,
            HistoryEntry.FIRST,
            state,
            at,
            requester,
            concern,
            language,
            answers,
            account,
            false,
            0,
            false,
            false,
            thread,
            thread,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Dialogue.NONE,
            at,
            Optional.empty(),
            Optional.empty())
        .apply(TicketEvent.OPENED, at, cause);
  }

  /** The public name. */
  public Reference reference() {
    return new Reference(id);
  }

  /** It asks for no recovery: it waits for an answer of the staff, or has got one. */
  public boolean inquiry() {
    return state == TicketState.INQUIRY || state == TicketState.ANSWERED;
  }

  /** Whether it is the one active ticket of its account. */
  public boolean leads() {
    return state.active() && !beside;
  }

  /** Whether {@code event} can happen now. */
  public boolean accepts(TicketEvent event) {
    return Transitions.next(state, event).isPresent();
  }

  /**
   * The ticket after {@code event}.
   *
   * @param now cut to microseconds, as the database keeps it
   * @throws TransitionRefusedException when it cannot happen in this state
   */
  public Applied apply(TicketEvent event, Instant now, Cause cause) {
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    TicketState to =
        Transitions.next(state, event)
            .orElseThrow(() -> new TransitionRefusedException(reference(), state, event));
    HistoryEntry entry =
        new HistoryEntry(id, version + 1, at, event, state, to, cause, historyHash);
    boolean moved = to != state;
    boolean decided =
        event == TicketEvent.APPROVED || (event == TicketEvent.REJECTED && !inquiry());
    Ticket ticket =
        change()
            .version(version + 1)
            .historyHash(entry.hash())
            .state(to)
            .stateSince(moved ? at : stateSince)
            .beside(
                event == TicketEvent.STOOD_ASIDE
                    || (beside && event != TicketEvent.TOOK_LEAD && to.maybeBeside()))
            .round(to == TicketState.IN_REVIEW && moved ? round + 1 : round)
            .reopened(reopened || (state.closed() && !to.closed()))
            .questionOpen(
                event == TicketEvent.QUESTION_ASKED
                    || (questionOpen && to == TicketState.NEEDS_DETAILS))
            .decidedAt(decided ? Optional.of(at) : decidedAt)
            .closedAt(to.closed() ? Optional.of(closedAt.orElse(at)) : Optional.empty())
            .build();
    return new Applied(ticket, entry);
  }

  /**
   * The ticket that {@code event} stops as soon as anything is proved for it. Until then it stays
   * where it is, so that its requester, who may be anybody, reads nothing of it.
   *
   * @param now cut to microseconds, as the database keeps it
   * @throws TransitionRefusedException when it cannot be kept in this state
   */
  public Applied keepStop(TicketEvent event, Instant now, Cause cause) {
    if (!Transitions.keeps(state, event)) {
      throw new TransitionRefusedException(reference(), state, event);
    }
    HistoryEntry entry =
        new HistoryEntry(
            id,
            version + 1,
            now.truncatedTo(ChronoUnit.MICROS),
            event,
            state,
            state,
            cause,
            historyHash);
    return new Applied(change().version(version + 1).historyHash(entry.hash()).build(), entry);
  }

  /** Whether {@code event} stops it, and can be kept until something is proved. */
  public boolean keeps(TicketEvent event) {
    return Transitions.keeps(state, event);
  }

  /**
   * The ticket as it stood before a command, which is taken back. Its history goes on, and so do
   * its answers and its thread.
   *
   * @param now cut to microseconds, as the database keeps it
   * @throws IllegalArgumentException when {@code deed} is about another ticket
   */
  public Applied takeBack(Deed deed, Instant now, Cause cause) {
    if (deed.ticketId() != id) {
      throw new IllegalArgumentException(deed + " is none of " + reference());
    }
    Standing before = deed.before();
    HistoryEntry entry =
        new HistoryEntry(
            id,
            version + 1,
            now.truncatedTo(ChronoUnit.MICROS),
            TicketEvent.UNDONE,
            state,
            before.state(),
            cause,
            historyHash);
    return new Applied(
        change().version(version + 1).historyHash(entry.hash()).standing(before).build(), entry);
  }

  /** A copy to be changed in what is no event: answers, thread, what time brings next. */
  public TicketChange change() {
    return new TicketChange(this);
  }
}
