package dev.latchkey.accounts;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/** Where the accounts are. */
public sealed interface DirectorySource {

  /** The directory; nothing is read or connected yet. */
  AccountDirectory open(InstantSource clock);

  /** What an account there may have on record beside mailboxes. */
  default Set<OnRecord> records() {
    return EnumSet.allOf(OnRecord.class);
  }

  /** A CSV file that somebody exports. */
  record Csv(Path file, NameRule nameRule) implements DirectorySource {
    @Override
    public AccountDirectory open(InstantSource clock) {
      return new CsvDirectory(file, nameRule);
    }
  }

  /** The account system's own database. */
  record Sql(SqlDirectorySettings settings) implements DirectorySource {
    @Override
    public AccountDirectory open(InstantSource clock) {
      return new SqlDirectory(settings);
    }

    @Override
    public Set<OnRecord> records() {
      Set<OnRecord> records = EnumSet.noneOf(OnRecord.class);
      settings.queries().links().ifPresent(query -> records.add(OnRecord.LINK));
      settings.queries().keys().ifPresent(query -> records.add(OnRecord.KEY));
      settings.queries().coOwners().ifPresent(query -> records.add(OnRecord.CO_OWNER));
      return records;
    }
  }

  /** An LDAP server, as universities and companies have one. */
  record Ldap(LdapDirectorySettings settings) implements DirectorySource {
    @Override
    public AccountDirectory open(InstantSource clock) {
      return new LdapDirectory(settings);
    }

    /** {@inheritDoc} None, see {@link LdapDirectory}. */
    @Override
    public Set<OnRecord> records() {
      return Set.of();
    }
  }

  /** A server of the account system. */
  record Http(HttpDirectorySettings settings, RequestSigner signer) implements DirectorySource {
    @Override
    public AccountDirectory open(InstantSource clock) {
      return new HttpDirectory(settings, signer, clock);
    }
  }
}
