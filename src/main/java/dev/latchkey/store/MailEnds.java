package dev.latchkey.store;

import dev.latchkey.mail.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;

/** How the mails that were worked on ended, and what of their octets goes with it. */
final class MailEnds {
  private MailEnds() {}

  /**
   * Writes outcomes; octets of handled mails go, but for those of mails that decided something. The
   * caller checks the lease by the row counts.
   *
   * @param heard who heard which mail
   * @param unread whose words have to stand before the staff as something new
   * @param needed whose octets are still read when they are handled
   */
  static void write(
      SqlSession session,
      List<EndedMail> mails,
      Map<Long, Heard> heard,
      Set<Long> unread,
      Set<Long> needed,
      Instant now) {
    MailMapper mapper = session.getMapper(MailMapper.class);
    for (EndedMail ended : mails) {
      mapper.end(
          new MailMapper.Ended(
              ended.mail().id(),
              ended.mail().attempts(),
              ended.quarantined() ? "QUARANTINED" : "HANDLED",
              ended.messageId().orElse(null),
              ended.sender().orElse(null),
              ended.kind().orElse(null),
              ended.subject().map(subject -> SafeText.cut(subject, 500)).orElse(null),
              ended.written().map(text -> SafeText.cut(text, 100_000)).orElse(null),
              ended.outcome(),
              SafeText.cut(ended.reasons(), 2000),
              ended.ticketId().orElse(null),
              heard.containsKey(ended.mail().id()) ? heard.get(ended.mail().id()).name() : null,
              ended.writer().map(Message.Writer::name).orElse(null),
              unread.contains(ended.mail().id()) ? now : null,
              ScanNote.of(ended.files()),
              now));
    }
    Rows.send(session);
    CopyMapper copies = session.getMapper(CopyMapper.class);
    for (EndedMail ended : mails) {
      ended
          .unsafe()
          .ifPresent(
              why -> copies.insert(ended.mail().id(), why.name(), ended.mail().receivedAt(), now));
    }
    List<Long> done =
        mails.stream()
            .filter(m -> !m.quarantined() && !m.decided())
            .map(m -> m.mail().id())
            .filter(id -> !needed.contains(id))
            .toList();
    if (!done.isEmpty()) {
      mapper.deleteRaw(done);
    }
  }

  /** The octets of handled mails that were kept for a while go. */
  static void forget(SqlSession session, Set<Long> mails) {
    if (!mails.isEmpty()) {
      session.getMapper(MailMapper.class).deleteRaw(mails);
    }
  }
}
