package dev.latchkey.cli.page;

import dev.latchkey.flow.recovery.WaitingTime.Lately;
import dev.latchkey.store.Figures;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.watch.Glance;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the desk as JSON: moments in ISO 8601, times in seconds, what is not there null.
 */
public final class FiguresJson {
  private FiguresJson() {}

  public static Map<String, @Nullable Object> of(Glance glance) {
    Figures figures = glance.figures();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", figures.at().toString());
    json.put("open", figures.standing().stream().map(FiguresJson::standing).toList());
    json.put("unread", figures.unread());
    json.put("longest", figures.longest().map(FiguresJson::longest).orElse(null));
    json.put("promisesMissed", figures.promisesMissed());
    json.put("staff", figures.staff().stream().map(FiguresJson::staff).toList());
    json.put("answers", answers(glance.reviews()));
    json.put("decisionMedianSeconds", seconds(figures.ways().decision()));
    json.put("recoveryMedianSeconds", seconds(figures.ways().recovery()));
    json.put("handlingMedianSeconds", seconds(figures.ways().handling()));
    json.put("lastDay", lastDay(figures.lastDay()));
    json.put("lastPoll", text(figures.lastPoll()));
    json.put("mails", mails(figures.mails()));
    json.put("letters", letters(figures.letters()));
    json.put("followUpsLate", figures.followUpsLate());
    json.put("ordersLate", figures.ordersLate());
    json.put("clockAheadSeconds", seconds(glance.clockAhead()));
    return json;
  }

  private static Map<String, @Nullable Object> standing(Figures.Standing one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("state", one.state().name());
    json.put("level", one.level().orElse(null));
    json.put("tickets", one.tickets());
    json.put("since", one.since().toString());
    return json;
  }

  private static Map<String, @Nullable Object> longest(Figures.Longest longest) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("ticket", longest.ticket().toString());
    json.put("since", longest.since().toString());
    json.put("promised", text(longest.promised()));
    return json;
  }

  private static Map<String, @Nullable Object> staff(Figures.Staff one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("member", text(one.member()));
    json.put("tickets", one.tickets());
    json.put("since", text(one.since()));
    json.put("decisions", one.decisions());
    return json;
  }

  private static Map<String, Object> answers(Map<Optional<String>, Lately> reviews) {
    Map<String, Object> levels = new LinkedHashMap<>();
    reviews.forEach(
        (level, lately) -> {
          Map<String, @Nullable Object> json = new LinkedHashMap<>();
          json.put("answered", lately.answered());
          json.put("medianSeconds", seconds(lately.median()));
          json.put("nineInTenSeconds", seconds(lately.usual()));
          levels.put(level.orElse("all"), json);
        });
    return levels;
  }

  private static Map<String, Object> lastDay(Figures.LastDay day) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mails", day.mails());
    json.put("recoveries", day.recoveries());
    json.put("inquiries", day.inquiries());
    Map<String, Object> closed = new TreeMap<>();
    for (TicketState state : TicketState.values()) {
      if (state.closed()) {
        closed.put(state.name(), day.closed().getOrDefault(state, 0L));
      }
    }
    json.put("closed", closed);
    return json;
  }

  private static Map<String, @Nullable Object> mails(Figures.Mails mails) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("waiting", mails.waiting());
    json.put("waitingSince", text(mails.waitingSince()));
    json.put("late", mails.late());
    json.put("quarantined", mails.aside());
    json.put("quarantinedInAWeek", mails.asideLately());
    json.put("unreadable", mails.unreadable());
    json.put("lastReceived", text(mails.lastReceived()));
    json.put("lastHandled", text(mails.lastHandled()));
    return json;
  }

  private static Map<String, @Nullable Object> letters(Figures.Letters letters) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("pending", letters.pending());
    json.put("pendingSince", text(letters.pendingSince()));
    json.put("late", letters.late());
    json.put("overBudget", letters.overBudget());
    json.put("parked", letters.parked());
    return json;
  }

  private static @Nullable Object seconds(Optional<Duration> time) {
    return time.<Object>map(it -> it.toMillis() / 1000.0).orElse(null);
  }

  private static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}
