package dev.latchkey.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The mark outside the database: a file of one line, the moment of the database's first start and
 * its numbers; an older version wrote the first of them alone. It is whole or of before, whenever
 * the power goes.
 */
final class MarkFile {
  private static final Pattern LINE =
      Pattern.compile("(\\S+) ([0-9]{1,18})((?: [0-9]{1,18}){4})?\\R?");

  private final Path path;

  MarkFile(Path path) {
    this.path = path;
  }

  /**
   * What stands in it; empty when there is no such file, as before the first start.
   *
   * @throws IOException when it cannot be read, or holds something else
   */
  Optional<RestoreMark> read() throws IOException {
    String text;
    try {
      text = Files.readString(path);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new IOException("it is no mark of a database");
    }
    String[] next = Objects.requireNonNullElse(line.group(3), " 0 0 0 0").split(" ");
    return Optional.of(
        new RestoreMark(
            line.group(1),
            Long.parseLong(line.group(2)),
            Long.parseLong(next[1]),
            Long.parseLong(next[2]),
            Long.parseLong(next[3]),
            Long.parseLong(next[4])));
  }

  /** Writes it anew, and returns when it is on the disk. */
  void write(RestoreMark mark) throws IOException {
    Path beside =
        path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    String next = mark.next().stream().map(String::valueOf).collect(Collectors.joining(" "));
    byte[] line =
        "%s %d %s\n"
            .formatted(mark.desk(), mark.number(), next)
            .getBytes(StandardCharsets.US_ASCII);
    try (FileChannel file =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer octets = ByteBuffer.wrap(line);
      while (octets.hasRemaining()) {
        file.write(octets);
      }
      file.force(true);
    }
    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether it can be written, as far as can be told without doing it. */
  boolean isWritable() {
    Path folder = path.toAbsolutePath().getParent();
    return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
