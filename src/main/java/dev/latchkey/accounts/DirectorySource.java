package dev.latchkey.accounts;

import java.nio.file.Path;
import java.time.InstantSource;

/** Where the accounts are. */
public sealed interface DirectorySource {

  /** The directory; nothing is read or connected yet. */
  AccountDirectory open(InstantSource clock);

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
  }

  /** An LDAP server, as universities and companies have one. */
  record Ldap(LdapDirectorySettings settings) implements DirectorySource {
    @Override
    public AccountDirectory open(InstantSource clock) {
      return new LdapDirectory(settings);
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
