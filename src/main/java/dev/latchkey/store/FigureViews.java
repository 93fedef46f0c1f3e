package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.WatchMapper.Count;
import dev.latchkey.store.WatchMapper.DayCount;
import dev.latchkey.store.WatchMapper.Opened;
import dev.latchkey.store.database.Database;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.ticket.TicketState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the figures of the desk for those who watch it; nothing is locked, nothing changed. */
public final class FigureViews {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final double MILLIS = 1000;

  private static final List<String> OPEN = names(state -> !state.closed());
  private static final List<String> BEFORE_STAFF =
      names(state -> state.waitingFor() == Waiting.STAFF);

  private final Database database;
  private final DeskFigures stays;

  public FigureViews(Database database, DeskFigures stays) {
    this.database = database;
    this.stays = stays;
  }

  private static List<String> names(Predicate<TicketState> which) {
    return Arrays.stream(TicketState.values()).filter(which).map(TicketState::name).toList();
  }

  /**
   * How the desk stands.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public Figures read(Instant now) {
    return database.inTransaction(
        session -> {
          WatchMapper mapper = session.getMapper(WatchMapper.class);
          return read(mapper, now, staff(mapper, now), ways(mapper, now));
        });
  }

  /**
   * What waits and what happened in a day, of nobody and without how long things took.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public Figures whatWaits(Instant now) {
    return database.inTransaction(
        session ->
            read(session.getMapper(WatchMapper.class), now, List.of(), Figures.Ways.UNMEASURED));
  }

  /** What was ordered from the account system and is not done yet, the oldest first. */
  public List<OpenOrder> orders() {
    return TicketViews.orders(database);
  }

  /** Requests that wait for codes of which none could go out, the oldest first. */
  public List<WithoutCodes> withoutCodes(int limit) {
    return database.inTransaction(
        session ->
            session.getMapper(TicketMapper.class).listWithoutCodes(0, limit).stream()
                .map(row -> new WithoutCodes(new Reference(row.id()), row.account()))
                .toList());
  }

  /** Since when nothing reaches the outside; see {@link RestoreHold}. */
  public Optional<Instant> heldBack() {
    return RestoreHold.since(database);
  }

  private Figures read(
      WatchMapper mapper, Instant now, List<Figures.Staff> staff, Figures.Ways ways) {
    return new Figures(
        now,
        standing(mapper),
        unread(mapper),
        Optional.ofNullable(mapper.longest())
            .map(
                row ->
                    new Figures.Longest(
                        new Reference(row.id()), row.since(), Optional.ofNullable(row.promised()))),
        mapper.countPromisesMissed(BEFORE_STAFF),
        staff,
        mails(mapper, now),
        letters(mapper, now),
        mapper.followUpsLate(now.minus(Figures.LATE)),
        mapper.ordersLate(now.minus(Figures.LATE)),
        Optional.ofNullable(mapper.lastPoll()),
        lastDay(mapper, now),
        ways);
  }

  private static Figures.Ways ways(WatchMapper mapper, Instant now) {
    return new Figures.Ways(
        seconds(mapper.handling(now.minus(DAY))),
        seconds(mapper.decision(now.minus(QUARTER))),
        seconds(mapper.recovery(now.minus(QUARTER))));
  }

  private static long unread(WatchMapper mapper) {
    long open =
        mapper.open().stream().filter(row -> !row.known()).mapToLong(ValuesRow::tickets).sum();
    return open + mapper.closedElsewhere(names(state -> true));
  }

  private static List<Figures.Standing> standing(WatchMapper mapper) {
    return mapper.standing(OPEN).stream()
        .map(
            row ->
                new Figures.Standing(
                    TicketState.valueOf(row.state()),
                    Optional.ofNullable(row.level()),
                    row.tickets(),
                    row.since()))
        .sorted(
            Comparator.comparing(Figures.Standing::state)
                .thenComparing(one -> one.level().orElse("")))
        .toList();
  }

  /** Who looks after something, and who decided lately. */
  private List<Figures.Staff> staff(WatchMapper mapper, Instant now) {
    Map<String, Long> decisions =
        counts(mapper.decisions(now.minus(MONTH), stays.desk().toString()));
    Map<String, Figures.Staff> members = new HashMap<>();
    decisions.forEach(
        (staff, count) ->
            members.put(staff, new Figures.Staff(member(staff), 0, Optional.empty(), count)));
    mapper
        .staff(BEFORE_STAFF)
        .forEach(
            row ->
                members.put(
                    String.valueOf(row.staff()),
                    new Figures.Staff(
                        Optional.ofNullable(row.staff()).flatMap(FigureViews::member),
                        row.tickets(),
                        Optional.of(row.since()),
                        decisions.getOrDefault(String.valueOf(row.staff()), 0L))));
    return members.values().stream()
        .sorted(
            Comparator.comparing(Figures.Staff::tickets)
                .reversed()
                .thenComparing(one -> one.member().map(EmailAddress::toString).orElse("")))
        .toList();
  }

