package dev.latchkey.mail;

import java.util.List;

/** Hands mails to the outgoing server, over connections that are kept for the whole list. */
public interface MailSender extends AutoCloseable {

  /**
   * Sends each mail once and says how it went, in the same order. Nothing is thrown for a mail or a
   * server; after a lost connection the rest of the list is answered as {@link
   * SendResult.NoConnection}.
   */
  List<SendResult> send(List<OutboundMail> mails);

  /** Proves that the server can be reached and accepts our login, without sending. */
  void check() throws MailTransportException;

  /** Ends what is kept open; not to be called while {@link #send} runs. */
  @Override
  default void close() {}
}
