package dev.latchkey.accounts;

/** When two account names are the same account. */
public enum NameRule {
  /** Only when every character is the same. */
  EXACT,
  /** A to Z count as a to z; every other character as itself, so that no look-alike is equal. */
  ASCII_CASE_INSENSITIVE,
  /** As above, and runs of {@code -}, {@code _} and {@code .} are equal (PEP 503). */
  PEP503;

  /** The key of {@code name}: two names are the same account exactly when their keys are equal. */
  public String key(String name) {
    return switch (this) {
      case EXACT -> name;
      case ASCII_CASE_INSENSITIVE -> lowerCase(name);
      case PEP503 -> joinRuns(lowerCase(name));
    };
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
