package dev.latchkey.parse.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Unpacks RTF as Outlook packs it (MS-OXRTFCP), up to a limit. */
final class CompressedRtf {
  /** More text is none of a person's; what is packed grows by nine times at most. */
  private static final int LARGEST = 512 * 1024;

  private static final long PACKED = 0x75465A4CL;
  private static final long NOT_PACKED = 0x414C454DL;
  private static final int HEADER = 16;
  private static final int RING = 4096;

  /** What the ring holds at first (section 2.1.2.1). */
  private static final byte[] BEGINNING =
      ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
              + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0"
              + "\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
          .getBytes(StandardCharsets.US_ASCII);

  private CompressedRtf() {}

  /** The RTF; what is broken or too long is left off at its end. */
  static byte[] unpack(byte[] packed) {
    if (packed.length <= HEADER) {
      return new byte[0];
    }
    LittleEndian in = new LittleEndian(packed);
    in.skip(4);
    long size = in.four();
    long kind = in.four();
    in.skip(4);
    int most = (int) Math.min(size, LARGEST);
    if (kind == NOT_PACKED) {
      return in.take(most);
    }
    return kind == PACKED ? unpack(in, most) : new byte[0];
  }

  private static byte[] unpack(LittleEndian in, int most) {
    byte[] ring = Arrays.copyOf(BEGINNING, RING);
    int write = BEGINNING.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (in.left() > 0) {
      int control = in.octet();
      for (int bit = 0; bit < 8; bit++) {
        if (in.left() == 0 || out.size() >= most) {
          return out.toByteArray();
        }
        int from = -1;
        int length = 1;
        int single = 0;
        if ((control >> bit & 1) == 1) {
          int reference = in.octet() << 8 | in.octet();
          from = reference >> 4;
          length = (reference & 0xF) + 2;
          if (from == write) {
            return out.toByteArray();
          }
        } else {
          single = in.octet();
        }
        for (int i = 0; i < length && out.size() < most; i++) {
          byte octet = from < 0 ? (byte) single : ring[(from + i) % RING];
          out.write(octet);
          ring[write] = octet;
          write = (write + 1) % RING;
        }
      }
    }
    return out.toByteArray();
  }
}
