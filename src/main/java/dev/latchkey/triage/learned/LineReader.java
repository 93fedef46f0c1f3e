package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.TopicWords;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads single lines, by a linear model that learned from {@code src/test/resources/linecorpus}:
 * what a heading asks for, what an answer says to it, and to what a sentence agrees.
 */
public final class LineReader {
  /** What answers {@link Asks#CONDUCT} and {@link Asks#WAIT}. */
  public static final String CONSENT = "consent";

  private static final MailText NO_TITLE = MailText.of("");

  /** A heading asks for what is so likely. */
  private static final double LIKELY = 0.5;

  private final LinearModel lines;
  private final long source;
  private final SignScorer vocabulary;
  private final TopicWords topics;

  LineReader(LinearModel lines, long source, SignScorer vocabulary, TopicWords topics) {
    this.lines = lines;
    this.source = source;
    this.vocabulary = vocabulary;
    this.topics = topics;
  }

  /** The model that ships; as {@link OpinionReader#standard}. */
  public static LineReader standard(SignScorer vocabulary, TopicWords topics) {
    try (InputStream in = LineReader.class.getResourceAsStream("lines.bin")) {
      if (in == null) {
        throw new IllegalStateException("lines.bin is missing in the jar");
      }
      DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
      return new LineReader(LinearModel.read(data), data.readLong(), vocabulary, topics);
    } catch (IOException e) {
      throw new UncheckedIOException("lines.bin cannot be read", e);
    }
  }

  void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    lines.write(out);
    out.writeLong(source);
    out.flush();
  }

  /** A checksum of what it was learned from. */
  public long source() {
    return source;
  }

  /** What {@code heading} asks for; empty where that is nothing, or not likely enough. */
  public Optional<Asks> asks(String heading) {
    Likelihoods likely = read(heading);
    Asks best = Asks.NONE;
    for (Asks asks : Asks.values()) {
      best = likely.of(asks.question()) > likely.of(best.question()) ? asks : best;
    }
    return best != Asks.NONE && likely.of(best.question()) >= LIKELY
        ? Optional.of(best)
        : Optional.empty();
  }

  /**
   * How likely a line is each thing: {@code consent=yes} and the like of an answer, {@code coc=yes}
   * of a sentence.
   */
  public Likelihoods read(String line) {
    return Likelihoods.of(
        lines.questions(),
        lines.probabilities(
            OpinionReader.features(NO_TITLE, MailText.of(line), vocabulary, topics)));
  }
}
