package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.triage.StaffCommand;
import dev.latchkey.trust.StaffMember;
import dev.latchkey.trust.Totp;
import java.util.Optional;
import java.util.OptionalLong;

/** The six digits after an approval's code: they count once (RFC 6238 section 5.2). */
final class SecondFactor {
  private SecondFactor() {}

  /** Whether the digits are right and were not used before. */
  static boolean passes(FlowContext turn, StaffMember member, StaffCommand command) {
    OptionalLong step = step(turn, member, command);
    return step.isPresent()
        && !turn.work().evidence().usedTotpStep(member.address(), step.getAsLong());
  }

  /** Keeps that they were used. */
  static void use(FlowContext turn, StaffMember member, StaffCommand command) {
    step(turn, member, command)
        .ifPresent(step -> turn.work().evidence().useTotpStep(member.address(), step));
  }

  private static OptionalLong step(FlowContext turn, StaffMember member, StaffCommand command) {
    Optional<String> secret = member.totpSecret();
    Optional<String> digits = command.secondFactor();
    return secret.isEmpty() || digits.isEmpty()
        ? OptionalLong.empty()
        : Totp.matchingStep(secret.get(), digits.get(), turn.now());
  }
}
