package dev.latchkey.triage;

import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.name.CorrectionReader;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.remark.AllWellReader;
import dev.latchkey.triage.remark.CodesHeldReader;
import dev.latchkey.triage.remark.GivesUpReader;
import dev.latchkey.triage.remark.JoyReader;
import dev.latchkey.triage.remark.NoWishReader;
import dev.latchkey.triage.remark.NothingLeftReader;
import dev.latchkey.triage.remark.PlainEnd;
import dev.latchkey.triage.remark.StillOutReader;
import dev.latchkey.triage.remark.ToldFactReader;
import dev.latchkey.triage.reply.SentLetter;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.PlainConsent;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.SideQuestionReader;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a later mail is about, by rules and models, and whether it surely ends its request. */
final class MeantIntent {
  /** A question of more words may be about something else as well. */
  private static final int FEW = 16;

  /** So many signs are as few, where each is a word. */
  private static final int FEW_SIGNS = 60;

  /** Beside which something else may be said. */
  private static final Set<Intent> NO_NEWS =
      EnumSet.of(Intent.THANKS, Intent.ANSWERS, Intent.OTHER, Intent.DONE);

  /** What the models take for that where something is told. */
  private static final Set<Intent> MISTAKEN =
      EnumSet.of(Intent.THANKS, Intent.DONE, Intent.STATUS, Intent.OTHER);

  /** What a question may be taken for. */
  private static final Set<Intent> ASKS = EnumSet.of(Intent.STATUS, Intent.QUESTION, Intent.OTHER);

  private static final MailText NO_SUBJECT = MailText.of("");

  private final OwnerAnswerReader owners;
  private final RequestReader requests;
  private final IntentReader intents;
  private final OpinionReader opinions;
  private final ClauseWords clauses;
  private final PlainEnd ends = new PlainEnd();

  MeantIntent(
      IntentReader intents,
      OpinionReader opinions,
      ClauseWords clauses,
      OwnerAnswerReader owners,
      RequestReader requests) {
    this.owners = owners;
    this.requests = requests;
    this.intents = intents;
    this.opinions = opinions;
    this.clauses = clauses;
  }

  /**
   * What it is about.
   *
   * @param own all that its writer may have written
   */
  IntentReading read(MeaningReader.Words words, MailText own, RequestReading request) {
    return certain(
        words,
        undenied(intent(words, own, request), own),
        own.or(RedactedText.withoutMarks(words.reply().firm())));
  }

  /**
   * Whoever sends or finds a recovery code, or can wait, is not at the end, whatever the models
   * make of "found"; nor is whoever says yes to all that was asked. What asks the price asks for no
   * news, unless the rules hear that too.
   */
  private IntentReading intent(
      MeaningReader.Words words, MailText written, RequestReading request) {
    Opinion opinion = words.opinion().get();
    IntentReading rules = intents.read(written);
    IntentReading read = TwoIntents.intent(rules, opinion);
    IntentReading both = words.answers() ? clauses.mailbox(read, written, request) : read;
    if ((mayTellOfSuccess(both, rules) && StillOutReader.says(written))
        || (mayTellOfProgress(both, rules) && StillOutReader.isStillAsked(written))) {
      return both.with(Intent.OTHER, false);
    }
    boolean alone = both.over() && !rules.over();
    if (both.over() && isShort(written, opinion) && clauses.sayCannot(written)) {
      return both.with(Intent.CANNOT, false);
    }
    if (alone
        && (request.said().contains(Said.CAN_WAIT)
            || words.secrets().contains(SecretKind.RECOVERY_CODE)
            || CodesHeldReader.foundOne(written.text()))) {
      return rules;
    }
    if (both.over()
        && (alone || !ends.isWell(written.text()))
        && PlainConsent.toAll(written.text())) {
      return rules.with(Intent.ANSWERS, false);
    }
    if (both.intent() == Intent.MORE_TIME
        && rules.intent() != Intent.MORE_TIME
        && requests.asksWhatToDo(NO_SUBJECT, written)) {
      // "The link may come while I am away, what do I do?"
      return both.with(Intent.QUESTION, false);
    }
    if (both.intent() == Intent.STATUS
        && rules.intent() != Intent.STATUS
        && SideQuestionReader.asks(written.text())) {
      return both.with(Intent.QUESTION, false);
    }
    if (ASKS.contains(both.intent()) && SideQuestionReader.asksOfElse(written)) {
      return both.with(Intent.QUESTION, false);
    }
    if (ASKS.contains(both.intent()) && SideQuestionReader.onlyAsksHowItStands(written)) {
      return both.with(Intent.STATUS, both.intent() == Intent.STATUS && both.sure());
    }
    if (both.intent() == Intent.QUESTION && SideQuestionReader.asksToWait(written)) {
      boolean plain = opinion.words() <= FEW && !SideQuestionReader.asks(written.text());
      return both.with(Intent.STATUS, plain);
    }
    IntentReading heard =
        both.wishes().isEmpty() && isPleased(written, opinion) ? both.ofPleased() : both;
    boolean quiet =
        isShort(written, opinion)
            && (NO_NEWS.contains(heard.intent()) || TwoIntents.asksNothing(heard, opinion))
            && heard.wishes().isEmpty();
    if (quiet && (givesUp(heard, written) || mayBeOver(written, rules, opinion, heard))) {
      return heard.with(Intent.RESOLVED, false);
    }
    return heard.intent() == Intent.THANKS && tellsOfDeed(written)
        ? heard.with(Intent.DONE, false)
        : told(heard, written, opinion);
  }

