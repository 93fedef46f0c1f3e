package dev.latchkey.flow.proving;

import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Mailboxes;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.StillContested;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps what was proved of a ticket, and tells whom it concerns that something is. */
public final class ProofRecorder {
  private final Policy policy;
  private final Notices notices;
  private final MoreProofs more;
  private final RivalClaims rivalry;
  private final StillContested stopped;

  public ProofRecorder(
      Policy policy,
      Notices notices,
      MoreProofs more,
      RivalClaims rivalry,
      StillContested stopped) {
    this.policy = policy;
    this.notices = notices;
    this.more = more;
    this.rivalry = rivalry;
    this.stopped = stopped;
  }

  /**
   * Records that a mail came from a registered address, DMARC passed: worth little, but something.
   */
  public void recordSender(FlowContext context, Ticket ticket, Incoming mail) {
    if (fromRegistered(context, ticket, mail)) {
      add(
          context,
          ticket,
          new Evidence(
              EvidenceClass.REGISTERED_SENDER,
              ticket.requester().toString(),
              context.now(),
              OptionalLong.of(mail.id())));
    }
  }

  /** Whether it proves what {@link #recordSender} records, and nothing did so before. */
  public boolean senderIsNews(FlowContext context, Ticket ticket, Incoming mail) {
    return mail.sender().filter(ticket.requester()::equals).isPresent()
        && fromRegistered(context, ticket, mail)
        && context.work().proofs().of(ticket.id()).stream()
            .noneMatch(piece -> piece.kind() == EvidenceClass.REGISTERED_SENDER);
  }

  private static boolean fromRegistered(FlowContext context, Ticket ticket, Incoming mail) {
    return mail.trust().level() == SenderTrust.Level.ALIGNED
        && context.account(ticket).filter(a -> a.registers(ticket.requester())).isPresent();
  }

  /**
   * Records that a code was answered from the address it was sent to: worth less where nothing says
   * that the mail came from there.
   */
  public Ticket recordCode(
      FlowContext context, Ticket ticket, EmailAddress address, Incoming mail) {
    List<Evidence> before =
        context.work().proofs().of(ticket.id()).stream()
            .filter(piece -> policy.good(piece, context.now()))
            .toList();
    List<EmailAddress> first =
        before.stream()
            .filter(
                piece ->
                    piece.kind() == EvidenceClass.CODE
                        || piece.kind() == EvidenceClass.UNPROVED_CODE)
            .flatMap(piece -> piece.address().stream())
            .toList();
    boolean elsewhere =
        !first.isEmpty() && first.stream().noneMatch(it -> Mailboxes.together(it, address));
    EvidenceClass kind = answered(elsewhere, mail.trust().fromDomain());
    boolean added =
        add(
            context,
            ticket,
            new Evidence(kind, address.toString(), context.now(), OptionalLong.of(mail.id())));
    if (!added) {
      return ticket;
    }
    if (before.stream().noneMatch(piece -> piece.kind().possession())) {
      notices.started(context, ticket, Optional.of(address));
    }
    return stopped.afterProof(
        context,
        context.apply(
            ticket,
            TicketEvent.EVIDENCE_RECORDED,
            Causes.of(mail, Causes.owner(address), "code+" + mail.authentication(), kind.name())));
  }

  /**
   * Records a proof that was seen, and tells every registered address when it is the first. As with
   * a code, a claim that waited beside another one takes the lead with it, or contests it.
   */
  public Ticket record(FlowContext context, Ticket ticket, Evidence piece, Cause cause) {
    boolean first = !OpenProofs.named(context, ticket);
    if (!add(context, ticket, piece)) {
      return ticket;
    }
    if (first && piece.kind().possession()) {
      notices.started(context, ticket, Optional.empty());
    }
    more.seen(context, ticket, piece.kind());
    // While answers are asked for, it is kept for when they are there.
    Ticket recorded =
        context.apply(
            ticket,
            ticket.accepts(TicketEvent.EVIDENCE_RECORDED)
                ? TicketEvent.EVIDENCE_RECORDED
                : TicketEvent.NOTED,
            cause);
    return rivalry.proved(context, stopped.afterProof(context, recorded), cause);
  }

  private static EvidenceClass answered(boolean second, boolean fromDomain) {
    if (fromDomain) {
      return second ? EvidenceClass.SECOND_CODE : EvidenceClass.CODE;
    }
    return second ? EvidenceClass.UNPROVED_SECOND_CODE : EvidenceClass.UNPROVED_CODE;
  }

  /** What was seen so long ago that it counts no more makes way for the same seen now. */
  private boolean add(FlowContext context, Ticket ticket, Evidence piece) {
    context.work().proofs().of(ticket.id()).stream()
        .filter(old -> old.name().equals(piece.name()) && old.source().equals(piece.source()))
        .filter(old -> !policy.good(old, context.now()))
        .forEach(old -> context.work().proofs().remove(ticket.id(), old));
    context.work().domains().wake(ticket.id(), context.now());
    return context.work().proofs().add(ticket.id(), piece);
  }
}
