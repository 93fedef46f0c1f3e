package dev.latchkey.flow.recovery;

import dev.latchkey.flow.Deliveries;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Approvals;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which owners an approval was told to. A notice is for those who did not ask: where the account
 * has another address than the requester's, what reaches the requester tells nobody, nor does what
 * reaches an address whose code came with the request while there is one that sent none.
 */
public final class OwnersTold {
  private static final LetterKind APPROVED = LetterKind.of(NoticeLetter.NoticeApproved.class);
  private static final LetterKind FINAL = LetterKind.of(NoticeLetter.NoticeFinal.class);

  private final Deliveries notices;
  private final boolean alone;
  private final Set<EmailAddress> wanted;
  private final Map<EmailAddress, Instant> arrived;
  private final Set<EmailAddress> known;

  private OwnersTold(
      Deliveries notices,
      boolean alone,
      Set<EmailAddress> wanted,
      List<HistoryEntry> history,
      Set<EmailAddress> known) {
    this.notices = notices;
    this.alone = alone;
    this.wanted = wanted;
    this.arrived = notices.arrived(history);
    this.known = known;
  }

  /** By the last notice since the decision. */
  public static OwnersTold of(FlowContext context, Ticket ticket) {
    Deliveries last = Deliveries.sinceDecision(context.work(), ticket, FINAL);
    boolean alone = last.none();
    if (alone) {
      last = Deliveries.sinceDecision(context.work(), ticket, APPROVED);
    }
    List<HistoryEntry> history = context.work().tickets().history(ticket.id());
    Set<EmailAddress> others = without(last.recipients(), List.of(ticket.requester()));
    Set<EmailAddress> silent = without(others, OtherCode.proved(context, ticket));
    return new OwnersTold(
        last,
        alone,
        silent.isEmpty() ? others : silent,
        history,
        known(history, Approvals.answeredCases(context, ticket).min(Instant::compareTo)));
  }

  private static Set<EmailAddress> without(
      Set<EmailAddress> addresses, Collection<EmailAddress> some) {
    Set<EmailAddress> left = new LinkedHashSet<>(addresses);
    some.forEach(left::remove);
    return left;
  }

  /**
   * Whom nothing reached, as people knew who approved it all the same: it was held for that, or a
   * letter had come back from there when the first of the cases was mailed that they answered, and
   * stood in it. Who lost their mailbox asks for just that reason.
   */
  private static Set<EmailAddress> known(List<HistoryEntry> history, Optional<Instant> shown) {
    Set<EmailAddress> told = new HashSet<>();
    Set<EmailAddress> approved = new HashSet<>();
    for (HistoryEntry entry : history) {
      entry
          .says(Detail.NotArrived.class)
          .filter(it -> shown.filter(at -> !entry.at().isAfter(at)).isPresent())
          .ifPresent(it -> approved.add(EmailAddress.of(it.recipient())));
      entry
          .says(Detail.NobodyTold.class)
          .ifPresent(it -> it.addresses().forEach(one -> told.add(EmailAddress.of(one))));
      if ((entry.event() == TicketEvent.APPROVAL_RECORDED || entry.event() == TicketEvent.APPROVED)
          && entry.cause().actor().kind() == Actor.Kind.STAFF) {
        approved.addAll(told);
      }
    }
    return approved;
  }

  /** Whether the notice of the approval is the only one. */
  public boolean alone() {
    return alone;
  }

  /** Whether one of them is still being tried, or waits for its budget. */
  public boolean waiting() {
    return notices.waiting();
  }

  /**
   * From when on owners have had the time to object. Empty where none of those was told who have to
   * be, unless people knew that and approved it anew.
   */
  public Optional<Instant> since() {
    if (wanted.isEmpty()) {
      return notices.lastAccepted();
    }
    Optional<Instant> last =
        wanted.stream()
            .flatMap(address -> Optional.ofNullable(arrived.get(address)).stream())
            .max(Instant::compareTo);
    return last.isEmpty() && known.containsAll(wanted) ? notices.last() : last;
  }

  /** Whether a notice reached anybody. */
  public boolean reachedAny() {
    return !arrived.isEmpty();
  }

  /** Addresses that no notice has reached, or from which it came back. */
  public List<EmailAddress> unreached() {
    return notices.recipients().stream().filter(address -> !arrived.containsKey(address)).toList();
  }

  /** The same, for a letter. */
  public List<Phrase> unreachedToShow() {
    return unreached().stream().<Phrase>map(MessagePhrase.NotReached::new).toList();
  }
}
