package dev.latchkey.check;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whether a request is about something that is already under way. */
public final class DuplicateCheck {

  /** What a new request is, compared with open tickets. */
  public sealed interface Finding {
    /** Nothing of the kind is open. */
    record New() implements Finding {}

    /** The same person about the same thing: the mail joins their ticket. */
    record SamePerson(Ticket ticket) implements Finding {}

    /** Somebody else claims the same account. */
    record Rival() implements Finding {}
  }

  /**
   * Compares a request with what is open.
   *
   * @param account the account it names, by the account system's rule
   * @param leading open tickets about that account that lead
   * @param ofRequester open tickets of the same address
   */
  public Finding find(
      EmailAddress requester,
      Optional<String> account,
      List<Ticket> leading,
      List<Ticket> ofRequester) {
    Comparator<Ticket> byAge = Comparator.comparingLong(Ticket::id);
    Optional<Ticket> same =
        Stream.concat(leading.stream(), ofRequester.stream())
            .filter(ticket -> account.isPresent() && ticket.account().equals(account))
            .filter(ticket -> ticket.requester().equals(requester))
            .min(byAge);
    if (same.isPresent()) {
      return new Finding.SamePerson(same.get());
    }
    if (!leading.isEmpty()) {
      return new Finding.Rival();
    }
    Optional<Ticket> unnamed =
        ofRequester.stream()
            .filter(ticket -> account.isEmpty() || ticket.account().isEmpty())
            .min(byAge);
    return unnamed.<Finding>map(Finding.SamePerson::new).orElseGet(Finding.New::new);
  }
}
