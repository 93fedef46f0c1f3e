package dev.latchkey.flow.casefile;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.proof.ProofReply;
import dev.latchkey.triage.proof.ProofReply.Thing;
import dev.latchkey.triage.proof.ProofReplyReader;
import java.util.List;

/**
 * Which proofs a requester says are there: the desk looks for all that it asked for, and puts only
 * into their mouth what they said.
 */
final class SaidProofs {
  private static final ProofReplyReader READER = new ProofReplyReader();
  private final List<ProofReply> replies;

  private SaidProofs(List<ProofReply> replies) {
    this.replies = replies;
  }

  static SaidProofs of(FlowContext context, Ticket ticket) {
    return new SaidProofs(
        context.work().messages().ofTicket(ticket.id()).stream()
            .filter(message -> message.writer() == Message.Writer.REQUESTER)
            .map(message -> READER.read(message.words()))
            .filter(ProofReply::saysDone)
            .toList());
  }

  /** Whether they named it. */
  boolean named(EvidenceClass kind) {
    return replies.stream()
        .flatMap(reply -> reply.done().stream())
        .anyMatch(thing -> kind(thing) == kind);
  }

  /** Whether they said so of nothing in particular. */
  boolean unnamed() {
    return replies.stream().anyMatch(ProofReply::allDone);
  }

  /** What they speak of, who show something there. */
  private static EvidenceClass kind(Thing thing) {
    return switch (thing) {
      case REPOSITORY -> EvidenceClass.BRANCH;
      case SITE -> EvidenceClass.SITE_FILE;
      case DNS -> EvidenceClass.DNS_TXT;
      case KEY -> EvidenceClass.SIGNATURE;
      case PROFILE -> EvidenceClass.PROFILE;
      case CO_OWNER -> EvidenceClass.VOUCHER;
      case RECOVERY_CODE -> EvidenceClass.RECOVERY_CODE;
    };
  }
}
