package dev.latchkey.trust.sender;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the value of one Authentication-Results field by the grammar of RFC 8601 section 2.2.
 *
 * <p>Two things are read more widely, because mail servers write them so and nothing hangs on them:
 * a property's value may hold any character that ends neither it nor the result (OpenDKIM and
 * Rspamd leave base64 unquoted), and a {@code ;} may stand at the end (Exim). One thing is read
 * more narrowly: the authserv-id must come first and plain, neither quoted nor behind a comment,
 * since no server writes its own name that way. Time is linear in the length of the value.
 */
final class AuthenticationResultsField {
  private final String text;
  private int at;

  private AuthenticationResultsField(String text) {
    this.text = text;
  }

  /** The name of the server that wrote the field, as written; empty when it does not begin so. */
  static Optional<String> authservId(String value) {
    AuthenticationResultsField field = new AuthenticationResultsField(value);
    field.skipBlanks();
    String id = field.readUntil(" \t;(");
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  /** Every result in the field, in order; empty when it breaks the grammar anywhere. */
  static Optional<List<MethodResult>> results(String value) {
    AuthenticationResultsField field = new AuthenticationResultsField(value);
    try {
      return Optional.of(field.readResults());
    } catch (GrammarException e) {
      return Optional.empty();
    }
  }

  /** The field breaks the grammar; never leaves this class. */
  private static final class GrammarException extends Exception {
    private static final long serialVersionUID = 1;
  }

  private List<MethodResult> readResults() throws GrammarException {
    skipBlanks();
    readUntil(" \t;(");
    skipCommentsAndBlanks();
    if (!ended() && isDigit(text.charAt(at))) {
      require(readKeyword().equals("1"));
      skipCommentsAndBlanks();
    }
    require(!ended());
    List<MethodResult> results = new ArrayList<>();
    while (!ended()) {
      expect(';');
      skipCommentsAndBlanks();
      if (!ended()) {
        readResult(results);
      }
    }
    return results;
  }

  /** One check; {@code none} alone says that no check was made and adds nothing. */
  private void readResult(List<MethodResult> results) throws GrammarException {
    String method = readKeyword();
    skipCommentsAndBlanks();
    if (ended() && method.equals("none") && results.isEmpty()) {
      return;
    }
    if (next('/')) {
      skipCommentsAndBlanks();
      require(readKeyword().equals("1"));
      skipCommentsAndBlanks();
    }
    expect('=');
    skipCommentsAndBlanks();
    String result = readKeyword();
    results.add(new MethodResult(method, result, readProperties()));
  }

  private Map<String, String> readProperties() throws GrammarException {
    Map<String, String> properties = new HashMap<>();
    boolean apart = skipCommentsAndBlanks();
    while (!ended() && text.charAt(at) != ';') {
      require(apart);
      String name = readKeyword();
      skipCommentsAndBlanks();
      if (!name.equals("reason") || text.startsWith(".", at)) {
        expect('.');
        skipCommentsAndBlanks();
        name += "." + readKeyword();
        skipCommentsAndBlanks();
      }
      expect('=');
      skipCommentsAndBlanks();
      String value = readValue();
      String before = properties.putIfAbsent(name, value);
      require(before == null || before.equals(value));
      apart = skipCommentsAndBlanks();
    }
    return properties;
  }

  /** Keyword of RFC 5321 section 4.1.2, in lower case; an underscore passes for a letter. */
  private String readKeyword() throws GrammarException {
    StringBuilder word = new StringBuilder();
    while (!ended()) {
      char c = text.charAt(at);
      if (c >= 'A' && c <= 'Z') {
        word.append((char) (c - 'A' + 'a'));
      } else if ((c >= 'a' && c <= 'z') || isDigit(c) || c == '-' || c == '_') {
        word.append(c);
      } else {
        break;
      }
      at++;
    }
    require(word.length() > 0);
    return word.toString();
  }

  /** A value, or an address whose local part may be quoted. */
  private String readValue() throws GrammarException {
    StringBuilder value = new StringBuilder();
    int start = at;
    while (!ended() && " \t;(".indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      if (c == '"') {
        readQuoted(value);
      } else {
        require(c > ' ' && c != 0x7F && c != ')' && c != '\\');
        value.append(c);
        at++;
      }
    }
    require(at > start);
    return value.toString();
  }

  /** The content of a quoted string (RFC 5322 section 3.2.4). */
  private void readQuoted(StringBuilder value) throws GrammarException {
    expect('"');
    while (!next('"')) {
      next('\\');
      value.append(readTextCharacter());
    }
  }

  /** Skips white space and nested comments (RFC 5322 section 3.2.2); whether there were any. */
  private boolean skipCommentsAndBlanks() throws GrammarException {
    int start = at;
    skipBlanks();
    while (next('(')) {
      for (int depth = 1; depth > 0; ) {
        if (next('(')) {
          depth++;
        } else if (next(')')) {
          depth--;
        } else {
          next('\\');
          readTextCharacter();
        }
      }
      skipBlanks();
    }
    return at > start;
  }

  private char readTextCharacter() throws GrammarException {
    require(!ended());
    char c = text.charAt(at++);
    require((c >= ' ' && c != 0x7F) || c == '\t');
    return c;
  }

  private void skipBlanks() {
    while (!ended() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private String readUntil(String ends) {
    int start = at;
    while (!ended() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean next(char c) {
    boolean here = !ended() && text.charAt(at) == c;
    if (here) {
      at++;
    }
    return here;
  }

  private void expect(char c) throws GrammarException {
    require(next(c));
  }

  private boolean ended() {
    return at == text.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void require(boolean holds) throws GrammarException {
    if (!holds) {
      throw new GrammarException();
    }
  }
}
