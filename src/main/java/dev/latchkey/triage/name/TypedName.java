package dev.latchkey.triage.name;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An account name as its writer sees it. What does not show comes along with what is copied from
 * chats and pages, and letters of full width are how an input method types those of ASCII (the
 * width mapping of RFC 8265). Every other sign stays as it is: a look-alike is another name.
 */
public final class TypedName {
  /** A word that may be a name or an address, with what stands between its parts. */
  private static final Pattern WORD =
      Pattern.compile("[\\p{Latin}0-9](?:[\\p{Latin}0-9._@+-]*[\\p{Latin}0-9])?");

  private static final int FIRST_BEYOND_ASCII = 0x80;
  private static final int FIRST_OF_FULL_WIDTH = 0xff01;
  private static final int LAST_OF_FULL_WIDTH = 0xff5e;
  private static final int WIDTH = FIRST_OF_FULL_WIDTH - '!';

  private TypedName() {}

  /** Every word of a text that may be a name or an address in letters of Latin, as it stands. */
  public static Set<String> allIn(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  /** The name without what does not show. */
  public static String of(String typed) {
    if (typed.chars().allMatch(sign -> sign < FIRST_BEYOND_ASCII)) {
      return typed;
    }
    boolean latin = typed.codePoints().anyMatch(TypedName::isLatin);
    StringBuilder name = new StringBuilder(typed.length());
    typed
        .codePoints()
        .filter(sign -> Character.getType(sign) != Character.FORMAT || (isJoiner(sign) && !latin))
        .map(sign -> isWide(sign) ? sign - WIDTH : sign)
        .forEach(name::appendCodePoint);
    return name.toString();
  }

  /** It decides how the letters beside it look, in Persian and in the scripts of India. */
  private static boolean isJoiner(int sign) {
    return sign == '\u200c' || sign == '\u200d';
  }

  private static boolean isLatin(int sign) {
    return Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN;
  }

  private static boolean isWide(int sign) {
    return sign >= FIRST_OF_FULL_WIDTH && sign <= LAST_OF_FULL_WIDTH;
  }
}
