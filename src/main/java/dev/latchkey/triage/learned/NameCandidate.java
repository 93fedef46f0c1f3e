package dev.latchkey.triage.learned;

import java.util.List;

/** A piece of a mail that may be the name of something, and what stands around it. */
final class NameCandidate {
  private final String text;
  private final boolean signature;
  private final int[] features;

  NameCandidate(String text, boolean signature, int[] features) {
    this.text = text;
    this.signature = signature;
    this.features = features;
  }

  /**
   * The candidates of a mail, those of its text first.
   *
   * @param own in how many of the known mails this very mail was counted: one while learning from
   *     it
   */
  static List<NameCandidate> of(String subject, String text, KnownWords known, int own) {
    List<NameCandidate> candidates = new NameCandidates(text, false, known, own).find();
    candidates.addAll(new NameCandidates(subject, true, known, own).find());
    return candidates;
  }

  /** As typed, without the marks around it. */
  String text() {
    return text;
  }

  /** A word of letters alone on the last line: whoever wrote it, and seldom an account. */
  boolean signature() {
    return signature;
  }

  /** Numbers for the model, each once. */
  int[] features() {
    return features;
  }
}
