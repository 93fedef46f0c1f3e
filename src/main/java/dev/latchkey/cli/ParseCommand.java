package dev.latchkey.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.MalformedMailException;
import dev.latchkey.triage.CommandReading;
import dev.latchkey.triage.RequestReading;
import dev.latchkey.triage.StaffCommand;
import dev.latchkey.triage.TriageReader;
import dev.latchkey.triage.TriagedMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code latchkey parse --json FILE… | @LIST}: one JSON object a mail, in the order asked for. */
public final class ParseCommand {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final MailParser parser;
  private final TriageReader triage;

  public ParseCommand(MailParser parser, TriageReader triage) {
    this.parser = parser;
    this.triage = triage;
  }

  /** The JSON line for one file. */
  String line(Path file) throws IOException, JsonProcessingException {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("file", file.toString());
    try {
      answer.put("quarantined", null);
      describe(triage.read(parser.parse(new MailBytes(Files.readAllBytes(file)))), answer);
    } catch (MalformedMailException e) {
      answer.put("quarantined", e.getMessage());
    }
    return JSON.writeValueAsString(answer);
  }

  private static void describe(TriagedMail triaged, Map<String, @Nullable Object> answer) {
    InboundMail mail = triaged.mail();
    answer.put("kind", triaged.kind().kind().word());
    answer.put(
        "bounce",
        triaged
            .kind()
            .bounce()
            .map(
                bounce -> {
                  Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                  fields.put("recipients", bounce.recipients());
                  fields.put("status", bounce.status().orElse(null));
                  return fields;
                })
            .orElse(null));
    answer.put("subject", mail.subject());
    answer.put("from", mail.from());
    answer.put("to", mail.to());
    answer.put("text", mail.text().asString());
    answer.put("written", triaged.reply().generous());
    answer.put("quoted", triaged.reply().quoted());
    answer.put("attachments", mail.attachmentNames());
    answer.put("language", triaged.language());
    answer.put("request", request(triaged));
    answer.put("intent", triaged.intent().intent().word());
    answer.put("commands", commands(triaged.commands()));
    answer.put("why", triaged.kind().why());
  }

  private static Map<String, @Nullable Object> request(TriagedMail triaged) {
    RequestReading request = triaged.request();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("recovery", request.recovery());
    fields.put("username", request.username().orElse(null));
    fields.put("index", request.index().orElse(null));
    fields.put("reasons", request.reasons().stream().map(r -> r.word()).sorted().toList());
    fields.put("recovery_codes_box", request.recoveryCodes().orElse(null));
    fields.put("coc_agreed", request.codeOfConduct().orElse(null));
    fields.put("acknowledged", request.acknowledged().orElse(null));
    fields.put("addresses", request.addresses());
    fields.put("projects", request.projects());
    fields.put("secrets", triaged.secrets().stream().map(s -> s.word()).sorted().toList());
    return fields;
  }

  private static List<String> commands(CommandReading reading) {
    if (reading instanceof CommandReading.Commands found) {
      return found.commands().stream()
          .map(StaffCommand::verb)
          .map(StaffCommand.Verb::word)
          .toList();
    }
    return List.of();
  }

  /** Prints the answers for {@code arguments}, where {@code @LIST} stands for a file of paths. */
  public int run(List<String> arguments) throws IOException {
    for (String argument : arguments) {
      List<String> files =
          argument.startsWith("@")
              ? Files.readAllLines(Path.of(argument.substring(1)))
              : List.of(argument);
      for (String file : files) {
        System.out.println(line(Path.of(file)));
      }
    }
    return 0;
  }
}
