package dev.latchkey.check;

import static dev.latchkey.ticket.TestTickets.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.check.DuplicateCheck.Finding;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.TestTickets;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplicateCheckTest {
  private static final DuplicateCheck CHECK = new DuplicateCheck();
  private static final EmailAddress EVE = EmailAddress.of("eve@elsewhere.example");
  private static final Optional<String> ACCOUNT = Optional.of("nora");

  @Test
  void nothingOpenIsNew() {
    assertThat(CHECK.find(NORA, ACCOUNT, List.of(), List.of())).isEqualTo(new Finding.New());
    assertThat(CHECK.find(NORA, Optional.empty(), List.of(), List.of()))
        .isEqualTo(new Finding.New());
  }

  @Test
  void thePersonWhoHasTheOpenTicketJoinsIt() {
    Ticket hers = ticket(1001, NORA);

    assertThat(CHECK.find(NORA, ACCOUNT, List.of(hers), List.of(hers)))
        .isEqualTo(new Finding.SamePerson(hers));
  }

  @Test
  void theOldestOfTheirTicketsIsJoined() {
    Ticket first = ticket(1001, NORA);
    Ticket second = ticket(1002, NORA);

    assertThat(CHECK.find(NORA, ACCOUNT, List.of(second, first), List.of()))
        .isEqualTo(new Finding.SamePerson(first));
  }

  @Test
  void anotherPersonIsARival() {
    Ticket first = ticket(1001, NORA);
    Ticket second = ticket(1002, EmailAddress.of("kim@mail.example"));

    assertThat(CHECK.find(EVE, ACCOUNT, List.of(second, first), List.of()))
        .isEqualTo(new Finding.Rival());
  }

  @Test
  void whoIsAmongTheRivalsJoinsTheirOwn() {
    Ticket hers = ticket(1001, NORA);
    Ticket eves = ticket(1002, EVE);

    assertThat(CHECK.find(EVE, ACCOUNT, List.of(hers, eves), List.of(eves)))
        .isEqualTo(new Finding.SamePerson(eves));
  }

  @Test
  void whoStandsBesideTheLeadingOneJoinsTheirOwn() {
    Ticket hers = ticket(1001, NORA);
    Ticket eves = ticket(1002, EVE).change().beside(true).build();

    assertThat(CHECK.find(EVE, ACCOUNT, List.of(hers), List.of(eves)))
        .isEqualTo(new Finding.SamePerson(eves));
  }

  @Test
  void aMailWithoutAnAccountNameBelongsToTheTicketOfTheSamePerson() {
    Ticket hers = ticket(1001, NORA);

    assertThat(CHECK.find(NORA, Optional.empty(), List.of(), List.of(hers)))
        .isEqualTo(new Finding.SamePerson(hers));
  }

  @Test
  void aNameCompletesTheTicketThatHasNone() {
    Ticket unnamed = ticket(1001, NORA).change().account(Optional.empty()).build();

    assertThat(CHECK.find(NORA, ACCOUNT, List.of(), List.of(unnamed)))
        .isEqualTo(new Finding.SamePerson(unnamed));
  }

  @Test
  void anotherAccountOfTheSamePersonIsNew() {
    Ticket hers = ticket(1001, NORA);

    assertThat(CHECK.find(NORA, Optional.of("other"), List.of(), List.of(hers)))
        .isEqualTo(new Finding.New());
  }

  private static Ticket ticket(long id, EmailAddress requester) {
    return TestTickets.opened(id, TicketState.PROVING, requester).ticket();
  }
}
