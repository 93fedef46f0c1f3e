package dev.latchkey.year;

import dev.latchkey.mail.OutboundMail;
import dev.latchkey.year.SimulatedDesk.Sent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * The staff of a year: they read their mail some times on a working day, the oldest first, and
 * answer by the commands that stand in it, until they have done enough. Once a day they answer the
 * digest, a command a line.
 */
final class Office {
  /** How many mails somebody answers before they do something else. */
  private static final int ENOUGH = 7;

  /** How many lines of a digest. */
  private static final int LINES = 12;

  /** Letters that tell of something and want no answer. */
  private static final Set<String> ONLY_READ =
      Set.of("DECIDED", "HELP", "TICKET_STATUS", "COMMAND_DONE", "COMMAND_REFUSED", "LINES_READ");

  private static final Set<String> LISTS = Set.of("DIGEST", "QUEUE");

  private final List<Member> members = new ArrayList<>();
  private final LongFunction<Optional<Stand>> stands;
  private final Judgement judgement = new Judgement();

  /**
   * A member of staff.
   *
   * @param hours of the day (UTC) at which they read their mail
   * @param away the first day of their holiday
   * @param back the first day after it
   * @param digests none but the last is answered, once
   */
  record Member(
      String address,
      List<Integer> hours,
      LocalDate away,
      LocalDate back,
      Deque<Sent> unread,
      Deque<Sent> digests) {

    boolean readsMail(ZonedDateTime now) {
      LocalDate day = now.toLocalDate();
      boolean holiday = !day.isBefore(away) && day.isBefore(back);
      return workingDay(day) && !holiday && hours.contains(now.getHour());
    }
  }

  /**
   * @param stands what the colleagues have made of a ticket, which they tell each other
   */
  Office(LocalDate first, int days, LongFunction<Optional<Stand>> stands) {
    this.stands = stands;
    LocalDate away = first.plusDays(days / 2);
    add("alice@staff.example", List.of(9, 11, 14, 16), LocalDate.MAX, LocalDate.MAX);
    add("bob@staff.example", List.of(10, 15), away, away.plusDays(14));
    add("carol@staff.example", List.of(8, 13, 17), LocalDate.MAX, LocalDate.MAX);
    add("dan@staff.example", List.of(9, 14), LocalDate.MAX, LocalDate.MAX);
    add("erin@staff.example", List.of(12, 16), LocalDate.MAX, LocalDate.MAX);
  }

  /** Neither Saturday nor Sunday. */
  static boolean workingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private void add(String address, List<Integer> hours, LocalDate away, LocalDate back) {
    members.add(new Member(address, hours, away, back, new ArrayDeque<>(), new ArrayDeque<>()));
  }

  List<String> addresses() {
    return members.stream().map(Member::address).toList();
  }

  /** A letter lies in a mailbox of theirs. */
  void got(Sent letter) {
    for (Member member : members) {
      if (letter.to(member.address()) && LISTS.contains(letter.kind())) {
        member.digests().clear();
        member.digests().add(letter);
      } else if (letter.to(member.address()) && !ONLY_READ.contains(letter.kind())) {
        member.unread().add(letter);
      }
    }
  }

  /** What they write now. */
  List<PersonMail> work(Instant now) {
    ZonedDateTime time = now.atZone(ZoneOffset.UTC);
    List<PersonMail> mails = new ArrayList<>();
    for (Member member : members) {
      if (member.readsMail(time)) {
        int done = 0;
        while (done < ENOUGH && !member.unread().isEmpty()) {
          Sent letter = member.unread().poll();
          Optional<String> command = answer(member, letter, now);
          if (command.isPresent()) {
            mails.add(PersonMail.reply(member.address(), letter.mail(), command.get()));
            done++;
          }
        }
        if (!member.digests().isEmpty()) {
          mails.addAll(digest(member, member.digests().poll(), now));
        }
      }
    }
    return mails;
  }

  /** What a member makes of a letter about one ticket. */
  private Optional<String> answer(Member member, Sent letter, Instant now) {
    OutboundMail mail = letter.mail();
    return letter
        .ticketId()
        .flatMap(
            ticket ->
                stands
                    .apply(ticket)
                    .flatMap(
                        stand ->
                            judgement.command(
                                new Judgement.Matter(
                                    member.address(),
                                    ticket,
                                    stand,
                                    letter.kind(),
                                    mail.date(),
                                    mail.body(),
                                    LetterCode.ofStaff(mail)),
                                now)))
        .map(Judgement.Command::alone);
  }

  /** The lines of a digest that are theirs to answer, in one mail but for those with digits. */
  private List<PersonMail> digest(Member member, Sent digest, Instant now) {
    List<String> together = new ArrayList<>();
    List<PersonMail> mails = new ArrayList<>();
    Set<Long> answered = new HashSet<>();
    for (DigestLine line : DigestLine.of(digest.mail())) {
      Optional<Stand> stand = stands.apply(line.ticket());
      if (stand.isPresent() && answered.size() < LINES) {
        Optional<Judgement.Command> command =
            judgement.command(
                new Judgement.Matter(
                    member.address(),
                    line.ticket(),
                    stand.get(),
                    digest.kind(),
                    digest.mail().date(),
                    line.words(),
                    line.code()),
                now);
        if (command.isPresent() && line.digits() && command.get().approves()) {
          String alone = command.get().line(true);
          mails.add(PersonMail.reply(member.address(), digest.mail(), alone));
        } else {
          command.ifPresent(it -> together.add(it.line(false)));
        }
        command.ifPresent(it -> answered.add(line.ticket()));
      }
    }
    if (!together.isEmpty()) {
      mails.add(0, PersonMail.reply(member.address(), digest.mail(), String.join("\n", together)));
    }
    return mails;
  }
}
