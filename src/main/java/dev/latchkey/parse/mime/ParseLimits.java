package dev.latchkey.parse.mime;

import dev.latchkey.mail.RawMail;
import java.time.Duration;

/**
 * What one mail may cost. Whatever goes beyond is a {@link MalformedMailException}, never a slow
 * worker (THREATS T22).
 *
 * @param depth multiparts inside each other
 * @param parts entities in the whole MIME tree, the multiparts counted
 * @param headerOctets octets of one header section, of the mail or of a part
 * @param mailOctets octets of the whole mail
 * @param work time for the whole parse, looked at before each entity
 */
public record ParseLimits(int depth, int parts, int headerOctets, int mailOctets, Duration work) {

  /**
   * 20 levels, 200 parts, 256 KiB of header, 5 seconds, and no fewer octets than may have been
   * downloaded.
   */
  public static final ParseLimits DEFAULTS =
      new ParseLimits(
          20, 200, 256 * 1024, RawMail.LARGEST + RawMail.MISSTATED, Duration.ofSeconds(5));
}
