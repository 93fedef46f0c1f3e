package dev.latchkey.config;

import dev.latchkey.letter.writing.TemplateException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that {@link SettingsFile} names, and what is wrong in them. */
final class NamedFiles {
  private final Section file;
  private final boolean whole;
  private final List<String> faults = new ArrayList<>();

  /** Reads a file that the settings name, or what holds when they name none. */
  @FunctionalInterface
  interface Source<T> {
    T read() throws IOException, InvalidConfigurationException;
  }

  /** Reads a file. */
  @FunctionalInterface
  interface FileReader<T> {
    T read(Path file) throws IOException, InvalidConfigurationException;
  }

  /**
   * With the settings that name them.
   *
   * @param whole what may be read later is read now, so that what is wrong in it is found
   */
  NamedFiles(Section file, boolean whole) {
    this.file = file;
    this.whole = whole;
  }

  /** What another file says that the settings name, or what comes with the desk. */
  <T> Optional<T> other(String name, FileReader<T> reader, Source<T> standard) {
    Optional<Path> path = file.findPath(name);
    return read(
        file, name, () -> path.isPresent() ? reader.read(path.get()) : standard.read(), path);
  }

  /**
   * The same, now or when it is asked for first: what comes with the desk was tried out before, and
   * is read when it is needed.
   */
  <T> Optional<Later<T>> later(String name, FileReader<T> reader, Source<T> standard) {
    Optional<Path> path = file.findPath(name);
    if (whole && path.isPresent()) {
      return other(name, reader, standard).map(Later::known);
    }
    return Optional.of(
        Later.from(
            () -> {
              try {
                return path.isPresent() ? reader.read(path.get()) : standard.read();
              } catch (InvalidConfigurationException e) {
                throw new UnusablePartException(e.errors());
              } catch (TemplateException e) {
                throw new UnusablePartException(within(path, e));
              } catch (IOException e) {
                throw new UnusablePartException(
                    List.of(name + ": cannot be read: " + e.getMessage()));
              }
            }));
  }

  private static List<String> within(Optional<Path> path, TemplateException broken) {
    String folder = path.map(given -> given + "/").orElse("");
    return broken.errors().stream().map(error -> folder + error).toList();
  }

  /** What a source says; empty with a fault when it cannot be read. */
  <T> Optional<T> read(Section section, String name, Source<T> source, Optional<Path> path) {
    try {
      return Optional.of(source.read());
    } catch (InvalidConfigurationException e) {
      faults.addAll(e.errors());
    } catch (TemplateException e) {
      faults.addAll(within(path, e));
    } catch (IOException e) {
      section.fault(
          name,
          e instanceof NoSuchFileException
              ? "there is no file %s; write it, or name another".formatted(e.getMessage())
              : "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** What was found to be wrong in any of them so far. */
  List<String> faults() {
    return List.copyOf(faults);
  }
}
