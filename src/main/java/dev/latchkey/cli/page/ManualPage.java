package dev.latchkey.cli.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The page of the manual, {@code latchkey(1)}, in the language of man(7). Its words are those that
 * {@code --help} shows, so that there is one place to write them.
 */
public final class ManualPage {
  private final StringBuilder page = new StringBuilder();

  private ManualPage() {}

  /**
   * The page of a command and of all below it.
   *
   * @param end what stands behind the commands, in man(7) already: files, environment, …
   */
  public static String of(CommandSpec root, String version, String end) {
    ManualPage manual = new ManualPage();
    String name = root.name();
    manual.macro("TH", name.toUpperCase(Locale.ROOT), "1", "", version, "Latchkey");
    manual.macro("SH", "NAME");
    manual.text(name + " - " + plain(root.usageMessage().description()));
    manual.macro("SH", "SYNOPSIS");
    manual.text(synopsis(root));
    manual.macro("SH", "COMMANDS");
    root.subcommands().values().stream().distinct().forEach(manual::command);
    return manual.page + end;
  }

  private void command(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    UsageMessageSpec usage = spec.usageMessage();
    macro("SS", spec.qualifiedName());
    text(synopsis(spec));
    for (String paragraph : usage.description()) {
      macro("PP");
      text(plain(paragraph));
    }
    for (ArgSpec parameter : spec.positionalParameters()) {
      argument("\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter);
    }
    for (OptionSpec option : spec.options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        argument(label(option), option);
      }
    }
    exitCodes(usage.exitCodeList());
    examples(usage.footer());
    line.getSubcommands().values().stream().distinct().forEach(this::command);
  }

  private void argument(String label, ArgSpec argument) {
    macro("TP");
    page.append(label).append('\n');
    text(plain(argument.description()));
  }

  private static String label(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .map(name -> "\\fB" + escaped(name) + "\\fR")
            .collect(Collectors.joining(", "));
    return option.arity().max() == 0
        ? names
        : names + " \\fI" + escaped(option.paramLabel()) + "\\fR";
  }

  private void exitCodes(Map<String, String> codes) {
    if (codes.isEmpty()) {
      return;
    }
    macro("PP");
    text("Exit codes:");
    codes.forEach(
        (code, meaning) -> {
          macro("TP", "6");
          page.append(escaped(code)).append('\n');
          text(plain(meaning));
        });
  }

  /** As they are written, a line each. */
  private void examples(String... lines) {
    if (lines.length == 0) {
      return;
    }
    macro("PP");
    macro("nf");
    macro("RS");
    for (String line : lines) {
      text(plain(line));
    }
    macro("RE");
    macro("fi");
  }

  private static String synopsis(CommandSpec spec) {
    return spec.commandLine().getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
  }

  /** Out of the lines of a help text, which are formats. */
  private static String plain(String... lines) {
    return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
  }

  private void macro(String name, String... arguments) {
    List<String> line = new ArrayList<>(List.of("." + name));
    for (String argument : arguments) {
      line.add('"' + escaped(argument).replace("\"", "\\(dq") + '"');
    }
    page.append(String.join(" ", line)).append('\n');
  }

  private void text(String line) {
    String clean = escaped(line);
    // At the start of a line these two give orders.
    boolean orders = clean.startsWith(".") || clean.startsWith("'");
    page.append(orders ? "\\&" : "").append(clean).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\(rs").replace("-", "\\-");
  }
}
