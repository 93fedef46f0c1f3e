package dev.latchkey;

import dev.latchkey.config.Later;
import dev.latchkey.config.ReadingFile;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.loop.AnsweredLetters;
import dev.latchkey.flow.loop.MailReading;
import dev.latchkey.flow.loop.StaffSignatures;
import dev.latchkey.parse.MailParser;
import dev.latchkey.proof.CannotLookException;
import dev.latchkey.store.Outbox;
import dev.latchkey.triage.TriageReader;
import dev.latchkey.triage.command.CodeReader;
import dev.latchkey.triage.command.CommandReader;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.kind.KindReader;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.owner.ConcernReader;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.reply.ReplyTrimmer;
import dev.latchkey.triage.request.AnswerReader;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.secret.SecretRedactor;
import dev.latchkey.triage.words.LanguageReader;
import dev.latchkey.trust.dkim.DkimCheck;
import dev.latchkey.trust.dkim.KeysAwayException;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.ReplyAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The part of the {@link Wiring} that reads: from octets to what a mail says and who sent it. */
@NullMarked
final class ReadingWiring {
  /** How long an answer of a resolver may take. */
  private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);

  private final Settings settings;
  private final Desk.Outside outside;
  private final Outbox outbox;
  private final MessageIds messageIds;
  private final ReplyAddress replies;

  ReadingWiring(
      Settings settings,
      Desk.Outside outside,
      Outbox outbox,
      MessageIds messageIds,
      ReplyAddress replies) {
    this.settings = settings;
    this.outside = outside;
    this.outbox = outbox;
    this.messageIds = messageIds;
    this.replies = replies;
  }

  /** The whole way of a mail that came to this desk. */
  MailReading reading() {
    KindReader kinds =
        new KindReader(
            Set.of(settings.desk().address()),
            id -> messageIds.outboxIdIn(id).isPresent(),
            settings.ways()::passedOn);
    return new MailReading(
        new MailParser(),
        Later.from(() -> triage(settings.reading(), kinds, settings.banners()))::get,
        settings.authentication().reader(),
        settings.ways(),
        replies,
        outside.directory(),
        new AnsweredLetters(
            outbox, messageIds, replies, body -> settings.templates().numberedIn(body)),
        new StaffSignatures(
            settings.staff(),
            settings.authentication().coverContent(),
            settings.authentication().verifyDkim()
                ? Optional.of(new DkimCheck(this::keyTexts))
                : Optional.empty(),
            outside.clock()),
        outside.scanner());
  }

  private List<String> keyTexts(String name) throws KeysAwayException {
    try {
      return outside.names().texts(name, KEY_PATIENCE).lines();
    } catch (CannotLookException e) {
      throw new KeysAwayException(name, e);
    }
  }

  /** The readers of a parsed mail that was sent to no desk in particular. */
  static TriageReader triage() {
    return triage(ReadingFile.standard(), new KindReader(), List.of());
  }

  /** Reads what is read when the first mail is. */
  static void prepare(Settings settings) {
    triage(settings.reading(), new KindReader(), settings.banners());
  }

  /** The models that ship, which are large, and the same for every desk of a process. */
  static final class Learned {
    static final OpinionReader OPINIONS =
        OpinionReader.standard(ReadingFile.standard().scorer(), ReadingFile.standard().topics());
    static final LineReader LINES =
        LineReader.standard(ReadingFile.standard().scorer(), ReadingFile.standard().topics());
  }

  /**
   * Those of the words that ship: the same for every desk of a process, and before and after a
   * reload.
   */
  private static final class Standard {
    static final FormReaders READERS = new FormReaders(ReadingFile.standard());
  }

  /** What reads by the words of a form. */
  private record FormReaders(
      RequestReader requests, ConcernReader concerns, IntentReader intents, AnswerReader answers) {
    FormReaders(RequestForm form) {
      this(
          new RequestReader(form),
          new ConcernReader(form),
          new IntentReader(form),
          new AnswerReader(form, Learned.LINES));
    }

    static FormReaders of(RequestForm form) {
      return form.equals(ReadingFile.standard()) ? Standard.READERS : new FormReaders(form);
    }
  }

  private static TriageReader triage(RequestForm form, KindReader kinds, List<String> banners) {
    FormReaders readers = FormReaders.of(form);
    return new TriageReader(
        kinds,
        new ReplyTrimmer(banners),
        new SecretRedactor(),
        readers.requests(),
        readers.concerns(),
        readers.intents(),
        new CommandReader(),
        new CodeReader(),
        new LanguageReader(),
        new OwnerAnswerReader(),
        Learned.OPINIONS,
        Learned.LINES,
        readers.answers());
  }
}
