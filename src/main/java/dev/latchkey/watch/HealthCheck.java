package dev.latchkey.watch;

import dev.latchkey.mail.SafeText;
import dev.latchkey.store.ClockCheck;
import dev.latchkey.store.Figures;
import dev.latchkey.store.OpenOrder;
import dev.latchkey.store.database.StoreUnavailableException;
import dev.latchkey.ticket.Reference;
import dev.latchkey.watch.Checkup.Sign;
import dev.latchkey.watch.Checkup.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whether the desk does its work: by what waits too long, not by what a process says of itself. A
 * desk that does nothing because nothing is to be done is well.
 */
public final class HealthCheck {
  /** A mailbox that is away for some minutes is no news yet. */
  private static final Duration POLL = Duration.ofMinutes(10);

  /** A server that takes no letter for so long is worth a look. */
  private static final Duration TRIED = Duration.ofHours(1);

  private static final int LONGEST = 120;

  /** So many accounts are named in a line. */
  private static final int NAMED = 3;

  private static final String RUNNING = "does the desk run, and what does its log say?";

  private final Supplier<Glance> lookout;
  private final Duration pollEvery;
  private final Duration escalateAfter;
  private final ZoneId zone;

  /**
   * @param lookout looks at the desk; may fail as {@link Lookout#lookAtWhatWaits} does
   * @param pollEvery how often the desk looks for new mails
   * @param escalateAfter after what time the staff are told that a ticket waits
   * @param zone whose days are named
   */
  public HealthCheck(
      Supplier<Glance> lookout, Duration pollEvery, Duration escalateAfter, ZoneId zone) {
    this.lookout = lookout;
    this.pollEvery = pollEvery;
    this.escalateAfter = escalateAfter;
    this.zone = zone;
  }

  /**
   * Looks and says what it found; a database that is away is a finding as well.
   *
   * @throws StoreUnavailableException when there is no desk yet whose health it could be
   */
  public Checkup examine() {
    try {
      return examine(lookout.get());
    } catch (StoreUnavailableException e) {
      if (e.trouble() == StoreUnavailableException.Trouble.NO_TABLE) {
        throw e;
      }
      return away(String.valueOf(e.getMessage()));
    }
  }

  /** All that is known without the database. */
  static Checkup away(String why) {
    return new Checkup(
        List.of(
            new Sign(
                "database",
                Verdict.FAIL,
                why + "; does the server run? latchkey check tells more")));
  }

  /** What this look shows. */
  Checkup examine(Glance glance) {
    Figures figures = glance.figures();
    List<Sign> signs = new ArrayList<>();
    signs.add(new Sign("database", Verdict.OK, "it answers"));
    signs.add(clock(glance));
    signs.add(poll(glance));
    signs.add(work(glance, figures.mails()));
    signs.add(restored(glance));
    signs.add(deliver(glance, figures.letters()));
    signs.add(due(figures));
    signs.add(orders(glance));
    signs.add(parked(figures.letters()));
    signs.add(quarantine(figures.mails()));
    signs.add(unread(glance));
    signs.add(accounts(glance));
    signs.add(promises(figures));
    signs.add(staff(glance));
    return new Checkup(signs);
  }

  private static Sign clock(Glance glance) {
    return glance
        .clockAhead()
        .map(
            ahead ->
                new Sign(
                    "clock",
                    Verdict.FAIL,
                    ClockCheck.told(ahead)
                        + "; nothing that is due is done until they agree: set both by NTP"))
        .orElseGet(() -> new Sign("clock", Verdict.OK, "it agrees with the database's"));
  }

