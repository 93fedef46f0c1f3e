package dev.latchkey.triage.command;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * The day until which something stands still: {@code 2026-12-05}, {@code TOMORROW}, {@code MONDAY},
 * {@code 5 DECEMBER}, {@code DECEMBER 5 2026}, {@code 3 DAYS}, {@code 2 WEEKS}. Nothing else is a
 * day: what is half understood would wake a ticket on a day that nobody meant. {@link
 * HoldDayReader} makes these words of what people write.
 *
 * @param words in upper case, English
 */
public record HoldDay(List<String> words) {
  private static final int LONGEST = 366;

  /** Letters of a day: 2026-12-01. */
  private static final int ISO_DAY = 10;

  private static final LocalDate LEAP = LocalDate.of(2024, 1, 1);

  public HoldDay {
    words = List.copyOf(words);
  }

  /** These words as a day; empty when they are none. */
  static Optional<HoldDay> of(List<String> words) {
    HoldDay day = new HoldDay(words);
    return day.from(LEAP).isPresent() ? Optional.of(day) : Optional.empty();
  }

  /** The day that is kept with a command. */
  static Optional<HoldDay> kept(String argument) {
    return of(List.of(argument.split(" ")));
  }

  /** The word of a month, 1 to 12; of another number none. */
  static String month(int number) {
    return number >= 1 && number <= 12 ? Month.of(number).name() : "";
  }

  /** The day that is meant by somebody who writes today: the next one that bears the name. */
  public LocalDate on(LocalDate today) {
    return from(today).orElseThrow();
  }

  private Optional<LocalDate> from(LocalDate today) {
    return switch (words.size()) {
      case 1 -> named(words.get(0), today);
      case 2 -> span(today).or(() -> ofMonth(0, 1, today)).or(() -> ofMonth(1, 0, today));
      case 3 -> dated(0, 1).or(() -> dated(1, 0));
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> named(String word, LocalDate today) {
    if (word.equals("TOMORROW")) {
      return Optional.of(today.plusDays(1));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(word)) {
        return Optional.of(today.with(TemporalAdjusters.next(day)));
      }
    }
    // LocalDate also reads years that no database holds.
    return word.length() == ISO_DAY ? iso(word) : Optional.empty();
  }

  private static Optional<LocalDate> iso(String word) {
    try {
      return Optional.of(LocalDate.parse(word));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** So many days or weeks. */
  private Optional<LocalDate> span(LocalDate today) {
    int length =
        switch (words.get(1)) {
          case "DAY", "DAYS" -> 1;
          case "WEEK", "WEEKS" -> 7;
          default -> 0;
        };
    return number(words.get(0))
        .filter(count -> length > 0 && count > 0 && count * length <= LONGEST)
        .map(count -> today.plusDays((long) count * length));
  }

  /** A day of the year without its year: the next there is. */
  private Optional<LocalDate> ofMonth(int day, int month, LocalDate today) {
    Optional<Integer> number = number(words.get(day));
    Optional<Month> named = month(words.get(month));
    if (number.isEmpty() || named.isEmpty()) {
      return Optional.empty();
    }
    // Four years hold every day that there is.
    for (int year = today.getYear(); year <= today.getYear() + 8; year++) {
      Optional<LocalDate> found = day(year, named.get(), number.get());
      if (found.filter(it -> it.isAfter(today)).isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<LocalDate> dated(int day, int month) {
    Optional<Integer> year = number(words.get(2)).filter(it -> it > 999);
    Optional<Integer> number = number(words.get(day));
    Optional<Month> named = month(words.get(month));
    return year.isEmpty() || number.isEmpty() || named.isEmpty()
        ? Optional.empty()
        : day(year.get(), named.get(), number.get());
  }

  private static Optional<LocalDate> day(int year, Month month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** By its name or the first three letters of it. */
  private static Optional<Month> month(String word) {
    for (Month month : Month.values()) {
      if (month.name().equals(word) || month.name().substring(0, 3).equals(word)) {
        return Optional.of(month);
      }
    }
    return Optional.empty();
  }

  /** Of up to four digits. */
  private static Optional<Integer> number(String word) {
    String digits = word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    boolean fits =
        !digits.isEmpty()
            && digits.length() <= 4
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return fits ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
  }

  /** As it is kept with a command; {@link #kept} reads it again. */
  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
