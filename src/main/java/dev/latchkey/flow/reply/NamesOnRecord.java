package dev.latchkey.flow.reply;

import dev.latchkey.accounts.CoOwner;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.CoOwners;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.name.TypedName;
import dev.latchkey.triage.owner.OwnerAnswer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The co-owners on record whose account or address stands in an answer, in whatever words: no list
 * of words knows each way to say that somebody knows one. Only where something is proved, for what
 * follows tells who is on record.
 */
final class NamesOnRecord {
  private NamesOnRecord() {}

  /** Empty where the mail objects, wishes for something, or nothing is proved. */
  static List<String> in(FlowContext context, Ticket ticket, Incoming mail) {
    boolean other =
        mail.triaged().owner() != OwnerAnswer.UNCLEAR
            || !mail.triaged().intent().wishes().isEmpty()
            || !mail.triaged().dangers().isEmpty();
    if (other || !OpenProofs.named(context, ticket)) {
      return List.of();
    }
    Set<String> named =
        TypedName.allIn(mail.triaged().reply().answer()).stream()
            .map(context::accountKey)
            .collect(Collectors.toSet());
    return CoOwners.of(context, ticket)
        .filter(
            one ->
                named.contains(CoOwners.key(context, one)) || named.contains(address(context, one)))
        .map(CoOwner::account)
        .distinct()
        .toList();
  }

  private static String address(FlowContext context, CoOwner one) {
    return context.accountKey(one.address().toString());
  }
}
