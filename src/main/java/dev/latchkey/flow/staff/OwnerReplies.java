package dev.latchkey.flow.staff;

import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.trust.secret.IssuedToken;
import java.util.Optional;
import java.util.stream.Stream;

/** Which owner a REPLY goes to, or went to: that of the letter which it answers. */
final class OwnerReplies {
  private static final String TO = "to ";

  private OwnerReplies() {}

  /** The owner whose words stand in the letter that is answered; empty when none do. */
  static Optional<EmailAddress> reader(GivenCommand given) {
    Optional<String> digest = given.token().flatMap(IssuedToken::digest);
    return owners(given)
        .filter(
            owner ->
                digest.filter(TokenIssuer.ownerDigest(given.ticket(), owner)::equals).isPresent())
        .findFirst();
  }

  /** What the history keeps of a reply to an owner. */
  static String detail(EmailAddress owner, String words) {
    return TO + owner + "\n" + words;
  }

  /** The owner who was written to by the REPLY that is taken back; empty when it was none. */
  static Optional<EmailAddress> written(GivenCommand given, Ticket ticket, Deed deed) {
    Optional<String> detail =
        given.context().work().tickets().history(ticket.id()).stream()
            .filter(entry -> entry.sequence() == deed.version())
            .filter(entry -> entry.event() == TicketEvent.REPLIED)
            .map(HistoryEntry::cause)
            .map(cause -> cause.detail())
            .findFirst();
    return owners(given)
        .filter(owner -> detail.filter(it -> it.startsWith(detail(owner, ""))).isPresent())
        .findFirst();
  }

  /** Whoever has, or lately had, a registered address, or was written to as an owner. */
  private static Stream<EmailAddress> owners(GivenCommand given) {
    return Stream.concat(
        given.loadFile().account().stream()
            .flatMap(account -> account.addresses().stream())
            .map(RegisteredAddress::address),
        given.context().work().tokens().ofTicket(given.ticket().id()).stream()
            .filter(IssuedToken::toOwner)
            .map(IssuedToken::recipient));
  }
}
