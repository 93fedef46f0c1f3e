package dev.latchkey.triage;

import dev.latchkey.ticket.Concern;
import dev.latchkey.triage.TwoReadings.Known;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.owner.ApproachReader;
import dev.latchkey.triage.owner.ConcernReading;
import dev.latchkey.triage.owner.DangerReader;
import dev.latchkey.triage.owner.ElsewhereReader;
import dev.latchkey.triage.owner.ForOthersReader;
import dev.latchkey.triage.owner.InsideReader;
import dev.latchkey.triage.owner.OtherWriterReader;
import dev.latchkey.triage.request.LockedOutReader.Says;
import dev.latchkey.triage.request.NobodyKnowsReader;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.WayInReader;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.triage.words.LanguageReader;
import dev.latchkey.triage.words.MailText;
import java.util.EnumSet;
import java.util.Set;

/** What is known of a mail beside what rules and models make of it as a request. */
final class KnownOfMail {
  private final RequestReader requests;
  private final LanguageReader languages;

  KnownOfMail(RequestReader requests, LanguageReader languages) {
    this.requests = requests;
    this.languages = languages;
  }

  /** All that is. */
  Set<Known> of(
      MeaningReader.Words words, RequestReading rules, ConcernReading concern, Opinion opinion) {
    MailText subject = words.subject();
    MailText text = words.text();
    boolean answers = words.answers();
    Set<Known> known = EnumSet.noneOf(Known.class);
    add(known, Known.CODES, words.secrets().contains(SecretKind.RECOVERY_CODE));
    add(known, Known.ANSWERS, answers);
    add(known, Known.ELSE, isElse(subject, text, rules, concern));
    add(known, Known.ASKS, requests.asksWhatToDo(subject, text));
    add(known, Known.UNLEARNED, !rules.labelled() && isUnlearned(text.text()));
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
      boolean nobodyKnows = inside == InsideReader.Says.NOTHING && NobodyKnowsReader.says(text);
      boolean shutOut = inside == InsideReader.Says.SHUT_OUT || nobodyKnows;
      add(known, Known.SHUT_OUT, shutOut);
      add(
          known,
          Known.PLEADS,
          nobodyKnows
              || (shutOut && (known.contains(Known.ASKS) || requests.asksForHelp(subject, text)))
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

  /** Whether it says that it is about something else, or only what it fears. */
  private boolean isElse(
      MailText subject, MailText text, RequestReading rules, ConcernReading concern) {
    boolean fears = concern.concern().filter(Concern.AFRAID::equals).isPresent();
    return requests.isElse(subject, text) || concern.isElse() || (fears && !rules.recovery());
  }
}
