package dev.latchkey.watch;

import java.util.Locale;

/**
 * What Prometheus is told, by the names that the dashboard and the alert rules use. None of them
 * carries a name, an address or a reference: their labels are words of the program.
 */
enum DeskGauge {
  DATABASE_UP("1 while the database answers; without it nothing else of the desk is told"),
  HEALTHY("what latchkey health finds, by check: 0 where it fails"),
  CLOCK_AHEAD_SECONDS("by how much this clock is ahead of the database's, where that is too much"),
  SILENCE_SECONDS("how long ago a loop of this process gave its last sign of life"),
  POLL_AGE_SECONDS("how long ago the last visit of the inbox began that reached its end"),
  TICKETS("open tickets by state and level"),
  TICKETS_OLDEST_SECONDS("how long the oldest ticket is in its state"),
  REVIEW_OLDEST_SECONDS("how long the longest recovery lies before the staff"),
  REVIEW_MEDIAN_SECONDS("what half of the answers of the staff took on working days, 90 days"),
  REVIEW_USUAL_SECONDS("within what nine in ten are answered on working days, 90 days"),
  PROMISES_MISSED("tickets before the staff whose requester was promised a day that has passed"),
  STAFF_TICKETS_UNASSIGNED("tickets that wait for the staff and that nobody looks after"),
  MAILS_WAITING("mails that are taken in and not worked on"),
  MAILS_WAITING_OLDEST_SECONDS("how long the first of these waits"),
  MAILS_HANDLING_MEDIAN_SECONDS("from a mail's arrival to the work on it, the median of a day"),
  MAILS_QUARANTINED("mails that were put aside unanswered"),
  MAILS_UNREADABLE("mails that broke a limit; their writers were told"),
  LETTERS("letters that are not sent: pending, late, over_budget, parked"),
  LETTERS_OLDEST_SECONDS("how long the first pending letter is there"),
  DUE_LATE("tickets and orders that are due and were left"),
  DECISION_MEDIAN_SECONDS("from the first mail to the decision, the median of 90 days"),
  RECOVERY_MEDIAN_SECONDS("from the first mail to the end of a recovery, the median of 90 days"),
  LAST_DAY_MAILS("mails that arrived in 24 hours"),
  LAST_DAY_OPENED("tickets that were opened in 24 hours"),
  LAST_DAY_CLOSED("tickets that were closed in 24 hours, by how they ended");

  private final String help;

  DeskGauge(String help) {
    this.help = help;
  }

  /** As Prometheus knows it. */
  String metric() {
    return "latchkey_" + name().toLowerCase(Locale.ROOT);
  }

  String help() {
    return help;
  }
}
