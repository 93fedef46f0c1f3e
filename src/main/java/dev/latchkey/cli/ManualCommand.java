package dev.latchkey.cli;

import dev.latchkey.cli.page.ManualPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code latchkey manual}: the page that the packages install. */
@Command(
    name = "manual",
    mixinStandardHelpOptions = true,
    description = "Prints the page of the manual, in the language of man(7).",
    footerHeading = "%nExample:%n",
    footer = "  latchkey manual | man -l -")
public final class ManualCommand implements Callable<Integer>, LatchkeyCommand.TellsOfAll {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    String version = new LatchkeyCommand.Version().getVersion()[0];
    try (InputStream end = ManualCommand.class.getResourceAsStream("manual-end.man")) {
      String rest =
          new String(
              Objects.requireNonNull(end, "it is in the jar").readAllBytes(),
              StandardCharsets.UTF_8);
      spec.commandLine().getOut().print(ManualPage.of(spec.root(), version, rest));
    }
    return ExitCode.OK;
  }
}
