package dev.latchkey.trust.sender;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the value of one Authentication-Results field by the grammar of RFC 8601 section 2.2, as
 * far as a decision rests on it: the authserv-id, and every result of {@code dmarc} and {@code
 * dkim}; of {@code spf} what can be read.
 *
 * <p>Strictly read is what tells where a result ends: quoted strings, comments, and control
 * characters, which no server writes. A result of any other check is passed over whatever it looks
 * like, and so is a property of {@code dmarc} or {@code dkim} that has no type, since servers write
 * more than the grammar knows ({@code x-bits=2048}, {@code action=none}, {@code d=}, {@code for}
 * and an address). A value may hold any character that ends neither it nor the result (OpenDKIM and
 * Rspamd leave base64 unquoted). The authserv-id must come first and plain, neither quoted nor
 * behind a comment. Time is linear in the length of the value.
 */
final class AuthenticationResultsField {
  static final String SPF = "spf";
  private static final Set<String> DECISIVE = Set.of("dmarc", "dkim");

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

  /**
   * The results of {@code dmarc}, {@code dkim} and {@code spf}, in order; empty when the field
   * cannot be divided into results, or one of the first two breaks the grammar. One of {@code spf}
   * that does is left out.
   */
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
      String method = keywordHere();
      if (DECISIVE.contains(method)) {
        results.add(readResult(method));
      } else if (method.equals(SPF)) {
        spf().ifPresent(results::add);
      } else {
        passOver(";");
      }
    }
    return results;
  }

  /** What SPF found; empty, and passed over, where it is not written as it should be. */
  private Optional<MethodResult> spf() throws GrammarException {
    int start = at;
    try {
      return Optional.of(readResult(SPF));
    } catch (GrammarException e) {
      at = start;
      passOver(";");
      return Optional.empty();
    }
  }

  /** One check, behind its name. */
  private MethodResult readResult(String method) throws GrammarException {
    skipCommentsAndBlanks();
    if (next('/')) {
      skipCommentsAndBlanks();
      require(readKeyword().equals("1"));
      skipCommentsAndBlanks();
    }
    expect('=');
    skipCommentsAndBlanks();
    String result = readKeyword();
    return new MethodResult(method, result, readProperties());
  }

  private Map<String, String> readProperties() throws GrammarException {
    Map<String, String> properties = new HashMap<>();
    boolean apart = skipCommentsAndBlanks();
    while (!ended() && text.charAt(at) != ';') {
      require(apart);
      String name = readKeyword();
      int wordEnd = at;
      skipCommentsAndBlanks();
      if (next('.')) {
        skipCommentsAndBlanks();
        name += "." + readKeyword();
        skipCommentsAndBlanks();
        expect('=');
        skipCommentsAndBlanks();
        String value = readValue();
        String before = properties.putIfAbsent(name, value);
        require(before == null || before.equals(value));
      } else if (next('=')) {
        // Without a type it is a reason, or a server's own word.
        skipCommentsAndBlanks();
        passOver(" \t;(");
      } else {
        at = wordEnd;
        passOver(" \t;(");
      }
      apart = skipCommentsAndBlanks();
    }
    return properties;
  }

  /** Goes on to one of {@code ends}, over quoted strings, and over comments where they end none. */
  private void passOver(String ends) throws GrammarException {
    StringBuilder dropped = new StringBuilder();
    while (!ended() && ends.indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        readQuoted(dropped);
      } else if (text.charAt(at) == '(') {
        skipCommentsAndBlanks();
      } else {
        require(text.charAt(at) != ')' || ends.equals(";"));
        readTextCharacter();
      }
    }
  }

  /** The keyword that begins here, which may be none. */
  private String keywordHere() throws GrammarException {
    boolean begins = !ended() && isKeywordCharacter(text.charAt(at));
    return begins ? readKeyword() : "";
  }

  /** Keyword of RFC 5321 section 4.1.2, in lower case; an underscore passes for a letter. */
  private String readKeyword() throws GrammarException {
    StringBuilder word = new StringBuilder();
    while (!ended() && isKeywordCharacter(text.charAt(at))) {
      char c = text.charAt(at++);
      word.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
    }
    require(word.length() > 0);
    return word.toString();
  }

  private static boolean isKeywordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '-' || c == '_';
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
