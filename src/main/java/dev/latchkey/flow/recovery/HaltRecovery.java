package dev.latchkey.flow.recovery;

import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.InTheWay;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.casefile.OwnersPast;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.CodeBeside;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.SecurityLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.store.SentMail;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.MessageIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stops the clock because an owner wrote something that only a person can read, and puts their
 * words before the staff at once. As with an objection, it is the account that they speak about.
 */
public final class HaltRecovery {
  private static final int LONGEST = 2000;

  /**
   * Mails of one owner about one ticket that are mailed to the staff on the day; the rest waits.
   */
  private static final int AT_ONCE = 5;

  private final Letters letters;
  private final Notices notices;
  private final OwnerReceipts receipts;
  private final SecurityContact security;
  private final MessageIds messageIds;
  private final KeptStops kept;

  /**
   * What became of a ticket.
   *
   * @param told all staff are mailed the words now; else they stand in the digest
   */
  private record Kept(Ticket ticket, boolean told) {}

  public HaltRecovery(
      Letters letters,
      Notices notices,
      OwnerReceipts receipts,
      SecurityContact security,
      MessageIds messageIds,
      KeptStops kept) {
    this.kept = kept;
    this.letters = letters;
    this.notices = notices;
    this.receipts = receipts;
    this.security = security;
    this.messageIds = messageIds;
  }

  /**
   * Stops the clock of the ticket, where its state allows it, and of every other recovery of the
   * account that is not the owner's own.
   *
   * @param ticket the one that they answered about
   * @param owner whom the reply address was given to
   */
  public Result halt(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    return halt(context, ticket, owner, mail, CodeBeside.NONE);
  }

  /**
   * The same of words that stand beside a code.
   *
   * @param code whether it counts
   */
  public Result halt(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, CodeBeside code) {
    List<Ticket> others =
        LeadingClaim.others(context, ticket).stream()
            .filter(other -> !KeptStops.stand(context, other))
            .filter(other -> !LeadingClaim.own(context, other, owner))
            .toList();
    Kept first = halt(context, ticket, owner, mail, true);
    Ticket heard = first.ticket();
    boolean told = first.told();
    for (Ticket other : others) {
      Kept halted = halt(context, other, owner, mail, true);
      heard = ticket.state().closed() ? halted.ticket() : heard;
      told |= halted.told();
    }
    boolean ordered =
        Stream.concat(Stream.of(ticket), others.stream())
            .anyMatch(one -> one.state() == TicketState.EXECUTING);
    receipts.heard(context, heard, owner, mail, ordered, told, code);
    return Result.of(
        Outcome.KEPT_WITH_TICKET, first.ticket(), "an owner's words that a person has to read");
  }

  /** Puts the words before the staff and leaves the clock alone: a machine may have sent them. */
  public Result tell(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    Kept noted = halt(context, ticket, owner, mail, false);
    return Result.of(
        Outcome.KEPT_WITH_TICKET, noted.ticket(), "words from an owner's reply address");
  }

  /**
   * Puts a yes before the staff where it may change what they do, and says so to whoever wrote it.
   */
  public Result agreed(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    Kept noted = halt(context, ticket, owner, mail, false);
    receipts.noted(context, noted.ticket(), owner, mail, noted.told());
    return Result.of(Outcome.KEPT_WITH_TICKET, noted.ticket(), "the owner says that it was them");
  }

  /** The same, and the owner hears who has their words. */
  public void tellAndAnswer(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    Kept noted = halt(context, ticket, owner, mail, false);
    receipts.heard(context, noted.ticket(), owner, mail, false, noted.told(), CodeBeside.COUNTS);
  }

