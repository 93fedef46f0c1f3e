package dev.latchkey.crash;

import dev.latchkey.crash.Gate.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before MariaDB and waits for COMMIT: some of them come to grief. */
public final class CommitGuard implements Gate.Guard {
  private static final byte[] COMMIT = query("COMMIT");
  private static final byte[] ROLLBACK = query("ROLLBACK");

  /** What a client hears of a deadlock: 0xff, 1213 little endian, the state, words. */
  private static final byte[] DEADLOCK = packet(1, "\u00ff\u00bd\u0004#40001Deadlock found");

  /** What becomes of it. */
  public enum Kind {
    /** Committed, and the line is cut before the client hears of it. */
    CUT,
    /** Rolled back, and the client hears that it was a deadlock. */
    REFUSED
  }

  private final Kind kind;
  private final int every;
  private final AtomicInteger left;
  private final Random random;
  private volatile boolean struck;

  /**
   * @param every how many there are of whom one comes to grief, by and large
   * @param left how many more are to come to grief, on all lines
   */
  public CommitGuard(Kind kind, int every, AtomicInteger left, Random random) {
    this.kind = kind;
    this.every = every;
    this.left = left;
    this.random = random;
  }

  @Override
  public Verdict look(boolean fromServer, byte[] octets) {
    if (fromServer) {
      boolean strikes = struck;
      struck = false;
      return strikes ? answered(octets) : Verdict.pass(octets);
    }
    if (left.get() > 0 && Arrays.equals(octets, COMMIT) && random.nextInt(every) == 0) {
      left.decrementAndGet();
      struck = true;
      return kind == Kind.CUT ? Verdict.pass(octets) : Verdict.pass(ROLLBACK);
    }
    return Verdict.pass(octets);
  }

  private Verdict answered(byte[] octets) {
    return kind == Kind.CUT ? Verdict.cutAfter(octets, 0) : Verdict.pass(DEADLOCK);
  }

  private static byte[] query(String words) {
    return packet(0, "\u0003" + words);
  }

  private static byte[] packet(int sequence, String payload) {
    String head = new String(new char[] {(char) payload.length(), 0, 0, (char) sequence});
    return (head + payload).getBytes(StandardCharsets.ISO_8859_1);
  }
}
