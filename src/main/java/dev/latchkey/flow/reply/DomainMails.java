package dev.latchkey.flow.reply;

import dev.latchkey.check.Mailboxes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.recovery.DomainWord;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the recoveries that a mail is about without asking for one: its writer has an address at
 * the domain of a registered or a requester's one, and names that, or sends on a letter about it. A
 * mailbox belongs to whoever has its domain.
 */
public final class DomainMails {
  /** Whose mailbox answers for the mail of a domain (RFC 2142); providers give these to nobody. */
  private static final Set<String> ANSWER_FOR_DOMAIN =
      Set.of("postmaster", "hostmaster", "abuse", "security", "noc");

  private static final Set<Reason> OF_MAILBOX = EnumSet.of(Reason.LOST_EMAIL_ACCESS, Reason.OTHER);

  private static final int MOST = 5;

  /** So many words of a mail are looked at as the part of an address before the sign. */
  private static final int WORDS = 80;

  private static final Pattern WORD = Pattern.compile("[^\\p{Alnum}.+_-]+");

  /** Whether whoever writes answers for the mail of their domain, and is proved to write. */
  boolean answers(Incoming mail) {
    return mail.trust().level() == SenderTrust.Level.ALIGNED
        && mail.sender().filter(DomainMails::hasRole).isPresent();
  }

  private static boolean hasRole(EmailAddress address) {
    return ANSWER_FOR_DOMAIN.contains(address.local().toLowerCase(Locale.ROOT));
  }

  /** The recoveries that go on, or were carried out, each with the address; none for most mails. */
  public List<DomainWord.About> find(FlowContext context, Incoming mail) {
    EmailAddress writer = mail.sender().orElseThrow();
    RequestReading request = mail.triaged().request();
    boolean form = request.codeOfConduct().isPresent() || request.acknowledged().isPresent();
    boolean role = hasRole(writer);
    if (form || !mail.writtenByPerson()) {
      return List.of();
    }
    Set<EmailAddress> named = addresses(mail, writer, role);
    boolean nothing = named.isEmpty() && mail.carried().references().isEmpty();
    if (nothing || (!role && asks(context, mail, writer))) {
      return List.of();
    }
    List<DomainWord.About> found = new ArrayList<>();
    for (EmailAddress address : named) {
      Stream.concat(
              context.work().tokens().ticketsOfOwner(address, context.now()).stream()
                  .limit(MOST)
                  .flatMap(id -> context.work().tickets().find(id).stream()),
              context.work().tickets().openOfRequester(address).stream())
          .forEach(ticket -> add(found, ticket, address, writer));
    }
    mail.carried().references().stream()
        .flatMap(one -> context.work().tickets().find(one.number()).stream())
        .forEach(
            ticket ->
                at(context, ticket, writer, role)
                    .forEach(address -> add(found, ticket, address, writer)));
    return found.stream().limit(MOST).toList();
  }

  /**
   * Whether it is about a request of the writer's own. That somebody reads a mailbox, or does not,
   * and no account and nothing else that befell them, is said of the mailbox that is named.
   */
  private static boolean asks(FlowContext context, Incoming mail, EmailAddress writer) {
    RequestReading request = mail.triaged().request();
    boolean own = mail.account().isPresent() || !OF_MAILBOX.containsAll(request.reasons());
    return (request.recovery() && own)
        || context.work().tickets().openOfRequester(writer).stream()
            .anyMatch(ticket -> !ticket.inquiry());
  }

  /** Those at the writer's domain that it names, in full or, for who answers for it, in part. */
  private static Set<EmailAddress> addresses(Incoming mail, EmailAddress writer, boolean role) {
    Set<EmailAddress> named = new LinkedHashSet<>();
    mail.triaged().request().addresses().stream()
        .flatMap(text -> EmailAddress.find(text).stream())
        .filter(address -> together(address, writer, role))
        .forEach(named::add);
    if (role) {
      String text = mail.triaged().mail().subject() + " " + mail.triaged().reply().generous();
      List<String> words =
          WORD.splitAsStream(text).filter(word -> word.length() > 1).limit(WORDS).toList();
      String last = "";
      for (String word : words) {
        Stream.of(word, last + "." + word)
            .flatMap(local -> EmailAddress.find(local + "@" + writer.domain()).stream())
            .forEach(named::add);
        last = word;
      }
    }
    named.remove(writer);
    return named;
  }

  private static boolean together(EmailAddress address, EmailAddress writer, boolean role) {
    return role
        ? Mailboxes.together(address, writer)
        : Mailboxes.hands(address).equals(Mailboxes.hands(writer));
  }

  /** The addresses of a recovery at the writer's domain. */
  private static List<EmailAddress> at(
      FlowContext context, Ticket ticket, EmailAddress writer, boolean role) {
    Stream<EmailAddress> registered =
        context.account(ticket).stream()
            .flatMap(account -> account.addresses().stream())
            .map(known -> known.address());
    return Stream.concat(registered, Stream.of(ticket.requester()))
        .filter(address -> !address.equals(writer) && together(address, writer, role))
        .distinct()
        .toList();
  }

  private static void add(
      List<DomainWord.About> found, Ticket ticket, EmailAddress about, EmailAddress writer) {
    boolean matters = !ticket.state().closed() || ticket.state() == TicketState.RECOVERED;
    if (matters
        && !ticket.inquiry()
        && !ticket.requester().equals(writer)
        && found.stream().noneMatch(one -> one.ticket().id() == ticket.id())) {
      found.add(new DomainWord.About(ticket, about));
    }
  }
}
