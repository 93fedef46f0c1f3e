package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells whether somebody says, beside a code that was right, that they cannot read the other
 * mailbox: "the other one I have not used for years, cannot open it". Only where a code of another
 * address is missing that means something; who will look later is waited for. The words stand in
 * {@code mailbox-gone-words.txt}.
 */
public final class MailboxGoneReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(
          MailboxGoneReader.class,
          "mailbox-gone-words.txt",
          Set.of("mailbox", "gone", "yet", "ends"));

  /** What stands beside an address; longer phrases of it would hide some of the others. */
  private static final Lexicon<Set<String>> BESIDE =
      WordList.lexicon(MailboxGoneReader.class, "mailbox-gone-words.txt");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++");

  private static final Pattern END = Pattern.compile("[.!?;:。！？；]++(?:\\s|$)|[。！？；\\n]");

  /** More addresses are a list. */
  private static final int MOST = 20;

  /** So many signs before and behind an address may say what became of it. */
  private static final int LOOKED_AT = 120;

  private MailboxGoneReader() {}

  /** Whether a sentence of {@code written} says so. */
  public static boolean says(String written) {
    return MailText.of(written).clauses().stream()
        .map(WORDS::find)
        .anyMatch(MailboxGoneReader::gone);
  }

  /**
   * Whether it says that a mailbox ends, now or soon, or that another address takes its place: that
   * is a fact for people, and nothing is lost yet.
   */
  public static boolean ends(String written) {
    boolean address = written.indexOf('@') >= 0;
    return MailText.of(written).clauses().stream()
        .map(WORDS::find)
        .anyMatch(hits -> Lexicon.has(hits, "ends") && (address || Lexicon.has(hits, "mailbox")));
  }

  /**
   * Whether it says so of an address that it names: "kim@old.example, which I lost years ago", "can
   * no longer read kim@mail.example". Between the two stand only words that lead from one to the
   * other, so that what else was lost in the same sentence says nothing of the address.
   */
  public static boolean ofAddress(String written) {
    Matcher address = ADDRESS.matcher(written).useTransparentBounds(true);
    int behind = 0;
    int found = 0;
    for (int at = written.indexOf('@');
        at >= 0 && found < MOST;
        at = written.indexOf('@', at + 1)) {
      int start = at;
      while (start > behind && isLocal(written.charAt(start - 1))) {
        start--;
      }
      if (address.region(start, written.length()).lookingAt()) {
        if (isGone(written, address)) {
          return true;
        }
        found++;
        behind = address.end();
      }
    }
    return false;
  }

  /** What stands before the sign of an address. */
  private static boolean isLocal(char c) {
    return TextWords.isAlphanumeric(c) || "._%+-".indexOf(c) >= 0;
  }

  private static boolean isGone(String written, MatchResult address) {
    String[] before =
        END.split(written.substring(Math.max(0, address.start() - LOOKED_AT), address.start()), -1);
    int most = Math.min(written.length(), address.end() + LOOKED_AT);
    String[] behind = END.split(written.substring(address.end(), most), -1);
    List<Words.Word> words = Words.of(before[before.length - 1]).list();
    List<Words.Word> next = Words.of(behind[0]).list();
    boolean yet = Lexicon.has(BESIDE.find(words), "yet") || Lexicon.has(BESIDE.find(next), "yet");
    return !yet && (leadsBack(words) || leadsOn(next));
  }

  private static boolean leadsOn(List<Words.Word> words) {
    int at = comma(words, 0);
    for (Hit<Set<String>> hit : BESIDE.find(words)) {
      if (hit.from() != at) {
        return false;
      }
      if (Stream.of("gone", "lost", "lost behind").anyMatch(hit.meaning()::contains)) {
        return true;
      }
      if (!leads(hit)) {
        return false;
      }
      at = comma(words, hit.to());
    }
    return false;
  }

  private static boolean leadsBack(List<Words.Word> words) {
    int at = words.size();
    List<Hit<Set<String>>> hits = BESIDE.find(words);
    for (int i = hits.size() - 1; i >= 0 && hits.get(i).to() == at; i--) {
      Hit<Set<String>> hit = hits.get(i);
      if (hit.meaning().contains("gone") || hit.meaning().contains("lost")) {
        return true;
      }
      if (!leads(hit)) {
        return false;
      }
      at = hit.from();
    }
    return false;
  }

  private static boolean leads(Hit<Set<String>> hit) {
    return hit.meaning().contains("leads") || hit.meaning().contains("mailbox");
  }

  private static int comma(List<Words.Word> words, int at) {
    return at < words.size() && words.get(at).text().equals(",") ? at + 1 : at;
  }

  private static boolean gone(List<Hit<Set<String>>> hits) {
    return Lexicon.has(hits, "mailbox") && Lexicon.has(hits, "gone") && !Lexicon.has(hits, "yet");
  }
}
