package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.phrase.TicketPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;

/**
 * What the staff have to know beside the words of an owner: whose request they speak about, and
 * what the same address had proved and said before. Who said "yes, that was me" an hour ago and
 * "not me" now is somebody to be asked.
 */
public final class OwnersPast {
  private static final int MOST = 3;

  private OwnersPast() {}

  /**
   * The facts.
   *
   * @param before the ticket as it was until now
   * @param mail which may have come from another address than the owner's
   */
  public static List<Phrase> facts(
      FlowContext context, Ticket before, EmailAddress owner, Incoming mail) {
    List<Phrase> facts = new ArrayList<>();
    if (!isOwners(mail, owner)) {
      facts.add(new CasePhrase.CameFrom(owner, String.join(", ", mail.mail().from())));
    }
    if (mail.mail().faults().contains(StructureFault.TWINS_DIFFER)) {
      facts.add(new CasePhrase.TextsDiffer());
    }
    context
        .account(before)
        .map(Account::name)
        .map(TicketPhrase.AboutAccount::new)
        .ifPresent(facts::add);
    facts.add(new CasePhrase.ClaimBy(before.reference(), before.requester()));
    context.announced(before).map(CasePhrase.WasAnnounced::new).ifPresent(facts::add);
    List<Phrase> proved =
        context.work().proofs().of(before.id()).stream()
            .filter(piece -> piece.through(owner))
            .map(CaseLines::seen)
            .toList();
    facts.add(
        new CasePhrase.AddressProved(
            proved.isEmpty() ? List.of(new CasePhrase.NothingProved()) : proved));
    return facts;
  }

  /** Whether it came from the owner's own address; who has their letter may write from any. */
  public static boolean isOwners(Incoming mail, EmailAddress owner) {
    return mail.mail().identity().filter(owner::equals).isPresent();
  }

  /** The last mails of that address to the ticket before this one, oldest first. */
  public static List<Passage> earlier(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    List<Message> before =
        context.work().messages().ofTicket(ticket.id()).stream()
            .filter(message -> message.mailId() != mail.id())
            .filter(message -> EmailAddress.find(message.from()).filter(owner::equals).isPresent())
            .filter(message -> !CaseMessages.withoutCodes(message.words()).isBlank())
            .toList();
    return before.stream()
        .skip(Math.max(0, before.size() - MOST))
        .map(
            message ->
                new Passage(
                    CaseMessages.byRequesterOrOwner(ticket, message),
                    new Text(CaseMessages.withoutCodes(message.words()))))
        .toList();
  }
}
