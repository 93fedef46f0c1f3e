package dev.latchkey.cli;

import java.io.PrintWriter;

/** What a check finds, a line each. */
final class Findings {
  private final PrintWriter out;
  private boolean failed;

  Findings(PrintWriter out) {
    this.out = out;
  }

  void ok(String what) {
    line("ok  ", what);
  }

  /** The desk works all the same. */
  void warn(String what) {
    line("warn", what);
  }

  /** The desk cannot work. */
  void fail(String what) {
    failed = true;
    line("FAIL", what);
  }

  boolean failed() {
    return failed;
  }

  private void line(String word, String what) {
    out.println(word + "  " + Terminal.cell(what, 500));
    out.flush();
  }
}
