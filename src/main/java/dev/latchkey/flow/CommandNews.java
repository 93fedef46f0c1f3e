package dev.latchkey.flow;

import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What members of staff hear of a command, or of how long a ticket waits. Whoever gets the case of
 * its ticket in the same moment reads it there, and gets no letter besides.
 */
public final class CommandNews {
  private final Map<Reader, News> waiting = new HashMap<>();

  private record Reader(long ticketId, EmailAddress member) {}

  /**
   * What is told.
   *
   * @param done who did what, and what can still be done about it
   * @param words of the command, as they are kept
   */
  public record News(List<Phrase> done, Text words) {
    /** No command is the reason. */
    public static final News NONE = new News(List.of(), Text.NONE);

    public News {
      done = List.copyOf(done);
    }
  }

  CommandNews() {}

  /**
   * Keeps what somebody is to be told until it is taken; no mail has two commands about a ticket.
   */
  public void keep(long ticketId, EmailAddress member, News news) {
    waiting.put(new Reader(ticketId, member), news);
  }

  /** What they are to be told and were not yet: whoever takes it tells it. */
  public Optional<News> take(long ticketId, EmailAddress member) {
    return Optional.ofNullable(waiting.remove(new Reader(ticketId, member)));
  }
}
