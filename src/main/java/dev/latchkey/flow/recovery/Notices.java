package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.PlainName;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.TokenIssuer.OwnerReply;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells every registered address, and those removed lately, what happens to the account; each with
 * a cancel code of its own.
 */
public final class Notices {
  /** Whom nobody has answered for so long writes again. */
  private static final Duration ANSWERED = Duration.ofDays(1);

  /** A time to stop it by that is nearer may have passed when the letter is read. */
  private static final Duration SOON = Duration.ofHours(1);

  private final Letters letters;
  private final TokenIssuer issuer;
  private final OffWithoutDirectory withoutDirectory;
  private final Policy policy;

  public Notices(Letters letters, TokenIssuer issuer, Policy policy) {
    this.letters = letters;
    this.issuer = issuer;
    this.withoutDirectory = new OffWithoutDirectory(letters, issuer);
    this.policy = policy;
  }

  /**
   * At the first real evidence; at most once a day and account, so that nobody is flooded.
   *
   * @param proved who has just answered a code: they know, and hear of it by the next notice, as
   *     does whoever answers one in the same look
   */
  void started(FlowContext context, Ticket ticket, Optional<EmailAddress> proved) {
    if (ticket.state() == TicketState.CONTESTED && OwnerObjections.any(context, ticket)) {
      // They read that it was stopped: what is proved since then begins nothing.
      return;
    }
    Set<EmailAddress> stoppers = stoppers(context, ticket);
    String day = context.now().atZone(ZoneOffset.UTC).toLocalDate().toString();
    for (EmailAddress address : addresses(context, ticket)) {
      if (proved.filter(address::equals).isPresent() || stoppers.contains(address)) {
        continue;
      }
      Challenge<OwnerReply> cancel = issuer.cancel(context, ticket, address);
      letters.toOwnerOfAccount(
          context,
          ticket,
          cancel.reply(),
          new OwnerLetter.NoticeStarted(
              name(context, ticket), cancel.code(), OtherCode.wanted(context, ticket, address)),
          () -> !OtherCode.proved(context, ticket).contains(address),
          day);
    }
  }

