package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.flow.reply.OwnerWords;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.IssuedToken;

/** A stop word from anywhere, a reply to a notice, or an owner's mail of its own. */
public final class NoticeReplyFlow implements MailFlow<Addressee.Owner> {
  private final StopRecovery stopping;
  private final OwnerWords words;

  public NoticeReplyFlow(StopRecovery stopping, OwnerWords words) {
    this.stopping = stopping;
    this.words = words;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Owner from) {
    Ticket ticket = context.work().tickets().load(from.ticketId());
    if (from.token().flatMap(IssuedToken::codeHash).filter(code -> says(mail, code)).isPresent()) {
      return stopping.object(context, ticket, from.address(), mail, "stop word");
    }
    String proof = from.token().isPresent() ? "reply token" : "registered address";
    return words.heard(context, ticket, from.address(), mail, proof, false);
  }

  /**
   * A person says a stop word with whatever holds it; a program that repeats our letter does not.
   */
  private static boolean says(Incoming mail, HashValue code) {
    return mail.writtenByPerson() ? mail.codes().contains(code) : mail.typed(code);
  }
}
