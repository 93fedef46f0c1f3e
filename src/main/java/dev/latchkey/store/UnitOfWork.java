package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.trust.secret.HashValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * One transaction of the desk over one or many mails. What is read is locked and read once; what is
 * written is seen by the next mail at once and sent to the database a table at a time at the end.
 *
 * <p>A batch tells beforehand what it will ask ({@link #prefetch}), so that many mails cost as many
 * round trips as one. What was not told is read when it is asked for.
 */
public final class UnitOfWork {
  private final SqlSession session;
  private final Instant now;
  private final Tickets tickets;
  private final Proofs proofs;
  private final Digits digits;
  private final AskedProofs askedProofs;
  private final FirstRecords firstRecords;
  private final WantedLooks wantedLooks;
  private final Domains domains;
  private final Deeds deeds;
  private final StaffWaits staffWaits;
  private final Tokens tokens;
  private final OutgoingLetters outbox;
  private final HeldLetters held;
  private final Executions executions;
  private final List<EndedMail> ended = new ArrayList<>();
  private final Map<Long, Heard> heard = new HashMap<>();
  private final Messages messages;

  UnitOfWork(SqlSession session, Instant now, DeskStore.Sequences numbers, int batch, Seals seals) {
    this.session = session;
    this.now = now;
    this.tickets = new Tickets(session, numbers.tickets(), batch);
    this.proofs = new Proofs(session.getMapper(TicketMapper.class), tickets);
    this.digits = new Digits(session.getMapper(TicketMapper.class));
    this.askedProofs = new AskedProofs(session.getMapper(AskedProofMapper.class), tickets);
    this.firstRecords = new FirstRecords(session.getMapper(RecordMapper.class), tickets);
    this.wantedLooks = new WantedLooks(session.getMapper(WantedLookMapper.class));
    this.domains = new Domains(session.getMapper(DomainMapper.class));
    this.staffWaits = new StaffWaits(session, tickets, now);
    this.deeds = new Deeds(session.getMapper(TicketMapper.class));
    this.tokens =
        new Tokens(session.getMapper(TokenMapper.class), numbers.tokens(), tickets::isNew);
    this.outbox =
        new OutgoingLetters(
            session.getMapper(OutboxMapper.class),
            session.getMapper(HeldLetterMapper.class),
            numbers.outbox(),
            batch,
            seals);
    this.held = new HeldLetters(session, seals);
    this.executions = new Executions(session, now);
    this.messages = new Messages(session.getMapper(MailMapper.class), ended);
  }

  /** The moment of this transaction, to the microsecond; the clock is read once. */
  public Instant now() {
    return now;
  }

  /** Tickets and their histories. */
  public Tickets tickets() {
    return tickets;
  }

  /** Evidence, approvals and warnings. */
  public Proofs proofs() {
    return proofs;
  }

  /** The six digits that members of staff gave. */
  public Digits digits() {
    return digits;
  }

  /** What was asked for, beyond codes. */
  public AskedProofs askedProofs() {
    return askedProofs;
  }

  /** What accounts had on record at first. */
  public FirstRecords firstRecords() {
    return firstRecords;
  }

  /** Looks for proofs that requesters had made at once. */
  public WantedLooks wantedLooks() {
    return wantedLooks;
  }

  /** Domains of addresses. */
  public Domains domains() {
    return domains;
  }

  /** What commands of the staff did to them. */
  public Deeds deeds() {
    return deeds;
  }

  /** What waits for the staff. */
  public StaffWaits staffWaits() {
    return staffWaits;
  }

  /** Reply addresses, codes and stop words that were given out. */
  public Tokens tokens() {
    return tokens;
  }

  /** Letters that are to go, and those that went. */
  public OutgoingLetters outbox() {
    return outbox;
  }

  /** Those of them that wait for their budget. */
  public HeldLetters held() {
    return held;
  }

  /** Orders to the account system. */
  public Executions executions() {
    return executions;
  }

  /** What people wrote. */
  public Messages messages() {
    return messages;
  }

  /** Reads, in one query each, what the mails of a batch will ask for. */
  public void prefetch(
      Collection<HashValue> replyTokens,
      Collection<HashValue> codes,
      Collection<String> accounts,
      Collection<EmailAddress> requesters) {
    tickets.prefetch(tokens.prefetch(replyTokens, codes), accounts, requesters);
    tokens.prefetchOwners(requesters, now);
  }

  /**
   * The first mails with this Message-ID, sender, subject and words: the same mail, whatever its
   * trace fields say, or one in its name.
   */
  public List<AlikeMail> alike(String messageId, String sender, String subject, String written) {
    List<AlikeMail> alike =
        new ArrayList<>(
            session
                .getMapper(MailMapper.class)
                .listAlike(
                    messageId, sender, SafeText.cut(subject, 500), SafeText.cut(written, 100_000)));
    ended.stream()
        .filter(mail -> mail.messageId().filter(messageId::equals).isPresent())
        .filter(mail -> mail.sender().filter(sender::equals).isPresent())
        .filter(mail -> mail.subject().filter(subject::equals).isPresent())
        .filter(mail -> mail.written().filter(written::equals).isPresent())
        .map(
            mail ->
                new AlikeMail(
                    mail.mail().id(), mail.outcome(), mail.ticketId().orElse(null), mail.reasons()))
        .forEach(alike::add);
    return alike;
  }

  /**
   * Whether a mail of the same sender, subject and words ended with a ticket since some moment,
   * whatever its Message-ID.
   */
  public boolean holdsSame(
      long ticketId, Instant since, String sender, String subject, String written) {
    return ended.stream()
            .anyMatch(
                mail ->
                    mail.ticketId().filter(id -> id == ticketId).isPresent()
                        && !mail.mail().receivedAt().isBefore(since)
                        && mail.sender().filter(sender::equals).isPresent()
                        && mail.subject().filter(subject::equals).isPresent()
                        && mail.written().filter(written::equals).isPresent())
        || session
                .getMapper(MailMapper.class)
                .countSame(
                    ticketId,
                    since,
                    sender,
                    SafeText.cut(subject, 500),
                    SafeText.cut(written, 100_000))
            > 0;
  }

  /** What a sender wrote about a ticket since some moment: the last twenty and those of now. */
  public List<String> writtenSince(long ticketId, Instant since, String sender) {
    List<String> written = new ArrayList<>();
    if (!tickets.isNew(ticketId)) {
      written.addAll(session.getMapper(MailMapper.class).listWritten(ticketId, since, sender));
    }
    ended.stream()
        .filter(mail -> mail.ticketId().filter(id -> id == ticketId).isPresent())
        .filter(mail -> !mail.mail().receivedAt().isBefore(since))
        .filter(mail -> mail.sender().filter(sender::equals).isPresent())
        .flatMap(mail -> mail.written().stream())
        .forEach(written::add);
    return written;
  }

  /** Those of {@code messageIds} that a mail with other content bore before. */
  public Set<String> findSeen(Collection<String> messageIds) {
    if (messageIds.isEmpty()) {
      return Set.of();
    }
    Set<String> seen =
        new HashSet<>(session.getMapper(MailMapper.class).findMessageIds(messageIds));
    ended.stream()
        .flatMap(mail -> mail.messageId().stream())
        .filter(messageIds::contains)
        .forEach(seen::add);
    return seen;
  }

  /**
   * Whether everything that arrived before a moment was read: the inbox was looked at to its end in
   * a visit that began then or later, and nothing of before waits for the worker.
   */
  public boolean readUpTo(Instant moment) {
    return session.getMapper(MailMapper.class).readUpTo(moment);
  }

  /**
   * A moment so long after another, for the sake of somebody who is protected by it: by the
   * database's clock, and later by what that clock was set forward meanwhile.
   */
  public Instant protectedUntil(Instant from, Duration time) {
    long set = session.getMapper(ClockMapper.class).sumSince(from);
    return from.plus(time).plusSeconds(Math.max(0, set));
  }

  /** Keeps how the work on a mail ended. */
  public void end(EndedMail mail) {
    ended.add(mail);
  }

  /** Keeps who heard a mail that ended in this transaction. */
  public void heard(long mailId, Heard who) {
    heard.put(mailId, who);
  }

  void flush() {
    tickets.flush();
    proofs.flush();
    digits.flush();
    askedProofs.flush();
    firstRecords.flush();
    wantedLooks.flush();
    deeds.flush();
    staffWaits.flush();
    tokens.flush();
    outbox.flush();
    executions.flush();
    messages.flush();
    MailEnds.write(
        session,
        ended,
        heard,
        ended.stream()
            .filter(messages::waits)
            .map(mail -> mail.mail().id())
            .collect(Collectors.toSet()),
        executions.needed(),
        now);
    MailEnds.forget(session, executions.forgotten());
  }
}
