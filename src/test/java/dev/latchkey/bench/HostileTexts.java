package dev.latchkey.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** Texts that cost most where a reader looks at one place from another: ten kinds, of any size. */
@NullMarked
final class HostileTexts {
  private HostileTexts() {}

  /**
   * All of them by name.
   *
   * @param size in octets of UTF-8, or a little less
   */
  static Map<String, String> of(int size) {
    Map<String, String> pieces = new LinkedHashMap<>();
    pieces.put(
        "form blocks",
        "1. Account name:\n\n2. Recovery codes (have, lost)?\nmaia-2020\n> 3. Username?\n\n");
    pieces.put("a: lines", "a:\n");
    pieces.put("a@a@a@", "a@");
    pieces.put("quote levels", "> ");
    pieces.put("blanks", "                                                            x\n");
    pieces.put("one endless word", "a");
    pieces.put("Chinese", "我的帐号无法登录，恢复代码丢了。用户名是");
    pieces.put("emoji", "\uD83D\uDE42\uD83D\uDE4F\uD83C\uDFFD");
    pieces.put("codes", "recovery code a1b2-c3d4 ABCD-2345-EFGH\n");
    pieces.put(
        "quoted headers",
        "> From: Kim <kim@a.example>\n> Sent: Monday\n> To: desk\n> Subject: x\n");
    Map<String, String> texts = new LinkedHashMap<>();
    pieces.forEach((name, piece) -> texts.put(name, piece.repeat(size / octets(piece))));
    return texts;
  }

  private static int octets(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }
}
