package dev.latchkey.accounts;

import java.util.Collections;

/**
 * A query of the configuration with one placeholder such as {@code :keys}, which becomes as many
 * question marks as there are values. The values themselves never become part of the text.
 *
 * @param sql as configured; the placeholder may stand in it more than once
 * @param placeholder with its colon
 */
record NamedQuery(String sql, String placeholder) {

  /** The text for {@code values} values, 1 or more, with question marks. */
  String text(int values) {
    String marks = String.join(", ", Collections.nCopies(values, "?"));
    StringBuilder text = new StringBuilder(sql.length() + marks.length());
    int at = 0;
    while (at < sql.length()) {
      int end = endOfToken(at);
      String token = sql.substring(at, end);
      text.append(token.equals(placeholder) ? marks : token);
      at = end;
    }
    return text.toString();
  }

  /** How often the placeholder stands in the query. */
  int uses() {
    int uses = 0;
    for (int at = 0; at < sql.length(); at = endOfToken(at)) {
      uses += sql.substring(at, endOfToken(at)).equals(placeholder) ? 1 : 0;
    }
    return uses;
  }

  /** Quoted text, a comment, a placeholder, {@code ::} of PostgreSQL, or a single character. */
  private int endOfToken(int start) {
    char c = sql.charAt(start);
    if (c == '\'' || c == '"' || c == '`') {
      return endAfter(String.valueOf(c), start + 1);
    }
    if (sql.startsWith("--", start)) {
      return endAfter("\n", start);
    }
    if (sql.startsWith("/*", start)) {
      return endAfter("*/", start + 2);
    }
    if (sql.startsWith("::", start)) {
      return start + 2;
    }
    int end = start + 1;
    while (c == ':' && end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endAfter(String end, int from) {
    int at = sql.indexOf(end, from);
    return at < 0 ? sql.length() : at + end.length();
  }
}
