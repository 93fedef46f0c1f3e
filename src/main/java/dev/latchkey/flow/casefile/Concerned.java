package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Mailboxes;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose case it is: who asked, and the owners. None of them decides it, by whichever name of their
 * mailbox: {@code ada+registry@staff.example} is Ada's.
 */
public record Concerned(Set<EmailAddress> people) {
  public Concerned {
    people = Set.copyOf(people);
  }

  public static Concerned in(CaseFile file) {
    return in(file.ticket(), file.account());
  }

  public static Concerned in(Ticket ticket, Optional<Account> account) {
    return new Concerned(
        Stream.concat(Stream.of(ticket.requester()), CaseFile.owners(account).stream())
            .collect(Collectors.toSet()));
  }

  /** Whether {@code who} is one of them. */
  public boolean is(EmailAddress who) {
    return people.stream().anyMatch(one -> Mailboxes.same(one, who));
  }

  /** Their addresses, and {@code who} where that is another name of a mailbox of theirs. */
  public Set<EmailAddress> with(Optional<EmailAddress> who) {
    return Stream.concat(people.stream(), who.filter(this::is).stream())
        .collect(Collectors.toSet());
  }
}
