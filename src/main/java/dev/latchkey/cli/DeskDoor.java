package dev.latchkey.cli;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.LetterSettings;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The way of every command into the desk: finds its settings and opens it. */
public final class DeskDoor {
  private static final String VARIABLE = "LATCHKEY_CONFIG";
  private static final Path HERE = Path.of("latchkey.yaml");
  private static final Path SYSTEM = Path.of("/etc/latchkey/latchkey.yaml");

  private final Function<String, @Nullable String> environment;
  private final Function<Settings, OpenDesk> opener;
  private final LogOutput log;

  /**
   * @param environment the value of an environment variable, if there is one
   */
  public DeskDoor(
      Function<String, @Nullable String> environment, Function<Settings, OpenDesk> opener) {
    this.environment = environment;
    this.opener = opener;
    this.log = LogOutput.ofProcess(environment);
  }

  /** The settings that the command line names. */
  Settings settings(ConfigOption option) throws InvalidConfigurationException {
    return SettingsFile.read(file(option), environment);
  }

  /**
   * The settings for who only looks: letters and the rules of reading are read when they are asked
   * for first, which takes most of the time of a start.
   */
  Settings glance(ConfigOption option) throws InvalidConfigurationException {
    return SettingsFile.glance(file(option), environment);
  }

  /** The desk for who only looks. */
  OpenDesk look(ConfigOption option) throws InvalidConfigurationException {
    return open(glance(option));
  }

  /** The desk with these settings; nothing is connected yet. */
  OpenDesk open(ConfigOption option) throws InvalidConfigurationException {
    return open(settings(option));
  }

  /** The same with settings that were read before; the log is written as they say. */
  OpenDesk open(Settings settings) {
    log.set(settings.log());
    return probe(settings);
  }

  /** The same with settings that may not hold. */
  OpenDesk probe(Settings settings) {
    return opener.apply(settings);
  }

  /** What the letters need of the settings; of no desk in particular, where there are none. */
  LetterSettings letters(ConfigOption option) throws InvalidConfigurationException {
    Path file = file(option);
    return file.equals(SYSTEM) && option.file() == null && !Files.exists(SYSTEM)
        ? LetterSettings.USUAL
        : SettingsFile.readLetters(file, environment);
  }

  /** Where a key stands in the settings, for people. */
  UnaryOperator<String> places(ConfigOption option) throws InvalidConfigurationException {
    return SettingsFile.places(file(option));
  }

  private Path file(ConfigOption option) {
    if (option.file() != null) {
      return option.file();
    }
    String named = environment.apply(VARIABLE);
    if (named != null && !named.isEmpty()) {
      return Path.of(named);
    }
    return Files.exists(HERE) ? HERE : SYSTEM;
  }
}
