package dev.latchkey.accounts;

import dev.latchkey.mail.EmailAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accounts in a CSV file. */
public final class CsvDirectory implements AccountDirectory {
  private final Path file;
  private final NameRule nameRule;

  public CsvDirectory(Path file, NameRule nameRule) {
    this.file = file;
    this.nameRule = nameRule;
  }

  @Override
  public String key(String name) {
    return nameRule.key(name);
  }

  @Override
  public Map<String, Account> find(Set<String> keys) throws DirectoryException {
    throw new DirectoryException("not written yet: " + file, null);
  }

  @Override
  public List<Account> findByAddress(EmailAddress address) throws DirectoryException {
    throw new DirectoryException("not written yet: " + file, null);
  }

  @Override
  public void check() throws DirectoryException {
    throw new DirectoryException("not written yet: " + file, null);
  }
}
