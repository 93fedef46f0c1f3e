package dev.latchkey.watch;

import dev.latchkey.flow.recovery.WaitingTime.Lately;
import dev.latchkey.store.Figures;
import dev.latchkey.store.PastFigures;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.watch.Bars.Bar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last weeks of a desk on one page of HTML, which needs nothing beside it: no script, no
 * picture, no letter type of another file. It names nobody: neither people nor tickets.
 */
public final class Report {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --paper: #fff; --card: #f5f7f9; --ink: #1c2733; --soft: #566473;
        --line: #dbe2e8; --p0: #2f6fa8; --p1: #c98122; }
      @media (prefers-color-scheme: dark) { :root { --paper: #12171c; --card: #1b222a; --ink: #e7ecf1;
        --soft: #a3b0bd; --line: #303b46; --p0: #64a8e0; --p1: #e3ab57; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 1120px; padding: 20px 16px 40px; background: var(--paper);
        color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
      h1 { font-size: 1.5rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
      h2 { font-size: 1.1rem; margin: 32px 0 10px; }
      p { margin: 4px 0 0; color: var(--soft); }
      .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 10px; margin-top: 18px; }
      .tiles div { background: var(--card); border-radius: 8px; padding: 10px 12px; }
      .tiles b { display: block; font-size: 1.45rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
      .tiles span { color: var(--soft); font-size: .87rem; }
      .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 14px; }
      section { display: flex; flex-direction: column; min-width: 0; } section figure { flex: 1; }
      figure { margin: 0; background: var(--card); border-radius: 8px; padding: 12px; min-width: 0; }
      figcaption { font-weight: 600; margin-bottom: 10px; }
      .legend { display: inline-flex; flex-wrap: wrap; gap: 0 12px; font-weight: 400; color: var(--soft); margin-left: 12px; }
      .legend i { display: inline-block; width: 10px; height: 10px; border-radius: 2px; }
      .plot { display: flex; gap: 8px; }
      .axis { display: flex; flex-direction: column; justify-content: space-between; height: 140px; text-align: right;
        color: var(--soft); font-size: .75rem; line-height: 0; min-width: 1.6em; font-variant-numeric: tabular-nums; }
      svg { display: block; width: 100%; overflow: visible; }
      svg line { stroke: var(--line); }
      svg line.tick { stroke: var(--soft); }
      svg text { fill: var(--soft); font-size: .75rem; }
      .p0 { fill: var(--p0); background: var(--p0); } .p1 { fill: var(--p1); background: var(--p1); }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; font-weight: 400; padding: 4px 10px 4px 0; vertical-align: middle; }
      td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      td:last-child, th:last-child { padding-right: 0; }
      .bars th { width: 40%; } .bars td.bar { width: 100%; } .bars td:last-child { text-align: right; }
      .wide thead th { color: var(--soft); font-size: .87rem; } .wide thead th + th { text-align: right; }
      .wide tbody tr { border-top: 1px solid var(--line); }
      small { color: var(--soft); } .none { margin: 0; }
      @media print { body { max-width: none; } figure, .tiles div { break-inside: avoid; } }
      """;

  private final String desk;
  private final Glance glance;
  private final PastFigures past;

  /**
   * @param desk its name
   */
  public Report(String desk, Glance glance, PastFigures past) {
    this.desk = desk;
    this.glance = glance;
    this.past = past;
  }

  /** The whole page. */
  public String html() {
    List<LocalDate> days = past.days();
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%1$s: the last %2$d days</title>
        <style>
        %3$s</style>
        </head>
        <body>
        <h1>%1$s: the last %2$d days</h1>
        <p>%4$s to %5$s, days of %14$s; the last one is not over.</p>
        %6$s%15$s
        <h2>What came</h2>
        <div class="two">
        %7$s%8$s</div>
        <h2>What waits</h2>
        <div class="two">
        %9$s%10$s</div>
        <div class="two">
        <section><h2>What became of it</h2>
        %11$s</section>
        <section><h2>Why people were locked out</h2>
        %12$s</section></div>
        <h2>How long it took</h2>
        %13$s
        </body>
        </html>
        """
        .formatted(
            Html.text(desk),
            days.size(),
            STYLE,
            days.get(0),
            days.get(days.size() - 1),
            tiles(),
            new Columns(days)
                .with("recoveries", past.recoveries())
                .with("inquiries", past.inquiries())
                .draw("Tickets opened"),
            new Columns(days).with("mails", past.mails()).draw("Mails that arrived"),
            new Columns(days)
                .with("recoveries", past.lying())
                .draw("Recoveries before the staff at the end of the day"),
            Bars.draw("Open now, and how long the oldest", open()),
            Bars.draw("How closed tickets ended", outcomes()),
            Bars.draw("Reasons in requests, of which one may have several", reasons()),
            times(),
            Html.text(past.zone().getId()),
            new Html(glance.unread().map(it -> "\n<p>%s</p>".formatted(Html.text(it))).orElse("")));
  }

