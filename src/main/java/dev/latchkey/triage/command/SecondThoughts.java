package dev.latchkey.triage.command;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether what a member of the staff wrote below an approval takes it back: "No, wait, please
 * do not approve." In doubt it does, for to approve once more costs a mail. The words stand in
 * {@code second-thoughts.txt}.
 */
public final class SecondThoughts {
  /** So many words may stand before the one that halts: "oh no, wait". */
  private static final int BEFORE = 2;

  private static final Lexicon<Set<String>> LEXICON =
      new Lexicon<>(
          WordList.phrases(SecondThoughts.class, "second-thoughts.txt"), groups -> groups);

  private SecondThoughts() {}

  /** Whether {@code remark} takes back what stands above it. */
  public static boolean takeBack(String remark) {
    return MailText.of(remark).clauses().stream().anyMatch(SecondThoughts::takesBack);
  }

  private static boolean takesBack(List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> hits = LEXICON.find(clause);
    Set<String> said =
        hits.stream().flatMap(hit -> hit.meaning().stream()).collect(Collectors.toSet());
    return said.contains("mistaken")
        || said.contains("doubt")
        || said.containsAll(Set.of("no", "approve"))
        || hits.stream().anyMatch(hit -> hit.meaning().contains("halt") && hit.from() <= BEFORE);
  }
}
