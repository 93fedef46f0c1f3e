package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.StaffTokens;
import dev.latchkey.flow.recovery.StaffTokens.DigestReply;
import dev.latchkey.flow.staff.Queue.Waiting;
import dev.latchkey.letter.OverviewLetter;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.store.Message;
import dev.latchkey.store.Messages.Unread;
import dev.latchkey.store.StaffWaits.Numbers;
import dev.latchkey.ticket.Reference;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Once a working day every member of the staff reads what waits for them, what was decided, and
 * what people wrote that no case has shown. Its day is claimed by a row, so that several nodes
 * write it once.
 */
public final class DailyDigest {
  private static final int MESSAGES = 50;

  /** Of what was written to a ticket. */
  private static final int LONGEST = 800;

  private final EmailAddress desk;
  private final StaffTimes times;
  private final StaffRoster staff;
  private final Queue queue;
  private final StaffTokens tokens;
  private final Letters letters;
  private final AtomicReference<LocalDate> written = new AtomicReference<>(LocalDate.MIN);

  public DailyDigest(
      EmailAddress desk,
      StaffTimes times,
      StaffRoster staff,
      Queue queue,
      StaffTokens tokens,
      Letters letters) {
    this.desk = desk;
    this.times = times;
    this.staff = staff;
    this.queue = queue;
    this.tokens = tokens;
    this.letters = letters;
  }

  /** Whether it may be time, as far as this node knows. */
  public boolean isDue(Instant now) {
    return times.digestDay(now).filter(day -> !day.equals(written.get())).isPresent();
  }

  /** Writes it, if it is time and nobody did; how many letters. */
  public int writeIfDue(FlowContext context) {
    Optional<LocalDate> day = times.digestDay(context.now());
    if (day.isEmpty()) {
      return 0;
    }
    boolean mine = context.work().staffWaits().claimDigest(day.get());
    int letters = mine ? write(context, day.get()) : 0;
    written.set(day.get());
    return letters;
  }

  private int write(FlowContext context, LocalDate day) {
    List<Waiting> cases = queue.waiting(context);
    List<Unread> unread = context.work().messages().unread(MESSAGES);
    RecentDecisions decisions = RecentDecisions.open(context, desk);
    if (cases.isEmpty() && unread.isEmpty() && decisions.isEmpty()) {
      return 0;
    }
    List<Passage> messages = new ArrayList<>();
    for (Unread mail : unread) {
      context
          .work()
          .messages()
          .find(mail.mailId())
          .ifPresent(message -> messages.add(passage(message, mail)));
    }
    Numbers numbers = context.work().staffWaits().numbers(context.now().minus(Duration.ofDays(1)));
    for (StaffMember member : staff.active()) {
      DigestReply reply = tokens.digest(member.address());
      letters.digest(
          context,
          reply,
          new OverviewLetter.Digest(
              queue.lines(context, theirs(cases, member, true), member, reply),
              queue.lines(context, theirs(cases, member, false), member, reply),
              decisions.stoppable(member.address()),
              decisions.rest(member.address()),
              decisions.own(member.address()),
              messages,
              numbers.waiting(),
              numbers.arrived(),
              numbers.decided(),
              decisions.count(),
              queue.oldest(context, cases),
              queue.late(context, cases),
              queue.missed(cases),
              member.approver()),
          day.toString());
      queue.answerable(context, cases, decisions.tickets(), reply);
    }
    decisions.told(context);
    context.work().messages().readMails(unread.stream().map(Unread::mailId).toList());
    return staff.active().size();
  }

  /** Those that wait for a member of the staff or for nobody yet; or those that colleagues have. */
  private static List<Waiting> theirs(List<Waiting> all, StaffMember member, boolean own) {
    return all.stream()
        .filter(one -> one.with().filter(it -> !it.equals(member.address())).isEmpty() == own)
        .toList();
  }

  private static Passage passage(Message message, Unread mail) {
    Phrase heading =
        mail.ticketId() == null
            ? new MessagePhrase.WrittenToDesk(message.from(), message.receivedAt())
            : new MessagePhrase.WrittenTo(
                new Reference(mail.ticketId()), message.from(), message.receivedAt());
    // Of a ticket STATUS brings all of it.
    String words =
        mail.ticketId() == null ? message.words() : SafeText.cut(message.words(), LONGEST);
    boolean whole = words.length() == message.words().length();
    return new Passage(heading, new Text(whole ? words : words.strip() + " …"));
  }
}
