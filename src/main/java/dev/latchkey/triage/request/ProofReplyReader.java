package dev.latchkey.triage.request;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads answers to a letter that asks for a proof. */
public final class ProofReplyReader {
  private static final Pattern NAMED = Pattern.compile("\\bask \\w+ \\((\\S+)\\)");

  /** Reads what was typed (the generous reading, secrets removed). */
  public ProofReply read(String typed) {
    String words = typed.strip().toLowerCase(Locale.ROOT);
    boolean cannot = words.contains("cannot") || words.contains("can't");
    boolean done = !cannot && words.lines().anyMatch(line -> line.strip().startsWith("done"));
    Matcher named = NAMED.matcher(words);
    List<String> people = named.find() ? List.of(named.group(1)) : List.of();
    return new ProofReply(Set.of(), Set.of(), done, cannot, people);
  }
}
