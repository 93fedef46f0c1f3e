package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a first mail says that a password is lost and that the mail by which it is set anew
 * does not come: whoever writes both wants into an account, however little or much else they tell,
 * but for those who speak of users or of a manual, suppose it, or got in meanwhile. That several
 * people read the mailbox, or that the account has a name like a word, takes nothing from it. The
 * words stand in {@code locked-out-words.txt}.
 */
public final class LockedOutReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(LockedOutReader.class, "locked-out-words.txt");

  /** What a mail says of both. */
  public enum Says {
    /** Not both. */
    NOTHING,
    /** Its writer is locked out. */
    LOCKED_OUT,
    /** Others are, or somebody would be. */
    TOLD,
    /** Its writer was, and got in meanwhile. */
    OVER
  }

  private LockedOutReader() {}

  /** Whether that mail does not come, whatever else is said, and it did not come meanwhile. */
  static boolean waits(MailText text) {
    return tried(text, Set.of("reset mail"), "not come");
  }

  /** Whether the page on which a password is set anew, or the link to it, does not work. */
  public static boolean pageFails(String written) {
    return tried(MailText.of(written), Set.of("reset mail", "reset page"), "broken");
  }

  private static boolean tried(MailText text, Set<String> things, String fault) {
    boolean waits = false;
    boolean told = false;
    Set<String> before = Set.of();
    for (List<Words.Word> clause : text.clauses()) {
      Set<String> said = Lexicon.groups(WORDS.find(clause));
      Set<String> last = before;
      waits |=
          (said.contains(fault) || last.contains(fault))
              && things.stream().anyMatch(thing -> said.contains(thing) || last.contains(thing));
      told |= said.contains("others") || said.contains("over");
      before = said;
    }
    return waits && !told;
  }

  /** What it says: each of them in a clause, or in two that follow one another. */
  static Says read(MailText subject, MailText text) {
    List<List<Words.Word>> clauses = new ArrayList<>(subject.clauses());
    clauses.addAll(text.clauses());
    boolean lost = false;
    boolean waits = false;
    Set<String> before = Set.of();
    boolean others = false;
    boolean over = false;
    for (List<Words.Word> clause : clauses) {
      Set<String> said = Lexicon.groups(WORDS.find(clause));
      lost |= either(said, before, "secret") && either(said, before, "lost");
      waits |= either(said, before, "reset mail") && either(said, before, "not come");
      others |= said.contains("others");
      over |= said.contains("over");
      before = said;
    }
    if (!lost || !waits) {
      return Says.NOTHING;
    }
    return others ? Says.TOLD : over ? Says.OVER : Says.LOCKED_OUT;
  }

  private static boolean either(Set<String> said, Set<String> before, String group) {
    return said.contains(group) || before.contains(group);
  }
}
