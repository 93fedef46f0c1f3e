package dev.latchkey.cli;

import dev.latchkey.cli.page.Terminal;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a check finds, a line each; a key of the settings is told with its line there. */
final class Findings {
  /** Not a part of an address, and not told with its line before. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![\\w./@-])(?:desk|database|imap|smtp|intake|authentication|staff|accounts|action|monitor)"
              + "\\.[a-z]+(?:-[a-z]+)*(?![\\w@-]|\\.\\w)(?! \\()");

  private static final int LONGEST = 700;

  private final PrintWriter out;
  private final UnaryOperator<String> places;
  private boolean failed;

  /** Of no settings in particular. */
  Findings(PrintWriter out) {
    this(out, UnaryOperator.identity());
  }

  /**
   * @param places a key of the settings with its line, as it is where it is not set
   */
  Findings(PrintWriter out, UnaryOperator<String> places) {
    this.out = out;
    this.places = places;
  }

  void ok(String what) {
    line("ok  ", what);
  }

  /** The desk works all the same. */
  void warn(String what) {
    line("warn", placed(what));
  }

  /** The desk cannot work. */
  void fail(String what) {
    failed = true;
    line("FAIL", placed(what));
  }

  boolean failed() {
    return failed;
  }

  private String placed(String what) {
    return KEY.matcher(what).replaceAll(key -> Matcher.quoteReplacement(places.apply(key.group())));
  }

  private void line(String word, String what) {
    out.println(word + "  " + Terminal.cell(what, LONGEST));
    out.flush();
  }
}
