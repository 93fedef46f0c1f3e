package dev.latchkey.triage.request;

import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.owner.BesideYes;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Yeses that do not name what they agree to, beside whatever else is told: "I agree and I
 * understand", "lost, yes and yes", "Agreed. Take your time." Both questions are answered where at
 * least two such words stand, or one beside the answer that names its question; every word of what
 * agrees is known ({@code plain-answers.txt}), and nothing behind it may take it back.
 *
 * @param codes whether words say that recovery codes are gone
 * @param takesBack whether a sentence refuses, or makes a condition
 */
record PlainYes(Predicate<String> codes, Predicate<String> takesBack) {
  private static final Set<String> NAMING =
      Set.of(AnswerPart.TIME, AnswerPart.CONDUCT, AnswerPart.WAITS);

  /** So many words that deny are an answer. */
  private static final int SHORT = 4;

  /** So many words lead to what is agreed to behind them: "yes, I understand". */
  private static final int BARE = 2;

  /** So many questions want a yes. */
  private static final int BOTH = 2;

  /** So many words before a yes are an answer to the question before it. */
  private static final int FEW = 3;

  private static final Pattern ASIDE = Pattern.compile("\\([^()]{0,200}\\)");

  private static final Pattern CITED = Pattern.compile("[\"“”„«»「」『』]");

  /** What one yes is to: each thing that it names, or nothing. */
  private enum To {
    UNNAMED,
    AWARE,
    CONDUCT,
    TIME
  }

  /** To what a text agrees, the two questions being asked. */
  Set<Said> in(List<AnswerPart> sentences) {
    List<To> all = new ArrayList<>();
    if (isDoubted(sentences)) {
      return EnumSet.noneOf(Said.class);
    }
    sentences.forEach(sentence -> all.addAll(yeses(sentence)));
    Set<Said> said = EnumSet.noneOf(Said.class);
    boolean unnamed = all.contains(To.UNNAMED) && all.size() >= BOTH;
    if (unnamed || all.contains(To.CONDUCT)) {
      said.add(Said.AGREES);
    }
    if (unnamed || all.contains(To.TIME) || (!said.isEmpty() && all.contains(To.AWARE))) {
      said.add(Said.CAN_WAIT);
    }
    return said;
  }

  /** Whether a piece is two yeses, which answer two questions: "yes and yes". */
  static boolean isTwice(String piece) {
    AnswerPart part = AnswerPart.of(piece);
    return part.only(AnswerPart.AGREEING)
        && segments(part).stream().filter(segment -> has(part, segment, AnswerPart.YES)).count()
            >= BOTH;
  }

  /** The same of pieces of a text. */
  boolean isDoubtedIn(List<String> pieces) {
    return pieces.stream().anyMatch(takesBack)
        || isDoubted(pieces.stream().flatMap(AnswerPart::sentences).toList());
  }

  /** Whether anything may take a yes back, wherever it stands, or mocks it. */
  boolean isDoubted(List<AnswerPart> sentences) {
    boolean behind = false;
    if (Dismissal.isIn(sentences)) {
      return true;
    }
    for (AnswerPart sentence : sentences) {
      if (BesideYes.mocks(sentence.text()) || takesBack.test(behindCodes(sentence))) {
        return true;
      }
      boolean answers =
          sentence.agrees()
              || NAMING.stream().anyMatch(sentence::has)
              || sentence.has(AnswerPart.BOTH);
      if (sentence.isQuestion()) {
        boolean knows = sentence.has(AnswerPart.HOW_LONG);
        if (!knows && (answers || !sentence.numbers().isEmpty() || isShort(sentence))) {
          return true;
        }
      } else if (sentence.denies() && (behind || !deniesCodes(sentence))) {
        boolean first = AnswerPart.denies(sentence.groups().get(0));
        if (answers || (behind && (first || isShort(sentence)))) {
          return true;
        }
      }
      behind |= sentence.agrees() && sentence.only(AnswerPart.AGREEING);
    }
    return false;
  }

  /** A sentence without the pieces before its yeses that say that recovery codes are gone. */
  private String behindCodes(AnswerPart sentence) {
    List<AnswerPart> pieces = sentence.pieces().filter(one -> !one.words().isEmpty()).toList();
    int from = ofCodes(pieces);
    return from == 0
        ? sentence.text()
        : pieces.subList(from, pieces.size()).stream()
            .map(AnswerPart::text)
            .collect(Collectors.joining(AnswerPart.COMMA));
  }

  /** Whether what it denies is that there are codes, all of it or each piece that denies. */
  private boolean deniesCodes(AnswerPart sentence) {
    return codes.test(sentence.text())
        || sentence.pieces().filter(AnswerPart::denies).allMatch(piece -> codes.test(piece.text()));
  }

  private static boolean isShort(AnswerPart sentence) {
    return sentence.words().size() <= SHORT || AnswerPart.isInSigns(sentence.text());
  }

