package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.TopicWords;
import dev.latchkey.triage.words.Words;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads single lines, by a linear model that learned from {@code src/test/resources/linecorpus}:
 * what a heading asks for, and what an answer says to it.
 */
public final class LineReader {
  /** What answers {@link Asks#CONDUCT} and {@link Asks#WAIT}. */
  public static final String CONSENT = "consent";

  /** What answers {@link Asks#CODES}. */
  public static final String CODES = "codes";

  public static final String MAILBOX = "mailbox";
  public static final String DEVICE = "device";
  public static final String PASSWORD = "password";

  /** What an answer to {@link Asks#MAILBOX} says. */
  public static final String GONE = "gone";

  private static final String NEVER = "never";

  private static final String SECOND_FACTOR = "second factor";

  private static final String YES = "yes";

  private static final Pattern DOMAIN = Pattern.compile("\\p{Alnum}\\.\\p{Alpha}{2}");

  private static final MailText NO_TITLE = MailText.of("");

  /** A heading asks for what is so likely. */
  private static final double LIKELY = 0.5;

  /** An answer says what is so likely. */
  private static final double SAYS = 0.7;

  /** What names only a domain must be so likely. */
  private static final double SURELY = 0.95;

  /** And agrees from here on. */
  private static final double AGREES = 0.8;

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
    double most = likely.of(best.question());
    for (Asks asks : Asks.values()) {
      double one = likely.of(asks.question());
      best = one > most ? asks : best;
      most = Math.max(most, one);
    }
    return best != Asks.NONE && most >= LIKELY ? Optional.of(best) : Optional.empty();
  }

  /**
   * What {@code answer} says to a question for {@link #CONSENT} ({@code yes}, {@code no}), {@link
   * #CODES} ({@code have}, {@code lost}, {@code never_made}, {@code none}), {@link #MAILBOX}
   * ({@code works}, {@code gone}), {@link #DEVICE} ({@code have}, {@code lost}, {@code never}) or
   * {@link #PASSWORD} ({@code known}, {@code forgotten}); empty where that is not likely enough.
   * Who asks back has not agreed.
   */
  public Optional<String> says(String to, String answer) {
    Likelihoods likely = read(answer);
    String best = "";
    double most = 0;
    for (String question : likely.questions()) {
      if (question.startsWith(to + "=") && likely.of(question) > most) {
        best = question.substring(to.length() + 1);
        most = likely.of(question);
      }
    }
    if (most < SAYS) {
      return Optional.empty();
    }
    boolean agrees = to.equals(CONSENT) && best.equals(YES);
    boolean asks = answer.indexOf('?') >= 0 || answer.indexOf('？') >= 0;
    return agrees && (asks || most < AGREES) ? Optional.empty() : Optional.of(best);
  }

  /**
   * How likely a clause of running prose says that a mailbox cannot be read any more, from 0 to 1.
   * It is asked only where it speaks of one and of nothing else that can be lost, by a word for it
   * or by its domain.
   */
  public double lostMailbox(List<Words.Word> clause, String text) {
    String whole = text.substring(clause.get(0).start(), clause.get(clause.size() - 1).end());
    // "I repeat: …"
    String said = whole.substring(whole.lastIndexOf(": ") + 1);
    List<TopicWords.Spoken> spoken = topics.in(List.of(clause));
    if (spoken.stream().anyMatch(one -> one.topics().equals(Set.of(MAILBOX)))) {
      return read(said).of(MAILBOX + "=" + GONE);
    }
    if (!spoken.isEmpty() || !DOMAIN.matcher(said).find()) {
      return 0;
    }
    double likely = read(said).of(MAILBOX + "=" + GONE);
    return likely >= SURELY ? likely : 0;
  }

  /**
   * Whether a clause of running prose says that there never was a second factor; empty where it
   * speaks of none, or of something besides.
   */
  public Optional<Boolean> neverSecondFactor(List<Words.Word> clause, String text) {
    Set<String> spoken = new HashSet<>();
    topics.in(List.of(clause)).forEach(one -> spoken.addAll(one.topics()));
    if (!spoken.contains(SECOND_FACTOR) && !spoken.contains(DEVICE)) {
      return Optional.empty();
    }
    String said = text.substring(clause.get(0).start(), clause.get(clause.size() - 1).end());
    return Optional.of(
        spoken.equals(Set.of(SECOND_FACTOR))
            && says(DEVICE, said).filter(NEVER::equals).isPresent());
  }

  /** Whether {@code answer} sounds more like a yes than not, to a question for {@link #CONSENT}. */
  public boolean leansToYes(String answer) {
    return read(answer).of(CONSENT + "=" + YES) >= LIKELY;
  }

  /** How likely a line is each thing; {@code consent=yes} and the like of an answer. */
  Likelihoods read(String line) {
    return Likelihoods.of(
        lines.questions(),
        lines.probabilities(
            OpinionReader.features(NO_TITLE, MailText.of(line), vocabulary, topics)));
  }
}
