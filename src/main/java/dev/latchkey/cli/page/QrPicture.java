package dev.latchkey.cli.page;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code in a terminal, two rows of it in a line of characters. Where colours are wanted it is
 * black on white, whatever the terminal's own colours are; else the full block stands for white, as
 * it is on a dark terminal.
 */
public final class QrPicture {
  /** So wide a white border belongs to it (ISO/IEC 18004). */
  public static final int BORDER = 4;

  private static final String BLACK_ON_WHITE = "\u001B[30;47m";
  private static final String AS_BEFORE = "\u001B[0m";

  private QrPicture() {}

  /** The lines, each ended, of what a text is as a QR code. */
  public static String of(String text, boolean colours) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder picture = new StringBuilder();
    for (int y = -BORDER; y < code.size + BORDER; y += 2) {
      picture.append(colours ? BLACK_ON_WHITE : "");
      for (int x = -BORDER; x < code.size + BORDER; x++) {
        boolean upper = code.getModule(x, y) == colours;
        boolean lower = code.getModule(x, y + 1) == colours;
        picture.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
      }
      picture.append(colours ? AS_BEFORE : "").append('\n');
    }
    return picture.toString();
  }
}
