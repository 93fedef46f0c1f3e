package dev.latchkey.config;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Policy.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** {@code policy.yaml}: what evidence is worth, and what each level of assurance needs. */
public final class PolicyFile {
  private static final int MUCH = 1_000;

  private PolicyFile() {}

  /**
   * Reads the file; everything in it must be said.
   *
   * @throws InvalidConfigurationException with every error
   * @throws IOException if it cannot be read at all
   */
  public static Policy read(Path file) throws IOException, InvalidConfigurationException {
    try (InputStream bytes = Files.newInputStream(file)) {
      YamlTree tree = YamlTree.read(file.toString(), bytes);
      Policy policy = policy(new Section(tree, new References(file, name -> null)));
      tree.finish(file.toString());
      return policy;
    }
  }

  private static Policy policy(Section file) {
    Section points = file.section("points");
    Map<EvidenceClass, Integer> worth = new EnumMap<>(EvidenceClass.class);
    for (EvidenceClass kind : EvidenceClass.values()) {
      worth.put(kind, needed(points, kind.name(), 0));
    }
    Section levels = file.section("levels");
    Map<Level, Requirement> requirements = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      if (level != Level.FLOOR) {
        requirements.put(level, requirement(levels.section(Section.word(level))));
      }
    }
    return new Policy(
        worth,
        requirements,
        time(file, "recent-change"),
        time(file, "objection-counts"),
        time(file, "removed-address-notified"),
        time(file, "mailbox-lost-and-critical"),
        file.duration("notice-before-execution", Policy.USUAL_NOTICE));
  }

  private static Requirement requirement(Section level) {
    level.text("another-than-mailbox");
    return new Requirement(
        needed(level, "points", 0),
        needed(level, "groups", 0),
        level.flag("another-than-mailbox", false),
        needed(level, "approvers", 1),
        time(level, "cooling-off"));
  }

  private static int needed(Section section, String name, int least) {
    section.text(name);
    return section.number(name, least, least, MUCH);
  }

  private static Duration time(Section section, String name) {
    section.text(name);
    return section.duration(name, Duration.ZERO);
  }
}
