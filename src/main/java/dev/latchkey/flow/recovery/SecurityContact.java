package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.util.Optional;

/** Who hears of what may be an attack, besides the staff; they command nothing here. */
public final class SecurityContact {
  private final Optional<EmailAddress> address;
  private final Letters letters;

  /**
   * @param address of the security contact; empty when the desk has none
   */
  public SecurityContact(Optional<EmailAddress> address, Letters letters) {
    this.address = address;
    this.letters = letters;
  }

  /** Whether there is one. */
  public boolean there() {
    return address.isPresent();
  }

  /** Who it is. */
  Optional<EmailAddress> address() {
    return address;
  }

  /** Writes to them, if there is one; their answer goes to the desk. */
  public void tell(FlowContext context, Ticket ticket, StaffLetter letter, String key) {
    address.ifPresent(contact -> letters.toContact(context, ticket, contact, letter, key));
  }
}