  private Html tiles() {
    Figures figures = glance.figures();
    long closed = sum(past.closed());
    StringBuilder tiles = new StringBuilder("<div class=\"tiles\">\n");
    tile(tiles, Long.toString(sum(past.recoveries())), "recoveries asked for");
    tile(tiles, Long.toString(closed), "tickets closed");
    tile(
        tiles,
        Long.toString(past.closed().getOrDefault(TicketState.RECOVERED, 0L)),
        "of them recovered");
    tile(tiles, Long.toString(figures.waitingForStaff()), "wait for the staff now");
    tile(
        tiles,
        figures.longest().map(it -> Spell.of(glance.ago(it.since()))).orElse("–"),
        "the longest recovery before them");
    tile(tiles, time(figures.ways().recovery()), "first mail to recovered, half of them, 90 days");
    tile(
        tiles,
        time(Optional.ofNullable(glance.reviews().get(Optional.empty())).flatMap(Lately::usual)),
        "nine in ten answered within, working days, 90 days");
    tile(tiles, Long.toString(figures.promisesMissed()), "promised days missed");
    return new Html(tiles.append("</div>").toString());
  }

  private static void tile(StringBuilder tiles, String number, String words) {
    tiles.append(
        "<div><b>%s</b><span>%s</span></div>%n".formatted(Html.text(number), Html.text(words)));
  }

  /** Every open state that a ticket is in, its levels together. */
  private List<Bar> open() {
    List<Bar> bars = new ArrayList<>();
    for (TicketState state : TicketState.values()) {
      List<Figures.Standing> here =
          glance.figures().standing().stream().filter(one -> one.state() == state).toList();
      if (!here.isEmpty()) {
        Duration oldest =
            here.stream()
                .map(one -> glance.ago(one.since()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        bars.add(
            new Bar(
                Wording.of(state),
                here.stream().mapToLong(Figures.Standing::tickets).sum(),
                Spell.of(oldest)));
      }
    }
    return bars;
  }

  private List<Bar> outcomes() {
    long all = sum(past.closed());
    return Arrays.stream(TicketState.values())
        .filter(past.closed()::containsKey)
        .map(state -> bar(Wording.of(state), past.closed().get(state), all))
        .sorted(Comparator.comparing(Bar::count).reversed())
        .toList();
  }

  /** Shares are of the recoveries; one may have several reasons. */
  private List<Bar> reasons() {
    long all = sum(past.recoveries());
    List<Bar> bars = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      if (past.reasons().containsKey(reason)) {
        bars.add(bar(Wording.of(reason), past.reasons().get(reason), all));
      }
    }
    bars.sort(Comparator.comparing(Bar::count).reversed());
    if (past.noReason() > 0) {
      bars.add(bar("not said", past.noReason(), all));
    }
    return bars;
  }

  private static Bar bar(String what, @Nullable Long count, long all) {
    long known = Objects.requireNonNullElse(count, 0L);
    return new Bar(what, known, all == 0 ? "" : Math.round(100.0 * known / all) + " %");
  }

  private Html times() {
    StringBuilder rows = new StringBuilder();
    for (Map.Entry<Optional<String>, Lately> one : glance.reviews().entrySet()) {
      rows.append(
          "<tr><th scope=\"row\">%s</th><td>%d</td><td>%s</td><td>%s</td></tr>%n"
              .formatted(
                  Html.text(one.getKey().map(Wording::level).orElse("all levels")),
                  one.getValue().answered(),
                  Html.text(time(one.getValue().median())),
                  Html.text(time(one.getValue().usual()))));
    }
    return new Html(
        """
        <figure><figcaption>Until the staff answered a recovery that lay before them, in time on working days, 90 days</figcaption>
        <table class="wide"><thead><tr><th>Level</th><th>Answered</th><th>Half within</th><th>Nine in ten within</th></tr></thead>
        <tbody>%s</tbody></table>
        <p>From the first mail to the decision: half within %s. To the end of a recovery: half within %s.</p>
        <p>Those that still wait count in the row of all levels; – is where too little is known to tell.</p></figure>
        """
            .formatted(
                rows,
                Html.text(time(glance.figures().ways().decision())),
                Html.text(time(glance.figures().ways().recovery()))));
  }

  private static String time(Optional<Duration> time) {
    return time.map(Spell::of).orElse("–");
  }

  private static long sum(Map<?, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }
}
