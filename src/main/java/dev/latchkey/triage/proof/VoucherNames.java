package dev.latchkey.triage.proof;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds who could vouch in a sentence that speaks of a co-owner: addresses, and words that may be
 * the name of a person or of an account. They are candidates; only the directory knows.
 */
final class VoucherNames {
  /** More are a list that was pasted. */
  static final int MOST = 5;

  /** An address, a handle, or a run of what account names are made of. */
  private static final Pattern TOKEN =
      Pattern.compile("@?[\\p{Latin}0-9][\\p{Latin}0-9._@+-]*[\\p{Latin}0-9]|[\\p{Latin}0-9]");

  private final Set<String> known = new HashSet<>();

  VoucherNames() {
    ProofWords.sections()
        .forEach(
            (section, phrases) ->
                phrases.forEach(
                    phrase -> Words.of(phrase).list().forEach(word -> known.add(word.text()))));
  }

  /**
   * The candidates in one sentence, in order.
   *
   * @param hits what is known of its words
   */
  List<String> in(String sentence, List<Hit<Set<String>>> hits) {
    boolean speaks =
        hits.stream()
            .anyMatch(
                hit -> hit.meaning().contains("co-owner") || hit.meaning().contains("person"));
    if (!speaks) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>();
    Matcher tokens = TOKEN.matcher(sentence);
    while (tokens.find()) {
      String token = tokens.group();
      if (token.indexOf('@') > 0 || token.startsWith("@") || isName(token)) {
        found.add(token);
      }
    }
    return new ArrayList<>(found);
  }

  /** What is put together of parts may have a word in it: "kim-a" is one name. */
  private boolean isName(String token) {
    List<Words.Word> parts = Words.of(token).list();
    return !parts.stream().allMatch(part -> isKnown(part.text()));
  }

  /** A word of the list, or one that a word of the list begins. */
  private boolean isKnown(String word) {
    if (known.contains(word)) {
      return true;
    }
    for (int end = word.length(); end >= 4; end--) {
      if (known.contains(word.substring(0, end) + "*")) {
        return true;
      }
    }
    return false;
  }
}
