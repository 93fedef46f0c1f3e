package dev.latchkey.store;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SafeText;
import dev.latchkey.outgoing.DedupeKey;
import dev.latchkey.outgoing.OutboxState;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** The letters that wait: for their budget, for a server, or for an operator. */
public final class HeldLetters {
  private static final int LONGEST = 300;
  private final HeldLetterMapper mapper;
  private final Function<StuckLetter, Optional<OutboundMail>> opened;

  HeldLetters(SqlSession session, Seals seals) {
    this.mapper = session.getMapper(HeldLetterMapper.class);
    this.opened =
        letter ->
            seals
                .openLetter(session, letter.id(), mapper.findSealed(letter.id()))
                .found()
                .map(octets -> OutboundMailCodec.read(octets.octets()));
  }

  /** Those whose hour or day has come, locked, the longest due first. */
  public List<HeldLetter> due(Instant now, int limit) {
    return mapper.lockDue(now, limit);
  }

  /** How many wait for a budget, as of before this transaction. */
  public int count(MailClass charged) {
    return mapper.count(charged);
  }

  /**
   * The codes for one address that wait, but those of its own requests; the first written first.
   */
  public List<WaitingCode> codes(String recipient) {
    return mapper.listCodes(recipient);
  }

  /** How many of {@link #codes} there are for each of some addresses, where there are any. */
  public Map<String, Integer> countCodes(Collection<String> recipients) {
    Map<String, Integer> counts = new HashMap<>();
    if (!recipients.isEmpty()) {
      mapper.countCodes(recipients).forEach(one -> counts.put(one.recipient(), one.count()));
    }
    return counts;
  }

  /** Whether one of {@link #codes} is about a ticket. */
  public boolean codeWaits(String recipient, long ticketId) {
    return mapper.codeWaits(recipient, ticketId);
  }

  /** Whether its recipient was written about the same ticket later, or is about to be. */
  public boolean wroteLater(HeldLetter letter) {
    return letter.ticketId() != null && mapper.countLater(letter) > 0;
  }

  /** The same of letters of some kinds. */
  public boolean wroteLater(HeldLetter letter, Set<LetterKind> kinds) {
    return letter.ticketId() != null && !kinds.isEmpty() && mapper.countLaterOf(letter, kinds) > 0;
  }

  /** Whether its recipient was written the like about the same ticket later, or is about to be. */
  public boolean wroteAgain(HeldLetter letter) {
    return mapper.countAgain(letter) > 0;
  }

  /** Has one sent. */
  public void release(HeldLetter letter, Instant at) {
    mapper.release(letter.id(), at);
  }

  /** It waits on. */
  public void postpone(HeldLetter letter, Instant until) {
    mapper.postpone(letter.id(), until);
  }

  /**
   * The same letter is written again, and from a better budget: if it waits in a worse one, where
   * whoever nobody proved put it, it is due now, and taken from the better one.
   */
  public void takeOver(DedupeKey key, MailClass better, Instant now) {
    List<MailClass> worse =
        Stream.of(MailClass.values()).filter(one -> one.rank() > better.rank()).toList();
    if (!worse.isEmpty()) {
      mapper.takeOver(key.sha256(), better, worse, now);
    }
  }

  /** It is true no more, and not sent. */
  public void overtake(HeldLetter letter, String why) {
    mapper.overtake(letter.id(), why);
  }

  /** How many of the like about the same ticket were not sent to its recipient. */
  public int unsent(HeldLetter letter) {
    return mapper.countDropped(letter);
  }

  /**
   * Those about a ticket, of the first that are to be sent now, that were written some time ago;
   * locked.
   *
   * @param limit how many of the first are looked at
   */
  public List<HeldLetter> late(Instant now, Instant writtenBefore, int limit) {
    List<Long> late = mapper.listLate(now, writtenBefore, limit);
    return late.isEmpty()
        ? List.of()
        : mapper.lockPending(late, now).stream().map(StuckLetter::held).toList();
  }

  /**
   * Letters that are not sent, locked; those in other states are left out.
   *
   * @param soon a letter that is tried by then may be in the hands of a process
   */
  public List<StuckLetter> stuck(
      Collection<Long> ids, Collection<OutboxState> states, Instant soon) {
    return ids.isEmpty() ? List.of() : mapper.lockStuck(ids, states, soon);
  }

  /** Its text; empty where that cannot be opened, so that nobody can send it. */
  public Optional<OutboundMail> open(StuckLetter letter) {
    return opened.apply(letter);
  }

  /** Has one sent, whatever became of it before. */
  public void sendAgain(StuckLetter letter, Instant at) {
    mapper.sendAgain(letter.id(), at);
  }

  /** Whoever wrote the mail that a letter answers is answered after all. */
  public void answers(OutboundMail letter) {
    letter.inReplyTo().ifPresent(id -> mapper.markAnswered(id, letter.recipient().toString()));
  }

  /** It is not sent. */
  public void drop(StuckLetter letter, String why) {
    mapper.drop(letter.id(), SafeText.line(why, LONGEST));
  }
}
