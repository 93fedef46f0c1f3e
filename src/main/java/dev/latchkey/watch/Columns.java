package dev.latchkey.watch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A column a day, as SVG whose widths are shares: it is as wide as the page, and its letters are as
 * large as the others.
 */
final class Columns {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final int HEIGHT = 140;
  private static final int BELOW = 22;
  private static final double GAP = 0.2;

  /** So many names of days stand beside each other on a telephone. */
  private static final int MOST_NAMES = 7;

  private static final int DAYS_OF_WEEK = 7;
  private static final int DAYS_OF_MONTH = 28;

  private final List<LocalDate> days;
  private final List<Part> parts = new ArrayList<>();

  /** What is stacked: the first part lowest. */
  private record Part(String name, Map<LocalDate, Long> numbers) {
    long of(LocalDate day) {
      return numbers.getOrDefault(day, 0L);
    }
  }

  Columns(List<LocalDate> days) {
    this.days = List.copyOf(days);
  }

  Columns with(String name, Map<LocalDate, Long> numbers) {
    parts.add(new Part(name, numbers));
    return this;
  }

  Html draw(String title) {
    long top = Math.max(1, days.stream().mapToLong(this::total).max().orElse(1));
    long most = top <= 4 ? top : nice(top);
    StringBuilder svg = new StringBuilder();
    for (int line = 0; line <= 2; line++) {
      double y = line * HEIGHT / 2.0 + 0.5;
      svg.append("<line x1=\"0\" x2=\"100%%\" y1=\"%.1f\" y2=\"%.1f\"/>".formatted(y, y));
    }
    double width = 100.0 / days.size();
    for (int i = 0; i < days.size(); i++) {
      column(svg, days.get(i), i * width, width, most);
    }
    labels(svg, width);
    return new Html(
        """
        <figure>
        <figcaption>%s%s</figcaption>
        <div class="plot"><div class="axis"><span>%d</span><span>%s</span><span>0</span></div>
        <svg role="img" aria-label="%s" height="%d">%s</svg></div>
        </figure>
        """
            .formatted(
                Html.text(title),
                legend(),
                most,
                most % 2 == 0 ? Long.toString(most / 2) : "",
                Html.text(title + ", a column a day"),
                HEIGHT + BELOW,
                svg));
  }

  private long total(LocalDate day) {
    return parts.stream().mapToLong(part -> part.of(day)).sum();
  }

  private void column(StringBuilder svg, LocalDate day, double x, double width, long most) {
    double base = HEIGHT;
    for (int i = 0; i < parts.size(); i++) {
      double height = 1.0 * HEIGHT * parts.get(i).of(day) / most;
      if (height > 0) {
        base -= height;
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect class=\"p%d\" x=\"%.2f%%\" width=\"%.2f%%\" y=\"%.1f\" height=\"%.1f\"><title>%s: %d %s</title></rect>",
                i,
                x + width * GAP / 2,
                width * (1 - GAP),
                base,
                height,
                DAY.format(day),
                parts.get(i).of(day),
                Html.text(parts.get(i).name())));
      }
    }
  }

  private void labels(StringBuilder svg, double width) {
    for (int i = 0; i < days.size(); i++) {
      if (named(days.get(i))) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<line class=\"tick\" x1=\"%1$.2f%%\" x2=\"%1$.2f%%\" y1=\"%2$d\" y2=\"%3$d\"/>",
                i * width,
                HEIGHT,
                HEIGHT + 5));
        // Closer to the edge its name would be cut off.
        if (days.size() - i >= days.size() / MOST_NAMES) {
          svg.append(
              String.format(
                  Locale.ROOT,
                  "<text x=\"%.2f%%\" dx=\"3\" y=\"%d\">%s</text>",
                  i * width,
                  HEIGHT + BELOW - 6,
                  DAY.format(days.get(i))));
        }
      }
    }
  }

  /** Days, weeks, months, every other month: the closest of which no name touches another. */
  private boolean named(LocalDate day) {
    if (days.size() <= MOST_NAMES) {
      return true;
    }
    if (days.size() <= MOST_NAMES * DAYS_OF_WEEK) {
      return day.getDayOfWeek() == DayOfWeek.MONDAY;
    }
    return day.getDayOfMonth() == 1
        && (days.size() <= MOST_NAMES * DAYS_OF_MONTH || day.getMonthValue() % 2 == 1);
  }

  private Html legend() {
    if (parts.size() < 2) {
      return new Html("");
    }
    StringBuilder legend = new StringBuilder("<span class=\"legend\">");
    for (int i = 0; i < parts.size(); i++) {
      legend
          .append("<span><i class=\"p%d\"></i> ".formatted(i))
          .append(Html.text(parts.get(i).name()))
          .append("</span> ");
    }
    return new Html(legend.append("</span>").toString());
  }

  /** The next of 2, 4, 6, 8, 10, 20 … that is not below. */
  private static long nice(long top) {
    long step = 1;
    while (top > 10 * step) {
      step *= 10;
    }
    long whole = (top + 2 * step - 1) / (2 * step);
    return whole * 2 * step;
  }
}
