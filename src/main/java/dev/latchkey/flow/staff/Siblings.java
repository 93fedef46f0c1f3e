package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.recovery.StaffTokens;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.secret.IssuedToken;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which ticket a command means that answers a mail about several of one account. */
final class Siblings {
  private static final Set<Verb> NAMED =
      EnumSet.of(Verb.RESUME, Verb.REJECT, Verb.CLOSE, Verb.REDIRECT);

  private Siblings() {}

  /**
   * The token of the ticket that is meant: that of the mail, or that of a ticket which it shows
   * beside and the command names. MERGE names the one that goes on.
   */
  static IssuedToken meant(FlowContext context, IssuedToken answered, StaffCommand command) {
    List<IssuedToken> beside = of(context, answered);
    if (command.verb() == Verb.MERGE) {
      boolean itself =
          command
              .argument()
              .flatMap(Reference::find)
              .filter(into -> into.number() == answered.ticketId())
              .isPresent();
      return itself && beside.size() == 1 ? beside.get(0) : answered;
    }
    return command
        .reference()
        .flatMap(Reference::find)
        .flatMap(named -> beside.stream().filter(it -> it.ticketId() == named.number()).findFirst())
        .orElse(answered);
  }

  /** Why it is not done: it does not say which of the tickets it means. */
  static Optional<Phrase> unnamed(GivenCommand given) {
    boolean several =
        NAMED.contains(given.command().verb())
            && given.command().reference().isEmpty()
            && given.token().filter(it -> !of(given.context(), it).isEmpty()).isPresent();
    return several
        ? Optional.of(
            new CommandPhrase.WhichTicket(given.command().verb(), given.ticket().reference()))
        : Optional.empty();
  }

  /** The newest token of each other open ticket that the mail shows. */
  private static List<IssuedToken> of(FlowContext context, IssuedToken answered) {
    Ticket shown = context.work().tickets().load(answered.ticketId());
    String digest = StaffTokens.besideDigest(shown);
    return LeadingClaim.others(context, shown).stream()
        .flatMap(
            other ->
                context.work().tokens().ofTicket(other.id()).stream()
                    .filter(it -> it.recipient().equals(answered.recipient()))
                    .filter(it -> it.issuedAt().equals(answered.issuedAt()))
                    .filter(it -> it.digest().filter(digest::equals).isPresent())
                    .findFirst()
                    .stream())
        .toList();
  }
}
