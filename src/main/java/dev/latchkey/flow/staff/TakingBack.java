package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.phrase.UndoPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which commands can be taken back, until when, and by whom. */
final class TakingBack {
  private static final Set<Verb> TAKEN_BACK =
      EnumSet.of(
          Verb.APPROVE,
          Verb.REJECT,
          Verb.CLOSE,
          Verb.ASK,
          Verb.HOLD,
          Verb.RESUME,
          Verb.NOTE,
          Verb.ASSIGN,
          Verb.SAW,
          Verb.LIFT,
          Verb.MERGE,
          Verb.REDIRECT,
          Verb.REPLY,
          Verb.REOPEN);

  /** Whoever takes one of these back makes a recovery harder. */
  private static final Set<Verb> IN_FAVOUR = EnumSet.of(Verb.APPROVE, Verb.SAW, Verb.LIFT);

  /** What may happen after a command and takes nothing from its being taken back. */
  private static final Set<TicketEvent> HARMLESS =
      EnumSet.of(TicketEvent.MAIL_ADDED, TicketEvent.NOTICE_BOUNCED, TicketEvent.REMINDED);

  private TakingBack() {}

  /**
   * An owner's words, or those of who was asked to vouch, which stop nothing where a ticket stands
   * still, and would where it went on.
   */
  private static boolean isOfOwner(HistoryEntry entry) {
    Actor.Kind kind = entry.cause().actor().kind();
    return kind == Actor.Kind.OWNER || kind == Actor.Kind.VOUCHER;
  }

  private static boolean isOfDesk(List<HistoryEntry> history, Deed deed) {
    return history.stream()
        .filter(entry -> entry.sequence() <= deed.version())
        .reduce((earlier, later) -> later)
        .filter(entry -> entry.cause().actor().kind() == Actor.Kind.DESK)
        .isPresent();
  }

  /** Whether UNDO takes such a command back, given to a ticket that stood so. */
  static boolean possible(Verb verb, TicketState before) {
    return TAKEN_BACK.contains(verb) && before != TicketState.EXECUTING;
  }

  /**
   * What UNDO has to pass: what it restores decides. To stop a recovery, an old email is good
   * enough; to go on with one that was approved takes an approver of the case.
   */
  static Set<Gate> gates(Optional<Deed> last) {
    if (last.map(deed -> Verb.valueOf(deed.command())).filter(IN_FAVOUR::contains).isPresent()) {
      return StaffGates.STOPPING;
    }
    return last.filter(deed -> deed.before().state() == TicketState.COOLING_OFF).isPresent()
        ? StaffGates.RESTORING_APPROVED
        : StaffGates.CHANGING;
  }

  /** The last command about a ticket, if it is theirs and UNDO would take it back now. */
  static Optional<Verb> ownLast(FlowContext context, Ticket ticket, EmailAddress member) {
    return context
        .work()
        .deeds()
        .last(ticket.id())
        .filter(deed -> deed.by().equals(member))
        .filter(deed -> hindrance(context, ticket, deed).isEmpty())
        .map(deed -> Verb.valueOf(deed.command()));
  }

  /** Why the last command about the ticket is not taken back. */
  static Optional<Phrase> hindrance(GivenCommand given) {
    Ticket ticket = given.ticket();
    Optional<Deed> last = given.context().work().deeds().last(ticket.id());
    if (last.isEmpty()) {
      return Optional.of(new UndoPhrase.NothingToUndo());
    }
    Deed deed = last.get();
    Verb verb = Verb.valueOf(deed.command());
    TicketState before = deed.before().state();
    Optional<Phrase> lasts = hindrance(given.context(), ticket, deed);
    if (lasts.isPresent()) {
      return lasts;
    }
    if (!deed.by().equals(given.by())) {
      if (given.token().filter(token -> token.issuedAt().isBefore(deed.at())).isPresent()) {
        return Optional.of(new UndoPhrase.UndoNewer(verb, deed.by()));
      }
      if (before == TicketState.COOLING_OFF) {
        return Optional.of(new UndoPhrase.OnlyTheirsToUndo(verb, deed.by()));
      }
    }
    boolean begins = before.active() && !deed.before().beside() && !ticket.state().active();
    return begins && given.othersOfAccount().stream().anyMatch(other -> other.state().active())
        ? Optional.of(new CommandPhrase.OtherUnderWay())
        : Optional.empty();
  }

  /** The same whoever wants to take it back: what lies in the ticket itself. */
  static Optional<Phrase> hindrance(FlowContext context, Ticket ticket, Deed deed) {
    Verb verb = Verb.valueOf(deed.command());
    TicketState before = deed.before().state();
    List<HistoryEntry> history = context.work().tickets().history(ticket.id());
    List<HistoryEntry> since =
        history.stream().filter(entry -> entry.sequence() > deed.version()).toList();
    if (since.stream().anyMatch(entry -> entry.event() == TicketEvent.UNDONE)) {
      return Optional.of(new UndoPhrase.NothingToUndo());
    }
    if (verb == Verb.DONE) {
      return Optional.of(new UndoPhrase.DoneLasts());
    }
    if (before == TicketState.EXECUTING && ticket.state() != TicketState.EXECUTING) {
      return Optional.of(new UndoPhrase.OrderLasts(verb));
    }
    if (!TAKEN_BACK.contains(verb)) {
      return Optional.of(new UndoPhrase.Lasts(verb));
    }
    boolean goesOn = verb != Verb.APPROVE && before != ticket.state();
    if (since.stream()
        .anyMatch(entry -> !HARMLESS.contains(entry.event()) || (goesOn && isOfOwner(entry)))) {
      return Optional.of(new UndoPhrase.MovedOn(verb, deed.by()));
    }
    // What the desk approved by itself can be taken back for as long as it is not carried out.
    boolean waits = ticket.state() == TicketState.COOLING_OFF && isOfDesk(history, deed);
    return !waits && context.now().isAfter(deed.until())
        ? Optional.of(new UndoPhrase.UndoTooLate(verb, deed.by()))
        : Optional.empty();
  }
}
