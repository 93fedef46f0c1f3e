package dev.latchkey.cli;

import dev.latchkey.cli.page.MailPage;
import dev.latchkey.triage.TriagedMail;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey explain FILE}: what the desk reads in a mail, and the rules that decided. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Shows what the desk reads in a mail, and why.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the mail was read, or would be quarantined",
      "64:wrong usage",
      "66:the file could not be read",
      "70:a bug came up"
    })
public final class ExplainCommand implements Callable<Integer> {
  private final MailFiles files;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A mail (.eml).")
  private String file = "";

  public ExplainCommand(MailFiles files) {
    this.files = files;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    MailFiles.Outcome outcome = files.read(file);
    if (outcome instanceof MailFiles.Read read) {
      TriagedMail mail = read.mail();
      new MailPage(out).print(mail);
    } else if (outcome instanceof MailFiles.Quarantined quarantined) {
      out.println("The mail would be put into quarantine: " + quarantined.reason() + ".");
    } else if (outcome instanceof MailFiles.Unreadable unreadable) {
      err.println("latchkey: " + file + ": " + unreadable.reason());
      return ExitCode.NO_INPUT;
    } else if (outcome instanceof MailFiles.Failed failed) {
      err.println("latchkey: " + file + ": a bug: " + failed.where());
      return ExitCode.SOFTWARE;
    }
    return ExitCode.OK;
  }
}
