package dev.latchkey.flow.proving;

import dev.latchkey.accounts.SavedCodes;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Mailboxes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.Unchecked;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.CodeOrder;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.sender.SenderTrust;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Has the recovery codes that a requester writes offered to the account system. An offer burns a
 * code, so nobody else's mail brings one; and nobody may guess, so only some are offered a day.
 * Whether the account exists shows in none of it.
 */
public final class SavedCodeOffers {
  /** Of one mail. */
  static final int OF_MAIL = 3;

  /** Not accepted, for a ticket, in {@link #DAY}. */
  static final int OF_TICKET = 5;

  /**
   * The same for an account by one organisation: whoever asks for it under several names guesses no
   * more, and what others try shows in nobody's number.
   */
  static final int OF_HANDS = 10;

  /**
   * The same for an account by everybody: beyond it somebody guesses, whoever that is. It keeps no
   * registered address out, which has a share of its own.
   */
  static final int OF_ACCOUNT = 100;

  private static final Duration DAY = Duration.ofDays(1);

  /** While they try it alone, the code is of more use to them. */
  private static final Set<TicketState> WANTED =
      EnumSet.of(
          TicketState.NEEDS_DETAILS,
          TicketState.PROVING,
          TicketState.IN_REVIEW,
          TicketState.ON_HOLD,
          TicketState.CONTESTED);

  private final boolean supported;
  private final Letters letters;

  /**
   * @param codes {@link SavedCodes#NONE} where nobody checks them
   */
  public SavedCodeOffers(SavedCodes codes, Letters letters) {
    this.supported = !codes.equals(SavedCodes.NONE);
    this.letters = letters;
  }

  /** Offers the codes in a mail of a requester about their ticket; nothing when it holds none. */
  public void offer(FlowContext context, Ticket ticket, Incoming mail) {
    if (mail.triaged().savedCodes() == 0 || !wanted(context, ticket) || !theirs(ticket, mail)) {
      return;
    }
    String key = "mail " + mail.id();
    if (!supported) {
      letters.toRequester(context, ticket, alone(ticket, true), key);
    } else if (!proved(context, ticket, mail)) {
      unchecked(context, ticket, Unchecked.SEND_AGAIN, key);
    } else if (left(context, ticket) == 0) {
      unchecked(context, ticket, Unchecked.TOO_MANY, key);
    } else {
      order(context, ticket, new CodeOrder(ticket.id(), mail.id(), 0));
    }
  }

  /**
   * Tells a requester who holds recovery codes, once a day, how one is used: it gets them in faster
   * than anything else does.
   */
  public void explain(FlowContext context, Ticket ticket) {
    letters.toRequester(
        context,
        ticket,
        alone(ticket, false),
        "held " + context.now().atZone(ZoneOffset.UTC).toLocalDate());
  }

  /**
   * How they use one themselves.
   *
   * @param sent they sent one
   */
  public static EvidenceLetter alone(Ticket ticket, boolean sent) {
    return new EvidenceLetter.SavedCodeAlone(
        sent,
        ticket.answers().reasons().contains(Reason.FORGOT_PASSWORD),
        ticket.state().standsStill());
  }

  /** Whether the account system checks recovery codes at all. */
  public boolean checked() {
    return supported;
  }

  /** Whether a code would still count for it. */
  public boolean wanted(FlowContext context, Ticket ticket) {
    return WANTED.contains(ticket.state())
        && ticket.account().isPresent()
        && !ticket.inquiry()
        && context.work().proofs().of(ticket.id()).stream()
            .noneMatch(piece -> piece.kind() == EvidenceClass.RECOVERY_CODE);
  }

  /** Offers the next code of the same mail; false when that would be one too many. */
  public boolean next(FlowContext context, Ticket ticket, CodeOrder before) {
    boolean may = before.next().index() < OF_MAIL && left(context, ticket) > 0;
    if (may) {
      order(context, ticket, before.next());
    }
    return may;
  }

  /** How many more are offered for it today. */
  public int left(FlowContext context, Ticket ticket) {
    int ofTicket = context.work().executions().countChecks(ticket.id(), since(context));
    List<EmailAddress> all =
        context.work().executions().checkedFor(ticket.account().orElseThrow(), since(context));
    String hands = Mailboxes.hands(ticket.requester());
    int ofHands = (int) all.stream().map(Mailboxes::hands).filter(hands::equals).count();
    boolean registered =
        context.account(ticket).filter(it -> it.registers(ticket.requester())).isPresent();
    return all.size() >= OF_ACCOUNT && !registered
        ? 0
        : Math.max(0, Math.min(OF_TICKET - ofTicket, OF_HANDS - ofHands));
  }

  private static Instant since(FlowContext context) {
    return context.now().minus(DAY);
  }

  private static void order(FlowContext context, Ticket ticket, CodeOrder order) {
    context
        .work()
        .executions()
        .orderCheck(order, ticket.account().orElseThrow(), ticket.requester());
  }

  private void unchecked(FlowContext context, Ticket ticket, Unchecked why, String key) {
    letters.toRequester(context, ticket, new EvidenceLetter.SavedCodeUnchecked(why), key);
  }

  private static boolean theirs(Ticket ticket, Incoming mail) {
    return mail.sender().filter(ticket.requester()::equals).isPresent();
  }

  /** Their server says that it is theirs, or it came to the reply address that only they got. */
  private static boolean proved(FlowContext context, Ticket ticket, Incoming mail) {
    return mail.trust().level() == SenderTrust.Level.ALIGNED
        || mail.replyTokens().stream()
            .flatMap(token -> context.work().tokens().find(token).stream())
            .anyMatch(
                token ->
                    token.purpose() == TokenPurpose.THREAD
                        && token.ticketId() == ticket.id()
                        && token.recipient().equals(ticket.requester()));
  }
}
