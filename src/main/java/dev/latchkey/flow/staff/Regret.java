package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.Approvals;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.command.SecondThoughts;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.StaffMember;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a member of the staff writes in words of their own, without a command, about a ticket that
 * was approved and is not carried out yet: "Oh no, wrong one. Please take that back". The words
 * that keep an approval from counting when they stand below it stop it afterwards: whoever approved
 * it takes that back (UNDO), where UNDO can; all others, and all doubts, hold it (HOLD).
 */
final class Regret {
  /** So many lines are looked at, without the blank ones: below them stand signatures. */
  private static final int LINES = 3;

  private Regret() {}

  /** What such words command; nothing where the ticket is not under way to its reset. */
  static Optional<StaffCommand> of(
      FlowContext context,
      Incoming mail,
      Optional<CaseFile> answered,
      Optional<StaffMember> member) {
    if (!(mail.triaged().commands() instanceof CommandReading.NotUnderstood)
        || answered.isEmpty()
        || member.isEmpty()) {
      return Optional.empty();
    }
    EmailAddress by = member.get().address();
    String words = words(mail);
    if (!approved(context, answered.get(), by) || !SecondThoughts.takeBack(words)) {
      return Optional.empty();
    }
    boolean own =
        SecondThoughts.callsMistaken(words)
            && TakingBack.ownLast(context, answered.get().ticket(), by)
                .filter(Verb.APPROVE::equals)
                .isPresent();
    return Optional.of(
        new StaffCommand(own ? Verb.UNDO : Verb.HOLD, Optional.empty(), Optional.empty(), words));
  }

  private static boolean approved(FlowContext context, CaseFile file, EmailAddress by) {
    return switch (file.ticket().state()) {
      case COOLING_OFF, EXECUTING -> true;
      case IN_REVIEW -> Approvals.standing(context, file).contains(by);
      default -> false;
    };
  }

  private static String words(Incoming mail) {
    return mail.triaged()
        .reply()
        .strict()
        .lines()
        .filter(line -> !line.isBlank())
        .limit(LINES)
        .collect(Collectors.joining("\n"));
  }
}
