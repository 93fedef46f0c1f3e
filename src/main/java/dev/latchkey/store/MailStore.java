package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.RawMail;
import dev.latchkey.mail.Sha256;
import dev.latchkey.store.MailMapper.Known;
import dev.latchkey.store.MailMapper.NewMail;
import dev.latchkey.store.MailMapper.Position;
import dev.latchkey.store.MailMapper.Sealed;
import dev.latchkey.store.MailMapper.Waiting;
import dev.latchkey.store.database.Database;
import dev.latchkey.trust.secret.Vault;
import dev.latchkey.trust.secret.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * The mails that arrived. A mail is written here before it is moved out of the inbox; from then on
 * the database owns it. Every content has one row, whatever place it was seen in, and every row
 * ends in one outcome.
 */
public final class MailStore {
  private final Database database;
  private final Seals seals;
  private final long together;
  private final WaitingLine line;
  private final Numbers numbers = new ReservedNumbers();

  /**
   * @param together octets of the mails that are claimed at once; one mail may be larger
   * @param line in which order they are claimed
   */
  public MailStore(Database database, Vault vault, long together, WaitingLine line) {
    this.database = database;
    this.together = together;
    this.line = line;
    this.seals = new Seals(database, vault);
  }

  /**
   * What a call of {@link #store} found.
   *
   * @param fresh how many mails were new
   * @param usedBefore places of new mails that held another mail before: the server has handed out
   *     their numbers again
   */
  public record Stored(int fresh, List<MailLocation> usedBefore) {}

  /**
   * Writes mails as RECEIVED, in one transaction. A mail is known by its content: what is known, or
   * stands twice among them, gets a further place and no second row; a place that is known with
   * other content gets a second mail.
   *
   * @throws StoreConflictException when another process stores one of them at this moment
   */
  public Stored store(List<RawMail> mails, Instant now) {
    List<Hashed> arrived =
        mails.stream().map(mail -> new Hashed(mail, Sha256.hex(mail.bytes().octets()))).toList();
    seals.check();
    return database.inTransaction(
        session -> {
          MailMapper mapper = session.getMapper(MailMapper.class);
          Map<String, Long> ids = new HashMap<>();
          for (Known known : mapper.findBySha256(arrived.stream().map(Hashed::sha256).toList())) {
            ids.put(known.sha256(), known.id());
          }
          CopyMapper copies = session.getMapper(CopyMapper.class);
          for (Hashed mail : arrived) {
            if (ids.containsKey(mail.sha256())) {
              copies.cameAgain(ids.get(mail.sha256()), mail.raw().receivedAt(), now);
            }
          }
          Set<Position> places = positions(mapper, mails);
          Set<MailLocation> used =
              places.stream().map(MailStore::location).collect(Collectors.toSet());
          List<Hashed> fresh =
              arrived.stream().filter(mail -> !ids.containsKey(mail.sha256())).toList();
          List<Sealed> sealed = new ArrayList<>();
          List<MailLocation> usedBefore = new ArrayList<>();
          for (Hashed mail : fresh) {
            if (!ids.containsKey(mail.sha256())) {
              long id = numbers.next(fresh.size(), mapper::nextIds);
              ids.put(mail.sha256(), id);
              mapper.insert(newRow(id, mail, line.place(mail.raw(), now), now));
              byte[] octets = seals.sealMail(id, mail.raw().bytes().octets());
              sealed.add(new Sealed(id, new MailBytes(octets)));
              if (used.contains(mail.raw().location())) {
                usedBefore.add(mail.raw().location());
              }
            }
          }
          sealed.forEach(mapper::insertRaw);
          for (Hashed mail : arrived) {
            MailLocation at = mail.raw().location();
            long id = Objects.requireNonNull(ids.get(mail.sha256()));
            Position position = new Position(at.mailbox(), at.uidValidity(), at.uid(), id);
            if (places.add(position)) {
              mapper.insertPosition(position);
            }
          }
          return new Stored(sealed.size(), usedBefore);
        });
  }

