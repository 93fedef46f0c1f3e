package dev.latchkey.triage;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.mark.SubjectPrefixes;
import dev.latchkey.triage.owner.AsideReader;
import dev.latchkey.triage.owner.ConcernReader;
import dev.latchkey.triage.owner.ConcernReading;
import dev.latchkey.triage.owner.InsideReader;
import dev.latchkey.triage.owner.MishapReader;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.owner.PauseReader;
import dev.latchkey.triage.remark.HasItAllReader;
import dev.latchkey.triage.remark.MailboxGoneReader;
import dev.latchkey.triage.remark.NoHurryReader;
import dev.latchkey.triage.remark.ThanksReader;
import dev.latchkey.triage.reply.SentLetter;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.request.AnswerReader;
import dev.latchkey.triage.request.ConsentTopics;
import dev.latchkey.triage.request.ForgottenInMail;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.triage.words.LanguageReader;
import dev.latchkey.triage.words.MailText;
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
  private static final MailText NO_SUBJECT = MailText.of("");
  private static final ThanksReader THANKS = new ThanksReader();

  /** How much the title of our own letter counts for what its answer means. */
  private static final double OUR_TITLE = 0.6;

  private final RequestReader requests;
  private final ConcernReader concerns;
  private final MeantIntent intents;
  private final OwnerAnswerReader owners;
  private final OpinionReader opinions;
  private final KnownOfMail known;
  private final ClauseWords clauses;
  private final OwnAnswers ownForms;

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
    this.owners = owners;
    this.opinions = opinions;
    this.known = new KnownOfMail(requests, languages);
    this.clauses = new ClauseWords(lines, opinions, intents);
    this.intents = new MeantIntent(intents, opinions, clauses, owners, requests);
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
            || reply.quotes();
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
    RequestReading two =
        TwoReadings.request(rules, opinion, known.of(words, rules, concern, opinion));
    RequestReading read =
        ownForms.completed(
            clauses.factor(
                two.without(ConsentTopics.unnamed(text, two.said(), rules.said()))
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
        intents.read(words, own, request));
  }

  /** What the rules alone hear in them as an owner's answer. */
  OwnerAnswer ruledAsOwner(Words words) {
    return owners.read(words.reply(), words.subject().text());
  }

  /** What they would mean from an owner of the account, to rules and models. */
  OwnerAnswer asOwner(Words words, OwnerAnswer ruled) {
    return TwoIntents.owner(ruled, opinionAsOwner(words), hints(words));
  }

  private Set<TwoIntents.Hint> hints(Words words) {
    String text = words.text().text();
    String strict = words.reply().strict();
    boolean content = HasItAllReader.says(strict) || InsideReader.getsIn(MailText.of(strict));
    AsideReader.Says says = AsideReader.read(text);
    OwnerAnswerReader.Leaning leaning = owners.leaning(strict);
    boolean aside =
        says == AsideReader.Says.ASIDE
            || (says == AsideReader.Says.PUTS_OFF && !content)
            || leaning.goesOn()
            || MailText.of(withoutAsides(text)).words().list().isEmpty()
            || THANKS.nothingNew(words.reply().generous(), List.of());
    Set<TwoIntents.Hint> hints = EnumSet.noneOf(TwoIntents.Hint.class);
    add(hints, TwoIntents.Hint.CONTENT, content);
    add(
        hints,
        TwoIntents.Hint.PLAIN,
        (content && HasItAllReader.plainly(strict)) || owners.refuses(strict));
    add(hints, TwoIntents.Hint.ASIDE, aside);
    add(hints, TwoIntents.Hint.FINE, leaning.fine());
    add(hints, TwoIntents.Hint.CLAIMS, leaning.claims());
    return hints;
  }

  private static void add(Set<TwoIntents.Hint> hints, TwoIntents.Hint hint, boolean seen) {
    if (seen) {
      hints.add(hint);
    }
  }

  /** Without what denies something else, or only a wait. */
  private static String withoutAsides(String text) {
    return PauseReader.withoutImpatience(MishapReader.without(OwnerAnswerReader.point(text)));
  }

  /**
   * What the models make of it as an owner's, without what denies nothing of the request. That it
   * answers our letter, as the letter's title says, makes an objection of much, and counts in part.
   */
  private Opinion opinionAsOwner(Words words) {
    String text = words.text().text();
    String rest = withoutAsides(text);
    boolean titled = words.title().text().equals(words.subject().text());
    MailText point = rest.equals(text) ? words.text() : MailText.of(rest);
    if (titled) {
      return rest.equals(text) ? words.opinion().get() : opinions.read(words.subject(), point);
    }
    return opinions
        .read(words.title(), point)
        .intending(opinions.read(words.subject(), point), OUR_TITLE);
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

  /** A fear that the words of a request tell counts where they tell of nothing graver. */
  private static ConcernReading concern(RequestReading request, ConcernReading read) {
    return read.concern().isEmpty() && request.said().contains(Said.AFRAID)
        ? new ConcernReading(Optional.of(Concern.AFRAID), read.why())
        : read;
  }
}
