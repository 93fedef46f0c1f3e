package dev.latchkey;

import dev.latchkey.cli.ExplainCommand;
import dev.latchkey.cli.MailFiles;
import dev.latchkey.cli.ParseCommand;
import dev.latchkey.config.ReadingFile;
import dev.latchkey.parse.MailParser;
import dev.latchkey.triage.CodeReader;
import dev.latchkey.triage.CommandReader;
import dev.latchkey.triage.IntentReader;
import dev.latchkey.triage.KindReader;
import dev.latchkey.triage.LanguageReader;
import dev.latchkey.triage.ReplyTrimmer;
import dev.latchkey.triage.RequestForm;
import dev.latchkey.triage.RequestReader;
import dev.latchkey.triage.SecretRedactor;
import dev.latchkey.triage.TriageReader;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;

/** The wiring: which parts make a desk. Constructors and no conditionals. */
@NullMarked
public final class Desk {
  private Desk() {}

  /** Everything that can stand behind {@code latchkey} on the command line. */
  public static List<Callable<Integer>> commands() {
    MailFiles files = new MailFiles(mails());
    return List.of(new ParseCommand(files), new ExplainCommand(files));
  }

  /** From the octets of a mail to all that its words tell. */
  public static MailFiles.Reader mails() {
    MailParser parser = new MailParser();
    TriageReader triage = triage(ReadingFile.standard(), new KindReader());
    return octets -> triage.read(parser.parse(octets));
  }

  /** The readers of a parsed mail. */
  public static TriageReader triage(RequestForm form, KindReader kinds) {
    return new TriageReader(
        kinds,
        new ReplyTrimmer(),
        new SecretRedactor(),
        new RequestReader(form),
        new IntentReader(form),
        new CommandReader(),
        new CodeReader(),
        new LanguageReader());
  }
}
