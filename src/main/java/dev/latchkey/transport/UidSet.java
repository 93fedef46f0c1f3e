package dev.latchkey.transport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** UIDs as IMAP writes them, {@code 3:7,9} (RFC 9051 section 9, sequence-set). */
final class UidSet {
  /** Members of one set: keeps a command line below 6 KB even when no two are neighbours. */
  private static final int LARGEST = 500;

  private UidSet() {}

  /** The sets, in ascending order; a range never spans a UID that was not given. */
  static List<String> of(Collection<Long> uids) {
    List<String> sets = new ArrayList<>();
    List<Long> members = new ArrayList<>();
    for (Long uid : new TreeSet<>(uids)) {
      members.add(uid);
      if (members.size() == LARGEST) {
        sets.add(ranges(members));
        members.clear();
      }
    }
    if (!members.isEmpty()) {
      sets.add(ranges(members));
    }
    return sets;
  }

  private static String ranges(List<Long> ascending) {
    StringBuilder set = new StringBuilder();
    int first = 0;
    for (int i = 0; i < ascending.size(); i++) {
      boolean ends = i + 1 == ascending.size() || ascending.get(i + 1) != ascending.get(i) + 1;
      if (ends) {
        set.append(set.isEmpty() ? "" : ",").append(ascending.get(first));
        if (first < i) {
          set.append(':').append(ascending.get(i));
        }
        first = i + 1;
      }
    }
    return set.toString();
  }
}
