package dev.latchkey.cli;

import dev.latchkey.config.OpenToOthers;
import dev.latchkey.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that the settings name, and themselves, where somebody else can change them: the
 * accounts say whose an account is, the policy how much it takes, the letters what people read.
 */
final class ExposedFiles {
  private ExposedFiles() {}

  /** A finding for each. */
  static List<String> of(Settings settings) {
    List<String> findings = new ArrayList<>();
    for (Path path : settings.named()) {
      try {
        OpenToOthers.find(path)
            .map(
                open ->
                    "settings: %s: %s can be written by others, who could change what the desk goes by;"
                            .formatted(path, open.equals(path) ? "it" : open)
                        + " make it chmod go-w")
            .ifPresent(findings::add);
      } catch (IOException e) {
        findings.add("settings: " + path + ": nobody can tell who may write it: " + e.getMessage());
      }
    }
    return findings;
  }
}
