package dev.latchkey.mail;

import java.util.Optional;

/**
 * A leaf of the mail's MIME tree (RFC 2045), or an attached message, which is kept as one part.
 *
 * @param mediaType lower case, without parameters, for example {@code message/delivery-status}
 * @param name the file name a sender gave it, for people only: cleaned, never a path
 * @param attachment it is not part of the readable text
 * @param size octets after transfer decoding
 * @param locked it is encrypted: nobody reads it but who has its key
 * @param text decoded text of {@code text/*} and {@code message/*} parts, cut at 256 KiB; else
 *     empty
 */
public record MailPart(
    String mediaType,
    Optional<String> name,
    boolean attachment,
    long size,
    boolean locked,
    String text) {

  /** One that is not locked. */
  public MailPart(
      String mediaType, Optional<String> name, boolean attachment, long size, String text) {
    this(mediaType, name, attachment, size, false, text);
  }
}
