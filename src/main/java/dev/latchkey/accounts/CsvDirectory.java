package dev.latchkey.accounts;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts in a CSV file; {@link CsvAccounts} tells its format.
 *
 * <p>The file is read again when it has changed. When it then cannot be read or has an error, the
 * accounts of before remain, the log says so once, and {@link #check()} fails until it is mended;
 * where there are none of before every question fails, and who asked says why. Replace it by
 * renaming a finished file over it. The files of keys that it names are read with it and not looked
 * at otherwise: a changed key has a new day in the file. Safe for several threads.
 */
public final class CsvDirectory implements AccountDirectory {
  private static final Logger log = LoggerFactory.getLogger(CsvDirectory.class);

  private final Path file;
  private final NameRule nameRule;
  private Optional<Version> version = Optional.empty();
  private Optional<Map<String, Account>> accounts = Optional.empty();
  private Optional<DirectoryException> failure = Optional.empty();

  /** What tells that a file is another one. */
  private record Version(FileTime modified, long size, @Nullable Object key) {
    static Version of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }
  }

  /** Reads nothing yet: a desk starts without its directory. */
  public CsvDirectory(Path file, NameRule nameRule) {
    this.file = file;
    this.nameRule = nameRule;
  }

  @Override
  public String key(String name) {
    return nameRule.key(name);
  }

  @Override
  public FoundAccounts find(Set<String> keys) throws DirectoryException {
    Map<String, Account> known = current();
    Map<String, Account> found = new HashMap<>();
    for (String key : keys) {
      Account account = known.get(key);
      if (account != null) {
        found.put(key, account);
      }
    }
    return FoundAccounts.of(found);
  }

  @Override
  public synchronized DirectoryCheck check() throws DirectoryException {
    Collection<Account> all = current().values();
    if (failure.isPresent()) {
      throw failure.get();
    }
    long provable = count(all, account -> !account.provable().isEmpty());
    return new DirectoryCheck(
        "in the file: %d; with a verified address: %d, links: %d, keys: %d, co-owners: %d, a profile field: %d"
            .formatted(
                all.size(),
                provable,
                count(all, account -> !account.links().isEmpty()),
                count(all, account -> !account.keys().isEmpty()),
                count(all, account -> !account.coOwners().isEmpty()),
                count(all, account -> account.profile().isPresent())),
        doubts(all.size(), provable));
  }

  /** Without a verified address nobody gets a code: a file of such accounts helps no one. */
  private static List<String> doubts(int all, long provable) {
    if (all == 0) {
      return List.of(
          "accounts.file: there is no account in it yet, so nobody who asks can be sent a code");
    }
    return provable == 0
        ? List.of(
            "accounts.file: no account has an address with the word verified behind it (ann@mail.example"
                + " verified since 2021-03-01), so nobody who asks can be sent a code")
        : List.of();
  }

  private static long count(Collection<Account> accounts, Predicate<Account> which) {
    return accounts.stream().filter(which).count();
  }

  private synchronized Map<String, Account> current() throws DirectoryException {
    try {
      Version now = Version.of(file);
      if (!version.equals(Optional.of(now))) {
        version = Optional.of(now);
        accounts = Optional.of(read());
        failure = Optional.empty();
      }
    } catch (IOException e) {
      version = Optional.empty();
      fail(new DirectoryException("the account file cannot be read: " + why(e), e));
    } catch (DirectoryException e) {
      fail(e);
    }
    if (accounts.isPresent()) {
      return accounts.get();
    }
    throw failure.orElseThrow();
  }

  private String why(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is none at accounts.file, which is %s; write it, or name another"
          .formatted(file.toAbsolutePath());
    }
    if (Files.isDirectory(file)) {
      return "accounts.file is a folder; name the file in it";
    }
    return e instanceof AccessDeniedException
        ? "the user of the desk may not read accounts.file"
        : String.valueOf(e.getMessage());
  }

  private Map<String, Account> read() throws IOException, DirectoryException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString());
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      return CsvAccounts.read(reader, file.toAbsolutePath().resolveSibling(""), nameRule);
    }
  }

  private void fail(DirectoryException now) {
    boolean known =
        failure.map(DirectoryException::getMessage).equals(Optional.ofNullable(now.getMessage()));
    // Where there are none of before whoever asked is told, and says it.
    if (!known && accounts.isPresent()) {
      log.warn("{}: {}, the accounts of before remain", file, now.getMessage());
    }
    failure = Optional.of(now);
  }
}
