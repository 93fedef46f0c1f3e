package dev.latchkey.triage.name;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.words.ChineseSigns;
import dev.latchkey.triage.words.WordList;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
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
              .formatted(words("label"), words("is"), words("called"), NAME, words("ends")));

  private static final Pattern BEFORE_LABEL =
      Pattern.compile("(?:^|[。、，,.！!\\s])%s[」』]*(?:%s)".formatted(NAME, words("behind")));

  private static final Pattern NONE = Pattern.compile(words("none"));

  private static final Pattern PART = Pattern.compile(words("part"));

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 6_000;

  /** The first sign of those scripts. */
  private static final int FIRST = 0x3040;

  private EastNames() {}

  /** Traditional and simplified signs are compared alike. */
  private static String words(String section) {
    return ChineseSigns.simplified(Objects.requireNonNull(WORDS.get(section), section));
  }

  /** The only one that {@code text} gives so. */
  public static Optional<String> in(String text) {
    String looked = text.substring(0, Math.min(LOOKED_AT, text.length()));
    if (looked.chars().noneMatch(sign -> sign >= FIRST)) {
      return Optional.empty();
    }
    String simplified = ChineseSigns.simplified(looked);
    String[] found =
        Stream.of(BEHIND_LABEL, BEFORE_LABEL)
            .flatMap(pattern -> all(pattern, simplified))
            .map(name -> looked.substring(name.start(), name.end()))
            .distinct()
            .toArray(String[]::new);
    return found.length == 1 ? Arrays.stream(found).findFirst() : Optional.empty();
  }

  /** A name, from its first sign to its last. */
  private record Place(int start, int end) {}

  private static Stream<Place> all(Pattern pattern, String text) {
    Stream.Builder<Place> names = Stream.builder();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (!NONE.matches(name) && !PART.matcher(name).find()) {
        names.add(new Place(matcher.start(1), matcher.end(1)));
      }
    }
    return names.build();
  }
}
