package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
  private final TokenIssuer issuer;

  public HaltRecovery(Letters letters, Notices notices, TokenIssuer issuer) {
    this.letters = letters;
    this.notices = notices;
    this.issuer = issuer;
  }

  /**
   * Stops the clock of the ticket, where its state allows it, and of every other recovery of the
   * account that is not the owner's own.
   *
   * @param ticket the one that they answered about
   * @param owner whom the reply address was given to
   */
  public Result halt(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    List<Ticket> others =
        LeadingClaim.others(context, ticket).stream()
            .filter(other -> !other.state().standsStill())
            .filter(other -> !LeadingClaim.own(context, other, owner))
            .toList();
    Ticket kept = halt(context, ticket, owner, mail, true);
    Ticket heard = kept;
    for (Ticket other : others) {
      Ticket halted = halt(context, other, owner, mail, true);
      heard = ticket.state().closed() ? halted : heard;
    }
    boolean ordered =
        Stream.concat(Stream.of(ticket), others.stream())
            .anyMatch(one -> one.state() == TicketState.EXECUTING);
    answer(context, heard, owner, mail, ordered, false);
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "an owner's words that a person has to read");
  }

  /** Puts the words before the staff and leaves the clock alone: a machine may have sent them. */
  public Result tell(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    Ticket kept = halt(context, ticket, owner, mail, false);
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "words from an owner's reply address");
  }

  /** The same, and the owner hears who has their words. */
  public void tellAndAnswer(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    Ticket kept = halt(context, ticket, owner, mail, false);
    answer(context, kept, owner, mail, false, false);
  }

  private Ticket halt(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, boolean may) {
    boolean hold = may && !ticket.state().standsStill() && ticket.accepts(TicketEvent.HELD);
    Ticket kept =
        context.apply(ticket, hold ? TicketEvent.HELD : TicketEvent.MAIL_ADDED, cause(mail, owner));
    boolean running = ticket.state() == TicketState.EXECUTING;
    if (hold || !wroteMuch(context, ticket, owner)) {
      letters.toAllStaffAboutOwner(
          context,
          kept,
          owner,
          new AlertLetter.OwnerAnswered(
              owner,
              new Text(mail.triaged().reply().generous()),
              OwnersPast.facts(context, ticket, owner, mail),
              OwnersPast.earlier(context, ticket, owner, mail),
              kept.state(),
              hold,
              kept.state().standsStill(),
              running),
          "mail " + mail.id());
    }
    if (hold) {
      tellTheOthers(context, ticket, kept, owner, mail);
    }
    return kept;
  }

  /** Whether the staff read so much of an owner today that the rest waits for the digest. */
  private static boolean wroteMuch(FlowContext context, Ticket ticket, EmailAddress owner) {
    Instant dayAgo = context.now().minus(Duration.ofDays(1));
    return context.work().messages().ofTicket(ticket.id()).stream()
            .filter(message -> message.from().equals(owner.toString()))
            .filter(message -> message.receivedAt().isAfter(dayAgo))
            .count()
        >= AT_ONCE;
  }

  private void tellTheOthers(
      FlowContext context, Ticket before, Ticket held, EmailAddress owner, Incoming mail) {
    // Who is not answered, for a program may have written, was told the date all the same.
    boolean answered = mail.triaged().kind().mayAnswer();
    notices.off(context, before, held, Optional.of(owner).filter(it -> answered));
    if (!held.requester().equals(owner)) {
      letters.toRequester(
          context,
          held,
          new RequesterLetter.UnderCheck(
              before.state() == TicketState.EXECUTING, context.announced(before)),
          "mail " + mail.id());
    }
  }

  /**
   * Tells the owner where their words are, and what that means for the account; and whoever wrote
   * from another address in their place.
   *
   * @param ordered the recovery had been ordered when they came
   * @param denied they said that it was not them
   */
  void answer(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      boolean ordered,
      boolean denied) {
    if (mail.triaged().kind().mayAnswer()) {
      letters.toOwner(
          context,
          ticket,
          issuer.objection(context, ticket, owner),
          heard(context, ticket, ordered, denied),
          "mail " + mail.id());
      answerWriter(context, ticket, owner, mail, ordered, denied);
    }
  }

  /**
   * Tells the same to whoever wrote from another address than the owner's, with the owner's stop
   * word or to their reply address: they have read a letter to the owner. Nobody else's address is
   * believed than one that the mail server proved.
   */
  void answerWriter(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      boolean ordered,
      boolean denied) {
    mail.sender()
        .filter(writer -> !writer.equals(owner) && mail.mayBeAnswered(false))
        .filter(writer -> !writer.equals(ticket.requester()))
        // Another address of the account has the notices.
        .filter(writer -> context.account(ticket).filter(it -> it.registers(writer)).isEmpty())
        .ifPresent(
            writer ->
                letters.toOwner(
                    context,
                    ticket,
                    issuer.objection(context, ticket, owner).readBy(writer),
                    heard(context, ticket, ordered, denied),
                    "mail " + mail.id()));
  }

  private static OwnerLetter heard(
      FlowContext context, Ticket ticket, boolean ordered, boolean denied) {
    return new OwnerLetter.OwnerHeard(
        context.account(ticket).map(Account::name).orElse(""),
        ticket.state().standsStill(),
        context.work().tickets().wasCarriedOut(ticket.id()),
        ticket.state().closed(),
        ordered,
        !denied);
  }

  private static Cause cause(Incoming mail, EmailAddress owner) {
    return Causes.of(
        mail,
        Causes.owner(owner),
        mail.authentication(),
        SafeText.cut(mail.triaged().reply().generous(), LONGEST));
  }
}
