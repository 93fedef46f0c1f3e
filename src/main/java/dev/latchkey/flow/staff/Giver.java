package dev.latchkey.flow.staff;

import dev.latchkey.flow.Causes;
import dev.latchkey.flow.Incoming;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.trust.staff.StaffMember;
import java.util.OptionalLong;

/** Who gave a command, and by which way. */
sealed interface Giver {

  /** Under which address it is kept that they did it. */
  EmailAddress address();

  /** What the history says. */
  Cause cause(String detail);

  /** What the staff read. */
  GiverPhrase named();

  /** The dedupe key of what is written because of the command. */
  String key();

  /** A member of staff, whose mail has passed the gates of the command. */
  record ByMail(Incoming mail, StaffMember member) implements Giver {
    @Override
    public EmailAddress address() {
      return member.address();
    }

    @Override
    public Cause cause(String detail) {
      return Causes.of(mail, Causes.staff(address()), "dmarc+token", detail);
    }

    @Override
    public GiverPhrase named() {
      return new GiverPhrase.ByStaff(address());
    }

    @Override
    public String key() {
      return "mail " + mail.id();
    }
  }

  /**
   * The operator, at the command line of the desk.
   *
   * @param login under which name, as far as the machine knows
   * @param address the desk's: they are no member of staff
   */
  record AtCommandLine(String login, EmailAddress address, String key) implements Giver {
    @Override
    public Cause cause(String detail) {
      return new Cause(
          new Actor(Actor.Kind.OPERATOR, login), "command line", OptionalLong.empty(), detail);
    }

    @Override
    public GiverPhrase named() {
      return new GiverPhrase.ByOperator(login);
    }
  }
}
