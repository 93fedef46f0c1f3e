package dev.latchkey.flow.staff;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.CommandLetter;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.kind.OutOfOfficeRule;
import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A command of the staff that by its header a list or a program sent. It does nothing, and whoever
 * wrote it is told so: the sender is proved, and once an hour begins no loop. What says of itself
 * that nobody wrote it, and an out-of-office, are not answered.
 */
public final class StaffByOtherHands {
  private final StaffRoster staff;
  private final Letters letters;

  public StaffByOtherHands(StaffRoster staff, Letters letters) {
    this.staff = staff;
    this.letters = letters;
  }

  /** Tells them, unless the mail is none of theirs, or commands nothing. */
  public void tell(FlowContext context, Incoming mail, Addressee.Staff from) {
    Optional<EmailAddress> by =
        mail.mail()
            .identity()
            .filter(mail.trust()::proves)
            .filter(who -> staff.find(who).filter(StaffMember::active).isPresent())
            .filter(who -> from.token().filter(it -> !it.recipient().equals(who)).isEmpty());
    if (by.isEmpty() || isAutomatic(mail) || !commands(mail, from)) {
      return;
    }
    letters.withoutTicket(
        context,
        by.get(),
        new CommandLetter.CommandRefused(new CommandPhrase.ByOtherHands()),
        "other hands " + context.now().truncatedTo(ChronoUnit.HOURS));
  }

  /** Of what a list passed on, an answer to a mail that they got is one, whatever it says. */
  private static boolean commands(Incoming mail, Addressee.Staff from) {
    boolean list = mail.triaged().kind().kind() == MailKind.LIST;
    return mail.triaged().commands() instanceof CommandReading.Commands
        || (list && from.token().isPresent());
  }

  private static boolean isAutomatic(Incoming mail) {
    boolean list = mail.triaged().kind().kind() == MailKind.LIST;
    return mail.mail().field("Auto-Submitted").isPresent()
        || OutOfOfficeRule.named(mail.mail())
        || (!list && OutOfOfficeRule.holds(mail.mail()));
  }
}
