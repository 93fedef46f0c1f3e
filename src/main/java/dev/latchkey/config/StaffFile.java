package dev.latchkey.config;

import dev.latchkey.trust.staff.StaffRoster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The staff in a file of their own, which {@code staff.file} names: a list under {@code staff}, as
 * in the settings. Whoever may write it says who approves, so that is its owner and nobody else.
 */
final class StaffFile {
  private StaffFile() {}

  /**
   * Reads it.
   *
   * @param environment the value of an environment variable, if there is one
   * @throws InvalidConfigurationException with every error in it
   */
  static StaffRoster read(Path path, Function<String, @Nullable String> environment)
      throws IOException, InvalidConfigurationException {
    requireFolder(path);
    try (InputStream bytes = Files.newInputStream(path)) {
      YamlTree tree = YamlTree.read(path.toString(), bytes);
      Optional<StaffRoster> staff =
          DeskSections.staff(new Section(tree, new References(path, environment)));
      List<String> errors = new ArrayList<>(tree.errors(path.toString()));
      if (OpenToOthers.open(path)) {
        errors.add(path + ": can be written by others, who could approve then; make it chmod go-w");
      }
      if (!errors.isEmpty()) {
        throw new InvalidConfigurationException(errors);
      }
      return staff.orElseThrow();
    }
  }

  /**
   * Whoever may write the folder can put another file there; so can who may write the folder that a
   * link leads to, and, above both, anybody who may write one that the road goes through.
   */
  private static void requireFolder(Path path) throws InvalidConfigurationException, IOException {
    Path folder = path.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw wrong(path, "there is no folder " + folder + "; make it, or correct staff.file");
    }
    if (!Files.exists(path)) {
      throw wrong(
          path,
          Files.isExecutable(folder)
              ? "there is no such file; write it, or correct staff.file"
              : folder + " is closed to the user of the desk; make it chmod 750, of its group");
    }
    if (!Files.isReadable(path)) {
      throw wrong(path, "may not be read by the user of the desk; give it its group, chmod 640");
    }
    List<Path> road = OpenToOthers.folders(path);
    Path real = path.toRealPath().getParent();
    for (Path one : road) {
      boolean last = one.equals(folder) || one.equals(real);
      if (last ? OpenToOthers.open(one) : OpenToOthers.replaceableByAnybody(one)) {
        throw wrong(
            path, one + " can be written by others, who could put another file there; chmod go-w");
      }
    }
  }

  private static InvalidConfigurationException wrong(Path path, String what) {
    return new InvalidConfigurationException(List.of(path + ": " + what));
  }
}
