package dev.latchkey.mail;

/**
 * One header field.
 *
 * @param name as written, without the colon
 * @param raw its value unfolded, octets as ISO 8859-1: what decisions read
 * @param text its value for people, encoded words decoded and control characters taken out
 */
public record HeaderField(String name, String raw, String text) {}