  /** Owners whose words it stands still for: they read that it began, and that it stopped. */
  private static Set<EmailAddress> stoppers(FlowContext context, Ticket ticket) {
    return ticket.state().standsStill()
        ? context.work().tickets().history(ticket.id()).stream()
            .filter(entry -> entry.event() == TicketEvent.HELD || entry.event().ownerStops())
            .map(entry -> entry.cause().actor())
            .filter(actor -> actor.kind() == Actor.Kind.OWNER)
            .flatMap(actor -> EmailAddress.find(actor.name()).stream())
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /**
   * At the approval.
   *
   * @param again another notice comes before the execution
   */
  public void approved(FlowContext context, Ticket ticket, Instant executeAt, boolean again) {
    send(
        context,
        ticket,
        code ->
            new OwnerLetter.NoticeApproved(
                name(context, ticket),
                executeAt,
                executeAt.isAfter(context.now()),
                executeAt.isBefore(context.now().plus(SOON)),
                again,
                moves(context, ticket),
                false,
                code));
  }

  /** Before the execution. */
  public void last(FlowContext context, Ticket ticket, Instant executeAt) {
    send(
        context,
        ticket,
        code ->
            new OwnerLetter.NoticeFinal(
                name(context, ticket), executeAt, moves(context, ticket), code));
  }

  /**
   * After the execution: the owners, and who asked. Where somebody asked in the owner's place, it
   * is the owners who read how they get in.
   *
   * @param despite what its requester wrote had put it on hold by then
   */
  public void recovered(FlowContext context, Ticket ticket, boolean despite) {
    boolean another = WritersPlace.isAnothers(context, ticket);
    letters.toRequester(
        context,
        ticket,
        another
            ? new DecisionLetter.RecoveredForAnother(
                ticket.answers().accountName().filter(PlainName::is).orElse(""),
                NewAddress.approved(context, ticket))
            : new DecisionLetter.Recovered(despite, false),
        "round " + ticket.round());
    // A new address is the requester's word: to the ones so far no link goes then.
    boolean theirs = another && !moves(context, ticket);
    send(
        context,
        ticket,
        code ->
            theirs
                ? new OwnerLetter.NoticeBackIn(name(context, ticket), code)
                : new OwnerLetter.NoticeRecovered(name(context, ticket), code));
  }

  /**
   * When an owner objected, and nothing was changed.
   *
   * @return who was told
   */
  List<EmailAddress> stopped(FlowContext context, Ticket ticket) {
    return stopped(context, ticket, false, List.of());
  }

  /**
   * The same.
   *
   * @param breakIn an owner told of somebody in the account, and did not deny that they asked
   * @param also other claims that the same words stopped
   */
  List<EmailAddress> stopped(
      FlowContext context, Ticket ticket, boolean breakIn, List<Ticket> also) {
    String references =
        also.stream()
            .map(Ticket::reference)
            .map(Reference::toString)
            .collect(Collectors.joining(", "));
    return tell(
        context, ticket, new OwnerLetter.NoticeStopped(name(context, ticket), breakIn, references));
  }

  /**
   * When an owner objected to a reset that was carried out, or may have been.
   *
   * @param breakIn they tell of somebody in the account, and do not deny that they asked
   * @param done it was
   * @param security the security contact is told as well
   * @return who was told
   */
  List<EmailAddress> disputed(
      FlowContext context, Ticket ticket, boolean breakIn, boolean done, boolean security) {
    return tell(
        context,
        ticket,
        new OwnerLetter.NoticeDisputed(
            name(context, ticket),
            breakIn,
            done,
            security,
            context.now(),
            context.now().plus(ANSWERED)));
  }

  /**
   * Tells whoever objected to a recovery that it lies before the staff again.
   *
   * @return who was told
   */
  public List<EmailAddress> resumed(FlowContext context, Ticket ticket) {
    Set<EmailAddress> objectors = Objectors.standing(context, ticket);
    List<EmailAddress> told =
        addresses(context, ticket).stream()
            .filter(objectors::contains)
            .filter(address -> !address.equals(ticket.requester()))
            .toList();
    for (EmailAddress address : told) {
      letters.toOwner(
          context,
          ticket,
          issuer.objection(context, ticket, address),
          new OwnerLetter.NoticeDecided(name(context, ticket)),
          "version " + ticket.version());
    }
    return told;
  }

  /**
   * Tells whoever objected to a recovery that was closed and is open again that it stays stopped.
   *
   * @param objectors who did
   */
  void stillStopped(FlowContext context, Ticket ticket, Set<EmailAddress> objectors) {
    boolean reset = context.work().tickets().wasCarriedOut(ticket.id());
    for (EmailAddress address : addresses(context, ticket)) {
      if (objectors.contains(address) && !address.equals(ticket.requester())) {
        letters.toOwner(
            context,
            ticket,
            issuer.objection(context, ticket, address),
            reset
                ? new OwnerLetter.NoticeDisputed(
                    name(context, ticket),
                    false,
                    true,
                    false,
                    context.now(),
                    context.now().plus(ANSWERED))
                : new OwnerLetter.NoticeStopped(name(context, ticket), false, ""),
            "version " + ticket.version());
      }
    }
  }

  /** Tells them that what they read last was a mistake of the staff, and how it stands now. */
  public void restored(FlowContext context, Ticket ticket) {
    if (Objectors.standing(context, ticket).isEmpty()) {
      return;
    }
    if (ticket.state() != TicketState.CONTESTED) {
      resumed(context, ticket);
    } else if (!context.work().tickets().wasCarriedOut(ticket.id())) {
      stopped(context, ticket);
    }
  }

  /** When staff had the account closed to everybody. */
  void frozen(FlowContext context, Ticket ticket) {
    tell(context, ticket, new OwnerLetter.NoticeFrozen(name(context, ticket)));
  }

  /** Who reads the notices about an account. */
  List<EmailAddress> notified(FlowContext context, Ticket ticket) {
    return addresses(context, ticket);
  }

  private List<EmailAddress> tell(FlowContext context, Ticket ticket, OwnerLetter letter) {
    return tell(context, ticket, Set.of(), letter);
  }

  /** Tells the owners but those who hear of it by another letter; whom. */
  private List<EmailAddress> tell(
      FlowContext context, Ticket ticket, Set<EmailAddress> others, OwnerLetter letter) {
    List<EmailAddress> addresses =
        addresses(context, ticket).stream().filter(it -> !others.contains(it)).toList();
    for (EmailAddress address : addresses) {
      letters.toOwner(
          context,
          ticket,
          issuer.objection(context, ticket, address),
          letter,
          "version " + ticket.version());
    }
    return addresses;
  }

  /**
   * When a date that was announced to the owners is off, and nothing was changed.
   *
   * @param before as it was until now; nothing is written where no date had been announced
   * @param told who hears of it by another letter
   * @return whether a date had been announced, and the requester is none of those who were told
   */
  public boolean off(
      FlowContext context, Ticket before, Ticket after, Optional<EmailAddress> told) {
    return off(context, before, after, told.map(Set::of).orElse(Set.of()));
  }

  /**
   * The same.
   *
   * @param told who hear of it by other letters
   */
  public boolean off(FlowContext context, Ticket before, Ticket after, Set<EmailAddress> told) {
    boolean ordered = before.state() == TicketState.EXECUTING;
    if (before.state() != TicketState.COOLING_OFF && !ordered) {
      return false;
    }
    off(context, after, told, ordered);
    return !addresses(context, after).contains(after.requester());
  }

  /** The same, where no other letter tells anybody: who asked had been told a date as well. */
  public void offForAll(FlowContext context, Ticket before, Ticket after) {
    if (off(context, before, after, Set.of())) {
      check(context, before, after, before.state() == TicketState.EXECUTING);
    }
  }

  /**
   * When it is known that a reset which was ordered is not done.
   *
   * @param told who hears of it by another letter
   */
  public void refused(FlowContext context, Ticket after, Optional<EmailAddress> told) {
    off(context, after, told.map(Set::of).orElse(Set.of()), false);
  }

  /** The same, where no other letter tells anybody. */
  public void refusedForAll(FlowContext context, Ticket before, Ticket after) {
    refused(context, after, Optional.empty());
    if (!addresses(context, after).contains(after.requester())) {
      check(context, before, after, false);
    }
  }

  /**
   * The same while the directory is away: whoever was told of the approval hears that nothing
   * happens then, at the address that the notice went to; and so does the requester.
   *
   * @param ordered the account system was asked, so that nobody knows yet whether it was done
   */
  public void offForAllTold(FlowContext context, Ticket before, Ticket after, boolean ordered) {
    withoutDirectory.off(context, before, after, ordered);
    check(context, before, after, ordered);
  }

  private void check(FlowContext context, Ticket before, Ticket after, boolean ordered) {
    letters.toRequester(
        context,
        after,
        new DecisionLetter.UnderCheck(ordered, context.announced(before)),
        "version " + after.version());
  }

  /** When it was reported as done, and was not. */
  public void notDone(FlowContext context, Ticket after) {
    tell(
        context,
        after,
        new OwnerLetter.NoticeNotDone(name(context, after), after.state().approved()));
  }

  /**
   * When the staff tried to carry it out, and it did not work.
   *
   * @param told who hears of it by another letter
   */
  public void failed(FlowContext context, Ticket after, EmailAddress told) {
    tell(context, after, Set.of(told), new OwnerLetter.NoticeFailed(name(context, after)));
  }

  private void off(FlowContext context, Ticket after, Set<EmailAddress> told, boolean ordered) {
    tell(
        context,
        after,
        told,
        new OwnerLetter.NoticeOff(
            name(context, after), ordered, context.work().tickets().wasCarriedOut(after.id())));
  }

  private static boolean moves(FlowContext context, Ticket ticket) {
    return NewAddress.approved(context, ticket).isPresent();
  }

  private void send(FlowContext context, Ticket ticket, Function<String, OwnerLetter> letter) {
    for (EmailAddress address : addresses(context, ticket)) {
      Challenge<OwnerReply> cancel = issuer.cancel(context, ticket, address);
      letters.toOwner(
          context,
          ticket,
          cancel.reply(),
          letter.apply(cancel.code()),
          "version " + ticket.version());
    }
  }

  /** As the account system writes it, never as a requester typed it. */
  private static String name(FlowContext context, Ticket ticket) {
    return context.account(ticket).map(Account::name).orElse("");
  }

  private List<EmailAddress> addresses(FlowContext context, Ticket ticket) {
    Instant since = context.now().minus(policy.times().removedAddressNotified());
    return context.account(ticket).map(account -> account.notifiable(since)).orElse(List.of());
  }
}
