package dev.latchkey.mail;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Hands mails to the outgoing server, over connections that are kept for the whole list. */
public interface MailSender extends AutoCloseable {

  /**
   * Sends each mail once and has each step of each noted. The threads that send do so, several at
   * once; what one of these throws ends the sending and is thrown again. Nothing is thrown for a
   * mail or a server: after a lost connection the rest of the list is answered as {@link
   * SendResult.NoConnection}, and what cannot be written as a mail, a bug, is refused.
   */
  void send(List<OutboundMail> mails, Hand hand);

  /** Sends one mail of which nobody keeps an account. */
  default SendResult send(OutboundMail mail) {
    AtomicReference<SendResult> answer =
        new AtomicReference<>(new SendResult.NoConnection("not tried"));
    send(
        List.of(mail),
        new Hand() {
          @Override
          public boolean over(int place) {
            return true;
          }

          @Override
          public void answered(int place, SendResult result) {
            answer.set(result);
          }
        });
    return Objects.requireNonNull(answer.get());
  }

  /** Who notes what happens to the mails of a list, each named by its place in it. */
  interface Hand {
    /** Right before a mail is handed over; false when it shall not be, by now. */
    boolean over(int mail);

    /** Right after its answer; of a mail that was not tried, for want of a server, as well. */
    void answered(int mail, SendResult answer);

    /** Nothing follows at once upon the last answer. */
    default void rests() {}
  }

  /** Proves that the server can be reached and accepts our login, without sending. */
  void check() throws MailTransportException;

  /** Ends what is kept open; not to be called while {@link #send} runs. */
  @Override
  default void close() {}
}
