package dev.latchkey.triage;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.TwoReadings.Known;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.mark.SubjectPrefixes;
import dev.latchkey.triage.owner.ApproachReader;
import dev.latchkey.triage.owner.AsideReader;
import dev.latchkey.triage.owner.ConcernReader;
import dev.latchkey.triage.owner.ConcernReading;
import dev.latchkey.triage.owner.DangerReader;
import dev.latchkey.triage.owner.ElsewhereReader;
import dev.latchkey.triage.owner.ForOthersReader;
import dev.latchkey.triage.owner.InsideReader;
import dev.latchkey.triage.owner.MishapReader;
import dev.latchkey.triage.owner.OtherWriterReader;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.remark.AllWellReader;
import dev.latchkey.triage.remark.CodesHeldReader;
import dev.latchkey.triage.remark.HasItAllReader;
import dev.latchkey.triage.remark.MailboxGoneReader;
import dev.latchkey.triage.remark.NoHurryReader;
import dev.latchkey.triage.remark.NoWishReader;
import dev.latchkey.triage.remark.PlainEnd;
import dev.latchkey.triage.reply.SentLetter;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.request.AnswerReader;
import dev.latchkey.triage.request.ForgottenInMail;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.LockedOutReader.Says;
import dev.latchkey.triage.request.NobodyKnowsReader;
import dev.latchkey.triage.request.PlainConsent;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.SideQuestionReader;
import dev.latchkey.triage.request.WayInReader;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.triage.words.LanguageReader;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the words of a mail mean: the request, the concern, the intent, and what they would
 * mean from an owner. Where rules and models differ it weighs both.
 */
final class MeaningReader {
  /** A question of more words may be about something else as well. */
  private static final int FEW = 16;

  /** So many signs are as few, where each is a word. */
  private static final int FEW_SIGNS = 60;

  /** Beside which something else may be said. */
  private static final Set<Intent> NO_NEWS =
      EnumSet.of(Intent.THANKS, Intent.ANSWERS, Intent.OTHER, Intent.DONE);

  private static final MailText NO_SUBJECT = MailText.of("");

  private final RequestReader requests;
  private final ConcernReader concerns;
  private final IntentReader intents;
  private final OwnerAnswerReader owners;
  private final OpinionReader opinions;
  private final LanguageReader languages;
  private final ClauseWords clauses;
  private final OwnAnswers ownForms;
  private final PlainEnd ends = new PlainEnd();

  MeaningReader(
      RequestReader requests,
      ConcernReader concerns,
      IntentReader intents,
      OwnerAnswerReader owners,
      OpinionReader opinions,
      LanguageReader languages,
      LineReader lines,
      AnswerReader answers) {
    this.requests = requests;
    this.concerns = concerns;
    this.intents = intents;
    this.owners = owners;
    this.opinions = opinions;
    this.languages = languages;
    this.clauses = new ClauseWords(lines, opinions, intents);
    this.ownForms = new OwnAnswers(lines, answers);
  }

  /**
   * What is read for its meaning: no secret is in it.
   *
   * @param subject as it stands
   * @param title as much of the subject as its writer set over the mail
   * @param text what the request is read from
   * @param answers whether it answers some mail
   * @param opinion of the models, which cannot tell what was forgotten
   */
  record Words(
      TrimmedReply reply,
      MailText subject,
      MailText title,
      String readable,
      MailText text,
      boolean answers,
      Set<SecretKind> secrets,
      String writer,
      List<SentLetter> letters,
      Deferred<Opinion> opinion) {
    String written() {
      return reply.generous();
    }
  }

  /**
   * The words of a mail.
   *
   * @param mail without its secrets, and so is its split text
   * @param writer the name in its From
   */
  Words words(
      InboundMail mail,
      TrimmedReply reply,
      Set<SecretKind> secrets,
      String writer,
      List<SentLetter> letters) {
    boolean answers =
        mail.field("In-Reply-To").isPresent()
            || mail.field("References").isPresent()
            || !reply.quoted().isBlank();
    MailText subject = MailText.of(mail.subject());
    // A reference in the subject of an answer says that we wrote it, and its writer nothing.
    boolean ours = answers && Reference.allIn(subject.text()).findAny().isPresent();
    // "Re: Fw:" in front of a first mail answers nothing, as "Re:" alone may.
    MailText title =
        ours
            ? NO_SUBJECT
            : answers ? subject : MailText.of(SubjectPrefixes.withoutForwards(subject.text()));
    String readable = RedactedText.withoutMarks(requests.readable(reply));
    MailText text = MailText.of(readable);
    return new Words(
        reply,
        subject,
        title,
        readable,
        text,
        answers,
        secrets,
        writer,
        letters,
        new Deferred<>(
            () ->
                opinions
                    .read(title, ForgottenInMail.without(text))
                    .without(requests.noNames(subject, text))));
  }

