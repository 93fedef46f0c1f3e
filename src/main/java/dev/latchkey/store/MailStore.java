package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.MailMapper.Known;
import dev.latchkey.store.MailMapper.NewMail;
import dev.latchkey.store.MailMapper.Position;
import dev.latchkey.store.MailMapper.Sealed;
import dev.latchkey.store.MailMapper.Waiting;
import dev.latchkey.trust.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * The mails that arrived. A mail is written here before it is moved out of the inbox; from then on
 * the database owns it. Every place in a mailbox has one row, every content has one row, and every
 * row ends in one outcome.
 */
public final class MailStore {
  private final Database database;
  private final Vault vault;

  public MailStore(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Those of {@code locations}, all of one mailbox, that are stored already. */
  public Set<MailLocation> findStored(List<MailLocation> locations) {
    if (locations.isEmpty()) {
      return Set.of();
    }
    MailLocation any = locations.get(0);
    return database.inTransaction(
        session ->
            session
                .getMapper(MailMapper.class)
                .findPositions(
                    any.mailbox(),
                    any.uidValidity(),
                    locations.stream().map(MailLocation::uid).toList())
                .stream()
                .map(row -> new MailLocation(row.mailbox(), row.uidValidity(), row.uid()))
                .collect(Collectors.toSet()));
  }

  /**
   * Writes mails as RECEIVED, in one transaction. Content that is known, or stands twice among them,
   * gets a second place and no second row.
   *
   * @return how many were new
   * @throws StoreConflictException when another process stores one of them at this moment
   */
  public int store(List<RawMail> mails, Instant now) {
    Map<String, RawMail> byHash = new HashMap<>();
    Map<MailLocation, String> hashes = new HashMap<>();
    for (RawMail mail : mails) {
      String hash = HexFormat.of().formatHex(mail.bytes().sha256());
      byHash.putIfAbsent(hash, mail);
      hashes.put(mail.location(), hash);
    }
    return database.inTransaction(
        session -> {
          MailMapper mapper = session.getMapper(MailMapper.class);
          Map<String, Long> ids = new HashMap<>();
          for (Known known : mapper.findBySha256(byHash.keySet())) {
            ids.put(known.sha256(), known.id());
          }
          Set<String> fresh = new HashSet<>(byHash.keySet());
          fresh.removeAll(ids.keySet());
          if (!fresh.isEmpty()) {
            List<Long> numbers = new ArrayList<>(mapper.nextIds(fresh.size()));
            // In the order of arrival, so that the oldest is worked on first.
            List<Sealed> sealed = new ArrayList<>();
            for (RawMail mail : mails) {
              String hash = hashes.get(mail.location());
              if (fresh.contains(hash) && ids.putIfAbsent(hash, numbers.get(sealed.size())) == null) {
                long id = ids.get(hash);
                mapper.insert(
                    new NewMail(
                        id,
                        hash,
                        mail.size(),
                        mail.headerOnly(),
                        mail.receivedAt(),
                        now,
                        now.truncatedTo(ChronoUnit.MICROS)));
                sealed.add(
                    new Sealed(
                        id, new MailBytes(vault.seal(mail.bytes().octets(), context(id)))));
              }
            }
            sealed.forEach(mapper::insertRaw);
          }
          for (RawMail mail : mails) {
            MailLocation at = mail.location();
            mapper.insertPosition(
                new Position(
                    at.mailbox(), at.uidValidity(), at.uid(), ids.get(hashes.get(at))));
          }
          return fresh.size();
        });
  }

  /** Claims mails for this process until {@code now + lease}, oldest first; the attempt counts now. */
  public List<ClaimedMail> claim(int limit, Instant now, Duration lease) {
    return database.inTransaction(
        session -> {
          MailMapper mapper = session.getMapper(MailMapper.class);
          List<Waiting> waiting = mapper.lockWaiting(now, limit);
          if (waiting.isEmpty()) {
            return List.<ClaimedMail>of();
          }
          List<Long> ids = waiting.stream().map(Waiting::id).toList();
          mapper.lease(ids, now.plus(lease));
          Map<Long, Sealed> raw =
              mapper.findRaw(ids).stream().collect(Collectors.toMap(Sealed::mailId, row -> row));
          return waiting.stream()
              .map(
                  row ->
                      new ClaimedMail(
                          row.id(),
                          row.attempts() + 1,
                          row.size(),
                          row.headerOnly(),
                          row.receivedAt(),
                          new MailBytes(
                              vault.open(
                                  raw.get(row.id()).sealed().octets(), context(row.id())))))
              .toList();
        });
  }

  /** Puts a mail aside, with its octets. */
  public void quarantine(EndedMail ended, Instant now) {
    database.inTransaction(
        session -> {
          end(session, List.of(ended), now);
          return true;
        });
  }

  /** Mails put aside, newest first. */
  public List<QuarantinedMail> listQuarantine(int limit) {
    return database.inTransaction(
        session ->
            session.getMapper(MailMapper.class).listQuarantine(limit).stream()
                .map(QuarantinedMail::of)
                .toList());
  }

  /** One mail put aside. */
  public Optional<QuarantinedMail> findQuarantined(long id) {
    return database.inTransaction(
        session ->
            Optional.ofNullable(session.getMapper(MailMapper.class).findQuarantined(id))
                .map(QuarantinedMail::of));
  }

  /** The octets of a mail put aside. */
  public Optional<MailBytes> findOctets(long id) {
    return database.inTransaction(
        session ->
            session.getMapper(MailMapper.class).findRaw(List.of(id)).stream()
                .findFirst()
                .map(row -> new MailBytes(vault.open(row.sealed().octets(), context(id)))));
  }

  /** Has a mail put aside worked on once more. */
  public boolean replay(long id, Instant now) {
    return database.inTransaction(
        session -> {
          MailMapper mapper = session.getMapper(MailMapper.class);
          boolean there = mapper.findQuarantined(id) != null;
          mapper.replay(id, now);
          return there;
        });
  }

  /** How many mails wait for the worker. */
  public long countReceived() {
    return database.inTransaction(session -> session.getMapper(MailMapper.class).countReceived());
  }

  /** How many mails ended in which outcome, most first. */
  public List<OutcomeCount> countOutcomes() {
    return database.inTransaction(session -> session.getMapper(MailMapper.class).countOutcomes());
  }

  /** Writes outcomes; octets of handled mails go. The caller checks the lease by the row counts. */
  static void end(SqlSession session, List<EndedMail> mails, Instant now) {
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
              ended.subject().map(subject -> cut(subject, 500)).orElse(null),
              ended.written().map(text -> cut(text, 100_000)).orElse(null),
              ended.outcome(),
              cut(ended.reasons(), 2000),
              ended.ticketId().orElse(null),
              now));
    }
    Rows.requireOneEach(session, "the lease on a mail was lost");
    List<Long> done =
        mails.stream().filter(m -> !m.quarantined()).map(m -> m.mail().id()).toList();
    if (!done.isEmpty()) {
      mapper.deleteRaw(done);
    }
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static String context(long id) {
    return "mail " + id;
  }
}
