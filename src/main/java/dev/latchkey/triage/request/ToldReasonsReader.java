package dev.latchkey.triage.request;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.mark.MailAddresses;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads reasons that are told as what happened, by other names than ours: the word that opens the
 * account slipped from a mind, the ten numbers are refused or burned, the address went with who ran
 * it; and what did not happen: they lie in a drawer, nobody had more than codes. The words stand in
 * {@code told-reasons-words.txt}, those of recovery codes beside the {@link SpareCodesReader}.
 */
public final class ToldReasonsReader {
  private static final String FILE = "told-reasons-words.txt";

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(
          ToldReasonsReader.class, FILE, Set.of("word", "no word", "gone", "held", "device"));

  private static final Lexicon<Set<String>> OF_ADDRESS =
      WordList.lexicon(ToldReasonsReader.class, FILE, Set.of("ended", "lives"));

  private static final Lexicon<Set<String>> ONLY_CODES =
      WordList.lexicon(ToldReasonsReader.class, FILE, Set.of("only codes"));

  private static final Lexicon<Set<String>> OF_DEVICE =
      WordList.lexicon(ToldReasonsReader.class, FILE, Set.of("handset", "handed", "kept"));

  private static final WordGroups GROUPS = WordGroups.of(ToldReasonsReader.class, FILE);

  /** Words between a password and that it is gone, at most. */
  private static final int NEAR = 10;

  /** So few words beside an address say nothing of it. */
  private static final int BARE = 2;

  /** So few words are a part of a sentence that says one thing. */
  private static final int TERSE = 5;

  /** The same where a sign is half a word. */
  private static final int TERSE_IN_SIGNS = 8;

  /** So few say it of a password and a telephone together. */
  private static final int TOGETHER = 12;

  /** What parts a sentence, or ends it. */
  private static final Pattern PART = Pattern.compile("[,;:!?()\\n。，；：！？、（）]|\\.(?:\\s|$)");

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 6_000;

  private ToldReasonsReader() {}

  /** Whether each that is told of is so, or is denied. */
  public static Map<Reason, Boolean> in(String written) {
    Map<Reason, Boolean> told = new EnumMap<>(Reason.class);
    MailText text = MailText.of(written).beginning(LOOKED_AT);
    boolean forgotten = false;
    for (List<Words.Word> clause : text.clauses()) {
      if (!Clauses.isQuestion(text.text(), clause)) {
        List<Hit<Set<String>>> hits = WORDS.find(clause);
        forgotten |= isGone(hits);
      }
    }
    boolean device = isDeviceGone(text);
    if (forgotten || text.parts().stream().anyMatch(ToldReasonsReader::isGoneTogether)) {
      told.put(Reason.FORGOT_PASSWORD, true);
    }
    if (endsAddress(text.text())) {
      told.put(Reason.LOST_EMAIL_ACCESS, true);
    }
    if (text.clauses().stream().anyMatch(ToldReasonsReader::isHandedBack)
        || device
        || missDigits(text)) {
      told.put(Reason.LOST_2FA_DEVICE, true);
    }
    if (text.clauses().stream().anyMatch(clause -> !ONLY_CODES.find(clause).isEmpty())) {
      told.put(Reason.LOST_2FA_DEVICE, false);
    }
    if (FactorCodesReader.only(text)) {
      told.put(Reason.LOST_RECOVERY_CODES, false);
    }
    if (text.clauses().stream().anyMatch(clause -> GROUPS.has(clause, "not entered"))
        && Clauses.parts(text.words()).stream().anyMatch(ToldReasonsReader::isShutMailbox)) {
      told.put(Reason.LOST_EMAIL_ACCESS, true);
    }
    Optional<Said> codes = SpareCodesReader.in(written);
    if (SpareCodesReader.refused(written)) {
      told.put(Reason.RECOVERY_CODES_INVALID, true);
    }
    // Who has none may have lost them.
    codes
        .filter(said -> said != Said.CODES_NONE)
        .ifPresent(said -> told.put(Reason.LOST_RECOVERY_CODES, said == Said.CODES_LOST));
    return told;
  }

  /** Whether all codes of which {@code written} speaks are a device's, and none is a saved one. */
  public static boolean onlyFactorCodes(String written) {
    return FactorCodesReader.only(MailText.of(written).beginning(LOOKED_AT));
  }

  /** Whether some codes of which {@code written} speaks are a device's, and not saved ones. */
  public static boolean someFactorCodes(String written) {
    return FactorCodesReader.some(MailText.of(written).beginning(LOOKED_AT));
  }

  /**
   * Whether a part of a sentence says nothing but that a telephone is gone ("phone stolen"), or
   * that a password is gone with it, or a new one is without the app.
   */
  public static boolean isDeviceGone(String written) {
    return isDeviceGone(MailText.of(written).beginning(LOOKED_AT));
  }

