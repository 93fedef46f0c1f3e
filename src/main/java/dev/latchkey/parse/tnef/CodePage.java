package dev.latchkey.parse.tnef;

import org.jspecify.annotations.Nullable;

/** The numbers that Windows gives to charsets. */
final class CodePage {
  private CodePage() {}

  /** The name of a charset; null when the number is none of those that mails come in. */
  static @Nullable String charset(long number) {
    return switch ((int) number) {
      case 65001 -> "utf-8";
      case 932 -> "windows-31j";
      case 936, 54936 -> "gb18030";
      case 949 -> "euc-kr";
      case 950 -> "big5";
      case 20866 -> "koi8-r";
      case 21866 -> "koi8-u";
      case 50220, 50221, 50222 -> "iso-2022-jp";
      case 51932 -> "euc-jp";
      default ->
          (number >= 1250 && number <= 1258) || number == 874
              ? "windows-" + number
              : number > 28590 && number < 28606 ? "iso-8859-" + (number - 28590) : null;
    };
  }
}
