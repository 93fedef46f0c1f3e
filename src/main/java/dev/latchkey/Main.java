package dev.latchkey;

import dev.latchkey.cli.ParseCommand;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.ReadingFile;
import dev.latchkey.parse.MailParser;
import dev.latchkey.triage.CommandReader;
import dev.latchkey.triage.IntentReader;
import dev.latchkey.triage.KindReader;
import dev.latchkey.triage.ReplyTrimmer;
import dev.latchkey.triage.RequestForm;
import dev.latchkey.triage.RequestReader;
import dev.latchkey.triage.SecretRedactor;
import dev.latchkey.triage.TriageReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.jspecify.annotations.NullMarked;

/** Starts the command line. */
@NullMarked
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException, InvalidConfigurationException {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    List<String> arguments = List.of(args);
    RequestForm form = form();
    TriageReader triage =
        new TriageReader(
            new KindReader(),
            new ReplyTrimmer(),
            new SecretRedactor(),
            new RequestReader(form),
            new IntentReader(form),
            new CommandReader());
    if (arguments.size() > 2 && arguments.get(0).equals("parse")) {
      System.exit(
          new ParseCommand(new MailParser(), triage).run(arguments.subList(2, arguments.size())));
    }
  }

  private static RequestForm form() throws IOException, InvalidConfigurationException {
    String name = "/config/reading.yaml";
    try (InputStream file =
        Objects.requireNonNull(Main.class.getResourceAsStream(name), "no " + name)) {
      return ReadingFile.read(name, file);
    }
  }
}
