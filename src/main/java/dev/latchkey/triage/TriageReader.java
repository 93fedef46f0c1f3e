package dev.latchkey.triage;

import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.TwoReadings.Known;
import dev.latchkey.triage.command.CodeReader;
import dev.latchkey.triage.command.CommandReader;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.kind.KindReader;
import dev.latchkey.triage.kind.KindReading;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.triage.reply.ReplyTrimmer;
import dev.latchkey.triage.reply.SentLetter;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.reply.WhollyQuoted;
import dev.latchkey.triage.request.AnswerReader;
import dev.latchkey.triage.request.ConcernReader;
import dev.latchkey.triage.request.ConcernReading;
import dev.latchkey.triage.request.DangerReader;
import dev.latchkey.triage.request.ForgottenInMail;
import dev.latchkey.triage.request.HasItAllReader;
import dev.latchkey.triage.request.Intent;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.LockedOutReader.Says;
import dev.latchkey.triage.request.MailboxGoneReader;
import dev.latchkey.triage.request.MishapReader;
import dev.latchkey.triage.request.NoWishReader;
import dev.latchkey.triage.request.OtherWriterReader;
import dev.latchkey.triage.request.OwnerAnswerReader;
import dev.latchkey.triage.request.PlainConsent;
import dev.latchkey.triage.request.PlainEnd;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.Said;
import dev.latchkey.triage.request.SideQuestionReader;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.triage.secret.SecretRedactor;
import dev.latchkey.triage.words.LanguageReader;
import dev.latchkey.triage.words.MailText;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a whole mail: kind, written and quoted, secrets, request, intent, commands, language. */
public final class TriageReader {
  /** Between two texts, so that no code is read out of both. */
  static final String PARTED = "\n.\n";

  private static final String FORWARDED = "(?:fwd?|wg|tr|rv|enc|转发|転送)\\s*[:：]\\s*";
  private static final String PREFIX =
      "(?:(?:re|aw|res|rép|回复|答复|返信)\\s*[:：]\\s*|" + FORWARDED + ")*";

  /** What programs set before the subject of a mail that is passed on. */
  private static final Pattern PREFIXES =
      Pattern.compile("(?iu)^\\s*" + PREFIX + FORWARDED + PREFIX);

  private static final MailText NO_SUBJECT = MailText.of("");

  private final KindReader kinds;
  private final ReplyTrimmer trimmer;
  private final SecretRedactor secrets;
  private final RequestReader requests;
  private final ConcernReader concerns;
  private final IntentReader intents;
  private final CommandReader commands;
  private final TypedCodes typedCodes;
  private final LanguageReader languages;
  private final OwnerAnswerReader owners;
  private final OpinionReader opinions;
  private final ClauseWords clauses;
  private final OwnAnswers ownForms;
  private final PlainEnd ends = new PlainEnd();

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
    this.requests = requests;
    this.concerns = concerns;
    this.intents = intents;
    this.commands = commands;
    this.typedCodes = new TypedCodes(codes);
    this.languages = languages;
    this.owners = owners;
    this.opinions = opinions;
    this.clauses = new ClauseWords(lines, opinions, intents);
    this.ownForms = new OwnAnswers(lines, answers);
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
    CommandReading typed = commands.read(reply.strict(), reply.below());

