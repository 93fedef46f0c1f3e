package dev.latchkey.triage.learned;

import java.util.ArrayList;
import java.util.List;

/** A piece of a mail that may be the name of something, and what stands around it. */
final class NameCandidate {
  private final String text;
  private final int start;
  private final boolean signature;
  private final int[] features;

  /**
   * @param start where it begins in the text or the subject
   */
  NameCandidate(String text, int start, boolean signature, int[] features) {
    this.text = text;
    this.start = start;
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
    List<NameCandidate> candidates = new ArrayList<>(in(text, known, own));
    candidates.addAll(ofSubject(subject, known, own));
    return candidates;
  }

  /** Those of a text alone, in their order. */
  static List<NameCandidate> in(String text, KnownWords known, int own) {
    return new NameCandidates(text, false, known, own).find();
  }

  /** And of a subject. */
  static List<NameCandidate> ofSubject(String subject, KnownWords known, int own) {
    return new NameCandidates(subject, true, known, own).find();
  }

  /** As typed, without the marks around it. */
  String text() {
    return text;
  }

  /** Where it begins in what it was found in. */
  int start() {
    return start;
  }

  /** Where it ends. */
  int end() {
    return start + text.length();
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
