package dev.latchkey.flow.staff;

import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.flow.recovery.StaffTokens;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.IssuedToken;
import java.util.Optional;
import java.util.stream.Stream;

/** Which owner a REPLY goes to, or went to: that of the letter which it answers. */
final class OwnerReplies {
  private OwnerReplies() {}

  /** The owner whose words stand in the letter that is answered; empty when none do. */
  static Optional<EmailAddress> reader(GivenCommand given) {
    Optional<String> digest = given.token().flatMap(IssuedToken::digest);
    return owners(given)
        .filter(
            owner ->
                digest.filter(StaffTokens.ownerDigest(given.ticket(), owner)::equals).isPresent())
        .findFirst();
  }

  /** The owner who was written to by the REPLY that is taken back; empty when it was none. */
  static Optional<EmailAddress> written(GivenCommand given, Ticket ticket, Deed deed) {
    Optional<String> reader =
        given.context().work().tickets().history(ticket.id()).stream()
            .filter(entry -> entry.sequence() == deed.version())
            .flatMap(entry -> entry.says(Detail.ToOwner.class).stream())
            .map(Detail.ToOwner::owner)
            .findFirst();
    return owners(given)
        .filter(owner -> reader.filter(owner.toString()::equals).isPresent())
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
