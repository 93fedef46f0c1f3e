package dev.latchkey.flow.recovery;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.owner.ApproachReader;
import dev.latchkey.trust.sender.SenderTrust;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody warns of who is wanted to vouch for another: it stands as a warning in the open
 * recoveries of the account that they name, and in one that is opened soon after. Only the word of
 * a proved sender does; it stops nothing by itself, for anybody may write it.
 */
public final class Approaches {
  /** A request that comes later than that after such a warning is another matter. */
  private static final Duration SOON = Duration.ofDays(14);

  /** Of so many tickets before a new one such warnings are looked for. */
  private static final int LATELY = 500;

  /** So many warnings, the newest, are read again: a flood of them makes no request cost more. */
  private static final int READ = 50;

  private Approaches() {}

  /** The open recoveries of accounts that a warning names, the writer's own left out. */
  static List<Ticket> about(FlowContext context, Incoming mail, EmailAddress writer) {
    String written = mail.triaged().reply().generous();
    Stream<String> near = ApproachReader.near(written).stream().map(context::accountKey);
    return Stream.concat(mail.account().stream(), near)
        .distinct()
        .flatMap(account -> context.work().tickets().leading(account).stream())
        .filter(ticket -> !ticket.inquiry() && !ticket.requester().equals(writer))
        .distinct()
        .toList();
  }

  /** Warns of it in those, where the sender is proved. */
  static void warn(FlowContext context, List<Ticket> about, Incoming mail, EmailAddress writer) {
    if (mail.trust().level() == SenderTrust.Level.ALIGNED) {
      about.forEach(ticket -> warn(context, ticket, writer));
    }
  }

  private static void warn(FlowContext context, Ticket ticket, EmailAddress writer) {
    context.warn(ticket, Warning.Kind.APPROACH_TOLD, writer.toString());
  }

  /** Warns of it in a ticket whose account has just become known, where it was told before. */
  public static void before(FlowContext context, Ticket ticket) {
    if (ticket.account().isEmpty()) {
      return;
    }
    String account = ticket.account().get();
    List<Ticket> lately =
        context.work().tickets().lately(Concern.APPROACHED, context.now().minus(SOON), LATELY);
    lately.stream()
        .skip(Math.max(0, lately.size() - READ))
        .filter(told -> !told.requester().equals(ticket.requester()))
        .filter(told -> names(context, told, account))
        .forEach(told -> warn(context, ticket, told.requester()));
  }

  private static boolean names(FlowContext context, Ticket told, String account) {
    boolean proved =
        context.work().tickets().history(told.id()).stream()
            .limit(1)
            .anyMatch(entry -> entry.cause().proved());
    return proved
        && context.work().messages().ofTicket(told.id()).stream()
            .filter(message -> message.writer() != Message.Writer.OWNER)
            .map(message -> keys(context, message.words()))
            .anyMatch(keys -> keys.contains(account));
  }

  private static Set<String> keys(FlowContext context, String words) {
    return ApproachReader.near(words).stream().map(context::accountKey).collect(Collectors.toSet());
  }
}
