package dev.latchkey.year;

import dev.latchkey.mail.OutboundMail;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.year.SimulatedDesk.Sent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * The staff of a year: they read their mail some times on a working day, the oldest first, and
 * answer by the commands that stand in it, until they have done enough. Who sits beside whom knows
 * what the other has decided.
 */
final class Office {
  private static final int ENOUGH = 7;

  private final List<Member> members = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<Long, Set<String>> approved = new HashMap<>();
  private final LongFunction<Optional<TicketState>> states;

  /**
   * A member of staff.
   *
   * @param hours of the day (UTC) at which they read their mail
   * @param away the first day of their holiday
   * @param back the first day after it
   */
  record Member(
      String address, List<Integer> hours, LocalDate away, LocalDate back, Deque<Sent> unread) {

    boolean readsMail(ZonedDateTime now) {
      LocalDate day = now.toLocalDate();
      boolean holiday = !day.isBefore(away) && day.isBefore(back);
      return workingDay(day) && !holiday && hours.contains(now.getHour());
    }
  }

  Office(LocalDate first, int days, LongFunction<Optional<TicketState>> states) {
    this.states = states;
    LocalDate away = first.plusDays(days / 2);
    add("alice@staff.example", List.of(9, 11, 14, 16), LocalDate.MAX, LocalDate.MAX);
    add("bob@staff.example", List.of(10, 15), away, away.plusDays(21));
    add("carol@staff.example", List.of(8, 13, 17), LocalDate.MAX, LocalDate.MAX);
  }

  /** Neither Saturday nor Sunday. */
  static boolean workingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private void add(String address, List<Integer> hours, LocalDate away, LocalDate back) {
    members.add(new Member(address, hours, away, back, new ArrayDeque<>()));
  }

  List<String> addresses() {
    return members.stream().map(Member::address).toList();
  }

  /** A letter lies in a mailbox of theirs. */
  void got(Sent letter) {
    members.stream().filter(m -> letter.to(m.address())).forEach(m -> m.unread().add(letter));
  }

  /** What they write now. */
  List<PersonMail> work(Instant now) {
    ZonedDateTime time = now.atZone(ZoneOffset.UTC);
    // What is no longer under review, or is again, needs everybody's approval anew.
    approved
        .keySet()
        .removeIf(id -> states.apply(id).filter(TicketState.IN_REVIEW::equals).isEmpty());
    List<PersonMail> mails = new ArrayList<>();
    for (Member member : members) {
      if (member.readsMail(time)) {
        int done = 0;
        while (done < ENOUGH && !member.unread().isEmpty()) {
          Sent letter = member.unread().poll();
          Optional<String> command = command(member, letter);
          if (command.isPresent()) {
            mails.add(PersonMail.reply(member.address(), letter.mail(), command.get()));
            done++;
          }
        }
      }
    }
    return mails;
  }

  /** What a member makes of a letter; nothing where it is only to be read. */
  private Optional<String> command(Member member, Sent letter) {
    Optional<TicketState> state = letter.ticketId().flatMap(states::apply);
    if (state.isEmpty() || letter.kind().startsWith("COMMAND") || !seesFirst(letter)) {
      return Optional.empty();
    }
    return switch (state.get()) {
      case IN_REVIEW -> letter.kind().equals("CASE") ? decide(member, letter) : Optional.empty();
      case EXECUTING -> letter.kind().equals("TASK") ? once(letter, "DONE") : Optional.empty();
      case CONTESTED ->
          once(letter, "REJECT\nWe cannot tell whose account this is. Its owner may write to us.");
      case ON_HOLD -> offers(letter, "RESUME") ? once(letter, "RESUME") : Optional.empty();
      case INQUIRY ->
          offers(letter, "REPLY")
              ? once(letter, "REPLY\nThank you for your question. We have passed it on.")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Letters that tell of something need no answer. */
  private static boolean seesFirst(Sent letter) {
    return !Set.of("DECIDED", "HELP", "TICKET_STATUS").contains(letter.kind());
  }

  private static boolean offers(Sent letter, String verb) {
    return letter.mail().body().contains(verb);
  }

  private Optional<String> decide(Member member, Sent letter) {
    OutboundMail mail = letter.mail();
    long ticket = letter.ticketId().orElseThrow();
    Optional<String> code = LetterCode.ofStaff(mail);
    if (code.isPresent() && (recommended(mail) || ticket % 4 > 0)) {
      return approved.computeIfAbsent(ticket, t -> new HashSet<>()).add(member.address())
          ? Optional.of("APPROVE " + code.get() + " " + Authenticator.DIGITS)
          : Optional.empty();
    }
    if (asked.add("asked about " + ticket)) {
      return Optional.of("ASK\nIs there anything else that shows that the account is yours?");
    }
    return once(letter, "REJECT\nWhat reached us does not prove that the account is yours.");
  }

  private static boolean recommended(OutboundMail mail) {
    String body = mail.body().toLowerCase(Locale.ROOT);
    return body.contains("approval is recommended") || body.contains("recommends: approve");
  }

  /** The colleagues know that somebody does it. */
  private Optional<String> once(Sent letter, String command) {
    String about = letter.ticketId() + " " + letter.kind() + " " + letter.mail().date();
    return asked.add(command + about) ? Optional.of(command) : Optional.empty();
  }
}
