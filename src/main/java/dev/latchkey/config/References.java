package dev.latchkey.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that stand elsewhere: <code>${env:NAME}</code> in the environment, <code>${file:/path}
 * </code> in a file that only its owner can read. A secret stands in the settings themselves only
 * when nobody else can read those. A file of root may be read by its group as well (root:latchkey
 * 0640): the desk can read it then, and not change it.
 */
final class References {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private static final String ROOT = "root";

  private static final String START = "${";
  private static final String ENV = "${env:";
  private static final String FILE = "${file:";
  private static final String END = "}";

  private final Path home;
  private final Set<Path> named = new LinkedHashSet<>();
  private final boolean privateSettings;
  private final Function<String, @Nullable String> environment;

  /**
   * @param settings the file that refers; paths are relative to its folder
   */
  References(Path settings, Function<String, @Nullable String> environment) throws IOException {
    this.home = settings.toAbsolutePath().resolveSibling("");
    this.named.add(settings.toAbsolutePath());
    this.privateSettings = isPrivate(settings);
    this.environment = environment;
  }

  /** The value of a key; an error of the key, and empty, when it cannot be had. */
  String resolve(YamlTree value) {
    String text = value.text();
    if (!text.contains(START)) {
      return text;
    }
    if (text.endsWith(END) && text.startsWith(ENV)) {
      return fromEnvironment(value, text.substring(ENV.length(), text.length() - 1));
    }
    if (text.endsWith(END) && text.startsWith(FILE)) {
      return fromFile(value, text.substring(FILE.length(), text.length() - 1));
    }
    value.fault("a reference is the whole value: ${env:NAME} or ${file:/path}");
    return "";
  }

  /** The same for a value that nobody else may read. */
  String resolveSecret(YamlTree value) {
    if (!value.text().isEmpty() && !value.text().startsWith(START) && !privateSettings) {
      value.fault(
          "a secret stands here in the clear; write ${env:NAME} or ${file:/path}, or let only the"
              + " owner read this file (chmod 600)");
      return "";
    }
    return resolve(value);
  }

  /** A file named in the settings. */
  Path path(String name) {
    Path path = home.resolve(name);
    named.add(path);
    return path;
  }

  /** The settings, and every file and folder that they name. */
  List<Path> named() {
    return List.copyOf(named);
  }

  private String fromEnvironment(YamlTree value, String name) {
    String found = environment.apply(name);
    if (found == null || found.isEmpty()) {
      value.fault("the environment has no " + name);
      return "";
    }
    return found;
  }

  private String fromFile(YamlTree value, String name) {
    try {
      Path file = path(name);
      if (!isPrivate(file)) {
        value.fault(file + " can be read by others; make it chmod 600");
        return "";
      }
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        value.fault(file + " is empty");
      }
      return text;
    } catch (NoSuchFileException e) {
      value.fault("there is no file " + e.getFile());
    } catch (IOException | InvalidPathException e) {
      value.fault("the file cannot be read: " + name);
    }
    return "";
  }

  private static boolean isPrivate(Path path) throws IOException {
    PosixFileAttributes file = Files.readAttributes(path, PosixFileAttributes.class);
    boolean group =
        file.permissions().contains(PosixFilePermission.GROUP_READ)
            && !file.owner().getName().equals(ROOT);
    return !group && file.permissions().stream().noneMatch(OTHERS::contains);
  }
}
