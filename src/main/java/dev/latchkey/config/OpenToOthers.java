package dev.latchkey.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who else may change a file that says who gets into an account: whoever may write it, or a folder
 * on the road to it, for they can put another one in its place. Links are followed as the system
 * follows them, and the road to where each leads is looked at as well.
 */
public final class OpenToOthers {
  private static final Set<PosixFilePermission> GROUP_AND_OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** In a folder with this bit nobody puts away what is another's, as in /tmp. */
  private static final int STICKY = 01000;

  /** Links that lead on to links, as far as the system follows them. */
  private static final int MOST_LINKS = 40;

  /** So much of a folder that the settings name is looked at. */
  private static final int MOST_FILES = 2000;

  private static final int DEEPEST = 4;

  private OpenToOthers() {}

  /** What others may write of it: itself, what is in it where it is a folder, or its road. */
  public static Optional<Path> find(Path path) throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (Stream<Path> held = Files.walk(path.toRealPath(), DEEPEST)) {
      for (Path one : held.limit(MOST_FILES).toList()) {
        if (!Files.isSymbolicLink(one) && open(one)) {
          return Optional.of(one);
        }
      }
    }
    return folders(path).stream().filter(OpenToOthers::replaceable).findFirst();
  }

  /** The folders on the road to it, links and where they lead included, the last one last. */
  static List<Path> folders(Path path) throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    follow(path.toAbsolutePath(), folders, 0);
    return List.copyOf(folders);
  }

  private static void follow(Path path, Set<Path> folders, int links) throws IOException {
    if (links > MOST_LINKS) {
      throw new IOException(path + ": links that lead in circles");
    }
    List<Path> names = new ArrayList<>();
    path.forEach(names::add);
    Path at = path.getRoot();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).toString();
      if (name.equals("..")) {
        at = at.getParent() == null ? at : at.getParent();
      } else if (!name.equals(".")) {
        folders.add(at);
        Path next = at.resolve(name);
        if (Files.isSymbolicLink(next)) {
          Path target = at.resolve(Files.readSymbolicLink(next));
          for (Path rest : names.subList(i + 1, names.size())) {
            target = target.resolve(rest);
          }
          follow(target, folders, links + 1);
          return;
        }
        at = next;
      }
    }
  }

  /** Whether others than its owner may write it. */
  static boolean open(Path path) throws IOException {
    return Files.getPosixFilePermissions(path).stream().anyMatch(GROUP_AND_OTHERS::contains);
  }

  /** Whether others may put something else in the place of what a folder holds. */
  static boolean replaceable(Path folder) {
    try {
      Object mode = Files.getAttribute(folder, "unix:mode", LinkOption.NOFOLLOW_LINKS);
      return open(folder) && ((Integer) mode & STICKY) == 0;
    } catch (IOException e) {
      // What the desk may not look at it cannot warn of.
      return false;
    }
  }

  /** Whether anybody at all may, who is in no group of it. */
  static boolean replaceableByAnybody(Path folder) {
    try {
      return replaceable(folder)
          && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException e) {
      return false;
    }
  }
}
