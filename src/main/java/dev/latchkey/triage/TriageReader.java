package dev.latchkey.triage;

import dev.latchkey.mail.InboundMail;

/** Reads a whole mail: kind, written and quoted, secrets, request, intent, commands. */
public final class TriageReader {
  private final KindReader kinds;
  private final ReplyTrimmer trimmer;
  private final SecretRedactor secrets;
  private final RequestReader requests;
  private final IntentReader intents;
  private final CommandReader commands;
  private final LanguageReader languages;

  public TriageReader(
      KindReader kinds,
      ReplyTrimmer trimmer,
      SecretRedactor secrets,
      RequestReader requests,
      IntentReader intents,
      CommandReader commands,
      LanguageReader languages) {
    this.kinds = kinds;
    this.trimmer = trimmer;
    this.secrets = secrets;
    this.requests = requests;
    this.intents = intents;
    this.commands = commands;
    this.languages = languages;
  }

  /** Reads {@code mail}. */
  public TriagedMail read(InboundMail mail) {
    TrimmedReply reply = trimmer.trim(mail.text());
    RedactedText written = secrets.redact(reply.generous());
    return new TriagedMail(
        mail,
        kinds.read(mail),
        reply,
        requests.read(mail.subject(), written.text()),
        intents.read(written.text()),
        commands.read(reply.strict()),
        languages.read(written.text()),
        written.kinds());
  }
}
