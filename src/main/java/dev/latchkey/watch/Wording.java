package dev.latchkey.watch;

import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.TicketState;
import java.util.Locale;

/** The words of the program as the report says them. */
final class Wording {
  private Wording() {}

  static String of(TicketState state) {
    return switch (state) {
      case NEEDS_DETAILS -> "an answer is missing";
      case SELF_SERVICE -> "the person tries it alone";
      case PROVING -> "being proved";
      case IN_REVIEW -> "before the staff";
      case ON_HOLD -> "on hold";
      case CONTESTED -> "contested";
      case COOLING_OFF -> "approved, owners may object";
      case EXECUTING -> "being carried out";
      case RECOVERED -> "recovered";
      case REJECTED -> "rejected";
      case WITHDRAWN -> "withdrawn";
      case EXPIRED -> "expired without an answer";
      case DUPLICATE -> "joined to another";
      case REDIRECTED -> "sent on";
      case INQUIRY -> "an inquiry before the staff";
      case ANSWERED -> "an inquiry answered";
    };
  }

  static String of(Reason reason) {
    return switch (reason) {
      case FORGOT_PASSWORD -> "forgot the password";
      case LOST_2FA_DEVICE -> "lost the second factor";
      case LOST_RECOVERY_CODES -> "lost the recovery codes";
      case RECOVERY_CODES_INVALID -> "recovery codes refused";
      case LOST_EMAIL_ACCESS -> "lost the mailbox";
      case EMAIL_UNVERIFIED -> "address never verified";
      case ACCOUNT_COMPROMISED -> "somebody else is in it";
      case LOCKED_OR_FROZEN -> "locked or frozen";
      case OTHER -> "something else";
    };
  }

  static String level(String level) {
    return level.toLowerCase(Locale.ROOT);
  }
}
