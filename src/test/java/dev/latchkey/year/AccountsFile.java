package dev.latchkey.year;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The CSV file of an account system that is replaced when something in it changes. */
final class AccountsFile {
  private final Path file;

  /**
   * @param columns its header line
   */
  AccountsFile(String columns, List<String> lines) throws IOException {
    file = Files.createTempFile("latchkey-accounts-", ".csv");
    Files.writeString(file, columns + "\n" + String.join("\n", lines) + "\n");
    file.toFile().deleteOnExit();
  }

  Path path() {
    return file;
  }

  /** Another line in place of one that is there. */
  void replace(String line, String other) throws IOException {
    String all = Files.readString(file);
    if (!all.contains(line)) {
      throw new IllegalArgumentException("no such account: " + line);
    }
    Path next = Files.createTempFile("latchkey-accounts-", ".csv");
    Files.writeString(next, all.replace(line, other));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
