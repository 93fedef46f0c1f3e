package dev.latchkey.ticket;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/** Names the fields that differ in a copy of a {@link Ticket}. */
public final class TicketChange {
  private final Ticket origin;
  private int version;
  private String historyHash;
  private TicketState state;
  private Instant stateSince;
  private Concern concern;
  private String language;
  private Answers answers;
  private Optional<String> account;
  private boolean beside;
  private int round;
  private boolean reopened;
  private boolean questionOpen;
  private Optional<String> threadLast;
  private Optional<Due> next;
  private Optional<EmailAddress> assignee;
  private Optional<Reference> mergedInto;
  private Dialogue dialogue;
  private Optional<Instant> decidedAt;
  private Optional<Instant> closedAt;

  TicketChange(Ticket origin) {
    this.origin = origin;
    this.version = origin.version();
    this.historyHash = origin.historyHash();
    this.state = origin.state();
    this.stateSince = origin.stateSince();
    this.concern = origin.concern();
    this.language = origin.language();
    this.answers = origin.answers();
    this.account = origin.account();
    this.beside = origin.beside();
    this.round = origin.round();
    this.reopened = origin.reopened();
    this.questionOpen = origin.questionOpen();
    this.threadLast = origin.threadLast();
    this.next = origin.next();
    this.assignee = origin.assignee();
    this.mergedInto = origin.mergedInto();
    this.dialogue = origin.dialogue();
    this.decidedAt = origin.decidedAt();
    this.closedAt = origin.closedAt();
  }

  TicketChange version(int value) {
    version = value;
    return this;
  }

  TicketChange historyHash(String value) {
    historyHash = value;
    return this;
  }

  TicketChange state(TicketState value) {
    state = value;
    return this;
  }

  TicketChange stateSince(Instant value) {
    stateSince = value;
    return this;
  }

  TicketChange round(int value) {
    round = value;
    return this;
  }

  TicketChange reopened(boolean value) {
    reopened = value;
    return this;
  }

  TicketChange questionOpen(boolean value) {
    questionOpen = value;
    return this;
  }

  TicketChange decidedAt(Optional<Instant> value) {
    decidedAt = value;
    return this;
  }

  TicketChange closedAt(Optional<Instant> value) {
    closedAt = value;
    return this;
  }

  /** What it is about. */
  public TicketChange concern(Concern value) {
    concern = value;
    return this;
  }

  TicketChange standing(Standing before) {
    state = before.state();
    stateSince = before.stateSince();
    beside = before.beside();
    round = before.round();
    reopened = before.reopened();
    questionOpen = before.questionOpen();
    next = before.next();
    assignee = before.assignee();
    mergedInto = before.mergedInto();
    dialogue = dialogue.takenBackTo(before.dialogue());
    decidedAt = before.decidedAt();
    closedAt = before.closedAt();
    return this;
  }

  /** What the requester answered by now. */
  public TicketChange answers(Answers value) {
    answers = value;
    return this;
  }

  /** The account the ticket is about, by the account system's rule. */
  public TicketChange account(Optional<String> value) {
    account = value;
    return this;
  }

  /** Whether another ticket about the account leads. */
  public TicketChange beside(boolean value) {
    beside = value;
    return this;
  }

  /** Message-ID of the requester's last mail. */
  public TicketChange threadLast(Optional<String> value) {
    threadLast = value;
    return this;
  }

  /** Who looks after it. */
  public TicketChange assignee(Optional<EmailAddress> value) {
    assignee = value;
    return this;
  }

  /** The ticket this one was merged into. */
  public TicketChange mergedInto(Optional<Reference> value) {
    mergedInto = value;
    return this;
  }

  /** How far the talk with the requester has come. */
  public TicketChange dialogue(Dialogue value) {
    dialogue = value;
    return this;
  }

  /** ISO 639-1, of the mails that the requester gets. */
  public TicketChange language(String value) {
    language = value;
    return this;
  }

  /** What time brings next, and when. */
  public TicketChange next(FollowUp step, Instant at) {
    next = Optional.of(new Due(step, at));
    return this;
  }

  /** Time brings nothing. */
  public TicketChange nothingNext() {
    next = Optional.empty();
    return this;
  }

  /** The changed copy. */
  public Ticket build() {
    return new Ticket(
        origin.id(),
        version,
        historyHash,
        state,
        stateSince,
        origin.requester(),
        concern,
        language,
        answers,
        account,
        beside,
        round,
        reopened,
        questionOpen,
        origin.threadRoot(),
        threadLast,
        next,
        assignee,
        mergedInto,
        dialogue,
        origin.openedAt(),
        decidedAt,
        closedAt);
  }
}
