package dev.latchkey.store;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.outgoing.DedupeKey;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.store.OutboxMapper.Used;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Mails of ours that a {@link UnitOfWork} promises, and the budgets they are charged to. */
public final class OutgoingLetters {
  /** The address that stands for all of them. */
  public static final String EVERYBODY = "*";

  private final OutboxMapper mapper;
  private final HeldLetterMapper heldMapper;
  private final Numbers numbers;
  private final int batch;
  private final Seals seals;
  private final List<OutboxEntry> entries = new ArrayList<>();
  private final Map<Counter, Integer> charged = new HashMap<>();
  private final Map<Long, MailClass> held = new LinkedHashMap<>();

  /** How many mails of a class went to an address in the window that began at {@code since}. */
  public record Counter(MailClass mailClass, String address, Instant since) {}

  OutgoingLetters(
      OutboxMapper mapper, HeldLetterMapper heldMapper, Numbers numbers, int batch, Seals seals) {
    this.mapper = mapper;
    this.heldMapper = heldMapper;
    this.numbers = numbers;
    this.batch = batch;
    this.seals = seals;
  }

  /**
   * The digests of those of {@code keys} under which a mail was written before, and of those under
   * which one was held back; what an operator had sent of the latter was written.
   */
  public Set<String> findWritten(Collection<DedupeKey> keys) {
    if (keys.isEmpty()) {
      return Set.of();
    }
    Map<String, String> heldBack =
        keys.stream()
            .collect(
                Collectors.toMap(key -> key.heldBack().sha256(), DedupeKey::sha256, (a, b) -> a));
    Set<String> digests = new HashSet<>(heldBack.keySet());
    digests.addAll(heldBack.values());
    Set<String> written = new HashSet<>(mapper.findDedupeKeys(digests));
    entries.stream().map(OutboxEntry::dedupeKey).filter(digests::contains).forEach(written::add);
    List<String> notes = written.stream().filter(heldBack::containsKey).toList();
    if (!notes.isEmpty()) {
      mapper.findSentAfterAll(notes).forEach(note -> written.add(heldBack.get(note)));
    }
    return written;
  }

  /**
   * The counters of these classes for these addresses and {@link #EVERYBODY}, for the day and the
   * hour of now.
   */
  public Map<Counter, Integer> counters(
      Collection<MailClass> classes, Collection<String> addresses, Instant now) {
    Set<String> all = new HashSet<>(addresses);
    all.add(EVERYBODY);
    Set<MailClass> kinds = new HashSet<>(classes);
    classes.stream().map(MailClass::counted).forEach(kinds::add);
    Map<Counter, Integer> counters = new HashMap<>();
    charged.forEach(
        (counter, used) -> {
          if (kinds.contains(counter.mailClass())
              && all.contains(counter.address())
              && List.of(day(now), hour(now)).contains(counter.since())) {
            counters.put(counter, used);
          }
        });
    if (classes.isEmpty()) {
      return counters;
    }
    for (Used row : mapper.findUsed(kinds, all, day(now), hour(now))) {
      counters.merge(
          new Counter(MailClass.valueOf(row.kind()), row.address(), row.windowStart()),
          row.used(),
          Integer::sum);
    }
    return counters;
  }

  /** The number of a new mail of ours. */
  public long nextId() {
    return numbers.next(batch, mapper::nextIds);
  }

  /** Keeps a mail that is never sent, and charged to nothing. */
  public void keep(OutboxEntry dropped) {
    entries.add(dropped);
  }

  /** Keeps a mail that waits for a budget, and is charged when it is sent. */
  public void hold(OutboxEntry entry, MailClass mailClass) {
    entries.add(entry);
    held.put(entry.id(), mailClass);
  }

  /** Keeps a mail to be sent, and charges it to a class. */
  public void add(OutboxEntry entry, MailClass mailClass, Instant now) {
    entries.add(entry);
    charge(mailClass, entry.mail().recipient().toString(), now);
  }

  /** Charges a mail to a recipient to a class. */
  public void charge(MailClass mailClass, String recipient, Instant now) {
    charge(ofAddress(mailClass, recipient, now));
    charge(ofAll(mailClass, now));
  }

  /** Counts one more for today. */
  public void charge(Counter counter) {
    charged.merge(counter, 1, Integer::sum);
  }

  /** The mail of ours with this number: what it was, to whom, about which ticket. */
  public Optional<SentMail> find(long id) {
    return entries.stream()
        .filter(entry -> entry.id() == id)
        .map(SentMail::of)
        .findFirst()
        .or(() -> Optional.ofNullable(mapper.findSent(id)).map(SentMail::of));
  }

  /**
   * What was written about a ticket before this transaction, and what became of it. The moment of
   * sending may come from the clock of another node.
   */
  public List<OutboxView> ofTicket(long ticketId) {
    return mapper.listByTicket(ticketId);
  }

  /**
   * Letters about tickets that were given up at {@code since} or later, and of which the history
   * does not say so yet; oldest first.
   */
  public List<LostLetter> refused(Collection<LetterKind> letters, Instant since, int limit) {
    return mapper.listUnnoted(letters, since, limit);
  }

  /** What counts the letters of a class to an address. */
  public static Counter ofAddress(MailClass mailClass, String recipient, Instant now) {
    return new Counter(mailClass.counted(), recipient, day(now));
  }

  /** What counts the letters of a class to everybody. */
  public static Counter ofAll(MailClass mailClass, Instant now) {
    return new Counter(mailClass, EVERYBODY, hour(now));
  }

  /** The day that a budget for an address runs over. */
  public static Instant day(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS);
  }

  /** The hour that a budget for everybody runs over. */
  public static Instant hour(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS);
  }

  void flush() {
    for (OutboxEntry entry : entries) {
      mapper.insert(row(entry));
    }
    held.forEach(heldMapper::charge);
    // In one order, so that two transactions cannot wait for each other.
    charged.entrySet().stream()
        .map(e -> used(e.getKey(), e.getValue()))
        .sorted((a, b) -> (a.kind() + a.address()).compareTo(b.kind() + b.address()))
        .forEach(mapper::addUsed);
  }

  private static Used used(Counter counter, int mails) {
    return new Used(counter.mailClass().name(), counter.address(), counter.since(), mails);
  }

  private OutboxMapper.Row row(OutboxEntry entry) {
    byte[] sealed = seals.sealLetter(entry.id(), OutboundMailCodec.write(entry.mail()));
    return new OutboxMapper.Row(
        entry.id(),
        entry.ticketId().orElse(null),
        entry.letter(),
        entry.dedupeKey(),
        entry.mail().recipient().toString(),
        entry.mail().messageId(),
        new MailBytes(sealed),
        entry.writtenAt(),
        entry.state(),
        entry.attempts(),
        entry.nextAttemptAt(),
        entry.lastAnswer().orElse(null),
        entry.sentAt().orElse(null));
  }

  static OutboxEntry entry(OutboxMapper.Row row, byte[] mail) {
    return new OutboxEntry(
        row.id(),
        Optional.ofNullable(row.ticketId()),
        row.letter(),
        row.dedupeKey(),
        OutboundMailCodec.read(mail),
        row.createdAt(),
        row.state(),
        row.attempts(),
        row.nextAttemptAt(),
        Optional.ofNullable(row.lastAnswer()),
        Optional.ofNullable(row.sentAt()));
  }
}