    MailRedactor redactor = new MailRedactor(secrets);
    InboundMail cleanMail = redactor.redact(mail);
    TrimmedReply cleanReply = redactor.redact(reply);
    String written = cleanReply.generous();
    String readable = RedactedText.withoutMarks(requests.readable(cleanReply));
    MailText subject = MailText.of(cleanMail.subject());
    MailText text = MailText.of(readable);
    MailText own = text.or(RedactedText.withoutMarks(written));
    boolean answers =
        mail.field("In-Reply-To").isPresent()
            || mail.field("References").isPresent()
            || !cleanReply.quoted().isBlank();
    // A reference in the subject of an answer says that we wrote it, and its writer nothing.
    boolean ours = answers && Reference.allIn(subject.text()).findAny().isPresent();
    MailText title = ours ? NO_SUBJECT : answers ? subject : withoutPrefixes(subject);
    // The models cannot tell what was forgotten.
    Opinion opinion =
        opinions
            .read(title, ForgottenInMail.without(text))
            .without(requests.noNames(subject, text));
    RequestReading rules = requests.read(subject, text);
    ConcernReading concern = concerns.read(subject, own, written);
    RequestReading read =
        ownForms.completed(
            clauses.factor(
                TwoReadings.request(
                        rules,
                        opinion,
                        known(subject, text, rules, concern, redactor.kinds(), answers))
                    .without(notAgreed(text, rules))
                    .saying(requests.plainlyAgreed(text)),
                text),
            cleanReply);
    RequestReading request =
        answers
            ? PossibleNames.decided(text.text(), read)
            : MailboxGoneReader.ofAddress(text.text())
                ? read.because(Reason.LOST_EMAIL_ACCESS)
                : read;
    // A program that repeats our letter is told by the code in it, which it did not type.
    boolean known = kind.kind() == MailKind.HUMAN || letters.isEmpty();
    TrimmedReply seen = known ? reply : split(mail);
    TypedCodes.Found codes = typedCodes.all(mail.subject() + PARTED + seen.perhapsTyped());
    return new TriagedMail(
        cleanMail,
        redactor.redact(request.recovery() ? kind.ofRequest() : kind),
        cleanReply,
        request,
        answers ? PossibleNames.NONE : PossibleNames.of(readable, rules, request, opinion),
        concern(request, concern),
        certain(
            intent(own, opinion, request, redactor.kinds(), answers),
            cleanReply,
            own.or(RedactedText.withoutMarks(cleanReply.firm())),
            writer(mail),
            letters),
        new Deferred<>(
            () ->
                TwoIntents.owner(
                    owners.read(cleanReply, cleanMail.subject()),
                    asOwner(title.equals(subject), opinion, subject, text),
                    HasItAllReader.says(cleanReply.strict()))),
        new Deferred<>(() -> OtherWriterReader.read(cleanReply.strict())),
        new Deferred<>(() -> SideQuestionReader.asks(cleanReply.generous())),
        redactor.redact(typed),
        codes.codes(),
        typedCodes.read(codes, reply, mail.subject(), kind.kind(), mail.identity()),
        SavedCodeReader.read(reply, redactor::spans).size(),
        languages.read(written),
        redactor.kinds());
  }

  /** What the models make of it as an owner's, without what denies nothing but a mishap. */
  private Opinion asOwner(boolean whole, Opinion opinion, MailText subject, MailText text) {
    String rest = MishapReader.without(text.text());
    if (rest.equals(text.text())) {
      return whole ? opinion : opinions.read(subject, text);
    }
    return opinions.read(subject, MailText.of(rest));
  }

  private Set<Known> known(
      MailText subject,
      MailText text,
      RequestReading rules,
      ConcernReading concern,
      Set<SecretKind> secrets,
      boolean answers) {
    Set<Known> known = EnumSet.noneOf(Known.class);
    add(known, Known.CODES, secrets.contains(SecretKind.RECOVERY_CODE));
    add(known, Known.ANSWERS, answers);
    add(known, Known.ELSE, isElse(subject, text, rules, concern));
    add(known, Known.ASKS, requests.asksWhatToDo(subject, text));
    Says lockedOut = requests.lockedOut(subject, text);
    add(known, Known.LOCKED_OUT, lockedOut == Says.LOCKED_OUT);
    add(known, Known.IN_AGAIN, lockedOut == Says.OVER);
    add(
        known,
        Known.WARNS,
        !answers
            && (concern.concern().filter(Concern.APPROACHED::equals).isPresent()
                || DangerReader.refusesRecovery(text)));
    return known;
  }

  private static void add(Set<Known> known, Known one, boolean so) {
    if (so) {
      known.add(one);
    }
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

  /**
   * What may be a quote, or a program's line below one, ends nothing; nor does a text in which
   * anything speaks against it. Who writes nothing but the words that our letters offer is heard,
   * who answers the letter that asks whether it is over with nothing but a yes, and who says that
   * they want no account back.
   */
  private IntentReading certain(
      IntentReading read,
      TrimmedReply reply,
      MailText firm,
      String writer,
      List<SentLetter> letters) {
    boolean asked = !letters.isEmpty() && letters.get(0).asksWhetherOver();
    if (ends.isOrder(reply.strict(), reply.firm(), writer, read.over())
        || (asked && ends.isYes(reply.strict(), writer))
        || ends.isBackIn(reply.strict(), writer)
        || NoWishReader.says(firm)) {
      return read.with(Intent.RESOLVED, true);
    }
    boolean end = read.over() && read.sure();
    return end && !(intents.read(firm).over() && ends.isPlain(reply.strict()))
        ? read.with(read.intent(), false)
        : read;
  }

  /** Whether it says that it is about something else, or only what it fears. */
  private boolean isElse(
      MailText subject, MailText text, RequestReading rules, ConcernReading concern) {
    boolean fears = concern.concern().filter(Concern.AFRAID::equals).isPresent();
    return requests.isElse(subject, text) || concern.isElse() || (fears && !rules.recovery());
  }

  /**
   * What is not agreed to. Whose word of agreeing is in doubt has not said in passing either that
   * they can wait.
   */
  private Set<Said> notAgreed(MailText text, RequestReading rules) {
    Set<Said> none = new HashSet<>(requests.notAgreed(text));
    if (none.contains(Said.AGREES) && !rules.said().contains(Said.CAN_WAIT)) {
      none.add(Said.CAN_WAIT);
    }
    return none;
  }

  /**
   * Whoever sends a recovery code is not at the end, whatever the models make of "found"; nor is
   * whoever says yes to all that was asked. What asks the price asks for no news, unless the rules
   * hear that too.
   */
  private IntentReading intent(
      MailText written,
      Opinion opinion,
      RequestReading request,
      Set<SecretKind> secrets,
      boolean answers) {
    IntentReading rules = intents.read(written);
    IntentReading read = TwoIntents.intent(rules, opinion);
    IntentReading both = answers ? clauses.mailbox(read, written, request) : read;
    boolean alone = both.over() && !rules.over();
    if (alone && secrets.contains(SecretKind.RECOVERY_CODE)) {
      return rules;
    }
    if (both.over()
        && (alone || !ends.isWell(written.text()))
        && PlainConsent.toAll(written.text())) {
      return rules.with(Intent.ANSWERS, false);
    }
    if (both.intent() == Intent.STATUS
        && rules.intent() != Intent.STATUS
        && SideQuestionReader.asks(written.text())) {
      return both.with(Intent.QUESTION, false);
    }
    return both.wishes().isEmpty() && TwoIntents.pleased(opinion) && clauses.areKind(written)
        ? both.ofPleased()
        : both;
  }

  /** A fear that the words of a request tell counts where they tell of nothing graver. */
  private static ConcernReading concern(RequestReading request, ConcernReading read) {
    return read.concern().isEmpty() && request.said().contains(Said.AFRAID)
        ? new ConcernReading(Optional.of(Concern.AFRAID), read.why())
        : read;
  }

  /** The subject of a first mail: "Re: Fw:" in front of it answers nothing, as "Re:" alone may. */
  private static MailText withoutPrefixes(MailText subject) {
    Matcher prefixes = PREFIXES.matcher(subject.text());
    return prefixes.find() ? MailText.of(subject.text().substring(prefixes.end())) : subject;
  }

  /** The name in From, without the address behind it. */
  private static String writer(InboundMail mail) {
    String from = mail.field("From").map(HeaderField::text).orElse("");
    int open = from.lastIndexOf('<');
    return open < 0 ? "" : from.substring(0, open).replace("\"", "").strip();
  }
}
