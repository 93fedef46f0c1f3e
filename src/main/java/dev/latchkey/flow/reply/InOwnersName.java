package dev.latchkey.flow.reply;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.stream.Stream;

/**
 * A mail that nobody can prove, in the name of a registered address of an account that somebody
 * else wants back: whoever decides about that recovery reads in its case that there was one. It
 * stops nothing and counts for nothing, for anybody may write it.
 */
public final class InOwnersName {
  private InOwnersName() {}

  /** Notes it with the open recoveries that it names, by reference or by account. */
  public static void note(FlowContext context, Incoming mail, EmailAddress claimed) {
    if (mail.trust().level() == SenderTrust.Level.ALIGNED) {
      return;
    }
    Stream.concat(
            OwnMails.named(context, mail),
            mail.account().stream()
                .flatMap(account -> context.work().tickets().leading(account).stream()))
        .distinct()
        .filter(ticket -> !ticket.state().closed())
        .filter(ticket -> OwnMails.isOwners(context, ticket, claimed))
        .forEach(ticket -> context.warn(ticket, Warning.Kind.IN_OWNERS_NAME, claimed.toString()));
  }
}
