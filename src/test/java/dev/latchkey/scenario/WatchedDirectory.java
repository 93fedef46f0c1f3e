package dev.latchkey.scenario;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.DirectoryCheck;
import dev.latchkey.accounts.DirectoryException;
import dev.latchkey.accounts.FoundAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** A directory that keeps what it was asked, and can be away. */
@NullMarked
final class WatchedDirectory implements AccountDirectory {
  private final AccountDirectory directory;
  private final List<Set<String>> asked = new ArrayList<>();
  private boolean away;

  WatchedDirectory(AccountDirectory directory) {
    this.directory = directory;
  }

  /** What it was asked, question by question. */
  List<Set<String>> asked() {
    return asked;
  }

  void away(boolean now) {
    away = now;
  }

  @Override
  public String key(String name) {
    return directory.key(name);
  }

  @Override
  public FoundAccounts find(Set<String> keys) throws DirectoryException {
    asked.add(Set.copyOf(keys));
    if (away) {
      throw new DirectoryException("it is away", null);
    }
    return directory.find(keys);
  }

  @Override
  public DirectoryCheck check() throws DirectoryException {
    return directory.check();
  }
}
