package dev.latchkey.triage.name;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.words.WordList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An account name in Chinese or Japanese signs: between what says that a name follows and what ends
 * the sentence, or before what says that it was one, for no blank parts it from the words beside
 * it. The words stand in {@code east-name-words.txt}.
 */
public final class EastNames {
  private static final Map<String, String> WORDS =
      WordList.alternatives(EastNames.class, "east-name-words.txt");

  /** So few signs are a name and no clause. */
  private static final String NAME = "([\\p{Han}\\p{Hiragana}\\p{Katakana}ー]{1,10}?)";

  private static final Pattern BEHIND_LABEL =
      Pattern.compile(
          "(?:(?:%s)\\s*(?:%s)|%s)[\\s「『“\"]*%s[」』”\"]*(?:%s)?(?:[。、，,.；;！!\\s]|$)"
              .formatted(
                  WORDS.get("label"),
                  WORDS.get("is"),
                  WORDS.get("called"),
                  NAME,
                  WORDS.get("ends")));

  private static final Pattern BEFORE_LABEL =
      Pattern.compile("(?:^|[。、，,.！!\\s])%s[」』]*(?:%s)".formatted(NAME, WORDS.get("behind")));

  private static final Pattern NONE = Pattern.compile(WORDS.get("none"));

  private static final Pattern PART = Pattern.compile(WORDS.get("part"));

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 6_000;

  /** The first sign of those scripts. */
  private static final int FIRST = 0x3040;

  private EastNames() {}

  /** The only one that {@code text} gives so. */
  public static Optional<String> in(String text) {
    String looked = text.substring(0, Math.min(LOOKED_AT, text.length()));
    if (looked.chars().noneMatch(sign -> sign >= FIRST)) {
      return Optional.empty();
    }
    String[] found =
        Stream.of(BEHIND_LABEL, BEFORE_LABEL)
            .flatMap(pattern -> all(pattern, looked))
            .distinct()
            .toArray(String[]::new);
    return found.length == 1 ? Arrays.stream(found).findFirst() : Optional.empty();
  }

  private static Stream<String> all(Pattern pattern, String text) {
    Stream.Builder<String> names = Stream.builder();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (!NONE.matches(name) && !PART.matcher(name).find()) {
        names.add(name);
      }
    }
    return names.build();
  }
}
