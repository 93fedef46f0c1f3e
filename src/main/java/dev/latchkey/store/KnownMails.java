package dev.latchkey.store;

import dev.latchkey.mail.RawMail;
import dev.latchkey.mail.Sha256;
import dev.latchkey.store.database.Database;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Which mails have a row, by their octets: for what is taken in once more, or only tried. */
public final class KnownMails {
  private final Database database;

  public KnownMails(Database database) {
    this.database = database;
  }

  /** Those of mails whose octets have no row; one that stands twice among them once. */
  public List<RawMail> unknown(List<RawMail> mails) {
    if (mails.isEmpty()) {
      return List.of();
    }
    Map<String, RawMail> arrived = new LinkedHashMap<>();
    mails.forEach(mail -> arrived.putIfAbsent(Sha256.hex(mail.bytes().octets()), mail));
    return database.inTransaction(
        session -> {
          known(session, arrived).forEach(known -> arrived.remove(known.sha256()));
          return List.copyOf(arrived.values());
        });
  }

  private static List<MailMapper.Known> known(SqlSession session, Map<String, RawMail> arrived) {
    return session.getMapper(MailMapper.class).findBySha256(List.copyOf(arrived.keySet()));
  }

  /**
   * When the last mail arrived that has a row, by its server's clock; while things are held back,
   * the last that had one when that began.
   */
  public Optional<Instant> lastReceived() {
    return database.inTransaction(
        session -> Optional.ofNullable(session.getMapper(MailMapper.class).lastReceived()));
  }
}
