package dev.latchkey.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config FILE}, which every command has that needs a desk. */
public final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "The settings of the desk.",
        "Default: $$LATCHKEY_CONFIG, else ./latchkey.yaml, else /etc/latchkey/latchkey.yaml"
      })
  private @Nullable Path file;

  @Nullable Path file() {
    return file;
  }
}
