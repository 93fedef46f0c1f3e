package dev.latchkey.watch;

import java.util.List;

/** What a {@link HealthCheck} found, a sign for each thing that it looked at. */
public record Checkup(List<Sign> signs) {
  public Checkup {
    signs = List.copyOf(signs);
  }

  /** How bad it is. */
  public enum Verdict {
    OK,
    /** The desk works, and somebody should look when there is time. */
    WARN,
    /** Something stands still, or somebody was let down. */
    FAIL
  }

  /**
   * One thing that was looked at.
   *
   * @param name a word, the same at every time
   * @param told what was found and what to do, for the operator alone: it may name a ticket
   */
  public record Sign(String name, Verdict verdict, String told) {}

  /** Whether nothing failed. */
  public boolean well() {
    return signs.stream().noneMatch(sign -> sign.verdict() == Verdict.FAIL);
  }
}
