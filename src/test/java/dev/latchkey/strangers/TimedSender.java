package dev.latchkey.strangers;

import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A way out that notes when a server accepted each letter. */
final class TimedSender implements MailSender {
  private final MailSender sender;
  private final List<Letter> letters = Collections.synchronizedList(new ArrayList<>());

  TimedSender(MailSender sender) {
    this.sender = sender;
  }

  /**
   * A letter that a server accepted.
   *
   * @param nanos when, by {@link System#nanoTime}
   */
  record Letter(OutboundMail mail, long nanos) {}

  /** What was accepted so far, in order. */
  List<Letter> letters() {
    synchronized (letters) {
      return List.copyOf(letters);
    }
  }

  @Override
  public List<SendResult> send(List<OutboundMail> mails) {
    List<SendResult> results = sender.send(mails);
    for (int i = 0; i < mails.size(); i++) {
      note(mails.get(i), results.get(i));
    }
    return results;
  }

  @Override
  public void send(List<OutboundMail> mails, Hand hand) {
    sender.send(
        mails,
        new Hand() {
          @Override
          public boolean over(int mail) {
            return hand.over(mail);
          }

          @Override
          public void answered(int mail, SendResult answer) {
            note(mails.get(mail), answer);
            hand.answered(mail, answer);
          }

          @Override
          public void rests() {
            hand.rests();
          }
        });
  }

  private void note(OutboundMail mail, SendResult answer) {
    if (answer instanceof SendResult.Accepted) {
      letters.add(new Letter(mail, System.nanoTime()));
    }
  }

  @Override
  public void check() throws MailTransportException {
    sender.check();
  }

  @Override
  public void close() {
    sender.close();
  }
}
