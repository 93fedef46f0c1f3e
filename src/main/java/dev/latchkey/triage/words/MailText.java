package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A text that several readers read: its words and clauses are made when the first of them asks, and
 * once. For every thread.
 */
public final class MailText {
  private final String text;
  private final IdentityHashMap<Object, Object> made = new IdentityHashMap<>(4);

  // None of these changes once it is made, so that it may be made twice, by two threads.
  private @Nullable Words words;
  private @Nullable List<List<Words.Word>> clauses;
  private @Nullable List<List<Words.Word>> parts;
  private @Nullable List<List<Words.Word>> learned;

  MailText(String text) {
    this.text = text;
  }

  /** The same for the same text, as long as it is among those that were read last. */
  public static MailText of(String text) {
    return KnownTexts.of(text);
  }

  /** As it is. */
  public String text() {
    return text;
  }

  /** Its words. */
  public Words words() {
    Words known = words;
    if (known == null) {
      known = Words.of(text);
      words = known;
    }
    return known;
  }

  /** The words of each clause. */
  public List<List<Words.Word>> clauses() {
    List<List<Words.Word>> known = clauses;
    if (known == null) {
      known = List.copyOf(Clauses.of(words()));
      clauses = known;
    }
    return known;
  }

  /** The clauses as the models learned to read them: every full stop ends one. */
  public List<List<Words.Word>> learned() {
    List<List<Words.Word>> known = learned;
    if (known == null) {
      known = List.copyOf(Clauses.atEveryStop(words(), clauses()));
      learned = known;
    }
    return known;
  }

  /** The words of each part of its clauses, as {@link Clauses#parts} cuts them. */
  public List<List<Words.Word>> parts() {
    List<List<Words.Word>> known = parts;
    if (known == null) {
      known = List.copyOf(Clauses.cutAtCommas(clauses()));
      parts = known;
    }
    return known;
  }

  /** Its clauses behind those of {@code title}. */
  public List<List<Words.Word>> clausesBelow(MailText title) {
    List<List<Words.Word>> all = new ArrayList<>(title.clauses());
    all.addAll(clauses());
    return all;
  }

  /** The same of those that the models read. */
  public List<List<Words.Word>> learnedBelow(MailText title) {
    List<List<Words.Word>> all = new ArrayList<>(title.learned());
    all.addAll(learned());
    return all;
  }

  /**
   * What one reader makes of it, made once.
   *
   * @param reader whose it is; its only result of a text
   */
  @SuppressWarnings("unchecked")
  public <T> T once(Object reader, Function<MailText, T> make) {
    Object known = known(reader);
    if (known == null) {
      known = make.apply(this);
      keep(reader, known);
    }
    return (T) known;
  }

  private synchronized @Nullable Object known(Object reader) {
    return made.get(reader);
  }

  private synchronized void keep(Object reader, Object result) {
    made.put(reader, result);
  }

  /** Its first {@code most} signs; this, where it has no more. */
  public MailText beginning(int most) {
    return text.length() <= most ? this : of(text.substring(0, most));
  }

  /**
   * The text without some of its clauses; the same where none is left out.
   *
   * @param leftOut whether one is, by its place among {@link #clauses}
   */
  public String without(IntPredicate leftOut) {
    StringBuilder left = new StringBuilder();
    int from = 0;
    for (int at = 0; at < clauses().size(); at++) {
      if (leftOut.test(at)) {
        List<Words.Word> clause = clauses().get(at);
        left.append(text, from, clause.get(0).start());
        from = clause.get(clause.size() - 1).end();
      }
    }
    return from == 0 ? text : left.append(text.substring(from)).toString();
  }

  /** This, if it reads {@code other}; else that. */
  public MailText or(String other) {
    return text.equals(other) ? this : of(other);
  }
}
