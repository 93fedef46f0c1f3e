package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.WrittenLetter;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.casefile.Objectors;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whoever stopped a recovery with words that only a person can read what the staff decided
 * about it, for they were told that it waits until then; and the other owners, who were told that
 * it was stopped and that the staff look into it, how that ended.
 */
public final class HaltAnswers {
  private static final LetterKind HEARD = LetterKind.of(OwnerLetter.OwnerHeard.class);
  private static final LetterKind NOTED = LetterKind.of(OwnerLetter.OwnerNoted.class);
  private static final LetterKind DECIDED = LetterKind.of(OwnerLetter.OwnerDecided.class);
  private static final Set<LetterKind> REQUESTER_WAITS =
      Set.of(
          LetterKind.of(DecisionLetter.UnderCheck.class),
          LetterKind.of(DecisionLetter.PerhapsOver.class));

  /** What tells of a stop that others may have caused. */
  private static final Set<LetterKind> STOPPED =
      Set.of(
          LetterKind.of(NoticeLetter.NoticeStopped.class),
          LetterKind.of(NoticeLetter.NoticeDisputed.class));

  private static final LetterKind AFTER_STOP = LetterKind.of(NoticeLetter.NoticeAfterStop.class);

  /** What tells how it goes on. */
  private static final Set<LetterKind> HOW_IT_STANDS =
      Set.of(DECIDED, LetterKind.of(NoticeLetter.NoticeDecided.class));

  private final Letters letters;
  private final TokenIssuer issuer;

  public HaltAnswers(Letters letters, TokenIssuer issuer) {
    this.letters = letters;
    this.issuer = issuer;
  }

  /**
   * Whether the requester waits to hear that their request goes on: since it last did, they were
   * told that it needs a closer look, or that their own words stopped it.
   *
   * @param ticket as it was before it went on
   */
  public boolean requesterWaits(FlowContext context, Ticket ticket) {
    String requester = ticket.requester().toString();
    return sent(context, ticket, lastResumed(context, ticket)).stream()
        .anyMatch(
            one ->
                REQUESTER_WAITS.contains(one.letter())
                    || (one.recipient().equals(requester)
                        && (isAnswer(one) || STOPPED.contains(one.letter()))));
  }

  /**
   * Tells them where the recovery stands now.
   *
   * @param before as it was until the staff decided
   * @param told who hears of it by another letter
   * @param until the day on which it goes on by itself
   */
  public void tell(
      FlowContext context,
      Ticket before,
      Ticket after,
      Set<EmailAddress> told,
      Optional<Instant> until) {
    // Who heard that it goes on hears as well that it is held, for all that lies between.
    Instant since = KeptStops.stand(context, before) ? lastResumed(context, before) : Instant.EPOCH;
    Map<EmailAddress, EmailAddress> writers =
        writers(context, before, since, after.state().closed());
    Set<EmailAddress> others = others(context, before, after);
    writers.entrySet().stream()
        .filter(writer -> !told.contains(writer.getKey()))
        .forEach(writer -> write(context, after, writer.getValue(), writer.getKey(), until, false));
    others.stream()
        .filter(owner -> !told.contains(owner) && !writers.containsKey(owner))
        .forEach(owner -> writeAfterStop(context, after, owner));
  }

  /** Who read that it was stopped, and has not read since that it is closed. */
  private static Set<EmailAddress> others(FlowContext context, Ticket before, Ticket after) {
    boolean dateIsOff =
        before.state() == TicketState.COOLING_OFF || before.state() == TicketState.EXECUTING;
    if (after.state().standsStill() || dateIsOff) {
      return Set.of();
    }
    Set<LetterKind> waits = new HashSet<>(STOPPED);
    if (after.state().closed()) {
      waits.add(AFTER_STOP);
    }
    return waiting(context, before, waits);
  }

  /**
   * Tells all who were told that it stands still, and that the staff look at it, that whoever asked
   * has ended it, or let it end.
   *
   * @param before as it was until then
   */
  public void ended(FlowContext context, Ticket before, Ticket after) {
    if (KeptStops.stand(context, before)) {
      Set<LetterKind> waits = new HashSet<>(STOPPED);
      waits.add(HEARD);
      waiting(context, before, waits).stream()
          .filter(owner -> !owner.equals(after.requester()))
          .forEach(owner -> writeAfterStop(context, after, owner));
    }
  }

