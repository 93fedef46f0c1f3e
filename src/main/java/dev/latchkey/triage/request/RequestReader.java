package dev.latchkey.triage.request;

import com.google.re2j.Pattern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.Question;
import dev.latchkey.triage.reply.TrimmedReply;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a mail asks for out of its words, and weighs what the rules say against the second
 * opinion. What stands in a field or a box of the form is never weighed.
 */
public final class RequestReader {
  /** Facts beside the vocabulary that signs may ask for. */
  public static final List<String> FACTS = RequestRules.FACTS;

  /** Where no reason reaches its bar, the nearest counts if it is not farther below. */
  private static final float NEAREST = -0.5f;

  /** What the rules deny needs a model that is sure of it. */
  private static final float SURE = 0.9f;

  private final RequestRules rules;
  private final Pattern name;

  public RequestReader(RequestForm form) {
    this.rules = new RequestRules(form);
    this.name = Pattern.compile(form.accountName().pattern());
  }

  /**
   * Reads a subject and a mail (secrets removed): its generous reading, and labels it answers.
   *
   * @param opinion on the same mail
   */
  public RequestReading read(String subject, TrimmedReply reply, Opinion opinion) {
    return weigh(rules.read(subject, reply), opinion);
  }

  private RequestReading weigh(RequestRules.Found found, Opinion opinion) {
    List<String> why = new ArrayList<>(found.why());
    boolean recovery = isRecovery(found, opinion);
    boolean boxes =
        found.recoveryCodes().isPresent()
            || found.codeOfConduct().isPresent()
            || found.acknowledged().isPresent();
    boolean chosen = found.form() || (boxes && !found.reasons().isEmpty());
    Set<Reason> reasons = chosen ? found.reasons() : reasons(found, opinion);
    if (recovery != found.recovery() || !reasons.equals(found.reasons())) {
      why.add("request: rules and model differ");
    }
    return new RequestReading(
        recovery,
        username(found, opinion),
        found.index(),
        reasons,
        either(found, found.recoveryCodes(), Question.CODES_NONE, Question.CODES_HELD, opinion),
        either(
            found,
            found.codeOfConduct(),
            Question.CONDUCT_AGREED,
            Question.CONDUCT_REFUSED,
            opinion),
        either(found, found.acknowledged(), Question.TERMS_KNOWN, Question.TERMS_REFUSED, opinion),
        found.addresses(),
        projects(found, opinion),
        found.details(),
        isSure(recovery, reasons, found, opinion),
        why);
  }

  /** The form says it itself, and what the rules deny only a sure model affirms. */
  private static boolean isRecovery(RequestRules.Found found, Opinion opinion) {
    if (found.form()) {
      return found.recovery();
    }
    return opinion.says(Question.RECOVERY, found.recovery())
        && (!found.denied() || opinion.score(Question.RECOVERY) > SURE);
  }

  private static Question question(Reason reason) {
    return Question.valueOf(reason.name());
  }

  private static Set<Reason> reasons(RequestRules.Found found, Opinion opinion) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    Reason nearest = Reason.OTHER;
    for (Reason reason : Reason.values()) {
      boolean said = found.reasons().contains(reason);
      if (reason != Reason.OTHER && opinion.says(question(reason), said)) {
        reasons.add(reason);
      }
      nearest = above(reason, found, opinion) > above(nearest, found, opinion) ? reason : nearest;
    }
    if (reasons.isEmpty() && !found.details().isBlank()) {
      if (above(nearest, found, opinion) > NEAREST) {
        reasons.add(nearest);
      } else {
        reasons.addAll(found.reasons());
      }
    }
    return reasons;
  }

  private static float above(Reason reason, RequestRules.Found found, Opinion opinion) {
    return opinion.above(question(reason), found.reasons().contains(reason));
  }

  /** Whether nobody need be asked: each answer is that of both, or the model has no doubt. */
  private static boolean isSure(
      boolean recovery, Set<Reason> reasons, RequestRules.Found found, Opinion opinion) {
    if (opinion.says(Question.RECOVERY) != recovery
        || (found.recovery() != recovery && !opinion.sure(Question.RECOVERY, !recovery))) {
      return false;
    }
    for (Reason reason : Reason.values()) {
      boolean said = reasons.contains(reason);
      boolean agreed =
          found.reasons().contains(reason) == said && opinion.says(question(reason)) == said;
      if (reason != Reason.OTHER
          && !agreed
          && !opinion.sure(question(reason), found.reasons().contains(reason))) {
        return false;
      }
    }
    return !reasons.isEmpty() && !reasons.contains(Reason.OTHER);
  }

  private Optional<String> username(RequestRules.Found found, Opinion opinion) {
    if (found.nameInField() || found.form()) {
      return found.username();
    }
    Optional<String> best = found.username();
    float most = opinion.bar(Question.ACCOUNT_NAME);
    for (Opinion.Named token : opinion.named(Question.ACCOUNT_NAME)) {
      boolean said = found.username().filter(token.text()::equals).isPresent();
      float score = token.score() + (said ? opinion.bonus(Question.ACCOUNT_NAME) : 0);
      if (score > most && (said || score > 0 || name.matches(token.text()))) {
        most = score;
        best = Optional.of(token.text());
      }
    }
    return best;
  }

  /** What the form says; without one which of two statements the words make, if any. */
  private static Optional<Boolean> either(
      RequestRules.Found found, Optional<Boolean> box, Question yes, Question no, Opinion opinion) {
    if (box.isPresent() || found.form()) {
      return box;
    }
    float most = Math.max(opinion.above(yes, false), opinion.above(no, false));
    return most > 0 ? Optional.of(most == opinion.above(yes, false)) : Optional.empty();
  }

  private static List<String> projects(RequestRules.Found found, Opinion opinion) {
    Set<String> projects = new LinkedHashSet<>(found.projects());
    if (!found.projectsInField()) {
      for (Opinion.Named token : opinion.named(Question.PROJECT)) {
        if (token.score() > opinion.bar(Question.PROJECT)) {
          projects.add(token.text());
        }
      }
    }
    return List.copyOf(projects);
  }
}
