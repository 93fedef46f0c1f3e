package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a text, as they were typed: each ends at its mark or with its line. */
public final class Sentences {
  private Sentences() {}

  /** In their order, without blanks around. */
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    int begin = 0;
    int at = 0;
    while (at < text.length()) {
      boolean ended = at > begin && isEnd(text.charAt(at - 1));
      if (!ended && text.charAt(at) != '\n') {
        at++;
        continue;
      }
      sentences.add(text.substring(begin, at).strip());
      while (at < text.length() && (ended ? isBlank(text.charAt(at)) : text.charAt(at) == '\n')) {
        at++;
      }
      begin = at;
      at += ended ? 1 : 0;
    }
    if (begin < text.length() || sentences.isEmpty()) {
      sentences.add(text.substring(begin).strip());
    }
    return sentences;
  }

  private static boolean isEnd(char sign) {
    return switch (sign) {
      case '.', '!', '?', '。', '！', '？' -> true;
      default -> false;
    };
  }

  private static boolean isBlank(char sign) {
    return sign == ' ' || (sign >= '\t' && sign <= '\r');
  }
}
