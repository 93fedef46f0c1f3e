package dev.latchkey.bench;

import dev.latchkey.Desk;
import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/**
 * The real sender of a desk, and somebody who hears of each letter that the server accepted.
 *
 * @param accepted may be called by several threads
 */
@NullMarked
record HeardSender(MailSender sender, Consumer<OutboundMail> accepted) implements MailSender {

  /** The outside of a desk with such a sender. */
  static Desk.Outside in(Desk.Outside real, Consumer<OutboundMail> accepted) {
    return new Desk.Outside(
        real.inbox(),
        new HeardSender(real.sender(), accepted),
        real.directory(),
        real.action(),
        real.proofs(),
        real.registry(),
        real.clock(),
        real.random(),
        real.names(),
        real.scanner());
  }

  @Override
  public void send(List<OutboundMail> mails, Hand hand) {
    sender.send(mails, new HeardHand(mails, hand, accepted));
  }

  @Override
  public void check() throws MailTransportException {
    sender.check();
  }

  @Override
  public void close() {
    sender.close();
  }

  private record HeardHand(
      List<OutboundMail> mails, MailSender.Hand hand, Consumer<OutboundMail> accepted)
      implements MailSender.Hand {
    @Override
    public boolean over(int mail) {
      return hand.over(mail);
    }

    @Override
    public void answered(int mail, SendResult answer) {
      hand.answered(mail, answer);
      if (answer instanceof SendResult.Accepted) {
        accepted.accept(mails.get(mail));
      }
    }

    @Override
    public void rests() {
      hand.rests();
    }
  }
}
