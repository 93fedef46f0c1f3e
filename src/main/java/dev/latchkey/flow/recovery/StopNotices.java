package dev.latchkey.flow.recovery;

import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.casefile.Objectors;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells owners what became of a recovery that one of them, or the staff, stopped. */
public final class StopNotices {
  /** Whom nobody has answered for so long writes again. */
  private static final Duration ANSWERED = Duration.ofDays(1);

  private final OwnerPost post;

  public StopNotices(Letters letters, TokenIssuer issuer, Policy policy) {
    this.post = new OwnerPost(letters, issuer, policy);
  }

  /**
   * When an owner objected, and nothing was changed.
   *
   * @return who was told
   */
  public List<EmailAddress> stopped(FlowContext context, Ticket ticket) {
    return stopped(context, ticket, false, List.of(), Optional.empty());
  }

  /**
   * The same.
   *
   * @param breakIn an owner told of somebody in the account, and did not deny that they asked
   * @param also other claims that the same words stopped
   * @param writer who wrote them, if that is known
   */
  public List<EmailAddress> stopped(
      FlowContext context,
      Ticket ticket,
      boolean breakIn,
      List<Ticket> also,
      Optional<EmailAddress> writer) {
    String references =
        also.stream()
            .map(Ticket::reference)
            .map(Reference::toString)
            .collect(Collectors.joining(", "));
    NoticeLetter.NoticeStopped letter =
        new NoticeLetter.NoticeStopped(context.nameOnRecord(ticket), breakIn, references);
    return post.tell(
        context,
        ticket,
        address -> true,
        address -> writer.filter(address::equals).isPresent() ? letter.toWhoSaidIt() : letter);
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
    return post.tell(context, ticket, disputedLetter(context, ticket, breakIn, done, security));
  }

  /**
   * Tells whoever objected to a recovery that it lies before the staff again.
   *
   * @return who was told
   */
  public List<EmailAddress> resumed(FlowContext context, Ticket ticket) {
    Set<EmailAddress> objectors = Objectors.standing(context, ticket);
    return post.tell(
        context,
        ticket,
        address -> objectors.contains(address) && !address.equals(ticket.requester()),
        new NoticeLetter.NoticeDecided(context.nameOnRecord(ticket)));
  }

  /**
   * Tells whoever objected to a recovery that was closed and is open again that it stays stopped.
   *
   * @param objectors who did
   */
  void stillStopped(FlowContext context, Ticket ticket, Set<EmailAddress> objectors) {
    boolean reset = context.work().tickets().wasCarriedOut(ticket.id());
    post.tell(
        context,
        ticket,
        address -> objectors.contains(address) && !address.equals(ticket.requester()),
        reset
            ? disputedLetter(context, ticket, false, true, false)
            : new NoticeLetter.NoticeStopped(context.nameOnRecord(ticket), false, ""));
  }

  /** Tells them that what they read last was a mistake of the staff, and how it stands now. */
  public void restored(FlowContext context, Ticket ticket) {
    if (Objectors.standing(context, ticket).isEmpty()) {
      return;
    }
    if (!KeptStops.contest(context, ticket)) {
      resumed(context, ticket);
    } else if (!context.work().tickets().wasCarriedOut(ticket.id())) {
      stopped(context, ticket);
    }
  }

  /** When staff had the account closed to everybody. */
  void frozen(FlowContext context, Ticket ticket) {
    post.tell(
        context, ticket, new NoticeLetter.NoticeFrozen(context.nameOnRecord(ticket), false, false));
  }

  /** Who reads such notices. */
  List<EmailAddress> readers(FlowContext context, Ticket ticket) {
    return post.addresses(context, ticket);
  }

  private static OwnerLetter disputedLetter(
      FlowContext context, Ticket ticket, boolean breakIn, boolean done, boolean security) {
    return new NoticeLetter.NoticeDisputed(
        context.nameOnRecord(ticket),
        breakIn,
        done,
        security,
        context.now(),
        context.now().plus(ANSWERED),
        false);
  }
}
