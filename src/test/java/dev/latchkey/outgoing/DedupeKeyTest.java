package dev.latchkey.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.CommandLetter;
import dev.latchkey.letter.DeadlineLetter;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DedupeKeyTest {
  private static final Reference TICKET = new Reference(1042);
  private static final EmailAddress DORA = EmailAddress.of("dora@mail.example");
  private static final Letter NOTICE =
      new NoticeLetter.NoticeFinal("dora", Instant.EPOCH, false, false, "");

  @Test
  void itsTextNamesTicketLetterKeyAndRecipient() {
    assertThat(DedupeKey.ofRequester(TICKET, new DeadlineLetter.Expired(true, false), "since x"))
        .hasToString("LK-1042:EXPIRED:since x");
    assertThat(DedupeKey.ofTicket(TICKET, NOTICE, "round 1", DORA))
        .hasToString("LK-1042:NOTICE_FINAL:round 1:dora@mail.example");
    assertThat(DedupeKey.withoutTicket(new CommandLetter.Help(Set.of()), "mail 7", DORA))
        .hasToString("HELP:mail 7:dora@mail.example");
  }

  @Test
  void theDatabaseHoldsItsDigest() {
    // echo -n 'HELP:mail 7:dora@mail.example' | sha256sum, as SHA2(dedupe_key, 256) of MariaDB
    assertThat(DedupeKey.withoutTicket(new CommandLetter.Help(Set.of()), "mail 7", DORA).sha256())
        .isEqualTo("0303f854799b6abb85dc24866972fe8fbdc0e4183f852214f5e36a175b2d1133");
  }

  @Test
  void anAddressOfAnyLengthFits() {
    EmailAddress longest = EmailAddress.of("d".repeat(60) + "@" + "long.".repeat(35) + "example");
    assertThat(DedupeKey.ofTicket(TICKET, NOTICE, "round 1", longest).sha256()).hasSize(64);
  }

  @Test
  void whatWasHeldBackDoesNotStandInTheWay() {
    DedupeKey key = DedupeKey.ofTicket(TICKET, NOTICE, "round 1", DORA);
    assertThat(key.heldBack().sha256()).isNotEqualTo(key.sha256());
  }
}
