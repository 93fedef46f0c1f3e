package dev.latchkey.flow.proving;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CoOwners;
import dev.latchkey.flow.casefile.InTheWay;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.StopNotices;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.Vouched;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.letter.phrase.ClaimPhrase;
import dev.latchkey.letter.phrase.TicketPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.List;
import java.util.Optional;

/**
 * What the words do of somebody who was asked to vouch: a "no" stops the recovery, what only a
 * person can read holds it up, and all of it stands before the staff at once. It is the claimant of
 * this ticket whom they speak about, so that no other one is stopped.
 */
public final class VoucherWords {
  private static final int LONGEST = 2000;

  private final Vouching vouching;
  private final Letters letters;
  private final Notices notices;
  private final StopNotices stops;
  private final KeptStops kept;

  /** What the words amount to. */
  private enum Weight {
    NO,
    UNCLEAR,
    /** They stop nothing: they came beside a code that counts, or from a machine. */
    LIGHT
  }

  public VoucherWords(
      Vouching vouching, Letters letters, Notices notices, StopNotices stops, KeptStops kept) {
    this.kept = kept;
    this.vouching = vouching;
    this.letters = letters;
    this.notices = notices;
    this.stops = stops;
  }

  /** They say no. */
  public Result object(FlowContext context, Ticket ticket, EmailAddress voucher, Incoming mail) {
    boolean stops = ticket.accepts(TicketEvent.VOUCHER_OBJECTED);
    if (stops) {
      context.warn(ticket, Warning.Kind.VOUCHER_OBJECTED, voucher.toString());
    }
    Ticket next = heard(context, ticket, voucher, mail, Weight.NO, false);
    vouching.answer(context, next, voucher, stops ? Vouched.STOPPED : Vouched.TOLD, mail);
    return Result.of(
        stops ? Outcome.VOUCHER_OBJECTED : Outcome.KEPT_WITH_TICKET,
        next,
        "who was asked to vouch says no");
  }

  /** They say something that only a person can read. */
  public Result hold(FlowContext context, Ticket ticket, EmailAddress voucher, Incoming mail) {
    Ticket next = heard(context, ticket, voucher, mail, Weight.UNCLEAR, false);
    Vouched heard = KeptStops.stand(context, next) ? Vouched.WAITS : Vouched.TOLD;
    vouching.answer(context, next, voucher, heard, mail);
    return Result.of(
        Outcome.KEPT_WITH_TICKET, next, "words of who was asked to vouch, for a person to read");
  }

  /** Whether their code counts already, or people decide what becomes of it all. */
  public boolean spoke(FlowContext context, Ticket ticket, EmailAddress voucher) {
    return KeptStops.stand(context, ticket) || CoOwners.hasVouched(context, ticket, voucher);
  }

  /** They say yes after other words, or after their code: whoever reads those needs this too. */
  public Result affirm(FlowContext context, Ticket ticket, EmailAddress voucher, Incoming mail) {
    Ticket told = tell(context, ticket, voucher, mail, false);
    Vouched heard = KeptStops.stand(context, told) ? Vouched.WAITS : Vouched.TOLD;
    vouching.answer(context, told, voucher, heard, mail);
    return Result.of(Outcome.KEPT_WITH_TICKET, told, "who was asked to vouch says yes once more");
  }

  /**
   * Puts their words before the staff and leaves the clock alone.
   *
   * @param counted their code counts
   */
  public Ticket tell(
      FlowContext context, Ticket ticket, EmailAddress voucher, Incoming mail, boolean counted) {
    return heard(context, ticket, voucher, mail, Weight.LIGHT, counted);
  }

  private Ticket heard(
      FlowContext context,
      Ticket before,
      EmailAddress voucher,
      Incoming mail,
      Weight weight,
      boolean counted) {
    TicketEvent event = event(context, before, weight);
    boolean hidden = kept.hides(context, before);
    Ticket next = kept.stop(context, before, event, cause(mail, voucher));
    boolean running = before.state() == TicketState.EXECUTING;
    boolean held = event == TicketEvent.HELD;
    letters.toAllStaff(
        context,
        next,
        new WorkLetter.VoucherAnswered(
            voucher,
            List.of(
                new ClaimPhrase.Requester(next.requester()),
                new TicketPhrase.AboutAccount(context.nameOnRecord(next))),
            new Text(OwnCodes.typed(mail)),
            weight == Weight.NO,
            counted,
            !counted && CoOwners.hasVouched(context, next, voucher),
            next.state(),
            held && !hidden,
            KeptStops.told(context, next),
            KeptStops.stand(context, next),
            running,
            InTheWay.ofResume(context, next).map(Reference::toString)),
        "mail " + mail.id());
    boolean stopped = event == TicketEvent.VOUCHER_OBJECTED;
    if (held || (stopped && running)) {
      notices.off(context, before, next, Optional.of(next.requester()));
    } else if (stopped && !context.work().tickets().wasCarriedOut(next.id())) {
      stops.stopped(context, next);
    }
    if (!hidden && event != TicketEvent.MAIL_ADDED && before.state() != TicketState.CONTESTED) {
      letters.toRequester(
          context,
          next,
          new DecisionLetter.UnderCheck(running, context.announced(before)),
          "mail " + mail.id());
    }
    return next;
  }

  private static TicketEvent event(FlowContext context, Ticket ticket, Weight weight) {
    boolean stands = KeptStops.stand(context, ticket);
    if (weight == Weight.NO && ticket.accepts(TicketEvent.VOUCHER_OBJECTED)) {
      return TicketEvent.VOUCHER_OBJECTED;
    }
    return weight == Weight.UNCLEAR && !stands && ticket.accepts(TicketEvent.HELD)
        ? TicketEvent.HELD
        : TicketEvent.MAIL_ADDED;
  }

  private static Cause cause(Incoming mail, EmailAddress voucher) {
    return Causes.of(
        mail,
        Causes.voucher(voucher),
        mail.authentication(),
        SafeText.cut(OwnCodes.typed(mail), LONGEST));
  }
}
