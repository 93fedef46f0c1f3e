package dev.latchkey.check;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out whether a request is about something that is already under way. */
public final class DuplicateCheck {

  /** What a new request is, compared with open tickets. */
  public sealed interface Finding {
    /** Nothing of the kind is open. */
    record New() implements Finding {}

    /** The same person about the same thing: the mail joins their ticket. */
    record SamePerson(Ticket ticket) implements Finding {}

    /** Somebody else claims the same account: all of these are contested. */
    record Rivals(List<Ticket> tickets) implements Finding {
      public Rivals {
        tickets = List.copyOf(tickets);
      }
    }
  }

  /**
   * Compares a request with what is open.
   *
   * @param account the account it names, by the account system's rule
   * @param ofAccount open tickets about that account
   * @param ofRequester open tickets of the same address
   */
  public Finding find(
      EmailAddress requester,
      Optional<String> account,
      List<Ticket> ofAccount,
      List<Ticket> ofRequester) {
    Comparator<Ticket> byAge = Comparator.comparingLong(Ticket::id);
    Optional<Ticket> same =
        ofAccount.stream().filter(ticket -> ticket.requester().equals(requester)).min(byAge);
    if (same.isPresent()) {
      return new Finding.SamePerson(same.get());
    }
    if (!ofAccount.isEmpty()) {
      return new Finding.Rivals(ofAccount.stream().sorted(byAge).toList());
    }
    Optional<Ticket> unnamed =
        ofRequester.stream()
            .filter(ticket -> account.isEmpty() || ticket.account().isEmpty())
            .min(byAge);
    return unnamed.<Finding>map(Finding.SamePerson::new).orElseGet(Finding.New::new);
  }
}
