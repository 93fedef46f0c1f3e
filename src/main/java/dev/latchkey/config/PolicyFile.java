package dev.latchkey.config;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Policy.Looks;
import dev.latchkey.check.Policy.Recorder;
import dev.latchkey.check.Policy.Requirement;
import dev.latchkey.check.Policy.Times;
import dev.latchkey.check.Policy.Worth;
import dev.latchkey.mail.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code policy.yaml}: what evidence is worth, and what each level of assurance needs. What it does
 * not say is as in {@link Policy#standard()}. One that changes something and names no version has a
 * name by its content, so that the history tells it from every other.
 */
public final class PolicyFile {
  private static final int MUCH = 1_000;
  private static final int MANY = 1_000_000;
  private static final int SHORT = 8;
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{1,31}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  private PolicyFile() {}

  /**
   * Reads the file.
   *
   * @throws InvalidConfigurationException with every error
   * @throws IOException if it cannot be read at all
   */
  public static Policy read(Path file) throws IOException, InvalidConfigurationException {
    byte[] octets = Files.readAllBytes(file);
    try (InputStream bytes = new ByteArrayInputStream(octets)) {
      YamlTree tree = YamlTree.read(file.toString(), bytes);
      Policy policy = policy(new Section(tree, new References(file, name -> null)), octets);
      tree.finish(file.toString());
      return policy;
    }
  }

  private static Policy policy(Section file, byte[] octets) {
    Policy usual = Policy.standard();
    String version =
        file.findText("version")
            .orElseGet(() -> usual.version() + "-" + Sha256.hex(octets).substring(0, SHORT));
    if (!WORD.matcher(version).matches()) {
      file.fault("version", "must be 1 to 32 letters, digits, dots or hyphens");
    }
    Map<EvidenceClass, Worth> worth = new EnumMap<>(EvidenceClass.class);
    Map<String, Worth> own = new TreeMap<>();
    Section proofs = file.section("proofs");
    usual.worth().forEach((kind, it) -> worth.put(kind, worth(proofs.section(kind.name()), it)));
    for (String name : proofs.names()) {
      if (usual.worth().keySet().stream().noneMatch(kind -> kind.name().equals(name))) {
        own.put(name, ownClass(proofs, name));
      }
    }
    Map<Level, Requirement> requirements = new EnumMap<>(Level.class);
    Section levels = file.section("levels");
    usual
        .requirements()
        .forEach(
            (level, it) ->
                requirements.put(
                    level, requirement(level, levels.section(Section.word(level)), it)));
    return new Policy(
        version,
        worth,
        own,
        requirements,
        times(file, usual.times()),
        looks(file.section("looks-at-once"), usual.looks()));
  }

  /** A class of the desk's own: only staff record it, so that it needs a group and points. */
  private static Worth ownClass(Section proofs, String name) {
    if (!NAME.matcher(name).matches() || name.equals(EvidenceClass.SEEN.name())) {
      proofs.fault(name, "a class of your own is named in capitals, such as VIDEO_CALL");
    }
    Section one = proofs.section(name);
    one.text("points");
    return new Worth(
        one.text("group"),
        one.number("points", 0, 0, MUCH),
        false,
        one.duration("good", Duration.ofDays(90)),
        one.choice("seen-by", Recorder.class, Recorder.APPROVERS));
  }

  private static Worth worth(Section one, Worth usual) {
    return new Worth(
        one.findText("group").orElse(usual.group()),
        one.number("points", usual.points(), 0, MUCH),
        one.flag("adds", usual.adds()),
        one.duration("good", usual.good()),
        one.choice("seen-by", Recorder.class, usual.seenBy()));
  }

  /** Somebody has to approve, but where the mailbox is all there is to lose. */
  private static Requirement requirement(Level of, Section level, Requirement usual) {
    return new Requirement(
        level.number("points", usual.points(), 0, MUCH),
        level.number("groups", usual.groups(), 0, MUCH),
        level.flag("another-than-mailbox", usual.nonMailbox()),
        level.number("approvers", usual.approvers(), of == Level.SELF ? 0 : 1, MUCH),
        level.duration("cooling-off", usual.coolingOff()));
  }

  private static Looks looks(Section section, Looks usual) {
    return new Looks(
        section.number("per-ticket", usual.perTicket(), 1, MUCH),
        section.number("per-account", usual.perAccount(), 1, MUCH),
        section.number("in-all", usual.inAll(), 1, MANY));
  }

  private static Times times(Section file, Times usual) {
    return new Times(
        file.duration("recent-change", usual.recentChange()),
        file.duration("objection-counts", usual.objectionCounts()),
        file.duration("removed-address-notified", usual.removedAddressNotified()),
        file.duration("mailbox-lost", usual.mailboxLost()),
        file.duration("strong-proof", usual.strong()),
        file.duration("notice-before-execution", usual.noticeBeforeExecution()),
        file.duration("proof-within", usual.proving()),
        file.duration("look-every", usual.look()));
  }
}
