package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.RawMail;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The line that mails stand in: oldest first, and of whoever writes much each further mail a second
 * behind the one before, so that five thousand mails of one sender do not keep a hundred others
 * waiting. The place only orders those that wait; an idle desk works on all of them at once.
 *
 * <p>It is a virtual clock for each sender (L. Zhang, "VirtualClock", SIGCOMM 1990), with a bound:
 * a sender is who the header says, and anybody can write another's address into one. So whoever
 * floods the desk in the name of an owner puts the owner's "not me" back by {@link #LONGEST}, and
 * by no more.
 *
 * <p>Safe for many threads. Every process has its own, and a new one knows of no mails before it.
 */
public final class WaitingLine {
  /** How far a mail stands behind the one before of the same sender. */
  static final Duration STEP = Duration.ofSeconds(1);

  /** How far back a mail stands at most. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  /** Senders that are remembered: those who wrote last. */
  private static final int REMEMBERED = 10_000;

  private final Function<MailBytes, String> sender;
  private final Map<String, Instant> places =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param sender who a mail says that it is from; all that say nothing may be one
   */
  public WaitingLine(Function<MailBytes, String> sender) {
    this.sender = sender;
  }

  /** The place of the next mail. One that claims to come from the future came now. */
  Instant place(RawMail mail, Instant now) {
    Instant came = mail.receivedAt().isAfter(now) ? now : mail.receivedAt();
    String from = sender.apply(mail.bytes());
    synchronized (places) {
      Instant before = places.getOrDefault(from, Instant.MIN);
      Instant behind =
          before.isBefore(came.minus(STEP)) ? came : earlier(before.plus(STEP), came.plus(LONGEST));
      places.put(from, behind);
      return behind;
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
