package dev.latchkey.cli.page;

import dev.latchkey.flow.recovery.WaitingTime.Lately;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Figures;
import dev.latchkey.watch.Count;
import dev.latchkey.watch.Glance;
import dev.latchkey.watch.Spell;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The figures of the desk, for a terminal. */
public final class FiguresPage {
  private static final String NOTHING = "-";

  private final PrintWriter out;
  private final DeskTime time;

  public FiguresPage(PrintWriter out, DeskTime time) {
    this.out = out;
    this.time = time;
  }

  public void print(Glance glance) {
    Figures figures = glance.figures();
    out.println("At " + time.inFull(figures.at()));
    open(glance);
    longest(glance);
    staff(glance);
    answers(glance.reviews());
    field("first mail to decision", "median " + time(figures.ways().decision()));
    field("first mail to the end", "median " + time(figures.ways().recovery()));
    lastDay(figures.lastDay());
    mail(glance);
    out.flush();
  }

  private void open(Glance glance) {
    heading("Open tickets");
    Table table = new Table("STATE", "LEVEL", "TICKETS", "OLDEST");
    for (Figures.Standing one : glance.figures().standing()) {
      table.add(
          one.state().name(),
          one.level().orElse(NOTHING),
          Long.toString(one.tickets()),
          Spell.of(glance.ago(one.since())));
    }
    table.print(out);
    glance.unread().ifPresent(told -> out.println("  " + told));
  }

  private void longest(Glance glance) {
    Figures figures = glance.figures();
    out.println();
    field(
        "longest before staff",
        figures
            .longest()
            .map(
                it ->
                    "%s, %s%s"
                        .formatted(
                            it.ticket(),
                            Spell.of(glance.ago(it.since())),
                            it.promised()
                                .map(by -> ", promised by " + Spell.day(by, time.zone()))
                                .orElse("")))
            .orElse(NOTHING));
    field("promises missed", Long.toString(figures.promisesMissed()));
  }

  private void staff(Glance glance) {
    heading("Staff");
    Table table = new Table("WHO", "TICKETS", "OLDEST", "DECISIONS IN 30 DAYS");
    for (Figures.Staff one : glance.figures().staff()) {
      table.add(
          one.member().map(EmailAddress::toString).orElse("(nobody)"),
          Long.toString(one.tickets()),
          one.since().map(glance::ago).map(Spell::of).orElse(NOTHING),
          Long.toString(one.decisions()));
    }
    table.print(out);
  }

  private void answers(Map<Optional<String>, Lately> reviews) {
    heading("Answers of the staff in 90 days, in time on working days");
    Table table = new Table("LEVEL", "ANSWERED", "HALF WITHIN", "NINE IN TEN WITHIN");
    reviews.forEach(
        (level, lately) ->
            table.add(
                level.orElse("all"),
                Long.toString(lately.answered()),
                time(lately.median()),
                time(lately.usual())));
    table.print(out);
    out.println();
  }

  private void lastDay(Figures.LastDay day) {
    heading("In 24 hours");
    field("mails", Long.toString(day.mails()));
    field(
        "opened",
        Count.of(day.recoveries(), "recovery", "recoveries")
            + ", "
            + Count.of(day.inquiries(), "inquiry", "inquiries"));
    day.closed().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> field(one.getKey().name(), Long.toString(one.getValue())));
  }

  private void mail(Glance glance) {
    Figures figures = glance.figures();
    Figures.Mails mails = figures.mails();
    Figures.Letters letters = figures.letters();
    heading("Mail");
    field("last poll", ago(glance, figures.lastPoll()));
    field("last mail", ago(glance, mails.lastReceived()));
    field("waits for work", count(glance, mails.waiting(), mails.waitingSince()));
    field("arrival to work", "median " + time(figures.ways().handling()) + " in 24 hours");
    field(
        "quarantine",
        "%d, %d in a week; %d more that broke a limit"
            .formatted(mails.aside(), mails.asideLately(), mails.unreadable()));
    field("letters to be sent", count(glance, letters.pending(), letters.pendingSince()));
    field("over their budget", Long.toString(letters.overBudget()));
    field("parked", Long.toString(letters.parked()));
  }

  private static String count(Glance glance, long count, Optional<Instant> since) {
    return count + since.map(it -> ", the first for " + Spell.of(glance.ago(it))).orElse("");
  }

  private static String ago(Glance glance, Optional<Instant> at) {
    return at.map(it -> Spell.of(glance.ago(it)) + " ago").orElse("never");
  }

  private static String time(Optional<Duration> time) {
    return time.map(Spell::of).orElse(NOTHING);
  }

  private void heading(String title) {
    out.println();
    out.println(title);
  }

  private void field(String name, String value) {
    out.printf("  %-24s %s%n", name, value);
  }
}
