package dev.latchkey.transport;

import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What a server answers to each mail of a list, in its order, when all are handed over. */
@NullMarked
final class Answers implements MailSender.Hand {
  private final List<@Nullable SendResult> answers;

  private Answers(int mails) {
    answers = Collections.synchronizedList(new ArrayList<>(Collections.nCopies(mails, null)));
  }

  static List<SendResult> to(MailSender sender, List<OutboundMail> mails) {
    Answers answers = new Answers(mails.size());
    sender.send(mails, answers);
    return answers.answers.stream().map(Objects::requireNonNull).toList();
  }

  @Override
  public boolean over(int mail) {
    return true;
  }

  @Override
  public void answered(int mail, SendResult answer) {
    answers.set(mail, answer);
  }
}
