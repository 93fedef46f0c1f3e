package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells every registered address, and those removed lately, what happens to the account; each with
 * a cancel code of its own.
 */
public final class Notices {
  private final Letters letters;
  private final TokenIssuer issuer;
  private final Policy policy;

  public Notices(Letters letters, TokenIssuer issuer, Policy policy) {
    this.letters = letters;
    this.issuer = issuer;
    this.policy = policy;
  }

  /** At the first real evidence; at most once a day and account, so that nobody is flooded. */
  void started(FlowContext turn, Ticket ticket) {
    String day = turn.now().atZone(ZoneOffset.UTC).toLocalDate().toString();
    send(turn, ticket, Letter.NOTICE_STARTED, day, Map.of());
  }

  /** At the approval. */
  public void approved(FlowContext turn, Ticket ticket, Instant executeAt) {
    String key = "round " + ticket.round();
    send(turn, ticket, Letter.NOTICE_APPROVED, key, Map.of("executeAt", executeAt));
  }

  /** Before the execution. */
  public void last(FlowContext turn, Ticket ticket, Instant executeAt) {
    String key = "round " + ticket.round();
    send(turn, ticket, Letter.NOTICE_FINAL, key, Map.of("executeAt", executeAt));
  }

  /** After the execution. */
  public void recovered(FlowContext turn, Ticket ticket) {
    send(turn, ticket, Letter.NOTICE_RECOVERED, "round " + ticket.round(), Map.of());
  }

  /** When an owner objected. */
  void stopped(FlowContext turn, Ticket ticket) {
    for (EmailAddress address : addresses(turn, ticket)) {
      String key = "version " + ticket.version();
      letters.toOwner(
          turn,
          ticket,
          address,
          Letter.NOTICE_STOPPED,
          Optional.empty(),
          key,
          Map.of("account", name(turn, ticket)));
    }
  }

  private void send(
      FlowContext turn, Ticket ticket, Letter letter, String key, Map<String, Object> values) {
    for (EmailAddress address : addresses(turn, ticket)) {
      TokenIssuer.Challenge cancel = issuer.cancel(turn, ticket, address);
      Map<String, @Nullable Object> all = new HashMap<>(values);
      all.put("cancelCode", cancel.code());
      all.put("account", name(turn, ticket));
      letters.toOwner(turn, ticket, address, letter, Optional.of(cancel.replyTo()), key, all);
    }
  }

  /** As the account system writes it, never as a requester typed it. */
  private static String name(FlowContext turn, Ticket ticket) {
    return turn.account(ticket).map(Account::name).orElseThrow();
  }

  private List<EmailAddress> addresses(FlowContext turn, Ticket ticket) {
    Instant since = turn.now().minus(policy.removedAddressNotified());
    return turn.account(ticket).map(account -> account.notifiable(since)).orElse(List.of());
  }
}