  private Sign poll(Glance glance) {
    Duration most = longer(POLL, pollEvery.multipliedBy(4));
    return glance
        .figures()
        .lastPoll()
        .map(
            last ->
                glance.ago(last).compareTo(most) > 0
                    ? new Sign(
                        "poll",
                        Verdict.FAIL,
                        "the inbox was last seen to its end %s ago; %s does the mailbox answer (latchkey check)?"
                            .formatted(Spell.of(glance.ago(last)), RUNNING))
                    : new Sign(
                        "poll",
                        Verdict.OK,
                        "the inbox was seen to its end %s ago"
                            .formatted(Spell.of(glance.ago(last)))))
        .orElseGet(
            () ->
                new Sign(
                    "poll",
                    Verdict.FAIL,
                    "the inbox was never seen to its end: start the desk (latchkey run), or see"
                        + " what keeps it from its mailbox (latchkey check)"));
  }

  private static Sign work(Glance glance, Figures.Mails mails) {
    if (mails.late() > 0) {
      return new Sign(
          "work",
          Verdict.FAIL,
          "%s taken in and not worked on, the first for %s; %s"
              .formatted(
                  Count.of(mails.waiting(), "mail is", "mails are"),
                  since(glance, mails.waitingSince()),
                  RUNNING));
    }
    String last =
        mails
            .lastHandled()
            .map(at -> "the last mail was worked on " + Spell.of(glance.ago(at)) + " ago")
            .orElse("no mail was worked on yet");
    return new Sign(
        "work",
        Verdict.OK,
        mails.waiting() == 0
            ? "nothing waits, " + last
            : Count.of(mails.waiting(), "mail waits, ", "mails wait, ") + last);
  }

  private Sign restored(Glance glance) {
    return glance
        .heldBack()
        .map(
            since ->
                new Sign(
                    "restored",
                    Verdict.FAIL,
                    ("an old dump of the database was restored: nothing is sent and nothing carried"
                            + " out since %s; latchkey restored --go-on --dry-run says what waits,"
                            + " --go-on lets it go")
                        .formatted(Spell.day(since, zone))))
        .orElseGet(() -> new Sign("restored", Verdict.OK, "nothing is held back"));
  }

  private static Sign deliver(Glance glance, Figures.Letters letters) {
    String waiting =
        "%s to be sent, %s for the budget"
            .formatted(
                Count.of(letters.pending(), "letter is", "letters are"),
                Count.of(letters.overBudget(), "waits", "wait"));
    if (letters.late() > 0) {
      return new Sign(
          "deliver",
          Verdict.FAIL,
          "%s; %d of them should have been tried long ago: %s"
              .formatted(waiting, letters.late(), RUNNING));
    }
    Duration tried = letters.pendingSince().map(glance::ago).orElse(Duration.ZERO);
    return tried.compareTo(TRIED) > 0
        ? new Sign(
            "deliver",
            Verdict.WARN,
            "%s; the first is tried for %s: latchkey outbox list says why"
                .formatted(waiting, Spell.of(tried)))
        : new Sign("deliver", Verdict.OK, waiting);
  }

  private static Sign due(Figures figures) {
    long late = figures.followUpsLate() + figures.ordersLate();
    return late == 0
        ? new Sign("due", Verdict.OK, "nothing that is due was left")
        : new Sign(
            "due",
            Verdict.FAIL,
            "%s and %s should have been seen to long ago; %s"
                .formatted(
                    Count.of(figures.followUpsLate(), "ticket"),
                    Count.of(figures.ordersLate(), "order"),
                    RUNNING));
  }

  private static Sign orders(Glance glance) {
    List<OpenOrder> failed =
        glance.orders().stream().filter(order -> order.detail() != null).toList();
    if (failed.isEmpty()) {
      return new Sign("orders", Verdict.OK, "no order is tried again");
    }
    OpenOrder first = failed.get(0);
    return new Sign(
        "orders",
        Verdict.WARN,
        ("orders that the account system did not carry out and that are tried again: %d; %s was"
                + " tried %d times, next in %s: %s; does it run? latchkey tickets retry has it"
                + " tried at once")
            .formatted(
                failed.size(),
                new Reference(first.ticketId()),
                first.attempts(),
                Spell.of(glance.until(first.nextAttemptAt())),
                SafeText.line(String.valueOf(first.detail()), LONGEST)));
  }

