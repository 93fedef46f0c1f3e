package dev.latchkey.parse.tnef;

import dev.latchkey.parse.charset.CharsetText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words in RTF (Rich Text Format 1.9.1) that a reader would see: no tables of fonts and styles,
 * no pictures, nothing hidden, and of HTML that is wrapped in it (MS-OXRTFEX) not the tags. One
 * pass, whatever stands there.
 */
public final class RtfText {
  /** Deeper groups are read as if they were one. */
  private static final int DEEPEST = 200;

  private static final int LONGEST_WORD = 32;

  /** Groups that say nothing to a reader. */
  private static final Set<String> UNSEEN =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "object",
          "header",
          "footer",
          "headerf",
          "footerf",
          "filetbl",
          "revtbl",
          "listtable",
          "listoverridetable",
          "themedata",
          "fldinst",
          "xmlnstbl");

  /** How a group is read; what it begins with holds for those in it. */
  private record Group(boolean unseen, boolean hidden, int skipped) {}

  private final byte[] rtf;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private final Deque<Group> around = new ArrayDeque<>();
  private Group group = new Group(false, false, 1);
  private @Nullable String[] single = new String[256];
  private int deeper;
  private @Nullable String charset = "windows-1252";
  private int at;
  private int toSkip;

  private RtfText(byte[] rtf) {
    this.rtf = rtf;
  }

  /** The words; what is broken is left off. */
  public static String of(byte[] rtf) {
    RtfText reader = new RtfText(rtf);
    reader.read();
    return reader.text.toString().strip();
  }

  private void read() {
    while (at < rtf.length) {
      int sign = rtf[at++] & 0xFF;
      switch (sign) {
        case '{' -> open();
        case '}' -> close();
        case '\\' -> control();
        case '\r', '\n', 0 -> {}
        default -> octet(sign);
      }
    }
    flush();
  }

  private void open() {
    toSkip = 0;
    if (around.size() >= DEEPEST) {
      deeper++;
      return;
    }
    around.push(group);
  }

  private void close() {
    toSkip = 0;
    if (deeper > 0) {
      deeper--;
    } else if (!around.isEmpty()) {
      flush();
      group = around.pop();
    }
  }

  private void control() {
    if (at >= rtf.length) {
      return;
    }
    int sign = rtf[at] & 0xFF;
    if (isLetter(sign)) {
      word();
      return;
    }
    at++;
    switch (sign) {
      case '\'' -> {
        int octet = hex(at) * 16 + hex(at + 1);
        at = Math.min(rtf.length, at + 2);
        octet(octet);
      }
      case '*' -> group = new Group(true, group.hidden(), group.skipped());
      case '~' -> put("\u00a0");
      case '_' -> put("-");
      case '\\', '{', '}' -> octet(sign);
      case '\r', '\n' -> put("\n");
      default -> {}
    }
  }

  private void word() {
    int from = at;
    while (at < rtf.length && at - from < LONGEST_WORD && isLetter(rtf[at] & 0xFF)) {
      at++;
    }
    String word = new String(rtf, from, at - from, StandardCharsets.US_ASCII);
    boolean negative = at < rtf.length && rtf[at] == '-';
    at += negative ? 1 : 0;
    boolean given = false;
    long number = 0;
    while (at < rtf.length && rtf[at] >= '0' && rtf[at] <= '9') {
      number = Math.min(Integer.MAX_VALUE, number * 10 + (rtf[at++] - '0'));
      given = true;
    }
    if (at < rtf.length && rtf[at] == ' ') {
      at++;
    }
    obey(word, given ? (int) (negative ? -number : number) : -1, given);
  }

  private void obey(String word, int number, boolean given) {
    if (UNSEEN.contains(word)) {
      group = new Group(true, group.hidden(), group.skipped());
      return;
    }
    switch (word) {
      case "par", "line", "sect", "page", "row" -> put("\n");
      case "tab", "cell" -> put("\t");
      case "emdash" -> put("—");
      case "endash" -> put("–");
      case "lquote" -> put("‘");
      case "rquote" -> put("’");
      case "ldblquote" -> put("“");
      case "rdblquote" -> put("”");
      case "bullet" -> put("•");
      case "u" -> {
        if (given) {
          put(String.valueOf((char) number));
          toSkip = group.skipped();
        }
      }
      case "uc" ->
          group = new Group(group.unseen(), group.hidden(), given ? Math.max(0, number) : 1);
      case "v" -> {
        flush();
        group = new Group(group.unseen(), !(given && number == 0), group.skipped());
      }
      case "plain" -> {
        flush();
        group = new Group(group.unseen(), false, group.skipped());
      }
      case "bin" -> at = (int) Math.min(rtf.length, at + (long) Math.max(0, number));
      case "ansicpg" -> {
        String named = CodePage.charset(number);
        charset = named == null ? charset : named;
        single = new String[256];
      }
      default -> {}
    }
  }

  /** A character of the charset, or a part of one; none where it only stands for one of Unicode. */
  private void octet(int octet) {
    if (toSkip > 0) {
      toSkip--;
      return;
    }
    if (!group.unseen() && !group.hidden()) {
      octets.write(octet);
    }
  }

  private void put(String characters) {
    flush();
    toSkip = 0;
    if (!group.unseen() && !group.hidden()) {
      text.append(characters);
    }
  }

  private void flush() {
    if (octets.size() == 0) {
      return;
    }
    byte[] run = octets.toByteArray();
    octets.reset();
    if (run.length == 1) {
      text.append(single[run[0] & 0xFF] == null ? single(run) : single[run[0] & 0xFF]);
    } else {
      text.append(CharsetText.decode(run, charset));
    }
  }

  /** Remembered, since many stand alone between two orders. */
  private String single(byte[] octet) {
    String decoded = CharsetText.decode(octet, charset);
    single[octet[0] & 0xFF] = decoded;
    return decoded;
  }

  private static boolean isLetter(int sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
  }

  private int hex(int index) {
    int digit = index < rtf.length ? Character.digit(rtf[index], 16) : 0;
    return Math.max(0, digit);
  }
}