  /**
   * Writes rows for mails as if they had been stored and claimed, in a transaction that is taken
   * back.
   */
  static List<ClaimedMail> rehearse(
      SqlSession session, List<RawMail> mails, Instant now, Numbers numbers) {
    MailMapper mapper = session.getMapper(MailMapper.class);
    List<ClaimedMail> claimed = new ArrayList<>();
    for (RawMail mail : mails) {
      long id = numbers.next(mails.size(), mapper::nextIds);
      Hashed hashed = new Hashed(mail, Sha256.hex(mail.bytes().octets()));
      mapper.insert(newRow(id, hashed, now, now));
      claimed.add(new ClaimedMail(id, 0, mail.headerOnly(), mail.receivedAt(), mail.bytes()));
    }
    return claimed;
  }

  /** The mails that were seen where these stand. */
  private static Set<Position> positions(MailMapper mapper, List<RawMail> mails) {
    Map<MailLocation, List<Long>> folders = new HashMap<>();
    for (RawMail mail : mails) {
      MailLocation at = mail.location();
      folders
          .computeIfAbsent(
              new MailLocation(at.mailbox(), at.uidValidity(), 1), folder -> new ArrayList<>())
          .add(at.uid());
    }
    Set<Position> positions = new HashSet<>();
    folders.forEach(
        (folder, uids) ->
            positions.addAll(mapper.findPositions(folder.mailbox(), folder.uidValidity(), uids)));
    return positions;
  }

  private static MailLocation location(Position row) {
    return new MailLocation(row.mailbox(), row.uidValidity(), row.uid());
  }

  private record Hashed(RawMail raw, String sha256) {}

  private static NewMail newRow(long id, Hashed mail, Instant place, Instant now) {
    RawMail raw = mail.raw();
    return new NewMail(
        id, mail.sha256(), raw.size(), raw.headerOnly(), raw.receivedAt(), now, now, place);
  }

  /**
   * What a call of {@link #claim} took.
   *
   * @param readable to be worked on
   * @param damaged whose stored octets cannot be opened, though the keys are right; theirs are
   *     empty
   * @param gone whose octets are not stored, or not yet: a dump brings them behind their rows;
   *     theirs are empty
   * @param keyless that were sealed with a key that is not configured; theirs are empty
   * @param until the end of the lease
   */
  public record Claim(
      List<ClaimedMail> readable,
      List<ClaimedMail> damaged,
      List<ClaimedMail> gone,
      List<ClaimedMail> keyless,
      Instant until) {

    /** All of them. */
    public List<ClaimedMail> all() {
      List<ClaimedMail> all = new ArrayList<>(damaged);
      all.addAll(gone);
      all.addAll(keyless);
      all.addAll(readable);
      return all;
    }
  }

  /**
   * Claims mails for this process until {@code now + lease}, as they stand in the line, of at most
   * so many octets together when there is more than one; the attempt counts now. A mail that was
   * tried before is claimed alone, and behind what came up to a minute after that: should it end
   * the process, it takes no other mail's attempt with it, and none waits for its attempts.
   *
   * @param pressing only those whose place has come, which of one sender is one in a second
   * @throws VaultException when the key is wrong for everything
   */
  public Claim claim(int limit, Instant now, Duration lease, boolean pressing) {
    seals.check();
    Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    return database.inTransaction(
        session -> {
          MailMapper mapper = session.getMapper(MailMapper.class);
          List<Waiting> batch = batch(line(mapper, now, pressing, limit));
          Claim claim =
              new Claim(
                  new ArrayList<>(),
                  new ArrayList<>(),
                  new ArrayList<>(),
                  new ArrayList<>(),
                  until);
          if (batch.isEmpty()) {
            return claim;
          }
          List<Long> ids = batch.stream().map(Waiting::id).toList();
          mapper.lease(ids, until);
          Map<Long, MailBytes> sealed =
              mapper.findRaw(ids).stream()
                  .collect(Collectors.toMap(Sealed::mailId, Sealed::sealed));
          for (Waiting row : batch) {
            Seals.Opened opened = seals.openMail(session, row.id(), sealed.remove(row.id()));
            ClaimedMail mail = claimed(row, opened.octets());
            switch (opened.standing()) {
              case OPEN -> claim.readable().add(mail);
              case DAMAGED -> claim.damaged().add(mail);
              case GONE -> claim.gone().add(mail);
              case KEY_MISSING -> claim.keyless().add(mail);
            }
          }
          return claim;
        });
  }

