package dev.latchkey.scenario;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** A server that accepts every mail, but for those to addresses it was told to refuse. */
@NullMarked
public final class MemorySender implements MailSender {
  private final List<OutboundMail> sent = new ArrayList<>();
  private final Set<EmailAddress> refused = new HashSet<>();
  private final Set<EmailAddress> deferred = new HashSet<>();
  private boolean away;

  /** Answers 550 to every mail for {@code address}. */
  public void refuse(EmailAddress address) {
    refused.add(address);
  }

  /** Answers 450 to every mail for {@code address}, until told otherwise. */
  public void defer(EmailAddress address, boolean now) {
    if (now) {
      deferred.add(address);
    } else {
      deferred.remove(address);
    }
  }

  /** Cannot be reached, until told otherwise. */
  public void away(boolean now) {
    away = now;
  }

  /** Everything that was accepted, in order. */
  public List<OutboundMail> sent() {
    return sent;
  }

  @Override
  public void send(List<OutboundMail> mails, Hand hand) {
    for (int i = 0; i < mails.size(); i++) {
      if (hand.over(i)) {
        hand.answered(i, answer(mails.get(i)));
      }
    }
    hand.rests();
  }

  private SendResult answer(OutboundMail mail) {
    if (away) {
      return new SendResult.NoConnection("connection refused");
    }
    if (refused.contains(mail.recipient())) {
      return new SendResult.Refused(550, "no such user");
    }
    if (deferred.contains(mail.recipient())) {
      return new SendResult.Deferred(450, "mailbox busy");
    }
    sent.add(mail);
    return new SendResult.Accepted("250 ok");
  }

  @Override
  public void check() {}
}
