package dev.latchkey.triage;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.command.CodeReader;
import dev.latchkey.triage.command.CommandReader;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.kind.KindReader;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.owner.ConcernReader;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.reply.ReplyTrimmer;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.secret.SecretRedactor;
import dev.latchkey.triage.words.LanguageReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** Every reader of a mail by itself, to measure what it costs. */
public final class EachReader {
  private static final String WRITER = "Mira Holt";

  private final Map<String, IntSupplier> all = new LinkedHashMap<>();

  /**
   * Readers of one mail.
   *
   * @param mail as parsed
   * @param body its text
   */
  public EachReader(InboundMail mail, String subject, BodyText body) {
    RequestForm form = ReadingFile.standard();
    ReplyTrimmer trimmer = new ReplyTrimmer(List.of());
    TrimmedReply reply = trimmer.trim(body, WRITER, List.of());
    String written = reply.generous();
    KindReader kinds = new KindReader();
    all.put("kind", () -> kinds.read(mail).why().size());
    all.put("reply", () -> trimmer.trim(body, WRITER, List.of()).lines().size());
    all.put("secrets", () -> SecretRedactor.find(written).size());
    RequestReader requests = new RequestReader(form);
    all.put("request", () -> requests.read(subject, written).why().size());
    ConcernReader concerns = new ConcernReader(form);
    all.put("concern", () -> concerns.read(subject, written).why().size());
    IntentReader intents = new IntentReader(form);
    all.put("intent", () -> intents.read(written).why().size());
    OwnerAnswerReader owners = new OwnerAnswerReader();
    all.put("owner", () -> owners.read(reply, subject).name().length());
    OpinionReader opinions = OpinionReader.standard(form.scorer(), form.topics());
    all.put("models", () -> opinions.read(subject, written).words());
    CommandReader commands = new CommandReader();
    all.put("commands", () -> commands.read(written, "").hashCode());
    CodeReader codes = new CodeReader();
    all.put("codes", () -> codes.read(written).size());
    LanguageReader languages = new LanguageReader();
    all.put("language", () -> languages.read(written).length());
  }

  /** What each finds, as a number, so that nothing of it is optimised away. */
  public Map<String, IntSupplier> all() {
    return all;
  }
}
