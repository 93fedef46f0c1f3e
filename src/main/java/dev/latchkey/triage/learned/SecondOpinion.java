package dev.latchkey.triage.learned;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a mail with what was learned from the corpus. Many threads may use one. */
public final class SecondOpinion {
  static final String FILE = "model.bin";

  private final Concepts concepts = new Concepts();
  private final TextFeatures features = new TextFeatures(concepts);
  private final List<LinearModel> models = new ArrayList<>();
  private final List<Bars> bars = new ArrayList<>();
  private final BitSet known;

  public SecondOpinion() {
    this(shipped());
  }

  /** Of the octets of a model file. */
  SecondOpinion(byte[] file) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      while (bars.size() < Question.values().length) {
        bars.add(new Bars(in.readFloat(), in.readFloat(), in.readFloat()));
      }
      while (models.size() < Question.Part.values().length) {
        models.add(LinearModel.read(in));
      }
      known = BitSet.valueOf(in.readNBytes(Tokens.KNOWN / Byte.SIZE));
    } catch (IOException e) {
      throw new UncheckedIOException("the jar is damaged: " + FILE, e);
    }
  }

  private static byte[] shipped() {
    try (InputStream in =
        Objects.requireNonNull(SecondOpinion.class.getResourceAsStream(FILE), FILE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the jar is damaged: " + FILE, e);
    }
  }

  /** Reads a subject and what was written below it, without secrets. */
  public Opinion read(String subject, String text) {
    String written = Unticked.removed(text);
    Bag bag = new Bag();
    features.add(FoldedText.of(subject), FoldedText.of(written), bag);
    float[][] scores = new float[models.size()][];
    for (int part = 0; part < Question.Part.TOKEN.index(); part++) {
      scores[part] = models.get(part).scores(bag);
    }
    return new Opinion(bars, scores, tokens(subject, written, bag));
  }

  /** Each text once, with the most that speaks for it anywhere. */
  private List<List<Opinion.Named>> tokens(String subject, String written, Bag bag) {
    Tokens tokens = new Tokens(subject, written, concepts, known);
    LinearModel model = models.get(Question.Part.TOKEN.index());
    Map<String, float[]> best = new LinkedHashMap<>();
    for (int at = 0; at < tokens.list().size(); at++) {
      if (tokens.mayBeName(at)) {
        bag.clear();
        tokens.features(at, bag);
        best.merge(tokens.list().get(at).text(), model.scores(bag), SecondOpinion::most);
      }
    }
    List<List<Opinion.Named>> named = new ArrayList<>();
    for (Question question : Question.Part.TOKEN.questions()) {
      int place = question.place();
      named.add(
          best.entrySet().stream()
              .map(token -> new Opinion.Named(token.getKey(), token.getValue()[place]))
              .toList());
    }
    return named;
  }

  private static float[] most(float[] some, float[] others) {
    float[] most = some.clone();
    for (int at = 0; at < most.length; at++) {
      most[at] = Math.max(most[at], others[at]);
    }
    return most;
  }
}
