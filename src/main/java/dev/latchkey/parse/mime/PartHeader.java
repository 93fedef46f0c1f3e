package dev.latchkey.parse.mime;

import dev.latchkey.mail.StructureFault;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the header section of an entity says about its content.
 *
 * @param mediaType lower case; {@code text/plain} when it is missing or no media type
 * @param encoding token of Content-Transfer-Encoding in lower case, without comments
 * @param faults what contradicts itself or cannot be understood
 */
record PartHeader(
    String mediaType,
    ContentField type,
    String disposition,
    Optional<String> name,
    String contentId,
    String encoding,
    Set<StructureFault> faults) {
  private static final Set<String> ENCODINGS =
      Set.of(
          "",
          "7bit",
          "8bit",
          "binary",
          "base64",
          "quoted-printable",
          "x-uuencode",
          "x-uue",
          "uuencode",
          "uue");

  static PartHeader read(HeaderSection header, String defaultType) {
    Set<StructureFault> faults = EnumSet.noneOf(StructureFault.class);
    List<String> types = header.all("Content-Type");
    ContentField type = ContentField.read(types.isEmpty() ? defaultType : types.get(0));
    String mediaType = type.value();
    if (!isMediaType(mediaType)) {
      faults.add(StructureFault.BROKEN_CONTENT_FIELD);
      mediaType = "text/plain";
    }
    List<String> encodings = header.all("Content-Transfer-Encoding");
    String encoding = encodings.isEmpty() ? "" : ContentField.read(encodings.get(0)).value();
    ContentField disposition = ContentField.read(header.raw("Content-Disposition").orElse(""));
    if (type.doubtful()
        || disposition.doubtful()
        || types.size() > 1
        || encodings.size() > 1
        || !ENCODINGS.contains(encoding)
        || (mediaType.startsWith("multipart/")
            && (encoding.equals("base64") || encoding.equals("quoted-printable")))) {
      faults.add(StructureFault.BROKEN_CONTENT_FIELD);
    }
    Optional<String> name =
        disposition
            .parameter("filename")
            .or(() -> disposition.parameter("name"))
            .or(() -> type.parameter("name"))
            .or(() -> type.parameter("filename"))
            .flatMap(Entity::fileName);
    String contentId =
        header.raw("Content-ID").orElse("").replace("<", "").replace(">", "").strip();
    return new PartHeader(mediaType, type, disposition.value(), name, contentId, encoding, faults);
  }

  /** Two tokens of RFC 6838 section 4.2. */
  private static boolean isMediaType(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        && slash < text.length() - 1
        && text.indexOf('/', slash + 1) < 0
        && text.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= '0' && c <= '9')
                        || "/!#$&-^_.+".indexOf(c) >= 0);
  }
}
