package dev.latchkey.triage;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.TextLine;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.kind.KindReading;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.triage.secret.SecretRedactor;
import dev.latchkey.triage.secret.SecretSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Blacks the secrets out of everything that one mail says, and remembers which kinds there were.
 *
 * <p>One for each mail. Header fields that only machines write and read (signatures, traces, ids)
 * stay as they are: they are full of random characters, and decisions need them to the letter. The
 * source of HTML parts is dropped, since tags can stand in the middle of a secret; what it shows is
 * in the text.
 */
final class MailRedactor {
  private static final List<String> MACHINE_FIELDS =
      List.of(
          "arc-",
          "authentication-results",
          "content-type",
          "date",
          "dkim-",
          "domainkey-",
          "in-reply-to",
          "message-id",
          "mime-version",
          "received",
          "references",
          "return-path",
          "x-forefront-",
          "x-gm-",
          "x-google-",
          "x-ms-",
          "x-microsoft-",
          "x-sg-");

  private final SecretRedactor redactor;
  private final Set<SecretKind> kinds = EnumSet.noneOf(SecretKind.class);

  /**
   * What was found, by text: a body, the part it comes from and the split text are mostly the same,
   * and so are a field and its source.
   */
  private final Map<String, List<SecretSpan>> found = new HashMap<>();

  MailRedactor(SecretRedactor redactor) {
    this.redactor = redactor;
  }

  /** The kinds found so far. */
  Set<SecretKind> kinds() {
    return Set.copyOf(kinds);
  }

  /** A text without its secrets. */
  String redact(String text) {
    RedactedText redacted = redactor.redact(text, spans(text));
    kinds.addAll(redacted.kinds());
    return redacted.text();
  }

  /**
   * A mail without its secrets: header, text, hidden text, and the texts and names of its parts.
   */
  InboundMail redact(InboundMail mail) {
    return new InboundMail(
        mail.headers().stream().map(this::redact).toList(),
        mail.identity(),
        mail.from(),
        mail.to(),
        redact(mail.text()),
        redact(mail.hiddenText()),
        mail.parts().stream().map(this::redact).toList(),
        mail.faults());
  }

  /**
   * A split text without its secrets; a secret over several lines, or pieces of one, is found as
   * well.
   */
  TrimmedReply redact(TrimmedReply reply) {
    List<TrimmedReply.Line> lines = reply.lines();
    StringBuilder text = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      starts.add(text.length());
      text.append(lines.get(i).text());
      text.append(i + 1 == lines.size() || lines.get(i).goesOn() ? "" : "\n");
    }
    List<SecretSpan> spans = spans(text.toString());
    if (spans.isEmpty()) {
      return reply;
    }
    kinds.addAll(SecretRedactor.kinds(spans));
    List<Optional<String>> clean = SecretRedactor.pieces(text.toString(), spans, starts);
    List<TrimmedReply.Line> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      TrimmedReply.Line line = lines.get(i);
      clean
          .get(i)
          .ifPresent(left -> kept.add(new TrimmedReply.Line(left, line.part(), line.goesOn())));
    }
    return new TrimmedReply(kept, reply.why());
  }

  /** Commands without the secrets in their texts; a code that was typed stays. */
  CommandReading redact(CommandReading reading) {
    return reading.showing(this::redact);
  }

  /** A reading of the kind whose reasons repeat no secret. */
  KindReading redact(KindReading reading) {
    return new KindReading(
        reading.kind(),
        reading.bounce(),
        reading.mayAnswer(),
        reading.certain(),
        reading.why().stream().map(this::redact).toList());
  }

  private BodyText redact(BodyText body) {
    List<TextLine> lines = body.lines();
    String text = body.asString();
    List<SecretSpan> spans = spans(text);
    if (spans.isEmpty()) {
      return body;
    }
    kinds.addAll(SecretRedactor.kinds(spans));
    List<Optional<String>> clean = SecretRedactor.lines(text, spans);
    List<TextLine> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      TextLine.Mark mark = lines.get(i).mark();
      clean.get(i).ifPresent(left -> kept.add(new TextLine(left, mark)));
    }
    return new BodyText(kept);
  }

  /** The secrets of a text; each text is searched once, with or without empty lines below it. */
  List<SecretSpan> spans(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return found.computeIfAbsent(text.substring(0, end), SecretRedactor::find);
  }

  private HeaderField redact(HeaderField field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    if (MACHINE_FIELDS.stream().anyMatch(name::startsWith)) {
      return field;
    }
    String text = redact(field.text());
    if (text.equals(field.text())) {
      // Nobody wrote the signs of an encoded word; what it holds stands in the text.
      return field;
    }
    String raw = redact(field.raw());
    // An encoded word hides a secret from this reader, but not from the next one.
    return new HeaderField(field.name(), raw.equals(field.raw()) ? text : raw, text);
  }

  private MailPart redact(MailPart part) {
    boolean source = part.mediaType().equals("text/html");
    return new MailPart(
        part.mediaType(),
        part.name().map(this::redact),
        part.attachment(),
        part.size(),
        part.locked(),
        source ? "" : redact(part.text().replace("\r\n", "\n")));
  }
}
