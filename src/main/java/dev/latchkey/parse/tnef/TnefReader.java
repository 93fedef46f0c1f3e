package dev.latchkey.parse.tnef;

import dev.latchkey.parse.charset.CharsetText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attributes of a TNEF file (MS-OXTNEF section 2.1.3): the message in the first form that
 * says anything of plain text, HTML and RTF, and the names of the files. Checksums are not looked
 * at, and an attribute that ends beyond the file is read as far as it goes.
 */
public final class TnefReader {
  private static final long SIGNATURE = 0x223E9F78L;
  private static final int KEY = 2;
  private static final int CHECKSUM = 2;
  private static final int MOST_ATTRIBUTES = 20_000;
  private static final int MOST_FILES = 100;

  private static final long BODY = 0x0002800CL;
  private static final long MESSAGE_PROPERTIES = 0x00069003L;
  private static final long CODE_PAGE = 0x00069007L;
  private static final long FILE_BEGINS = 0x00069002L;
  private static final long FILE_TITLE = 0x00018010L;
  private static final long FILE_PROPERTIES = 0x00069005L;

  private final LittleEndian file;
  private final List<String> files = new ArrayList<>();
  private @Nullable String charset;
  private Optional<byte[]> body = Optional.empty();
  private Optional<byte[]> properties = Optional.empty();
  private boolean inFile;
  private String title = "";
  private String longName = "";

  private TnefReader(byte[] octets) {
    this.file = new LittleEndian(octets);
  }

  /** What octets hold; nothing when they are no TNEF. */
  public static TnefMail read(byte[] octets) {
    TnefReader reader = new TnefReader(octets);
    if (reader.file.four() != SIGNATURE) {
      return TnefMail.EMPTY;
    }
    reader.file.skip(KEY);
    reader.attributes();
    return reader.mail();
  }

  private void attributes() {
    for (int count = 0; count < MOST_ATTRIBUTES && file.left() > 9; count++) {
      file.octet();
      long id = file.four();
      byte[] value = file.take(file.four());
      file.skip(CHECKSUM);
      if (id == BODY && body.isEmpty()) {
        body = Optional.of(value);
      } else if (id == MESSAGE_PROPERTIES && properties.isEmpty()) {
        properties = Optional.of(value);
      } else if (id == CODE_PAGE) {
        charset = CodePage.charset(new LittleEndian(value).four());
      } else if (id == FILE_BEGINS) {
        endFile();
        inFile = true;
      } else if (id == FILE_TITLE) {
        title = text(value);
      } else if (id == FILE_PROPERTIES) {
        longName = MapiProperties.read(value, charset).fileName();
      }
    }
    endFile();
  }

  private void endFile() {
    String name = longName.isBlank() ? title : longName;
    if (inFile && files.size() < MOST_FILES) {
      files.add(name);
    }
    title = "";
    longName = "";
  }

  private String text(byte[] octets) {
    String text = CharsetText.decode(octets, charset);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private TnefMail mail() {
    MapiProperties message =
        properties.map(octets -> MapiProperties.read(octets, charset)).orElse(MapiProperties.NONE);
    String plain = body.map(this::text).filter(text -> !text.isBlank()).orElse(message.plain());
    if (!plain.isBlank()) {
      return new TnefMail(plain, false, files);
    }
    if (!message.html().isBlank()) {
      return new TnefMail(message.html(), true, files);
    }
    return new TnefMail(RtfText.of(CompressedRtf.unpack(message.rtf())), false, files);
  }
}
