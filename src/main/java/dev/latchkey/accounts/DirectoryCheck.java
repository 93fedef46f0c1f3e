package dev.latchkey.accounts;

import java.util.List;

/**
 * What a directory that can be read brings; for {@code latchkey check}.
 *
 * @param found in one line
 * @param doubts what looks like a mistake in the settings or in the rights there, a line each with
 *     the key to look at: the desk works, and with other levels than its operator thinks
 */
public record DirectoryCheck(String found, List<String> doubts) {
  public DirectoryCheck {
    doubts = List.copyOf(doubts);
  }

  /** Nothing looks like a mistake. */
  static DirectoryCheck of(String found) {
    return new DirectoryCheck(found, List.of());
  }
}