  private Kept halt(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, boolean may) {
    boolean hold = may && !KeptStops.stand(context, ticket) && ticket.accepts(TicketEvent.HELD);
    boolean hidden = kept.hides(context, ticket);
    boolean told = hold || !wroteMuch(context, ticket, owner);
    Ticket heard =
        hold
            ? kept.stop(context, ticket, TicketEvent.HELD, cause(mail, owner))
            : context.apply(ticket, TicketEvent.MAIL_ADDED, cause(mail, owner));
    boolean running = ticket.state() == TicketState.EXECUTING;
    if (told) {
      letters.toAllStaffAboutOwner(
          context,
          heard,
          owner,
          new AlertLetter.OwnerAnswered(
              owner,
              answersUs(context, owner, mail),
              OwnerReceipts.unreadable(mail).isPresent(),
              new Text(OwnCodes.typed(mail)),
              facts(context, ticket, heard, owner, mail),
              OwnersPast.earlier(context, ticket, owner, mail),
              heard.state(),
              hold && !hidden,
              KeptStops.stand(context, heard),
              running,
              reopens(context, heard, owner),
              InTheWay.ofResume(context, heard).map(Reference::toString)),
          "mail " + mail.id());
      if (AccountAlarm.stands(context, heard)) {
        security.tell(
            context,
            heard,
            new SecurityLetter.SecurityObjection(
                context.nameOnRecord(heard),
                owner,
                false,
                false,
                true,
                new Text(OwnCodes.typed(mail))),
            "mail " + mail.id());
      }
    }
    if (hold) {
      tellTheOthers(context, ticket, heard, owner, mail, hidden);
    }
    return new Kept(heard, told);
  }

  private static List<Phrase> facts(
      FlowContext context, Ticket before, Ticket heard, EmailAddress owner, Incoming mail) {
    List<Phrase> facts = new ArrayList<>(OwnersPast.facts(context, before, owner, mail));
    KeptStops.told(context, heard).ifPresent(facts::add);
    return facts;
  }

  /** Whether their own request is closed without a reset, and REOPEN begins it again. */
  private static boolean reopens(FlowContext context, Ticket ticket, EmailAddress owner) {
    return ticket.requester().equals(owner)
        && ticket.state() != TicketState.RECOVERED
        && ticket.accepts(TicketEvent.REOPENED_BY_STAFF)
        && LeadingClaim.others(context, ticket).isEmpty();
  }

  /**
   * Whether the staff read so much of an owner today that the rest waits for the digest. What the
   * same person wrote as the requester, and their codes, are no such words.
   */
  private static boolean wroteMuch(FlowContext context, Ticket ticket, EmailAddress owner) {
    Instant dayAgo = context.now().minus(Duration.ofDays(1));
    return context.work().tickets().history(ticket.id()).stream()
            .filter(
                entry ->
                    entry.event() == TicketEvent.MAIL_ADDED || entry.event() == TicketEvent.HELD)
            .filter(entry -> entry.cause().actor().equals(Causes.owner(owner)))
            .filter(entry -> entry.at().isAfter(dayAgo))
            .count()
        >= AT_ONCE;
  }

  private void tellTheOthers(
      FlowContext context,
      Ticket before,
      Ticket held,
      EmailAddress owner,
      Incoming mail,
      boolean hidden) {
    // Who is not answered, for a program may have written, was told the date all the same.
    boolean answered = mail.triaged().kind().mayAnswer();
    Set<EmailAddress> told = new HashSet<>();
    if (answered) {
      told.add(owner);
    }
    if (!held.requester().equals(owner)) {
      // Who asked reads the same in a letter of their own.
      told.add(held.requester());
    }
    notices.off(context, before, held, told);
    if (!hidden && !held.requester().equals(owner)) {
      letters.toRequester(
          context,
          held,
          new DecisionLetter.UnderCheck(
              before.state() == TicketState.EXECUTING, context.announced(before)),
          "mail " + mail.id());
    }
  }

  /** Whether it answers a letter to that address, or carries what only such a letter had. */
  private boolean answersUs(FlowContext context, EmailAddress owner, Incoming mail) {
    Stream<EmailAddress> told =
        Stream.concat(
                mail.replyTokens().stream()
                    .flatMap(token -> context.work().tokens().find(token).stream()),
                Stream.concat(mail.codes().stream(), mail.carried().stopWords().stream())
                    .flatMap(code -> context.work().tokens().findByCode(code).stream()))
            .map(IssuedToken::recipient);
    Stream<EmailAddress> written =
        mail.mail().answeredIds().stream()
            .map(messageIds::outboxIdIn)
            .flatMapToLong(OptionalLong::stream)
            .mapToObj(context.work().outbox()::find)
            .flatMap(Optional::stream)
            .map(SentMail::recipient);
    return Stream.concat(told, written).anyMatch(owner::equals);
  }

  private static Cause cause(Incoming mail, EmailAddress owner) {
    return Causes.of(
        mail,
        Causes.owner(owner),
        mail.authentication(),
        SafeText.cut(OwnCodes.typed(mail), LONGEST));
  }
}
