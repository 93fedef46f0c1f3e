package dev.latchkey.parse.mime;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A node of the MIME tree: a multipart with its parts, or a leaf with its octets.
 *
 * @param mediaType lower case, without parameters
 * @param type the Content-Type with its parameters
 * @param disposition {@code inline}, {@code attachment}, another word, or empty
 * @param name the file name for people; never a path
 * @param contentId without its angle brackets; empty when there is none
 * @param children parts of a multipart, in order
 * @param content octets of a leaf after transfer decoding; empty unless it is text, a message or a
 *     TNEF file
 * @param size octets of a leaf after transfer decoding
 * @param locked a leaf that is encrypted
 */
public record Entity(
    String mediaType,
    ContentField type,
    String disposition,
    Optional<String> name,
    String contentId,
    List<Entity> children,
    MailBytes content,
    long size,
    boolean locked) {
  /** Texts that are data for programs: never shown as a body. */
  private static final Set<String> DATA =
      Set.of(
          "calendar",
          "vcard",
          "x-vcard",
          "directory",
          "css",
          "csv",
          "rtf",
          "xml",
          "javascript",
          "x-amp-html",
          "rfc822-headers",
          "watch-html",
          "x-apple-html");

  private static final Set<String> PAGES =
      Set.of("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml");

  private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

  private static final Set<String> RTF =
      Set.of("text/rtf", "text/x-rtf", "application/rtf", "application/x-rtf");

  private static final MailBytes NOTHING = new MailBytes(new byte[0]);

  /** A multipart whose parts are still to be added. */
  static Entity multipart(String mediaType, ContentField type) {
    return new Entity(
        mediaType, type, "", Optional.empty(), "", new ArrayList<>(), NOTHING, 0, false);
  }

  /** A leaf of that type; only texts and messages keep their octets. */
  static Entity leaf(String mediaType, PartHeader header, byte[] content) {
    boolean kept =
        mediaType.startsWith("text/")
            || mediaType.startsWith("message/")
            || PAGES.contains(mediaType)
            || RTF.contains(mediaType)
            || isTnef(mediaType, header.name());
    boolean locked =
        mediaType.equals("application/x-microsoft-rpmsg-message")
            || (OpaqueSignature.mayBe(header) && OpaqueSignature.isLocked(content, header.type()));
    return new Entity(
        mediaType,
        header.type(),
        header.disposition(),
        header.name(),
        header.contentId(),
        List.of(),
        kept ? new MailBytes(content) : NOTHING,
        content.length,
        locked);
  }

  /** Whether it holds other parts, and no content of its own. */
  public boolean isMultipart() {
    return mediaType.startsWith("multipart/");
  }

  boolean isHtml() {
    return PAGES.contains(mediaType);
  }

  /** Whether a leaf is a text or a message by its type. */
  public boolean isCharacters() {
    return mediaType.startsWith("text/") || mediaType.startsWith("message/");
  }

  /** Whether a leaf is a {@code winmail.dat} of Outlook. */
  boolean isTnef() {
    return !isMultipart() && isTnef(mediaType, name);
  }

  boolean isRtf() {
    return !isMultipart() && RTF.contains(mediaType);
  }

  private static boolean isTnef(String mediaType, Optional<String> name) {
    return TNEF.contains(mediaType)
        || (mediaType.equals("application/octet-stream")
            && name.filter(n -> n.equalsIgnoreCase("winmail.dat")).isPresent());
  }

  /** Whether a leaf is a text for people that is not marked as an attachment. */
  boolean isReadable() {
    return (isHtml() || (mediaType.startsWith("text/") && !DATA.contains(mediaType.substring(5))))
        && !disposition.equals("attachment");
  }

  /** A file name without its path, control characters and outer blanks, 255 characters at most. */
  static Optional<String> fileName(String written) {
    String line = SafeText.line(written);
    String last =
        line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1).strip();
    if (last.isEmpty() || last.equals(".") || last.equals("..")) {
      return Optional.empty();
    }
    return Optional.of(last.substring(0, Math.min(255, last.length())));
  }
}
