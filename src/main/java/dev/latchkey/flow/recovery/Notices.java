package dev.latchkey.flow.recovery;

import dev.latchkey.check.PlainName;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Challenge;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.casefile.OwnerObjections;
import dev.latchkey.flow.recovery.TokenIssuer.OwnerReply;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells every registered address, and those removed lately, that a recovery of the account began,
 * when it is carried out, that it was, and that it is off; what owners stop is {@link StopNotices}.
 */
public final class Notices {
  /** A time to stop it by that is nearer may have passed when the letter is read. */
  private static final Duration SOON = Duration.ofHours(1);

  private final Letters letters;
  private final TokenIssuer issuer;
  private final OffWithoutDirectory withoutDirectory;
  private final OwnerPost post;

  public Notices(Letters letters, TokenIssuer issuer, Policy policy) {
    this.letters = letters;
    this.issuer = issuer;
    this.withoutDirectory = new OffWithoutDirectory(letters, issuer);
    this.post = new OwnerPost(letters, issuer, policy);
  }

  /**
   * At the first real evidence; at most once a day and account, so that nobody is flooded.
   *
   * @param proved who has just answered a code: they know, and hear of it by the next notice, as
   *     does whoever answers one in the same look
   */
  public void started(FlowContext context, Ticket ticket, Optional<EmailAddress> proved) {
    if (KeptStops.contest(context, ticket) && OwnerObjections.any(context, ticket)) {
      // They read that it was stopped: what is proved since then begins nothing.
      return;
    }
    Set<EmailAddress> stoppers = stoppers(context, ticket);
    String day = context.now().atZone(ZoneOffset.UTC).toLocalDate().toString();
    for (EmailAddress address : post.addresses(context, ticket)) {
      if (proved.filter(address::equals).isPresent() || stoppers.contains(address)) {
        continue;
      }
      Challenge<OwnerReply> cancel = issuer.cancel(context, ticket, address);
      letters.toOwnerOfAccount(
          context,
          ticket,
          cancel.reply(),
          new NoticeLetter.NoticeStarted(
              context.nameOnRecord(ticket),
              cancel.code(),
              OtherCode.wanted(context, ticket, address)),
          () -> !OtherCode.proved(context, ticket).contains(address),
          day);
    }
  }

  /** Owners whose words it stands still for: they read that it began, and that it stopped. */
  private static Set<EmailAddress> stoppers(FlowContext context, Ticket ticket) {
    return KeptStops.stand(context, ticket)
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
    post.tellWithStopWord(
        context,
        ticket,
        code ->
            new NoticeLetter.NoticeApproved(
                context.nameOnRecord(ticket),
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
    post.tellWithStopWord(
        context,
        ticket,
        code ->
            new NoticeLetter.NoticeFinal(
                context.nameOnRecord(ticket), executeAt, moves(context, ticket), false, code));
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
            : backIn(context, ticket, despite),
        "round " + ticket.round());
    // A new address is the requester's word: to the ones so far no link goes then.
    boolean theirs = another && !moves(context, ticket);
    post.tellWithStopWord(
        context,
        ticket,
        code ->
            theirs
                ? new NoticeLetter.NoticeBackIn(context.nameOnRecord(ticket), false, false, code)
                : new NoticeLetter.NoticeRecovered(
                    context.nameOnRecord(ticket), false, moves(context, ticket), code));
  }

  /** Where a link goes they read, where it does not go to where they read this. */
  private static DecisionLetter.Recovered backIn(
      FlowContext context, Ticket ticket, boolean despite) {
    Optional<EmailAddress> link = NewAddress.approved(context, ticket);
    boolean here =
        link.map(ticket.requester()::equals)
            .orElseGet(
                () ->
                    context
                        .account(ticket)
                        .filter(account -> account.registers(ticket.requester()))
                        .isPresent());
    return new DecisionLetter.Recovered(
        despite, false, !here, link.filter(address -> !address.equals(ticket.requester())));
  }

  /** After an execution that they had read was off; who asked hears of it by another letter. */
  void recoveredDespite(FlowContext context, Ticket ticket) {
    post.tellWithStopWord(
        context,
        ticket,
        address -> !address.equals(ticket.requester()),
        code ->
            new NoticeLetter.NoticeRecovered(
                context.nameOnRecord(ticket), true, moves(context, ticket), code));
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
    off(context, before, after, told, ordered);
    return !post.addresses(context, after).contains(after.requester());
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
  public void refused(
      FlowContext context, Ticket before, Ticket after, Optional<EmailAddress> told) {
    off(context, before, after, told.map(Set::of).orElse(Set.of()), false);
  }

  /** The same, where no other letter tells anybody. */
  public void refusedForAll(FlowContext context, Ticket before, Ticket after) {
    refused(context, before, after, Optional.empty());
    if (!post.addresses(context, after).contains(after.requester())) {
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
    withoutDirectory.off(context, before, after, Set.of(), ordered);
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
    post.tell(
        context,
        after,
        new NoticeLetter.NoticeNotDone(
            context.nameOnRecord(after), after.state().approved(), false, false));
  }

  /**
   * When the staff tried to carry it out, and it did not work.
   *
   * @param told who hears of it by another letter
   */
  public void failed(FlowContext context, Ticket after, EmailAddress told) {
    post.tell(
        context,
        after,
        address -> !address.equals(told),
        new NoticeLetter.NoticeFailed(context.nameOnRecord(after)));
  }

  private void off(
      FlowContext context, Ticket before, Ticket after, Set<EmailAddress> told, boolean ordered) {
    if (context.account(after).isEmpty()) {
      // It was renamed or deleted meanwhile: whoever was told of the day hears that it is off.
      withoutDirectory.off(context, before, after, told, ordered);
      return;
    }
    post.tell(
        context,
        after,
        address -> !told.contains(address),
        new NoticeLetter.NoticeOff(
            context.nameOnRecord(after),
            ordered,
            context.work().tickets().wasCarriedOut(after.id()),
            after.state().closed()));
    if (before.decidedAt().isPresent()) {
      // An address that is no longer on record was told of the day as well.
      Set<EmailAddress> others = new HashSet<>(post.addresses(context, after));
      others.addAll(told);
      withoutDirectory.off(context, before, after, others, ordered);
    }
  }

  private static boolean moves(FlowContext context, Ticket ticket) {
    return NewAddress.approved(context, ticket).isPresent();
  }
}
