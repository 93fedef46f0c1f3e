package dev.latchkey.triage.request;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads answers to a letter that asks for a proof. */
public final class ProofReplyReader {

  /** Reads what was typed (the generous reading, secrets removed). */
  public ProofReply read(String typed) {
    String words = typed.strip().toLowerCase(Locale.ROOT);
    boolean cannot = words.contains("cannot") || words.contains("can't");
    boolean done = !cannot && words.lines().anyMatch(line -> line.strip().startsWith("done"));
    return new ProofReply(Set.of(), Set.of(), done, cannot, List.of());
  }
}
