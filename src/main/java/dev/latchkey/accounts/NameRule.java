package dev.latchkey.accounts;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * When two account names are the same account. By each rule a letter and the mark on it are the
 * letter that has it, as RFC 8265 has it: which of the two somebody types is their keyboard's
 * choice.
 */
public enum NameRule {
  /** Only when every character is the same. */
  EXACT,
  /** A to Z count as a to z; every other character as itself, so that no look-alike is equal. */
  ASCII_CASE_INSENSITIVE,
  /** As above, and runs of {@code -}, {@code _} and {@code .} are equal (PEP 503). */
  PEP503;

  /** The key of {@code name}: two names are the same account exactly when their keys are equal. */
  public String key(String name) {
    String composed = composed(name);
    return switch (this) {
      case EXACT -> composed;
      case ASCII_CASE_INSENSITIVE -> lowerCase(composed);
      case PEP503 -> joinRuns(lowerCase(composed));
    };
  }

  /** The keys, and as they are written with each mark apart: whoever compares octets finds both. */
  static Set<String> spellings(Set<String> keys) {
    Set<String> all = new LinkedHashSet<>(keys);
    keys.forEach(key -> all.add(Normalizer.normalize(key, Form.NFD)));
    return all;
  }

  /** What is composed to another sign by itself, such as the Kelvin sign to K, stays as it is. */
  private static String composed(String name) {
    if (Normalizer.isNormalized(name, Form.NFC)) {
      return name;
    }
    StringBuilder composed = new StringBuilder(name.length());
    int from = 0;
    int at = 0;
    while (at < name.length()) {
      int end = at + Character.charCount(name.codePointAt(at));
      String sign = name.substring(at, end);
      if (!Normalizer.isNormalized(sign, Form.NFC)) {
        composed.append(Normalizer.normalize(name.substring(from, at), Form.NFC)).append(sign);
        from = end;
      }
      at = end;
    }
    return composed.append(Normalizer.normalize(name.substring(from), Form.NFC)).toString();
  }

  /** Not {@code toLowerCase}: it turns the Kelvin sign into k (THREATS X4). */
  private static String lowerCase(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      key.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
    }
    return key.toString();
  }

  private static String joinRuns(String name) {
    StringBuilder key = new StringBuilder(name.length());
    boolean inRun = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean separator = c == '-' || c == '_' || c == '.';
      if (!separator) {
        key.append(c);
      } else if (!inRun) {
        key.append('-');
      }
      inRun = separator;
    }
    return key.toString();
  }
}