  private static Sign parked(Figures.Letters letters) {
    return letters.parked() == 0
        ? new Sign("parked", Verdict.OK, "no letter was given up")
        : new Sign(
            "parked",
            Verdict.FAIL,
            ("%s tried no more: latchkey outbox list --state PARKED tells why; outbox retry"
                    + " sends again, outbox drop puts away")
                .formatted(Count.of(letters.parked(), "letter is", "letters are")));
  }

  private static Sign quarantine(Figures.Mails mails) {
    if (mails.aside() == 0) {
      return new Sign(
          "quarantine",
          Verdict.OK,
          mails.unreadable() == 0
              ? "no mail was put aside"
              : Count.of(mails.unreadable(), "mail was", "mails were")
                  + " put aside that no program could read, and no other");
    }
    String told =
        "%s put aside unanswered, %d in the last week: latchkey quarantine list"
            .formatted(Count.of(mails.aside(), "mail was", "mails were"), mails.asideLately());
    return new Sign("quarantine", mails.asideLately() > 0 ? Verdict.FAIL : Verdict.WARN, told);
  }

  private static Sign unread(Glance glance) {
    return glance
        .unread()
        .map(
            told ->
                new Sign(
                    "tickets",
                    Verdict.WARN,
                    told
                        + ": such a one rests until a version runs that knows it; latchkey tickets"
                        + " list --all and latchkey audit say which"))
        .orElseGet(() -> new Sign("tickets", Verdict.OK, "this version can read them"));
  }

  private static Sign accounts(Glance glance) {
    List<NoCode> without = glance.withoutCodes();
    if (without.isEmpty()) {
      return new Sign("accounts", Verdict.OK, "no request waits for an account without codes");
    }
    return new Sign(
        "accounts",
        Verdict.WARN,
        "no code can go out for %s: %s; mended in the account system, codes go out within the hour"
            .formatted(
                Count.of(without.size(), "request", "requests"),
                without.stream()
                    .limit(NAMED)
                    .map(
                        one ->
                            "%s, account %s: %s"
                                .formatted(
                                    one.ticket(),
                                    SafeText.line(one.account(), LONGEST),
                                    one.why().orElse("it has no verified address")))
                    .collect(Collectors.joining("; ", "", without.size() > NAMED ? "; …" : ""))));
  }

  private static Sign promises(Figures figures) {
    return figures.promisesMissed() == 0
        ? new Sign("promises", Verdict.OK, "no promised day has passed")
        : new Sign(
            "promises",
            Verdict.FAIL,
            "%s promised an answer by a day that has passed: it stands in the digest of the staff"
                .formatted(Count.of(figures.promisesMissed(), "requester was", "requesters were")));
  }

  private Sign staff(Glance glance) {
    long waiting = glance.figures().waitingForStaff();
    return glance
        .figures()
        .longest()
        .map(
            longest -> {
              Duration waits = glance.ago(longest.since());
              String told =
                  "%s for the staff; %s lies before them for %s%s"
                      .formatted(
                          Count.of(waiting, "ticket waits", "tickets wait"),
                          longest.ticket(),
                          Spell.of(waits),
                          longest
                              .promised()
                              .map(by -> ", an answer is promised by " + Spell.day(by, zone))
                              .orElse(""));
              return waits.compareTo(escalateAfter) > 0
                  ? new Sign("staff", Verdict.WARN, told + ": remind them")
                  : new Sign("staff", Verdict.OK, told);
            })
        .orElseGet(
            () ->
                new Sign(
                    "staff",
                    Verdict.OK,
                    Count.of(waiting, "ticket waits", "tickets wait") + " for the staff"));
  }

  private static String since(Glance glance, Optional<Instant> then) {
    return Spell.of(then.map(glance::ago).orElse(Duration.ZERO));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
