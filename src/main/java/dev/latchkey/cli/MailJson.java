package dev.latchkey.cli;

import dev.latchkey.cli.page.Json;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.TriagedMail;
import dev.latchkey.triage.bounce.Bounce;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.request.RequestReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One file's answer as a JSON object on one line. */
final class MailJson {
  private MailJson() {}

  static String line(String file, MailFiles.Outcome outcome) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("file", file);
    if (outcome instanceof MailFiles.Read read) {
      answer.put("quarantined", null);
      describe(read.mail(), answer);
    } else if (outcome instanceof MailFiles.Quarantined quarantined) {
      answer.put("quarantined", quarantined.reason());
    } else if (outcome instanceof MailFiles.Unreadable unreadable) {
      answer.put("error", unreadable.reason());
    } else if (outcome instanceof MailFiles.Failed failed) {
      answer.put("error", failed.where());
    }
    return Json.line(answer);
  }

  private static void describe(TriagedMail triaged, Map<String, @Nullable Object> answer) {
    InboundMail mail = triaged.mail();
    answer.put("kind", triaged.kind().kind().word());
    answer.put("bounce", triaged.kind().bounce().map(MailJson::bounce).orElse(null));
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
    answer.put("intent_sure", triaged.intent().sure());
    answer.put("owner", owner(triaged.owner()));
    answer.put("commands", commands(triaged.commands()));
    answer.put("why", why(triaged));
  }

  private static String owner(OwnerAnswer answer) {
    return switch (answer) {
      case OBJECTS -> "objects";
      case AGREES -> "agrees";
      case WANTS_CODE, NOTHING, UNCLEAR -> "unclear";
    };
  }

  private static Map<String, @Nullable Object> bounce(Bounce bounce) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("recipients", bounce.recipients());
    fields.put("status", bounce.status().orElse(null));
    return fields;
  }

  private static Map<String, @Nullable Object> request(TriagedMail triaged) {
    RequestReading request = triaged.request();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("recovery", request.recovery());
    fields.put("sure", request.sure());
    fields.put("username", request.username().orElse(null));
    fields.put("index", request.index().orElse(null));
    fields.put("reasons", request.reasons().stream().map(r -> r.word()).sorted().toList());
    fields.put("recovery_codes_box", request.codes().box().orElse(null));
    fields.put("coc_agreed", request.agrees().orElse(null));
    fields.put("acknowledged", request.waits().orElse(null));
    fields.put("addresses", request.addresses());
    fields.put("projects", request.projects());
    fields.put("secrets", triaged.secrets().stream().map(s -> s.word()).sorted().toList());
    return fields;
  }

  /** The verbs a staff member's mail would be read as. */
  static List<String> commands(CommandReading reading) {
    return reading.commands().stream()
        .map(StaffCommand::verb)
        .map(StaffCommand.Verb::word)
        .toList();
  }

  private static List<String> why(TriagedMail triaged) {
    List<String> why = new ArrayList<>(triaged.kind().why());
    why.addAll(triaged.reply().why());
    why.addAll(triaged.request().why());
    why.addAll(triaged.intent().why());
    return why;
  }
}