  /**
   * Keeps claimed mails for longer, those whose lease still is the one that it was.
   *
   * @return the end of the new lease
   */
  public Instant renew(List<ClaimedMail> mails, Instant until, Instant now, Duration lease) {
    Instant later = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    database.inTransaction(
        session -> {
          session
              .getMapper(MailMapper.class)
              .renew(mails.stream().map(ClaimedMail::id).toList(), until, later);
          return true;
        });
    return later;
  }

  /** The line, in which what was tried in vain stands behind what was not, once for each time. */
  private static List<Waiting> line(MailMapper mapper, Instant now, boolean pressing, int limit) {
    List<Waiting> waiting = mapper.lockWaiting(now, pressing, limit);
    List<Long> ahead = waiting.stream().filter(Waiting::ahead).map(Waiting::id).toList();
    if (ahead.isEmpty()) {
      return waiting;
    }
    mapper.moveBehind(ahead);
    return mapper.lockWaiting(now, pressing, limit);
  }

  private List<Waiting> batch(List<Waiting> waiting) {
    List<Waiting> batch = new ArrayList<>();
    long octets = 0;
    for (Waiting row : waiting) {
      octets += row.headerOnly() ? 0 : row.size();
      if (!batch.isEmpty() && (row.attempts() > 0 || octets > together)) {
        return batch;
      }
      batch.add(row);
      if (row.attempts() > 0) {
        return batch;
      }
    }
    return batch;
  }

  private static ClaimedMail claimed(Waiting row, MailBytes octets) {
    return new ClaimedMail(
        row.id(), row.attempts() + 1, row.headerOnly(), row.receivedAt(), octets);
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

  /** Ends a claim early, its attempt counted; nothing when the lease was lost or it ended. */
  public void postpone(ClaimedMail mail, Instant again) {
    database.inTransaction(
        session -> {
          session.getMapper(MailMapper.class).postpone(mail.id(), mail.attempts(), again);
          return true;
        });
  }

  /** Puts a mail aside, with its octets. */
  public void quarantine(EndedMail ended, Instant now) {
    database.inTransaction(
        session -> {
          MailEnds.write(session, List.of(ended), Map.of(), Set.of(), Set.of(), now);
          return true;
        });
  }

  /** The octets of a mail put aside; none when they are damaged or gone. */
  public Optional<MailBytes> findOctets(long id) {
    return database.inTransaction(
        session ->
            session.getMapper(MailMapper.class).findRaw(List.of(id)).stream()
                .findFirst()
                .flatMap(row -> seals.openMail(session, id, row.sealed()).found()));
  }

  /** How many mails wait for the worker. */
  public long countReceived() {
    return database.inTransaction(session -> session.getMapper(MailMapper.class).countReceived());
  }

  /**
   * Keeps that an inbox was looked at to its end. Of the visits of several processes the one that
   * began last counts.
   */
  public void looked(String mailbox, Instant began) {
    database.inTransaction(
        session -> {
          session.getMapper(MailMapper.class).looked(mailbox, began.truncatedTo(ChronoUnit.MICROS));
          return true;
        });
  }

  /**
   * Mails, newest first.
   *
   * @param outcomes only those that ended so; all, when there are none
   * @param unheard only those that nobody heard
   */
  public List<MailLine> list(Set<String> outcomes, boolean unheard, int limit) {
    return listUnanswered(outcomes, Set.of(), unheard, limit);
  }

  /**
   * The same of those that no letter has answered since.
   *
   * @param answers the letters that answer them
   */
  public List<MailLine> listUnanswered(
      Set<String> outcomes, Set<String> answers, boolean unheard, int limit) {
    return database.inTransaction(
        session -> session.getMapper(MailMapper.class).list(outcomes, answers, unheard, limit));
  }

  /** How many mails ended in which outcome, most first. */
  public List<OutcomeCount> countOutcomes() {
    return database.inTransaction(session -> session.getMapper(MailMapper.class).countOutcomes());
  }
}
