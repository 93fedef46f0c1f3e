package dev.latchkey.triage.words;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a text, as they were typed: each ends at its mark or with its line. */
public final class Sentences {
  private static final Pattern ENDS = Pattern.compile("(?<=[.!?。！？])\\s*|\\n+");

  private Sentences() {}

  /** In their order, without blanks around. */
  public static List<String> of(String text) {
    return Arrays.stream(ENDS.split(text)).map(String::strip).toList();
  }
}