  /** What they mean. */
  Meaning read(Words words) {
    MailText subject = words.subject();
    MailText text = words.text();
    MailText own = text.or(RedactedText.withoutMarks(words.written()));
    boolean answers = words.answers();
    Opinion opinion = words.opinion().get();
    RequestReading rules = requests.read(subject, text);
    ConcernReading concern = concerns.read(subject, own, words.written());
    RequestReading read =
        ownForms.completed(
            clauses.factor(
                TwoReadings.request(
                        rules, opinion, known(subject, text, rules, concern, words, opinion))
                    .without(notAgreed(text, rules, answers))
                    .saying(requests.plainlyAgreed(text)),
                text),
            words.reply());
    RequestReading request =
        answers
            ? PossibleNames.decided(text.text(), read)
            : MailboxGoneReader.ofAddress(text.text())
                ? read.because(Reason.LOST_EMAIL_ACCESS)
                : read;
    return new Meaning(
        request,
        answers ? PossibleNames.NONE : PossibleNames.of(words.readable(), rules, request, opinion),
        concern(request, concern),
        certain(
            intent(own, opinion, request, words.secrets(), answers),
            words.reply(),
            own.or(RedactedText.withoutMarks(words.reply().firm())),
            words.writer(),
            words.letters()));
  }

  /** What the rules alone hear in them as an owner's answer. */
  OwnerAnswer ruledAsOwner(Words words) {
    return owners.read(words.reply(), words.subject().text());
  }

  /** What they would mean from an owner of the account, to rules and models. */
  OwnerAnswer asOwner(Words words, OwnerAnswer ruled) {
    return TwoIntents.owner(
        ruled,
        opinionAsOwner(words),
        new TwoIntents.Hints(
            HasItAllReader.says(words.reply().strict()),
            AsideReader.says(words.text().text()) || owners.asksToGoOn(words.reply().strict()),
            owners.claims(words.reply().strict())));
  }

  /** What the models make of it as an owner's, without what denies nothing of the request. */
  private Opinion opinionAsOwner(Words words) {
    String rest = MishapReader.without(AsideReader.without(words.text().text()));
    if (!rest.equals(words.text().text())) {
      return opinions.read(words.subject(), MailText.of(rest));
    }
    return words.title().text().equals(words.subject().text())
        ? words.opinion().get()
        : opinions.read(words.subject(), words.text());
  }

  private Set<Known> known(
      MailText subject,
      MailText text,
      RequestReading rules,
      ConcernReading concern,
      Words words,
      Opinion opinion) {
    boolean answers = words.answers();
    Set<Known> known = EnumSet.noneOf(Known.class);
    add(known, Known.CODES, words.secrets().contains(SecretKind.RECOVERY_CODE));
    add(known, Known.ANSWERS, answers);
    add(known, Known.ELSE, isElse(subject, text, rules, concern));
    add(known, Known.ASKS, requests.asksWhatToDo(subject, text));
    add(known, Known.UNLEARNED, isUnlearned(text.text()));
    Says lockedOut = requests.lockedOut(subject, text);
    add(known, Known.LOCKED_OUT, lockedOut == Says.LOCKED_OUT);
    add(known, Known.IN_AGAIN, lockedOut == Says.OVER);
    add(
        known,
        Known.WARNS,
        !answers
            && (warnsOfAnother(text, rules, concern)
                || (!rules.recovery() && ApproachReader.fakeMail(text))
                || DangerReader.refusesRecovery(text)));
    if (!answers) {
      InsideReader.Says inside = InsideReader.read(subject, text);
      add(known, Known.INSIDE, inside == InsideReader.Says.INSIDE);
      boolean shutOut =
          inside == InsideReader.Says.SHUT_OUT
              || (inside == InsideReader.Says.NOTHING && NobodyKnowsReader.says(text));
      add(known, Known.SHUT_OUT, shutOut);
      add(
          known,
          Known.PLEADS,
          (shutOut && (known.contains(Known.ASKS) || requests.asksForHelp(subject, text)))
              || (inside == InsideReader.Says.NOTHING
                  && WayInReader.asks(text)
                  && TwoReasons.keepsOut(rules, opinion)));
      add(known, Known.FOR_OTHERS, isForOthers(subject, text));
      add(known, Known.ELSEWHERE, ElsewhereReader.says(subject, text));
    }
    return known;
  }

  private boolean isUnlearned(String text) {
    return languages
        .plainly(text)
        .filter(language -> !OpinionReader.LANGUAGES.contains(language))
        .isPresent();
  }

