package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.WrittenLetter;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whoever stopped a recovery with words that only a person can read what the staff decided
 * about it. They were told that it waits until then; nobody else hears of it.
 */
public final class HaltAnswers {
  private static final LetterKind HEARD = LetterKind.of(OwnerLetter.OwnerHeard.class);
  private static final LetterKind NOTED = LetterKind.of(OwnerLetter.OwnerNoted.class);
  private static final LetterKind DECIDED = LetterKind.of(OwnerLetter.OwnerDecided.class);
  private static final Set<LetterKind> REQUESTER_WAITS =
      Set.of(
          LetterKind.of(DecisionLetter.UnderCheck.class),
          LetterKind.of(DecisionLetter.PerhapsOver.class));

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
                    || (one.recipient().equals(requester) && isAnswer(one)));
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
    Instant since = before.state().standsStill() ? lastResumed(context, before) : Instant.EPOCH;
    writers(context, before, since, after.state().closed()).entrySet().stream()
        .filter(writer -> !told.contains(writer.getKey()))
        .forEach(writer -> write(context, after, writer.getValue(), writer.getKey(), until));
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
                write(context, restored, owner, writer, Optional.empty());
              }
            });
  }

  private void write(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      EmailAddress writer,
      Optional<Instant> until) {
    letters.toOwner(
        context,
        ticket,
        issuer.objection(context, ticket, owner).readBy(writer),
        new OwnerLetter.OwnerDecided(
            context.account(ticket).map(Account::name).orElse(""),
            ticket.state().standsStill(),
            ticket.state().closed(),
            ticket.state().closed() && Objectors.ever(context, ticket).contains(owner),
            until),
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
          || !entry.to().standsStill()
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
