package dev.latchkey.flow.reply;

import dev.latchkey.flow.Incoming;
import dev.latchkey.letter.OurCodes;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Danger;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.owner.DangerReader;
import dev.latchkey.triage.request.GivenAnswers;
import dev.latchkey.triage.request.RequestReading;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes answers of the form out of what a mail says; cut to what the desk keeps. */
public final class AnswersReader {
  /** An account may be named by a mail address. */
  private static final int NAME = 254;

  private static final int DETAILS = 20_000;
  private static final int ITEMS = 20;

  private AnswersReader() {}

  /** What a mail says by itself, whatever was asked. */
  public static Answers of(Incoming mail) {
    RequestReading request = mail.triaged().request();
    RecoveryCodes codes =
        mayBeTheThief(mail, request.codes(), request.recoveryCodes().said())
            ? RecoveryCodes.UNSAID
            : request.codes();
    return new Answers(
        request.username().map(name -> SafeText.cut(name, NAME)),
        request.index().map(name -> SafeText.cut(name, NAME)),
        reasons(request.reasons(), codes),
        codes,
        request.agrees(),
        request.waits(),
        few(request.addresses()),
        few(request.projects()),
        SafeText.cut(OurCodes.blackedOut(request.details()), DETAILS));
  }

  /** The same, where what answers a question of ours counts more than what a sentence says. */
  public static Answers of(Incoming mail, GivenAnswers given) {
    Answers said = of(mail);
    boolean answered = given.codes().said() && !mayBeTheThief(mail, given.codes(), false);
    RecoveryCodes codes = answered ? given.codes() : said.recoveryCodes();
    return new Answers(
        given.name().map(name -> SafeText.cut(name, NAME)).or(said::accountName),
        said.index(),
        reasons(reasons(said.reasons(), codes), given.reasons()),
        codes,
        given.conduct().or(said::codeOfConduct),
        given.waits().or(said::acknowledged),
        said.addresses(),
        said.projects(),
        said.details());
  }

  /**
   * Whether who has codes, as it says, may be a thief: nobody who tells of a theft of them is told
   * to use them. A box that was ticked is believed until they tell of that.
   */
  private static boolean mayBeTheThief(Incoming mail, RecoveryCodes codes, boolean ticked) {
    String written = mail.triaged().reply().generous();
    return codes.held()
        && (ticked
            ? DangerReader.in(written).contains(Danger.TAKEN)
            : DangerReader.codesAtRisk(written));
  }

  /** Codes that were never made are not lost, and who says that they have none need not have. */
  private static Set<Reason> reasons(Set<Reason> said, RecoveryCodes codes) {
    return codes == RecoveryCodes.NEVER_MADE || (codes == RecoveryCodes.NONE && said.size() > 1)
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

  /** No answer at all, for a mail whose body was not read. */
  public static Answers none() {
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
