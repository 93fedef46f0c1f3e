package dev.latchkey.flow.reply;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Finds out whether a mail that answers no letter comes from an owner: from a registered address of
 * an account whose recovery somebody else asked for. Only a proved sender counts, or to stop one
 * whom the domain of From sent. The ticket is the one whose letter it answers, that it names, whose
 * account it names, or about which that address was written to; nothing is searched through.
 */
public final class OwnMails {
  private static final int MOST = 5;
  private final OwnerAnswerReader reader = new OwnerAnswerReader();
  private final MessageIds messageIds;

  public OwnMails(MessageIds messageIds) {
    this.messageIds = messageIds;
  }

  /** The owner, and the ticket they write about; empty for everybody else. */
  public Optional<Addressee.Owner> find(FlowContext context, Incoming mail) {
    Optional<EmailAddress> sender =
        mail.sender()
            .filter(who -> mail.trust().level() == SenderTrust.Level.ALIGNED || stops(mail));
    if (sender.isEmpty() || !mail.writtenByPerson()) {
      return Optional.empty();
    }
    EmailAddress owner = sender.get();
    Optional<Ticket> pointed =
        Stream.concat(answered(context, mail, owner), named(context, mail))
            .filter(ticket -> isOthers(context, ticket, owner))
            .findFirst();
    return pointed
        .or(() -> running(context, mail, owner))
        .map(ticket -> Addressee.Owner.alone(ticket.id(), owner));
  }

  /** A stop needs little: that the mail came from the domain in From is enough for it. */
  private boolean stops(Incoming mail) {
    return mail.trust().fromDomain() && mail.triaged().ruledOwner() == OwnerAnswer.OBJECTS;
  }

  /**
   * Whether an address is registered for the account of a recovery that somebody else asked for.
   */
  public static boolean isOwners(FlowContext context, Ticket ticket, EmailAddress address) {
    return !ticket.inquiry() && isOthers(context, ticket, address);
  }

  /** Of a letter to this very address that the mail says it answers. */
  private Stream<Ticket> answered(FlowContext context, Incoming mail, EmailAddress owner) {
    return mail.mail().answeredIds().stream()
        .map(messageIds::outboxIdIn)
        .flatMapToLong(OptionalLong::stream)
        .mapToObj(context.work().outbox()::find)
        .flatMap(Optional::stream)
        .filter(sent -> sent.recipient().equals(owner) && sent.letter().toOwner())
        .flatMap(sent -> sent.ticketId().stream())
        .flatMap(id -> context.work().tickets().find(id).stream());
  }

  /** That it names by its reference. */
  public static Stream<Ticket> named(FlowContext context, Incoming mail) {
    String text = mail.triaged().mail().subject() + "\n" + mail.triaged().reply().generous();
    return Reference.allIn(text)
        .distinct()
        .limit(MOST)
        .flatMap(found -> context.work().tickets().find(found.number()).stream());
  }

  /** One that runs, unless the mail is a request or an answer of the sender's own. */
  private Optional<Ticket> running(FlowContext context, Incoming mail, EmailAddress owner) {
    RequestReading request = mail.triaged().request();
    boolean own =
        request.recovery()
            || mail.claimed().headerOnly()
            || !context.work().tickets().openOfRequester(owner).isEmpty();
    boolean form = request.codeOfConduct().isPresent() || request.acknowledged().isPresent();
    if (own && (form || !deniesAsking(mail))) {
      return Optional.empty();
    }
    Stream<Ticket> ofAccount =
        Stream.concat(mail.account().stream(), mail.oneOf().stream().map(context::accountKey))
            .flatMap(account -> context.work().tickets().leading(account).stream());
    Stream<Ticket> written =
        context.work().tokens().ticketsOfOwner(owner, context.now()).stream()
            .limit(MOST)
            .flatMap(id -> context.work().tickets().find(id).stream());
    return Stream.concat(ofAccount, written)
        .filter(ticket -> !ticket.state().closed() || ticket.state() == TicketState.RECOVERED)
        .filter(ticket -> isOthers(context, ticket, owner))
        .findFirst();
  }

  private boolean deniesAsking(Incoming mail) {
    String subject = mail.triaged().mail().subject();
    return mail.triaged().ruledOwner() == OwnerAnswer.OBJECTS
        && (reader.deniesAsking(mail.triaged().reply().generous()) || reader.deniesAsking(subject));
  }

  private static boolean isOthers(FlowContext context, Ticket ticket, EmailAddress owner) {
    return !ticket.requester().equals(owner)
        && context.account(ticket).filter(account -> knows(account, owner)).isPresent();
  }

  private static boolean knows(Account account, EmailAddress owner) {
    return account.addresses().stream().anyMatch(known -> known.address().equals(owner));
  }
}