  /** The yeses of a sentence, behind what it says of recovery codes. */
  private List<To> yeses(AnswerPart sentence) {
    List<To> all = new ArrayList<>();
    if (sentence.isQuestion() || CITED.matcher(sentence.text()).find()) {
      return all;
    }
    List<AnswerPart> pieces = sentence.pieces().filter(one -> !one.words().isEmpty()).toList();
    List<AnswerPart> rest = pieces.subList(ofCodes(pieces), pieces.size());
    if (!rest.stream().allMatch(piece -> piece.only(AnswerPart.AGREEING))) {
      return all;
    }
    String bare = "";
    for (AnswerPart piece : rest) {
      for (List<Integer> segment : segments(piece)) {
        boolean first = segment.get(0) == 0 || isAllFiller(piece, segment.get(0));
        String words = words(piece, segment);
        boolean merged = first && !bare.isEmpty() && !bare.equals(words);
        List<To> to =
            has(piece, segment, AnswerPart.APPROVES) && sentence.has(AnswerPart.CONDUCT)
                ? List.of(To.CONDUCT)
                : to(piece, segment);
        if (merged && !to.isEmpty()) {
          all.remove(all.size() - 1);
        }
        all.addAll(to);
        boolean unnamed =
            to.equals(List.of(To.UNNAMED))
                && segment.size() <= BARE
                && !has(piece, segment, AnswerPart.AGREE);
        bare = unnamed ? words : "";
      }
    }
    return all;
  }

  /** So many pieces before the yeses say that recovery codes are gone. */
  private int ofCodes(List<AnswerPart> pieces) {
    int from = 0;
    while (from < pieces.size()
        && !pieces.get(from).only(AnswerPart.AGREEING)
        && codes.test(pieces.get(from).text())) {
      from++;
    }
    return from;
  }

  /**
   * Where recovery codes are said to be gone: before the yeses of a sentence, or in the few words
   * of the one before them, whatever stands in brackets there.
   */
  Optional<String> ofCodes(String text) {
    List<AnswerPart> sentences = AnswerPart.sentences(text).toList();
    for (int i = 0; i < sentences.size(); i++) {
      AnswerPart sentence = sentences.get(i);
      if (!yeses(sentence).isEmpty()) {
        List<AnswerPart> pieces = sentence.pieces().filter(one -> !one.words().isEmpty()).toList();
        if (ofCodes(pieces) > 0) {
          return Optional.of(pieces.get(0).text());
        }
        String before = i == 0 ? "" : ASIDE.matcher(sentences.get(i - 1).text()).replaceAll(" ");
        if (Words.of(before).list().size() <= FEW && codes.test(before)) {
          return Optional.of(before);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether nothing stands before a word of a piece but a joining word. */
  private static boolean isAllFiller(AnswerPart piece, int at) {
    return piece.groups().subList(0, at).stream().noneMatch(one -> one.contains(AnswerPart.AND))
        && piece.groups().subList(0, at).stream().allMatch(one -> one.contains(AnswerPart.FILLER));
  }

  /** The words between the joining ones, without those that say nothing. */
  private static List<List<Integer>> segments(AnswerPart piece) {
    List<List<Integer>> segments = new ArrayList<>();
    List<Integer> segment = new ArrayList<>();
    for (int at = 0; at < piece.words().size(); at++) {
      if (AnswerPart.is(piece.groups(), at, AnswerPart.AND)) {
        segments.add(segment);
        segment = new ArrayList<>();
      } else {
        segment.add(at);
      }
    }
    segments.add(segment);
    return segments.stream().filter(one -> !one.isEmpty()).toList();
  }

  private static List<To> to(AnswerPart piece, List<Integer> segment) {
    boolean yes = has(piece, segment, AnswerPart.YES);
    boolean aware = has(piece, segment, AnswerPart.AWARE);
    List<To> to = new ArrayList<>();
    if (has(piece, segment, AnswerPart.CONDUCT)
        && (yes || has(piece, segment, AnswerPart.APPROVES))) {
      to.add(To.CONDUCT);
    }
    if (has(piece, segment, AnswerPart.WAITS)
        || (has(piece, segment, AnswerPart.TIME) && (yes || aware))) {
      to.add(To.TIME);
    }
    boolean named = has(piece, segment, AnswerPart.CONDUCT) || has(piece, segment, AnswerPart.TIME);
    if (to.isEmpty() && !named && (yes || aware)) {
      boolean knows = aware && !has(piece, segment, AnswerPart.AGREE);
      to.add(knows ? To.AWARE : To.UNNAMED);
    }
    return to;
  }

  private static boolean has(AnswerPart piece, List<Integer> segment, String group) {
    return segment.stream().anyMatch(at -> AnswerPart.is(piece.groups(), at, group));
  }

  private static String words(AnswerPart piece, List<Integer> segment) {
    return String.join(
        " ", segment.stream().map(at -> piece.words().get(at)).map(Words.Word::text).toList());
  }
}
