package dev.latchkey.flow.recovery;

import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Challenge;
import dev.latchkey.flow.recovery.TokenIssuer.OwnerReply;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Writes to every registered address of an account, and to those removed lately: one letter each,
 * with a reply address of its own.
 */
final class OwnerPost {
  private final Letters letters;
  private final TokenIssuer issuer;
  private final Policy policy;

  OwnerPost(Letters letters, TokenIssuer issuer, Policy policy) {
    this.letters = letters;
    this.issuer = issuer;
    this.policy = policy;
  }

  /** Writes to all of them; to whom. */
  List<EmailAddress> tell(FlowContext context, Ticket ticket, OwnerLetter letter) {
    return tell(context, ticket, address -> true, letter);
  }

  /** Writes to some of them; to whom. */
  List<EmailAddress> tell(
      FlowContext context, Ticket ticket, Predicate<EmailAddress> whom, OwnerLetter letter) {
    return tell(context, ticket, whom, address -> letter);
  }

  /** The same, to each their own. */
  List<EmailAddress> tell(
      FlowContext context,
      Ticket ticket,
      Predicate<EmailAddress> whom,
      Function<EmailAddress, OwnerLetter> letter) {
    List<EmailAddress> told = addresses(context, ticket).stream().filter(whom).toList();
    for (EmailAddress address : told) {
      letters.toOwner(
          context,
          ticket,
          issuer.objection(context, ticket, address),
          letter.apply(address),
          "version " + ticket.version());
    }
    return told;
  }

  /** Writes to all of them, each with a stop word of its own. */
  void tellWithStopWord(FlowContext context, Ticket ticket, Function<String, OwnerLetter> letter) {
    tellWithStopWord(context, ticket, address -> true, letter);
  }

  /** The same to some of them. */
  void tellWithStopWord(
      FlowContext context,
      Ticket ticket,
      Predicate<EmailAddress> whom,
      Function<String, OwnerLetter> letter) {
    for (EmailAddress address : addresses(context, ticket).stream().filter(whom).toList()) {
      Challenge<OwnerReply> cancel = issuer.cancel(context, ticket, address);
      letters.toOwner(
          context,
          ticket,
          cancel.reply(),
          letter.apply(cancel.code()),
          "version " + ticket.version());
    }
  }

  /** Who reads what is written about an account. */
  List<EmailAddress> addresses(FlowContext context, Ticket ticket) {
    Instant since = context.now().minus(policy.times().removedAddressNotified());
    return context.account(ticket).map(account -> account.notifiable(since)).orElse(List.of());
  }
}
