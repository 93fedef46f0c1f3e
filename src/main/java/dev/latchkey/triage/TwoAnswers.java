package dev.latchkey.triage;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.CodesDoubtReader;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.request.PlainConsent;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.SpareCodesReader;
import dev.latchkey.triage.request.ToldReasonsReader;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one reading of two of what a first mail answers before it is asked: recovery codes, code of
 * conduct, acknowledgement.
 */
final class TwoAnswers {
  /** A word of agreeing, or a refusal, that the models hear. */
  private static final double HEARD = 0.33;

  /** What they hear of recovery codes. */
  private static final double OF_CODES = 0.4;

  /** Of a yes and a no that are closer to one another nobody can tell which it is. */
  private static final double APART = 0.1;

  /** In fewer words nothing is said by the way. */
  private static final int SENTENCE = 4;

  /** What is read so likely is sure. */
  private static final double SURE = 0.8;

  /** What says that it is about something else, or next to nothing, must be so likely. */
  private static final double NEARLY = 0.9;

  /** What may be said of recovery codes, and of no other. */
  private static final Set<Said> OF_SAVED =
      EnumSet.of(Said.CODES_HAVE, Said.CODES_LOST, Said.CODES_NONE, Said.CODES_NEVER_MADE);

  private TwoAnswers() {}

  /**
   * What it says of them.
   *
   * @param codes recovery codes were typed into it
   * @param reasons what happened, as it is told its writer: who reads that their recovery codes are
   *     lost is not asked whether they have any
   */
  static Set<Said> of(RequestReading rules, Opinion opinion, boolean codes, Set<Reason> reasons) {
    Set<Said> said = new LinkedHashSet<>(rules.said());
    String details = rules.details();
    Optional<Said> spare = SpareCodesReader.in(details);
    boolean kept = spare.filter(Said.CODES_HAVE::equals).isPresent();
    boolean factor = spare.isPresent() && ToldReasonsReader.someFactorCodes(details);
    // "I have them in a notebook, and none is accepted" denies no codes.
    boolean refused = kept && SpareCodesReader.refused(details);
    if (codes || refused) {
      said.remove(Said.CODES_NONE);
    }
    if (refused) {
      said.removeAll(Set.of(Said.CODES_LOST, Said.CODES_NEVER_MADE));
    }
    Optional<Said> gone = spare.filter(found -> found != Said.CODES_HAVE);
    if (!codes && gone.isPresent() && said.remove(Said.CODES_HAVE)) {
      // "Thieves have taken the folder with my codes": who has what else stands beside them.
      said.add(gone.get());
    }
    if (kept && factor) {
      // "No codes from the app any more; the recovery codes are in my safe."
      said.remove(Said.CODES_NONE);
    }
    boolean ofDevice = !codes && ToldReasonsReader.onlyFactorCodes(details);
    if (ofDevice) {
      // "My codes app died" tells of no recovery codes.
      said.removeAll(OF_SAVED);
    }
    if (!codes
        && !ofDevice
        && !rules.recoveryCodes().said()
        && OF_SAVED.stream().noneMatch(said::contains)) {
      boolean ofApp = isOfTheApp(details);
      spareCodes(spare, refused || factor || ofApp, opinion)
          .filter(heard -> heard != Said.CODES_NONE || !ofApp)
          .or(
              () ->
                  reasons.contains(Reason.LOST_RECOVERY_CODES)
                      ? Optional.of(Said.CODES_LOST)
                      : Optional.empty())
          .ifPresent(said::add);
    }
    if (said.contains(Said.CODES_NONE) || said.contains(Said.CODES_HAVE)) {
      CodesDoubtReader.inProse(details).filter(better -> !codes && !refused).ifPresent(said::add);
    }
    // The rules stand in forms; a refusal that they plainly contradict is the no of something else.
    boolean form = rules.codeOfConduct().isPresent() || rules.acknowledged().isPresent();
    double heard = form ? NEARLY : HEARD;
    if (rules.codeOfConduct().isEmpty()) {
      likelier(opinion, heard, "coc=yes", Said.AGREES, "coc=no", Said.DISAGREES)
          .filter(
              answer -> answer == Said.AGREES || !PlainConsent.in(details).contains(Said.AGREES))
          .ifPresent(answer -> consent(said, answer));
    }
    if (rules.acknowledged().isEmpty() && !said.contains(Said.CANNOT_WAIT)) {
      likelier(opinion, heard, "ack=yes", Said.CAN_WAIT, "ack=no", Said.CANNOT_WAIT)
          .filter(
              answer ->
                  answer == Said.CAN_WAIT || !PlainConsent.in(details).contains(Said.CAN_WAIT))
          .ifPresent(answer -> consent(said, answer));
    }
    return said;
  }

  /** Whether it speaks of what the app had or shows, and of no recovery codes. */
  private static boolean isOfTheApp(String details) {
    return CodesDoubtReader.ofBackup(details) || CodesDoubtReader.ofShown(details);
  }

  /**
   * What is said of recovery codes by other names, unless the models surely hear the contrary, who
   * take codes that are refused for none; else what they hear.
   *
   * @param toldApart they are refused, or codes of a telephone stand beside them, which may be gone
   */
  private static Optional<Said> spareCodes(
      Optional<Said> spare, boolean toldApart, Opinion opinion) {
    return spare
        .filter(
            told ->
                toldApart
                    || opinion.asked().of(told == Said.CODES_HAVE ? "codes=none" : "codes=have")
                        < SURE)
        .or(
            () ->
                likelier(
                    opinion,
                    OF_CODES,
                    "codes=have",
                    Said.CODES_HAVE,
                    "codes=none",
                    Said.CODES_NONE));
  }

  /** What the models hear; a refusal goes before what the rules take for consent. */
  private static void consent(Set<Said> said, Said heard) {
    if (heard == Said.DISAGREES) {
      said.remove(Said.AGREES);
    } else if (heard == Said.CANNOT_WAIT) {
      said.remove(Said.CAN_WAIT);
    }
    said.add(heard);
  }

  /** The likelier of two answers, where it is likely enough that one of them was given. */
  private static Optional<Said> likelier(
      Opinion opinion, double enough, String one, Said first, String other, Said second) {
    double likely = opinion.asked().of(one);
    double unlike = opinion.asked().of(other);
    return opinion.words() < SENTENCE
            || Math.max(likely, unlike) < enough
            || Math.abs(likely - unlike) < APART
        ? Optional.empty()
        : Optional.of(likely >= unlike ? first : second);
  }
}
