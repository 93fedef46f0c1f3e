package dev.latchkey.triage;

import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.command.CodeReader;
import dev.latchkey.triage.command.CommandReader;
import dev.latchkey.triage.kind.KindReader;
import dev.latchkey.triage.kind.KindReading;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.triage.owner.ConcernReader;
import dev.latchkey.triage.owner.DangerReader;
import dev.latchkey.triage.owner.OtherWriterReader;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.reply.ReplyTrimmer;
import dev.latchkey.triage.reply.SentLetter;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.reply.WhollyQuoted;
import dev.latchkey.triage.request.AnswerReader;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.SideQuestionReader;
import dev.latchkey.triage.secret.SecretRedactor;
import dev.latchkey.triage.words.LanguageReader;
import java.util.List;

/** Reads a whole mail: kind, written and quoted, secrets, request, intent, commands, language. */
public final class TriageReader {
  /** Between two texts, so that no code is read out of both. */
  static final String PARTED = "\n.\n";

  private final KindReader kinds;
  private final ReplyTrimmer trimmer;
  private final SecretRedactor secrets;
  private final MeaningReader meanings;
  private final CommandReader commands;
  private final TypedCodes typedCodes;
  private final LanguageReader languages;

  public TriageReader(
      KindReader kinds,
      ReplyTrimmer trimmer,
      SecretRedactor secrets,
      RequestReader requests,
      ConcernReader concerns,
      IntentReader intents,
      CommandReader commands,
      CodeReader codes,
      LanguageReader languages,
      OwnerAnswerReader owners,
      OpinionReader opinions,
      LineReader lines,
      AnswerReader answers) {
    this.kinds = kinds;
    this.trimmer = trimmer;
    this.secrets = secrets;
    this.meanings =
        new MeaningReader(requests, concerns, intents, owners, opinions, languages, lines, answers);
    this.commands = commands;
    this.typedCodes = new TypedCodes(codes);
    this.languages = languages;
  }

  /**
   * Reads {@code mail}. Kind and commands are read from what was sent, everything else from what is
   * left of it without secrets, and only that is in the answer.
   */
  public TriagedMail read(InboundMail mail) {
    return read(mail, List.of());
  }

  /**
   * Reads the answer to a letter of ours.
   *
   * @param letters that it may quote; each went to the person who answers
   */
  public TriagedMail read(InboundMail mail, List<SentLetter> letters) {
    KindReading kind = kinds.read(mail);
    TrimmedReply reply = split(mail, letters);
    MailRedactor redactor = new MailRedactor(secrets);
    InboundMail cleanMail = redactor.redact(mail);
    TrimmedReply cleanReply = redactor.redact(reply);
    KindReading cleanKind = redactor.redact(kind);
    MeaningReader.Words words =
        meanings.words(cleanMail, cleanReply, redactor.kinds(), writer(mail), letters);
    Deferred<Meaning> meaning = new Deferred<>(() -> meanings.read(words));
    Deferred<OwnerAnswer> ruledAsOwner = new Deferred<>(() -> meanings.ruledAsOwner(words));
    // A program that repeats our letter is told by the code in it, which it did not type.
    boolean known = kind.kind() == MailKind.HUMAN || letters.isEmpty();
    TrimmedReply seen = known ? reply : split(mail);
    TypedCodes.Found codes = typedCodes.all(mail.subject() + PARTED + seen.perhapsTyped());
    return new TriagedMail(
        cleanMail,
        cleanKind.mayBeRequest() && meaning.get().request().recovery()
            ? cleanKind.ofRequest()
            : cleanKind,
        cleanReply,
        meaning,
        ruledAsOwner,
        new Deferred<>(() -> meanings.asOwner(words, ruledAsOwner.get())),
        new Deferred<>(() -> OtherWriterReader.read(cleanReply.strict())),
        new Deferred<>(() -> SideQuestionReader.asks(cleanReply.generous())),
        new Deferred<>(() -> DangerReader.in(cleanReply.generous())),
        new Deferred<>(
            () -> new MailRedactor(secrets).redact(commands.read(reply.strict(), reply.below()))),
        codes.codes(),
        typedCodes.read(codes, reply, mail.subject(), kind.kind(), mail.identity()),
        SavedCodeReader.read(reply, redactor::spans).size(),
        new Deferred<>(() -> languages.read(cleanReply.generous())),
        new Deferred<>(() -> languages.plainly(cleanReply.strict())),
        redactor.kinds());
  }

  /**
   * The recovery codes that the writer of a mail typed into its text, in order; the same for the
   * same mail and letters. Nobody but the account system may see them: they are in no other
   * reading.
   */
  public List<String> savedCodes(InboundMail mail, List<SentLetter> letters) {
    return SavedCodeReader.read(split(mail, letters));
  }

  /** A mail split into written and quoted, with its secrets. */
  public TrimmedReply split(InboundMail mail) {
    return split(mail, List.of());
  }

  private TrimmedReply split(InboundMail mail, List<SentLetter> letters) {
    return letters.isEmpty() && mail.answeredIds().isEmpty() && WhollyQuoted.is(mail.text())
        ? WhollyQuoted.read(trimmer, mail.text(), writer(mail))
        : trimmer.trim(mail.text(), writer(mail), letters);
  }

  /** The name in From, without the address behind it. */
  private static String writer(InboundMail mail) {
    String from = mail.field("From").map(HeaderField::text).orElse("");
    int open = from.lastIndexOf('<');
    return open < 0 ? "" : from.substring(0, open).replace("\"", "").strip();
  }
}
