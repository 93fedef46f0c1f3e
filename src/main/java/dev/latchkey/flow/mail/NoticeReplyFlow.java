package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.IssuedToken;

/** A stop word from anywhere, or a reply to a notice. */
public final class NoticeReplyFlow implements MailFlow<Addressee.Owner> {
  private final StopRecovery stopping;
  private final OwnerWords words;

  public NoticeReplyFlow(StopRecovery stopping, OwnerWords words) {
    this.stopping = stopping;
    this.words = words;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Owner from) {
    IssuedToken token = from.token();
    Ticket ticket = context.work().tickets().load(token.ticketId());
    if (token.codeHash().filter(mail.codes()::contains).isPresent()) {
      return stopping.object(context, ticket, token.recipient(), mail, "stop word");
    }
    return words.heard(context, ticket, token.recipient(), mail, "reply token", false);
  }
}
