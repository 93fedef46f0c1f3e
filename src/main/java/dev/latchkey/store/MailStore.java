package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.MailMapper.Known;
import dev.latchkey.store.MailMapper.NewMail;
import dev.latchkey.store.MailMapper.Position;
import dev.latchkey.store.MailMapper.Sealed;
import dev.latchkey.store.MailMapper.Waiting;
import dev.latchkey.trust.secret.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  /** Octets of the mails that are claimed together; one mail may be larger. */
  private static final long CLAIM_OCTETS = 32 << 20;

  private final Database database;
  private final Vault vault;
  private final Numbers numbers = new Numbers();

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
   * Writes mails as RECEIVED, in one transaction. Content that is known, or stands twice among
   * them, gets a second place and no second row.
   *
   * @return how many were new
   * @throws StoreConflictException when another process stores one of them at this moment
   */
  public int store(List<RawMail> mails, Instant now) {
    List<Hashed> arrived =
        mails.stream()
            .map(mail -> new Hashed(mail, HexFormat.of().formatHex(mail.bytes().sha256())))
            .toList();
    return database.inTransaction(
        session -> {
          MailMapper mapper = session.getMapper(MailMapper.class);
          Map<String, Long> ids = new HashMap<>();
          for (Known known : mapper.findBySha256(arrived.stream().map(Hashed::sha256).toList())) {
            ids.put(known.sha256(), known.id());
          }
          List<Hashed> fresh =
              arrived.stream().filter(mail -> !ids.containsKey(mail.sha256())).toList();
          List<Sealed> sealed = new ArrayList<>();
          for (Hashed mail : fresh) {
            if (!ids.containsKey(mail.sha256())) {
              long id = numbers.next(fresh.size(), mapper::nextIds);
              ids.put(mail.sha256(), id);
              mapper.insert(newRow(id, mail, now));
              byte[] octets = vault.seal(mail.raw().bytes().octets(), context(id));
              sealed.add(new Sealed(id, new MailBytes(octets)));
            }
          }
          sealed.forEach(mapper::insertRaw);
          for (Hashed mail : arrived) {
            MailLocation at = mail.raw().location();
            long id = Objects.requireNonNull(ids.get(mail.sha256()));
            mapper.insertPosition(new Position(at.mailbox(), at.uidValidity(), at.uid(), id));
          }
          return sealed.size();
        });
  }

  private record Hashed(RawMail raw, String sha256) {}

  private static NewMail newRow(long id, Hashed mail, Instant now) {
    RawMail raw = mail.raw();
    return new NewMail(id, mail.sha256(), raw.size(), raw.headerOnly(), raw.receivedAt(), now, now);
  }

  /**
   * Claims mails for this process until {@code now + lease}, oldest first, of at most 32 MB
   * together when there is more than one; the attempt counts now. A mail that was tried before is
   * claimed alone: should it end the process, it takes no other mail's attempt with it.
   */
  public List<ClaimedMail> claim(int limit, Instant now, Duration lease) {
    return database.inTransaction(
        session -> {
          MailMapper mapper = session.getMapper(MailMapper.class);
          List<Waiting> batch = batch(mapper.lockWaiting(now, limit));
          if (batch.isEmpty()) {
            return List.<ClaimedMail>of();
          }
          List<Long> ids = batch.stream().map(Waiting::id).toList();
          mapper.lease(ids, now.plus(lease));
          Map<Long, MailBytes> sealed =
              mapper.findRaw(ids).stream()
                  .collect(Collectors.toMap(Sealed::mailId, Sealed::sealed));
          return batch.stream()
              .map(row -> claimed(row, Objects.requireNonNull(sealed.get(row.id()))))
              .toList();
        });
  }

  private static List<Waiting> batch(List<Waiting> waiting) {
    List<Waiting> batch = new ArrayList<>();
    long octets = 0;
    for (Waiting row : waiting) {
      octets += row.headerOnly() ? 0 : row.size();
      if (!batch.isEmpty() && (row.attempts() > 0 || octets > CLAIM_OCTETS)) {
        return batch;
      }
      batch.add(row);
      if (row.attempts() > 0) {
        return batch;
      }
    }
    return batch;
  }

  private ClaimedMail claimed(Waiting row, MailBytes sealed) {
    byte[] octets = vault.open(sealed.octets(), context(row.id()));
    return new ClaimedMail(
        row.id(),
        row.attempts() + 1,
        row.size(),
        row.headerOnly(),
        row.receivedAt(),
        new MailBytes(octets));
  }

  /**
   * Gives up a claim, whose attempt counts no more; nothing when the lease was lost or it ended.
   */
  public void giveBack(ClaimedMail mail, Instant again) {
    database.inTransaction(
        session -> {
          session.getMapper(MailMapper.class).giveBack(mail.id(), mail.attempts(), again);
          return true;
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

  /**
   * Mails, newest first.
   *
   * @param outcomes only those that ended so; all, when there are none
   */
  public List<MailLine> list(Set<String> outcomes, int limit) {
    return database.inTransaction(
        session -> session.getMapper(MailMapper.class).list(outcomes, limit));
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
    List<Long> done = mails.stream().filter(m -> !m.quarantined()).map(m -> m.mail().id()).toList();
    if (!done.isEmpty()) {
      mapper.deleteRaw(done);
    }
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splits ? length - 1 : length);
  }

  private static String context(long id) {
    return "mail " + id;
  }
}
