package dev.latchkey.accounts;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether something is so of an LDAP entry.
 *
 * @param filter that the entry has to match; empty where nothing is asked of it
 * @param otherwise what is so where nothing is asked
 */
record EntryTest(Optional<Filter> filter, boolean otherwise) {

  boolean holds(Entry entry) throws LDAPException {
    return filter.isPresent() ? filter.get().matchesEntry(entry) : otherwise;
  }

  /** The attributes that it looks at. */
  Stream<String> attributes() {
    return filter.stream().flatMap(EntryTest::attributes);
  }

  private static Stream<String> attributes(Filter filter) {
    return Stream.of(
            Stream.ofNullable(filter.getAttributeName()),
            Stream.ofNullable(filter.getNOTComponent()).flatMap(EntryTest::attributes),
            Stream.of(filter.getComponents()).flatMap(EntryTest::attributes))
        .flatMap(found -> found);
  }
}