  /** Whose last letter of how it stands is one of these. */
  private static Set<EmailAddress> waiting(
      FlowContext context, Ticket ticket, Set<LetterKind> waits) {
    Map<String, LetterKind> last = new LinkedHashMap<>();
    for (WrittenLetter sent : context.written(ticket.id())) {
      LetterKind kind = sent.letter();
      if (STOPPED.contains(kind)
          || HOW_IT_STANDS.contains(kind)
          || kind.equals(AFTER_STOP)
          || kind.equals(HEARD)) {
        last.put(sent.recipient(), kind);
      }
    }
    Set<EmailAddress> waiting = new LinkedHashSet<>();
    last.forEach(
        (recipient, kind) -> {
          if (waits.contains(kind)) {
            EmailAddress.find(recipient).ifPresent(waiting::add);
          }
        });
    return waiting;
  }

  private void writeAfterStop(FlowContext context, Ticket ticket, EmailAddress owner) {
    letters.toOwner(
        context,
        ticket,
        issuer.objection(context, ticket, owner),
        new NoticeLetter.NoticeAfterStop(context.nameOnRecord(ticket), ticket.state().closed()),
        "version " + ticket.version());
  }

  /**
   * Tells them that what they read last was a mistake of the staff, and how it stands now.
   *
   * @param since when the staff made it
   */
  public void restored(FlowContext context, Ticket wrong, Ticket restored, Instant since) {
    List<WrittenLetter> lately =
        sent(context, wrong, since).stream().filter(one -> one.letter().equals(DECIDED)).toList();
    writers(context, wrong, Instant.EPOCH, wrong.state().closed())
        .forEach(
            (writer, owner) -> {
              if (lately.stream().anyMatch(one -> one.recipient().equals(writer.toString()))) {
                write(context, restored, owner, writer, Optional.empty(), true);
              }
            });
  }

  private void write(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      EmailAddress writer,
      Optional<Instant> until,
      boolean mistake) {
    letters.toOwner(
        context,
        ticket,
        issuer.objection(context, ticket, owner).readBy(writer),
        new OwnerLetter.OwnerDecided(
            context.nameOnRecord(ticket),
            KeptStops.stand(context, ticket),
            ticket.state().closed(),
            (ticket.state().closed()
                    ? Objectors.ever(context, ticket)
                    : Objectors.standing(context, ticket))
                .contains(owner),
            writer.equals(owner) && OtherCode.wanted(context, ticket, owner),
            until,
            mistake),
        "version " + ticket.version());
  }

  /** Who wrote while it stood still, and was told that it does; each with the owner it was for. */
  private static Map<EmailAddress, EmailAddress> writers(
      FlowContext context, Ticket ticket, Instant since, boolean closed) {
    List<WrittenLetter> answers =
        sent(context, ticket, since).stream().filter(HaltAnswers::isAnswer).toList();
    Map<EmailAddress, EmailAddress> writers = new LinkedHashMap<>();
    Set<EmailAddress> reported = new HashSet<>();
    for (HistoryEntry entry : context.work().tickets().history(ticket.id())) {
      Actor actor = entry.cause().actor();
      if (actor.kind() != Actor.Kind.OWNER
          || !KeptStops.stood(entry)
          || entry.at().isBefore(since)) {
        continue;
      }
      EmailAddress.find(actor.name())
          .ifPresent(
              owner -> {
                writers.put(owner, owner);
                // Who objected hears how it ended; that it goes on they hear in another letter.
                if (entry.event() == TicketEvent.BREAK_IN_REPORTED
                    || (closed && entry.event() == TicketEvent.OWNER_OBJECTED)) {
                  reported.add(owner);
                }
                sender(context, entry).ifPresent(writer -> writers.putIfAbsent(writer, owner));
              });
    }
    // Who told of a break-in was answered by what all the addresses read of it.
    writers
        .keySet()
        .removeIf(
            writer ->
                !reported.contains(writer)
                    && answers.stream()
                        .noneMatch(one -> one.recipient().equals(writer.toString())));
    return writers;
  }

  private static Optional<EmailAddress> sender(FlowContext context, HistoryEntry entry) {
    return entry.cause().mailId().isPresent()
        ? context
            .work()
            .messages()
            .find(entry.cause().mailId().getAsLong())
            .map(Message::from)
            .flatMap(EmailAddress::find)
        : Optional.empty();
  }

  private static boolean isAnswer(WrittenLetter one) {
    return one.letter().equals(HEARD) || one.letter().equals(NOTED);
  }

  private static List<WrittenLetter> sent(FlowContext context, Ticket ticket, Instant since) {
    return context.written(ticket.id()).stream().filter(one -> !one.at().isBefore(since)).toList();
  }

  /** When it went on last, before what is done now. */
  private static Instant lastResumed(FlowContext context, Ticket ticket) {
    return context.work().tickets().history(ticket.id()).stream()
        .filter(entry -> entry.event() == TicketEvent.RESUMED)
        .filter(entry -> entry.sequence() <= ticket.version())
        .map(HistoryEntry::at)
        .reduce(Instant.EPOCH, (earlier, later) -> later);
  }
}
