package dev.latchkey.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What cannot change in a desk that runs, because with it the desk would be another one: its
 * address, its database, its mailbox; and authorities that the process believed once.
 */
public final class OtherDesk {
  private OtherDesk() {}

  /** Keys of the settings that make another desk; empty when a running desk may go on with them. */
  public static List<String> keys(Settings before, Settings after) {
    List<String> keys = new ArrayList<>();
    if (!before.desk().address().equals(after.desk().address())) {
      keys.add("desk.address");
    }
    if (!before.database().url().equals(after.database().url())) {
      keys.add("database.url");
    }
    if (!before.imap().mailbox().equals(after.imap().mailbox())) {
      keys.add("imap (host, port, user or folders)");
    }
    if (!sameAuthorities(before, after)) {
      keys.add("trusted-certificates");
    }
    return keys;
  }

  /** Once the process believes them, nothing takes them back. */
  private static boolean sameAuthorities(Settings before, Settings after) {
    return before.authorities().isEmpty()
        || Objects.equals(before.authorities(), after.authorities());
  }
}
