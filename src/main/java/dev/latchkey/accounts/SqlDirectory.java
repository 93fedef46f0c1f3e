package dev.latchkey.accounts;

import dev.latchkey.mail.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accounts in the account system's own database. */
public final class SqlDirectory implements AccountDirectory, AutoCloseable {
  private final SqlDirectorySettings settings;

  public SqlDirectory(SqlDirectorySettings settings) {
    this.settings = settings;
  }

  @Override
  public String key(String name) {
    return settings.nameRule().key(name);
  }

  @Override
  public Map<String, Account> find(Set<String> keys) throws DirectoryException {
    throw new DirectoryException("not written yet", null);
  }

  @Override
  public List<Account> findByAddress(EmailAddress address) throws DirectoryException {
    throw new DirectoryException("not written yet", null);
  }

  @Override
  public void check() throws DirectoryException {
    throw new DirectoryException("not written yet", null);
  }

  @Override
  public void close() {}
}
