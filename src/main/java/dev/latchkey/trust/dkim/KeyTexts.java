package dev.latchkey.trust.dkim;

import java.util.List;

/** Where the keys of signatures stand: TXT records of the Domain Name System. */
@FunctionalInterface
public interface KeyTexts {
  /**
   * The texts under {@code name}; none where it does not exist.
   *
   * @throws KeysAwayException when nobody says so in time
   */
  List<String> under(String name) throws KeysAwayException;
}
