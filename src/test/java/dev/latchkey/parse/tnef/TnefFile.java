package dev.latchkey.parse.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Writes a {@code winmail.dat} as Outlook does (MS-OXTNEF section 2.1.3), checksums included. */
@NullMarked
public final class TnefFile {
  private static final int MESSAGE = 1;
  private static final int ATTACHED = 2;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public TnefFile() {
    number(out, 0x223E9F78L, 4);
    number(out, 1, 2);
    attribute(MESSAGE, 0x00089006L, bytes(0x00010000L, 4));
  }

  public TnefFile codePage(int number) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    number(value, number, 4);
    number(value, 0, 4);
    return attribute(MESSAGE, 0x00069007L, value.toByteArray());
  }

  public TnefFile body(String text, Charset charset) {
    return attribute(MESSAGE, 0x0002800CL, (text + "\0").getBytes(charset));
  }

  public TnefFile properties(Properties properties) {
    return attribute(MESSAGE, 0x00069003L, properties.octets());
  }

  /** A file with a short name, and a long one among its properties. */
  public TnefFile file(String title, String longName) {
    attribute(ATTACHED, 0x00069002L, new byte[14]);
    attribute(ATTACHED, 0x0006800FL, new byte[] {1, 2, 3, 4});
    attribute(ATTACHED, 0x00018010L, (title + "\0").getBytes(StandardCharsets.ISO_8859_1));
    return longName.isEmpty()
        ? this
        : attribute(ATTACHED, 0x00069005L, new Properties().unicode(0x3707, longName).octets());
  }

  TnefFile attribute(int level, long id, byte[] value) {
    out.write(level);
    number(out, id, 4);
    number(out, value.length, 4);
    out.writeBytes(value);
    int sum = 0;
    for (byte octet : value) {
      sum += octet & 0xFF;
    }
    number(out, sum & 0xFFFF, 2);
    return this;
  }

  public byte[] octets() {
    return out.toByteArray();
  }

  static byte[] bytes(long value, int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, value, count);
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, long value, int count) {
    for (int i = 0; i < count; i++) {
      out.write((int) (value >> (8 * i)));
    }
  }

  /** MAPI properties. */
  public static final class Properties {
    private final List<byte[]> all = new ArrayList<>();

    public Properties unicode(int id, String text) {
      return varying(0x001F, id, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    public Properties binary(int id, byte[] octets) {
      return varying(0x0102, id, octets);
    }

    /** A number of four octets. */
    public Properties number(int id, long value) {
      ByteArrayOutputStream one = begun(0x0003, id);
      TnefFile.number(one, value, 4);
      return add(one);
    }

    /** One that has a name and a time, and one with several strings: what has to be passed over. */
    public Properties others() {
      ByteArrayOutputStream named = begun(0x0040, 0x8005);
      named.writeBytes(new byte[16]);
      TnefFile.number(named, 1, 4);
      byte[] name = "Keywords\0".getBytes(StandardCharsets.UTF_16LE);
      TnefFile.number(named, name.length, 4);
      padded(named, name);
      named.writeBytes(new byte[8]);
      add(named);
      ByteArrayOutputStream several = begun(0x101F, 0x3A58);
      TnefFile.number(several, 2, 4);
      for (String text : List.of("a\0", "longer\0")) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_16LE);
        TnefFile.number(several, octets.length, 4);
        padded(several, octets);
      }
      add(several);
      ByteArrayOutputStream flag = begun(0x000B, 0x0E1B);
      TnefFile.number(flag, 1, 4);
      return add(flag);
    }

    private Properties varying(int type, int id, byte[] octets) {
      ByteArrayOutputStream one = begun(type, id);
      TnefFile.number(one, 1, 4);
      TnefFile.number(one, octets.length, 4);
      padded(one, octets);
      return add(one);
    }

    private static ByteArrayOutputStream begun(int type, int id) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      TnefFile.number(one, type, 2);
      TnefFile.number(one, id, 2);
      return one;
    }

    private static void padded(ByteArrayOutputStream one, byte[] octets) {
      one.writeBytes(octets);
      one.writeBytes(new byte[(4 - octets.length % 4) % 4]);
    }

    private Properties add(ByteArrayOutputStream one) {
      all.add(one.toByteArray());
      return this;
    }

    byte[] octets() {
      ByteArrayOutputStream value = new ByteArrayOutputStream();
      TnefFile.number(value, all.size(), 4);
      all.forEach(value::writeBytes);
      return value.toByteArray();
    }
  }

  /** RTF as it stands in a file when nothing is packed (MS-OXRTFCP section 2.1.3.1.4). */
  public static byte[] plainRtf(String rtf) {
    byte[] octets = rtf.getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, octets.length + 12L, 4);
    number(out, octets.length, 4);
    number(out, 0x414C454DL, 4);
    number(out, 0, 4);
    out.writeBytes(octets);
    return out.toByteArray();
  }
}