  /**
   * "A false alarm on their side, it is not from me" is no end, unless all that it denies is that
   * its writer asked: that ends what was asked in their name.
   */
  private IntentReading undenied(IntentReading read, MailText written) {
    return read.over()
            && owners.deniesAsking(written.text())
            && !owners.deniesBeingTheWriter(written.text())
        ? read.with(Intent.OTHER, false)
        : read;
  }

  /** Whether what stands beside the thanks tells what its writer did, which is more than thanks. */
  private boolean tellsOfDeed(MailText written) {
    return clauses
        .besideThanks(written)
        .filter(news -> !QuestionMark.isIn(news.text()))
        .filter(news -> TwoIntents.deed(intents.read(news), opinions.read(NO_SUBJECT, news)))
        .isPresent();
  }

  /** Whether that it is over is read, or that it asks how it stands, which no rule hears. */
  private static boolean mayTellOfSuccess(IntentReading both, IntentReading rules) {
    return both.over()
        || (both.intent() == Intent.STATUS && rules.intent() != Intent.STATUS && !both.sure());
  }

  /** Whether that is read, or a deed of which no rule heard. */
  private static boolean mayTellOfProgress(IntentReading both, IntentReading rules) {
    return mayTellOfSuccess(both, rules)
        || (both.intent() == Intent.DONE && rules.intent() != Intent.DONE);
  }

  /**
   * The same of what tells us something that the models know from owners, or for a deed: a fact
   * about an account, another name for it; and of what tells that nothing is left to show.
   */
  private IntentReading told(IntentReading heard, MailText written, Opinion opinion) {
    Intent intent = heard.intent();
    if ((MISTAKEN.contains(intent) && ToldFactReader.says(written))
        || ((intent == Intent.OTHER || (intent == Intent.DONE && !heard.sure()))
            && (CorrectionReader.says(written.text())
                || PlainConsent.isNothingElse(written.text())))
        || (MISTAKEN.contains(intent) && !heard.sure() && PlainConsent.toAll(written.text()))) {
      return heard.with(Intent.ANSWERS, false);
    }
    boolean unsure = intent == Intent.OTHER || (intent == Intent.ANSWERS && !heard.sure());
    if ((unsure && NothingLeftReader.says(written))
        || (intent == Intent.ANSWERS && !heard.sure() && clauses.sayCannot(written))) {
      return heard.with(Intent.CANNOT, false);
    }
    // Who plainly denies that they asked says nothing else.
    Intent beside =
        intent == Intent.OTHER && !owners.deniesBeingTheWriter(written.text())
            ? TwoIntents.besideOwners(opinion)
            : intent;
    return beside == intent ? heard : heard.with(beside, false);
  }

  /** Whether it holds nothing but kind words, as the models hear them or a list knows them. */
  private boolean isPleased(MailText written, Opinion opinion) {
    return (TwoIntents.pleased(opinion) && clauses.areKind(written))
        || JoyReader.isJoy(written.text());
  }

  /** Whether it gives the request up, beside its thanks if it thanks. */
  private boolean givesUp(IntentReading heard, MailText written) {
    return GivesUpReader.says(written)
        || (heard.intent() == Intent.THANKS
            && clauses.besideThanks(written).filter(GivesUpReader::says).isPresent());
  }

  private boolean mayBeOver(
      MailText written, IntentReading rules, Opinion opinion, IntentReading heard) {
    return TwoIntents.mayBeEnd(opinion)
        && saysOver(
            written, rules, heard.intent() == Intent.DONE || TwoIntents.mayBeOwners(opinion));
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
    if (AllWellReader.says(said)
        || AllWellReader.says(written)
        || (!wholly && AllWellReader.mostlySays(said))) {
      return true;
    }
    return news.isPresent()
        && ends.isPlain(said.text())
        && !QuestionMark.isIn(said.text())
        && TwoIntents.intent(rules, opinions.read(NO_SUBJECT, said)).over();
  }

  /**
   * What may be a quote, or a program's line below one, ends nothing; nor does a text in which
   * anything speaks against it. Who writes nothing but the words that our letters offer is heard,
   * who answers the letter that asks whether it is over with nothing but a yes, or the one that
   * asks whether it is still wanted with nothing but a no, and who says that they want no account
   * back, and nothing else of us.
   */
  private IntentReading certain(MeaningReader.Words words, IntentReading read, MailText firm) {
    TrimmedReply reply = words.reply();
    String writer = words.writer();
    List<SentLetter> letters = words.letters();
    SentLetter.Asks asked = letters.isEmpty() ? SentLetter.Asks.NOTHING : letters.get(0).asks();
    if (ends.isOrder(reply.strict(), reply.firm(), writer, read.over())
        || (asked == SentLetter.Asks.WHETHER_OVER && ends.isYes(reply.strict(), writer))
        || (asked == SentLetter.Asks.WHETHER_WANTED && ends.isNo(reply.strict(), writer))
        || ends.isBackIn(reply.strict(), writer)) {
      return read.with(Intent.RESOLVED, true);
    }
    if (NoWishReader.says(firm)) {
      return read.with(Intent.RESOLVED, !NoWishReader.wantsElse(firm));
    }
    boolean end = read.over() && read.sure();
    return end && !(intents.read(firm).over() && ends.isPlain(reply.strict()))
        ? read.with(read.intent(), false)
        : read;
  }
}
