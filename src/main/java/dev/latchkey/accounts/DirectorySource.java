package dev.latchkey.accounts;

import java.nio.file.Path;

/** Where the accounts are. */
public sealed interface DirectorySource {

  /** The directory; nothing is read or connected yet. */
  AccountDirectory open();

  /** A CSV file that somebody exports. */
  record Csv(Path file, NameRule nameRule) implements DirectorySource {
    @Override
    public AccountDirectory open() {
      return new CsvDirectory(file, nameRule);
    }
  }

  /** The account system's own database. */
  record Sql(SqlDirectorySettings settings) implements DirectorySource {
    @Override
    public AccountDirectory open() {
      return new SqlDirectory(settings);
    }
  }
}
