package dev.latchkey.triage.request;

import dev.latchkey.triage.owner.BesideYes;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what waves a question away instead of answering it, in any language: "yes yes, blah blah",
 * "oui oui, blablabla", "ok, whatever". What stands beside it is no yes.
 */
final class Dismissal {
  /** More words are a sentence. */
  private static final int FEW = 3;

  /** A syllable said over and over; two letters may be a name ("Lulu"). */
  private static final Pattern STAMMER = Pattern.compile("(\\p{L}{3,4})\\1{1,9}");

  private static final BesideYes SHRUGS = new BesideYes();

  private Dismissal() {}

  /** Whether it stands in any of the sentences. */
  static boolean isIn(List<AnswerPart> sentences) {
    return sentences.stream().flatMap(AnswerPart::pieces).anyMatch(Dismissal::waves);
  }

  /** A piece that ends with a word without meaning here, said twice, or that is a shrug. */
  private static boolean waves(AnswerPart piece) {
    int end = piece.words().size() - 1;
    if (end < 0 || piece.only(AnswerPart.AGREEING)) {
      return false;
    }
    String last = piece.words().get(end).text();
    boolean unknown = piece.groups().get(end).isEmpty() && !AnswerPart.isInSigns(last);
    boolean twice = end > 0 && piece.words().get(end - 1).text().equals(last);
    boolean shrugs = end < FEW && SHRUGS.shrugs(piece.words());
    return shrugs || (unknown && isWord(last) && (twice || STAMMER.matcher(last).matches()));
  }

  private static boolean isWord(String text) {
    return text.chars().allMatch(Character::isLetter);
  }
}
