package dev.latchkey.cli.page;

import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.TriagedMail;
import dev.latchkey.triage.bounce.Bounce;
import dev.latchkey.triage.command.CommandFault;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.kind.KindReading;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.request.RequestReading;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A mail and what was read in it, laid out for a terminal. */
public final class MailPage {
  private final PrintWriter out;

  public MailPage(PrintWriter out) {
    this.out = out;
  }

  public void print(TriagedMail triaged) {
    mail(triaged);
    kind(triaged.kind());
    text(triaged.reply());
    request(triaged.request());
    heading("Later mail", "");
    field("intent", triaged.intent().intent().word());
    why(triaged.intent().why());
    commands(triaged.commands());
    out.flush();
  }

  private void mail(TriagedMail triaged) {
    InboundMail mail = triaged.mail();
    out.println("Mail");
    field("subject", mail.subject());
    field("from", String.join(", ", mail.from()));
    field("identity", mail.identity().map(Object::toString).orElse("none: From is not plain"));
    field("to", String.join(", ", mail.to()));
    field("attachments", String.join(", ", mail.attachmentNames()));
    field("faults", words(mail.faults()));
    field("hidden text", mail.hiddenText().isBlank() ? "" : "yes, kept apart");
    field("language", triaged.language());
    field("blacked out", words(triaged.secrets()));
  }

  private void kind(KindReading kind) {
    heading("Written by", kind.kind().word().replace('_', ' '));
    field("may be answered", kind.mayAnswer() ? "yes" : "no");
    kind.bounce().ifPresent(this::bounce);
    why(kind.why());
  }

  private void bounce(Bounce bounce) {
    field("not reached", String.join(", ", bounce.recipients()));
    field("status", bounce.status().orElse(""));
    field("came back", bounce.originalMessageId().orElse(""));
  }

  /** Every line with its part: typed, doubtful (not for commands), or quoted. */
  private void text(TrimmedReply reply) {
    heading("Text", "│ typed   ┆ perhaps typed: never a command   > quoted");
    for (TrimmedReply.Line line : reply.lines()) {
      String mark =
          switch (line.part()) {
            case WRITTEN -> "│";
            case ADDED, HOUSE, DOUBTFUL, REPEATED -> "┆";
            case PASTED, QUOTED -> ">";
          };
      out.println("  " + mark + " " + Terminal.harmless(line.text()));
    }
    why(reply.why());
  }

  private void request(RequestReading request) {
    heading("Request", request.recovery() ? "account recovery" : "no account recovery");
    field("account", request.username().orElse(""));
    field("index", request.index().orElse(""));
    field("reasons", words(request.reasons()));
    field("recovery codes", request.recoveryCodes().said() ? request.recoveryCodes().word() : "");
    box("code of conduct", request.codeOfConduct());
    box("acknowledged", request.acknowledged());
    field("addresses", String.join(", ", request.addresses()));
    field("projects", String.join(", ", request.projects()));
    why(request.why());
  }

  private void commands(CommandReading reading) {
    heading("Staff would", "");
    reading.commands().forEach(this::command);
    if (reading instanceof CommandReading.NotUnderstood not) {
      told(not.fault());
    } else if (reading instanceof CommandReading.Lines lines) {
      lines.faults().forEach(this::told);
    }
  }

  private void told(CommandFault fault) {
    field(
        "be told", TemplateCatalog.loadDefault().say(new CommandPhrase.NotUnderstood(fault), "en"));
  }

  private void command(StaffCommand command) {
    field(
        command.verb().word(),
        command.reference().map(reference -> reference + " ").orElse("")
            + command.argument().orElse(""));
    command.text().lines().forEach(line -> field("", line));
  }

  private void heading(String title, String more) {
    out.println();
    out.println(more.isEmpty() ? title : title + ": " + more);
  }

  /** A line for a field; none when it is empty. */
  private void field(String name, String value) {
    if (!value.isBlank()) {
      out.printf("  %-16s %s%n", name, Terminal.harmless(value));
    }
  }

  private void box(String name, Optional<Boolean> ticked) {
    ticked.ifPresent(is -> field(name, is ? "ticked" : "not ticked"));
  }

  private void why(List<String> rules) {
    rules.forEach(rule -> field("because", rule));
  }

  private static String words(Collection<? extends Enum<?>> values) {
    return values.stream()
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
