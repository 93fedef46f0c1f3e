package dev.latchkey.outgoing;

import dev.latchkey.letter.MailClass;
import dev.latchkey.mail.Sha256;
import java.time.Instant;

/**
 * The part of a budget that one of those who cause letters may use.
 *
 * @param counted the address under which it is counted, of one length however long names are
 * @param since when its day or hour began
 * @param most how many letters it is
 * @param beyond the class that further ones are taken from
 */
public record Share(String counted, Instant since, int most, MailClass beyond) {
  static Share of(String whose, Instant since, int most, MailClass beyond) {
    return new Share("share:" + Sha256.hex(whose), since, most, beyond);
  }
}
