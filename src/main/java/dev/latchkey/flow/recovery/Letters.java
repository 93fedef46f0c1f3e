package dev.latchkey.flow.recovery;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.Draft;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.outgoing.MailThread;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes letters to the three parties, each into its own thread with its own reply address. */
public final class Letters {
  private final TokenIssuer issuer;
  private final StaffRoster staff;
  private final DeskSettings settings;

  public Letters(TokenIssuer issuer, StaffRoster staff, DeskSettings settings) {
    this.issuer = issuer;
    this.staff = staff;
    this.settings = settings;
  }

  /**
   * A letter to the requester, in their thread.
   *
   * @param key what makes it this letter and no other, within the ticket
   */
  public void toRequester(
      FlowContext turn,
      Ticket ticket,
      Letter letter,
      String key,
      Map<String, @Nullable Object> values) {
    MailThread thread =
        new MailThread(ticket.threadLast(), ticket.threadRoot().map(List::of).orElse(List.of()));
    turn.send(
        new Draft(
            letter,
            ticket.language(),
            ticket.requester(),
            values,
            thread,
            Optional.of(issuer.thread(turn, ticket)),
            dedupeKey(ticket, letter, key),
            Optional.of(ticket.id())));
  }

  /** A letter to one registered address of the account. */
  public void toOwner(
      FlowContext turn,
      Ticket ticket,
      EmailAddress owner,
      Letter letter,
      Optional<EmailAddress> replyTo,
      String key,
      Map<String, @Nullable Object> values) {
    alone(turn, ticket, letter, ticket.language(), owner, replyTo, key, values);
  }

  /** A letter to one staff member, whose answer goes to {@code replyTo}. */
  public void toStaff(
      FlowContext turn,
      Ticket ticket,
      EmailAddress member,
      Letter letter,
      EmailAddress replyTo,
      String key,
      Map<String, @Nullable Object> values) {
    String language = settings.staffLanguage();
    alone(turn, ticket, letter, language, member, Optional.of(replyTo), key, values);
  }

  /** A letter about a ticket that is part of no thread. */
  private static void alone(
      FlowContext turn,
      Ticket ticket,
      Letter letter,
      String language,
      EmailAddress recipient,
      Optional<EmailAddress> replyTo,
      String key,
      Map<String, @Nullable Object> values) {
    turn.send(
        new Draft(
            letter,
            language,
            recipient,
            values,
            new MailThread(Optional.empty(), List.of()),
            replyTo,
            dedupeKey(ticket, letter, key + ":" + recipient),
            Optional.of(ticket.id())));
  }

  /** A letter to each active staff member, each with a reply address of their own. */
  public void toAllStaff(
      FlowContext turn,
      Ticket ticket,
      Letter letter,
      String key,
      Map<String, @Nullable Object> values) {
    for (StaffMember member : staff.active()) {
      EmailAddress replyTo = issuer.command(turn, ticket, member.address());
      toStaff(turn, ticket, member.address(), letter, replyTo, key, values);
    }
  }

  /** A letter to staff that belongs to no ticket; an answer to it goes to the desk. */
  public void withoutTicket(
      FlowContext turn,
      EmailAddress member,
      Letter letter,
      String key,
      Map<String, @Nullable Object> values) {
    turn.send(
        new Draft(
            letter,
            settings.staffLanguage(),
            member,
            values,
            new MailThread(Optional.empty(), List.of()),
            Optional.empty(),
            letter + ":" + key + ":" + member,
            Optional.empty()));
  }

  /** Tells every active staff member of something that no ticket is about. */
  public void alarm(FlowContext turn, String key, String summary, List<String> lines) {
    for (StaffMember member : staff.active()) {
      withoutTicket(
          turn, member.address(), Letter.ALARM, key, Map.of("summary", summary, "lines", lines));
    }
  }

  private static String dedupeKey(Ticket ticket, Letter letter, String key) {
    return ticket.reference() + ":" + letter + ":" + key;
  }
}
