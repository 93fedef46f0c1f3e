package dev.latchkey;

import dev.latchkey.cli.ParseCommand;
import dev.latchkey.parse.MailParser;
import dev.latchkey.triage.CommandReader;
import dev.latchkey.triage.IntentReader;
import dev.latchkey.triage.KindReader;
import dev.latchkey.triage.ReplyTrimmer;
import dev.latchkey.triage.RequestReader;
import dev.latchkey.triage.SecretRedactor;
import dev.latchkey.triage.TriageReader;
import java.io.IOException;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.NullMarked;

/** Starts the command line. */
@NullMarked
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    List<String> arguments = List.of(args);
    TriageReader triage =
        new TriageReader(
            new KindReader(),
            new ReplyTrimmer(),
            new SecretRedactor(),
            new RequestReader(),
            new IntentReader(),
            new CommandReader());
    if (arguments.size() > 2 && arguments.get(0).equals("parse")) {
      System.exit(
          new ParseCommand(new MailParser(), triage).run(arguments.subList(2, arguments.size())));
    }
  }
}