  private static Optional<EmailAddress> member(String address) {
    return EmailAddress.find(address);
  }

  private static Figures.Mails mails(WatchMapper mapper, Instant now) {
    WatchMapper.WaitingRow waiting = mapper.waitingMails(now.minus(Figures.LATE));
    WatchMapper.AsideRow aside = mapper.aside(now.minus(WEEK));
    return new Figures.Mails(
        waiting.waiting(),
        Optional.ofNullable(waiting.since()),
        waiting.late(),
        aside.aside(),
        aside.lately(),
        aside.unreadable(),
        Optional.ofNullable(mapper.lastReceived()),
        Optional.ofNullable(mapper.lastHandled()));
  }

  private static Figures.Letters letters(WatchMapper mapper, Instant now) {
    WatchMapper.PendingRow pending = mapper.pendingLetters(now.minus(Figures.LATE));
    return new Figures.Letters(
        pending.pending(),
        Optional.ofNullable(pending.since()),
        pending.late(),
        mapper.countLetters(OutboxState.WAITING.name()),
        mapper.countLetters(OutboxState.PARKED.name()));
  }

  /** What is dated a little ahead, by another clock, counts. */
  private static Figures.LastDay lastDay(WatchMapper mapper, Instant now) {
    Stretch span = new Stretch(now.minus(DAY), now.plus(DAY), 0);
    List<Opened> opened = mapper.opened(span);
    return new Figures.LastDay(
        mapper.mails(span).stream().mapToLong(DayCount::count).sum(),
        count(opened, one -> !one.inquiry()),
        count(opened, Opened::inquiry),
        closed(mapper, span.from()));
  }

  private static long count(List<Opened> opened, Predicate<Opened> which) {
    return opened.stream().filter(which).mapToLong(Opened::count).sum();
  }

  private static Map<TicketState, Long> closed(WatchMapper mapper, Instant since) {
    Map<TicketState, Long> closed = new EnumMap<>(TicketState.class);
    mapper.closed(since).stream()
        .filter(row -> ValuesRow.named(TicketState.values(), row.what()))
        .forEach(row -> closed.put(TicketState.valueOf(row.what()), row.count()));
    return closed;
  }

  private static Map<String, Long> counts(List<Count> rows) {
    return rows.stream().collect(Collectors.toMap(Count::what, Count::count));
  }

  private static Optional<Duration> seconds(@Nullable Double seconds) {
    return Optional.ofNullable(seconds)
        .map(found -> Duration.ofMillis(Math.round(Math.max(0, found) * MILLIS)));
  }

  /**
   * What happened on the last days of a zone.
   *
   * @param count how many, the one that is not over included
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public PastFigures past(int count, Instant until, ZoneId zone) {
    LocalDate today = until.atZone(zone).toLocalDate();
    List<LocalDate> days = today.minusDays(count - 1L).datesUntil(today.plusDays(1)).toList();
    Instant begin = midnight(days.get(0), zone);
    List<Stretch> stretches = Stretch.of(begin, midnight(today.plusDays(1), zone), zone);
    // A year of a large desk is half a million rows of each: asked for side by side, each on a
    // connection of its own.
    OnTheSide<SortedMap<LocalDate, Long>> lying = OnTheSide.ask(() -> stays.lying(days, stretches));
    OnTheSide<List<DayCount>> mails =
        OnTheSide.ask(() -> asked(mapper -> each(stretches, mapper::mails)));
    List<Opened> opened = asked(mapper -> each(stretches, mapper::opened));
    Map<TicketState, Long> closed = asked(mapper -> closed(mapper, begin));
    return new PastFigures(
        days,
        zone,
        byDay(mails.get().stream(), DayCount::day, DayCount::count),
        byDay(opened.stream().filter(one -> !one.inquiry()), Opened::day, Opened::count),
        byDay(opened.stream().filter(Opened::inquiry), Opened::day, Opened::count),
        closed,
        reasons(opened),
        count(opened, one -> !one.inquiry() && one.reasons().isEmpty()),
        lying.get());
  }

  private <T> T asked(Function<WatchMapper, T> question) {
    return database.inTransaction(session -> question.apply(session.getMapper(WatchMapper.class)));
  }

  private static <T> List<T> each(List<Stretch> stretches, Function<Stretch, List<T>> question) {
    return stretches.stream().flatMap(span -> question.apply(span).stream()).toList();
  }

  private static Instant midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static <T> SortedMap<LocalDate, Long> byDay(
      Stream<T> rows, Function<T, LocalDate> day, ToLongFunction<T> count) {
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    rows.forEach(row -> days.merge(day.apply(row), count.applyAsLong(row), Long::sum));
    return days;
  }

  private static Map<Reason, Long> reasons(List<Opened> opened) {
    Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    for (Opened one : opened) {
      if (!one.inquiry()) {
        ValuesRow.words(one.reasons())
            .filter(name -> ValuesRow.named(Reason.values(), name))
            .forEach(name -> reasons.merge(Reason.valueOf(name), one.count(), Long::sum));
      }
    }
    return reasons;
  }
}
