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
  private boolean away;

  /** Answers 550 to every mail for {@code address}. */
  public void refuse(EmailAddress address) {
    refused.add(address);
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
  public List<SendResult> send(List<OutboundMail> mails) {
    return mails.stream().map(this::send).toList();
  }

  private SendResult send(OutboundMail mail) {
    if (away) {
      return new SendResult.NoConnection("connection refused");
    }
    if (refused.contains(mail.recipient())) {
      return new SendResult.Refused(550, "no such user");
    }
    sent.add(mail);
    return new SendResult.Accepted("250 ok");
  }

  @Override
  public void check() {}
}
