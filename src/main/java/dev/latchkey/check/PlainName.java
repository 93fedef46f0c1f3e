package dev.latchkey.check;

import crawlercommons.domains.EffectiveTldFinder;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the name of an account may be said back to whoever is written to. Anybody writes to the
 * desk in anybody's name, so a name must not be what a mail program makes a link of, nor what is
 * taken for another name or for an order.
 */
public final class PlainName {
  /** Top-level domains that nobody registers below (RFC 2606, RFC 6761), and private ones. */
  private static final Set<String> RESERVED =
      Set.of("example", "invalid", "localhost", "test", "local", "internal", "onion");

  /** Letters of these look like letters of others of them. */
  private static final Set<UnicodeScript> ALIKE =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE);

  private static final Pattern ADDRESS = Pattern.compile("[/\\\\:@<>()\\[\\]]");
  private static final Pattern ORDER = Pattern.compile("[A-Z]{3,}( .*)? [A-Z2-7]{4,}");
  private static final int LONGEST = 64;

  private PlainName() {}

  /** Whether a name is nothing but that. */
  public static boolean is(String name) {
    return name.length() <= LONGEST
        && !ADDRESS.matcher(name).find()
        && !ORDER.matcher(name).matches()
        && Arrays.stream(name.split("\\s+")).noneMatch(PlainName::host)
        && scripts(name) <= 1;
  }

  private static boolean host(String word) {
    String host = word.toLowerCase(Locale.ROOT).replaceAll("^\\.+|\\.+$", "");
    int dot = host.lastIndexOf('.');
    return host.startsWith("www.")
        || (dot > 0
            && (RESERVED.contains(host.substring(dot + 1))
                || EffectiveTldFinder.getAssignedDomain(host, true, false) != null));
  }

  private static long scripts(String name) {
    return name.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .filter(ALIKE::contains)
        .distinct()
        .count();
  }
}
