package dev.latchkey.mail;

/**
 * A picture that is shown within a mail of ours.
 *
 * @param contentId without angle brackets (RFC 2392)
 * @param png the octets of a PNG
 */
public record InlinePicture(String contentId, MailBytes png) {}
