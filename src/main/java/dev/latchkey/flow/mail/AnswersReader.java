package dev.latchkey.flow.mail;

import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.request.GivenAnswers;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.Said;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes answers of the form out of what a mail says; cut to what the desk keeps. */
final class AnswersReader {
  /** An account may be named by a mail address. */
  private static final int NAME = 254;

  private static final int DETAILS = 20_000;
  private static final int ITEMS = 20;

  private AnswersReader() {}

  /** What a mail says by itself, whatever was asked. */
  static Answers of(RequestReading request) {
    RecoveryCodes codes =
        request.recoveryCodes().said() ? request.recoveryCodes() : codes(request.said());
    return new Answers(
        request.username().map(name -> SafeText.cut(name, NAME)),
        request.index().map(name -> SafeText.cut(name, NAME)),
        reasons(request.reasons(), codes),
        codes,
        agreement(request.codeOfConduct(), request.said().contains(Said.AGREES)),
        agreement(request.acknowledged(), request.said().contains(Said.CAN_WAIT)),
        few(request.addresses()),
        few(request.projects()),
        SafeText.cut(request.details(), DETAILS));
  }

  /** The same, where what answers a question of ours counts more than what a sentence says. */
  static Answers of(RequestReading request, GivenAnswers given) {
    Answers said = of(request);
    return new Answers(
        given.name().map(name -> SafeText.cut(name, NAME)).or(said::accountName),
        said.index(),
        reasons(said.reasons(), given.reasons()),
        given.codes().said() ? given.codes() : said.recoveryCodes(),
        given.conduct().or(said::codeOfConduct),
        given.waits().or(said::acknowledged),
        said.addresses(),
        said.projects(),
        said.details());
  }

  /** Codes that were never made are not lost. */
  private static Set<Reason> reasons(Set<Reason> said, RecoveryCodes codes) {
    return codes == RecoveryCodes.NEVER_MADE
        ? said.stream()
            .filter(reason -> reason != Reason.LOST_RECOVERY_CODES)
            .collect(Collectors.toUnmodifiableSet())
        : said;
  }

  /** That there is another reason says nothing beside one that has a name. */
  private static Set<Reason> reasons(Set<Reason> said, Set<Reason> given) {
    Set<Reason> all = EnumSet.noneOf(Reason.class);
    all.addAll(said);
    all.addAll(given);
    if (all.size() > 1) {
      all.remove(Reason.OTHER);
    }
    return all;
  }

  private static Optional<Boolean> agreement(Optional<Boolean> box, boolean said) {
    return said && !box.orElse(false) ? Optional.of(true) : box;
  }

  private static RecoveryCodes codes(Set<Said> said) {
    if (said.contains(Said.CODES_NEVER_MADE)) {
      return RecoveryCodes.NEVER_MADE;
    }
    if (said.contains(Said.CODES_LOST)) {
      return RecoveryCodes.LOST;
    }
    if (said.contains(Said.CODES_NONE)) {
      return RecoveryCodes.NONE;
    }
    return said.contains(Said.CODES_HAVE) ? RecoveryCodes.HAVE : RecoveryCodes.UNSAID;
  }

  /** No answer at all, for a mail whose body was not read. */
  static Answers none() {
    return new Answers(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        RecoveryCodes.UNSAID,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "");
  }

  private static List<String> few(List<String> items) {
    return items.stream()
        .map(item -> SafeText.cut(SafeText.line(item), NAME))
        .filter(item -> !item.isBlank())
        .limit(ITEMS)
        .toList();
  }
}