  private static boolean isDeviceGone(MailText text) {
    return text.parts().stream()
        .anyMatch(
            part ->
                isGoneTogether(part)
                    || isWithoutApp(part)
                    || isOutOfReach(part)
                    || joined(part).stream().anyMatch(ToldReasonsReader::isShortlyGone));
  }

  /** What "and" joins in a part of a sentence: "password forgotten and phone stolen" is two. */
  private static List<List<Words.Word>> joined(List<Words.Word> part) {
    List<List<Words.Word>> joined = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= part.size(); at++) {
      if (at == part.size() || GROUPS.has(part.subList(at, at + 1), "and")) {
        if (at > from) {
          joined.add(part.subList(from, at));
        }
        from = at + 1;
      }
    }
    return joined;
  }

  /** "Both password and phone are gone." */
  private static boolean isGoneTogether(List<Words.Word> part) {
    return Words.length(part) <= TOGETHER
        && GROUPS.has(part, "word")
        && !GROUPS.has(part, "no word")
        && isGoneHandset(part);
  }

  /** "My phone fell off the ferry": where it lies nobody gets it from. */
  private static boolean isOutOfReach(List<Words.Word> part) {
    return Words.length(part) <= TOGETHER
        && GROUPS.has(part, "handset")
        && GROUPS.has(part, "out of reach")
        && !GROUPS.has(part, "within reach");
  }

  /** "The new phone has no app." */
  private static boolean isWithoutApp(List<Words.Word> part) {
    return GROUPS.has(part, "new handset") && GROUPS.has(part, "app") && GROUPS.has(part, "absent");
  }

  /**
   * Whether a part of a sentence that names an address says what became of it: "kim@shop.example
   * went with the shop". Where next to nothing stands beside it, the part behind says it.
   */
  private static boolean endsAddress(String text) {
    if (text.indexOf('@') < 0) {
      return false;
    }
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (MailAddresses.Found address : MailAddresses.find(text)) {
      marked.append(text, from, address.start()).append('@');
      from = address.end();
    }
    String[] parts = PART.split(marked.append(text.substring(from)));
    for (int at = 0; at < parts.length; at++) {
      if (parts[at].indexOf('@') >= 0) {
        List<Words.Word> words = Words.of(parts[at]).list();
        boolean bare = words.size() <= BARE && at + 1 < parts.length;
        List<Hit<Set<String>>> hits =
            OF_ADDRESS.find(bare ? Words.of(parts[at] + " " + parts[at + 1]).list() : words);
        if (Lexicon.has(hits, "ended") && !Lexicon.has(hits, "lives")) {
          return true;
        }
      }
    }
    return false;
  }

  /** "The phone went back to the company when I left", said of no other time and of nobody else. */
  private static boolean isHandedBack(List<Words.Word> clause) {
    List<Hit<Set<String>>> hits = OF_DEVICE.find(clause);
    return Lexicon.has(hits, "handset")
        && Lexicon.has(hits, "handed")
        && !Lexicon.has(hits, "kept");
  }

  /** "Phone stolen", and nothing else in that part of a sentence. */
  private static boolean isShortlyGone(List<Words.Word> part) {
    int terse = AnswerPart.isInSigns(part.get(0).text()) ? TERSE_IN_SIGNS : TERSE;
    return Words.length(part) <= terse && isGoneHandset(part);
  }

  private static boolean isGoneHandset(List<Words.Word> part) {
    return (GROUPS.has(part, "handset") || GROUPS.has(part, "short for a handset"))
        && GROUPS.has(part, "taken")
        && !GROUPS.has(part, "kept");
  }

  /** "I cannot get into that mailbox either", and not into the account. */
  private static boolean isShutMailbox(List<Words.Word> part) {
    return GROUPS.has(part, "mailbox")
        && GROUPS.has(part, "not entered")
        && !GROUPS.has(part, "not mailbox");
  }

  /** "The code goes to my old number": in a clause, or where the number changed, anywhere. */
  private static boolean missDigits(MailText text) {
    boolean digits = text.clauses().stream().anyMatch(it -> GROUPS.has(it, "digits"));
    return digits
        && text.clauses().stream()
            .anyMatch(
                it ->
                    GROUPS.has(it, "new number")
                        || (GROUPS.has(it, "number") && GROUPS.has(it, "given up"))
                        || (GROUPS.has(it, "digits") && GROUPS.has(it, "no more")));
  }

  /** A password beside that it is gone, and nothing else of which that would be said. */
  private static boolean isGone(List<Hit<Set<String>>> hits) {
    if (Lexicon.has(hits, "no word")) {
      return false;
    }
    for (int at = 0; at + 1 < hits.size(); at++) {
      Set<String> one = hits.get(at).meaning();
      Set<String> other = hits.get(at + 1).meaning();
      boolean pair =
          (one.contains("word") && other.contains("gone"))
              || (one.contains("gone") && other.contains("word"));
      if (pair && hits.get(at + 1).gap(hits.get(at)) <= NEAR) {
        return true;
      }
    }
    return false;
  }
}
