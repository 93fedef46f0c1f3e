package dev.latchkey.watch;

import java.util.List;
import java.util.Locale;

/**
 * Bars, lying, each with its words and its number: a table, so that words break where they must.
 */
final class Bars {
  private Bars() {}

  /** A bar. */
  record Bar(String what, long count, String beside) {
    /** One with nothing beside its number. */
    Bar(String what, long count) {
      this(what, count, "");
    }
  }

  static Html draw(String title, List<Bar> bars) {
    long most = Math.max(1, bars.stream().mapToLong(Bar::count).max().orElse(1));
    StringBuilder rows = new StringBuilder();
    for (Bar bar : bars) {
      rows.append(
          """
          <tr><th scope="row">%s</th><td class="bar"><svg height="14" aria-hidden="true"><rect class="p0" width="%s%%" height="14" rx="2"/></svg></td><td>%d%s</td></tr>
          """
              .formatted(
                  Html.text(bar.what()),
                  String.format(Locale.ROOT, "%.1f", 100.0 * bar.count() / most),
                  bar.count(),
                  bar.beside().isEmpty() ? "" : " <small>" + Html.text(bar.beside()) + "</small>"));
    }
    String empty = bars.isEmpty() ? "<p class=\"none\">Nothing.</p>" : "";
    return new Html(
        "<figure><figcaption>%s</figcaption>%s<table class=\"bars\">%s</table></figure>%n"
            .formatted(Html.text(title), empty, rows));
  }
}