  /**
   * Who says that they write in the owner's place asks for them, and does not only speak of them.
   */
  private static boolean isForOthers(MailText subject, MailText text) {
    return ForOthersReader.says(subject, text)
        && OtherWriterReader.read(text.text()) != OtherWriterReader.Writer.ANOTHER;
  }

  /** Of a caller people tell beside a request of their own as well. */
  private static boolean warnsOfAnother(
      MailText text, RequestReading rules, ConcernReading concern) {
    return concern.concern().filter(Concern.APPROACHED::equals).isPresent()
        && (!rules.recovery() || ApproachReader.warns(text));
  }

  private static void add(Set<Known> known, Known one, boolean so) {
    if (so) {
      known.add(one);
    }
  }

  /**
   * What may be a quote, or a program's line below one, ends nothing; nor does a text in which
   * anything speaks against it. Who writes nothing but the words that our letters offer is heard,
   * who answers the letter that asks whether it is over with nothing but a yes, or the one that
   * asks whether it is still wanted with nothing but a no, and who says that they want no account
   * back.
   */
  private IntentReading certain(
      IntentReading read,
      TrimmedReply reply,
      MailText firm,
      String writer,
      List<SentLetter> letters) {
    SentLetter.Asks asked = letters.isEmpty() ? SentLetter.Asks.NOTHING : letters.get(0).asks();
    if (ends.isOrder(reply.strict(), reply.firm(), writer, read.over())
        || (asked == SentLetter.Asks.WHETHER_OVER && ends.isYes(reply.strict(), writer))
        || (asked == SentLetter.Asks.WHETHER_WANTED && ends.isNo(reply.strict(), writer))
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
   * they can wait; nor has who writes without being asked that there is no hurry.
   */
  private Set<Said> notAgreed(MailText text, RequestReading rules, boolean answers) {
    Set<Said> none = new HashSet<>(requests.notAgreed(text));
    if (!answers && NoHurryReader.onlyThat(text)) {
      none.add(Said.CAN_WAIT);
    }
    if (none.contains(Said.AGREES) && !rules.said().contains(Said.CAN_WAIT)) {
      none.add(Said.CAN_WAIT);
    }
    return none;
  }

  /**
   * Whoever sends or finds a recovery code is not at the end, whatever the models make of "found";
   * nor is whoever says yes to all that was asked. What asks the price asks for no news, unless the
   * rules hear that too.
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
    if (both.over() && isShort(written, opinion) && clauses.sayCannot(written)) {
      return both.with(Intent.CANNOT, false);
    }
    if (alone
        && (secrets.contains(SecretKind.RECOVERY_CODE)
            || CodesHeldReader.foundOne(written.text()))) {
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
    if (both.intent() == Intent.QUESTION && SideQuestionReader.asksToWait(written)) {
      boolean plain = opinion.words() <= FEW && !SideQuestionReader.asks(written.text());
      return both.with(Intent.STATUS, plain);
    }
    IntentReading heard =
        both.wishes().isEmpty() && TwoIntents.pleased(opinion) && clauses.areKind(written)
            ? both.ofPleased()
            : both;
    return isShort(written, opinion)
            && NO_NEWS.contains(heard.intent())
            && heard.wishes().isEmpty()
            && TwoIntents.mayBeEnd(opinion)
            && saysOver(
                written, rules, heard.intent() == Intent.DONE || TwoIntents.mayBeOwners(opinion))
        ? heard.with(Intent.RESOLVED, false)
        : heard;
  }

  private static boolean isShort(MailText written, Opinion opinion) {
    return opinion.words() <= FEW || written.text().length() <= FEW_SIGNS;
  }

  /**
   * Whether a short text says, beside its thanks, that it is over: who is pleased thanks as well,
   * and the models hear that first. It is one opinion, and the writer is asked.
   *
   * @param wholly it may mean something else, unless every word says that
   */
  private boolean saysOver(MailText written, IntentReading rules, boolean wholly) {
    Optional<MailText> news = clauses.besideThanks(written);
    MailText said = news.orElse(written);
    if (AllWellReader.says(said) || (!wholly && AllWellReader.mostlySays(said))) {
      return true;
    }
    return news.isPresent()
        && ends.isPlain(said.text())
        && !QuestionMark.isIn(said.text())
        && TwoIntents.intent(rules, opinions.read(NO_SUBJECT, said)).over();
  }

  /** A fear that the words of a request tell counts where they tell of nothing graver. */
  private static ConcernReading concern(RequestReading request, ConcernReading read) {
    return read.concern().isEmpty() && request.said().contains(Said.AFRAID)
        ? new ConcernReading(Optional.of(Concern.AFRAID), read.why())
        : read;
  }
}
