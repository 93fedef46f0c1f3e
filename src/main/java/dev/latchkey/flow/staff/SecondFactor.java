package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.trust.secret.Totp;
import dev.latchkey.trust.staff.StaffMember;
import java.util.Optional;
import java.util.OptionalLong;

/** The six digits after an approval's code: they count once (RFC 6238 section 5.2). */
final class SecondFactor {
  private SecondFactor() {}

  /** The time step of digits that are right and were not used before. */
  static OptionalLong step(FlowContext context, StaffMember member, StaffCommand command) {
    Optional<String> secret = member.totpSecret();
    Optional<String> digits = command.secondFactor();
    OptionalLong step =
        secret.isEmpty() || digits.isEmpty()
            ? OptionalLong.empty()
            : Totp.matchingStep(secret.get(), digits.get(), context.now());
    return step.isPresent()
            && context.work().proofs().usedTotpStep(member.address(), step.getAsLong())
        ? OptionalLong.empty()
        : step;
  }

  /** Keeps that the digits of a command were used. */
  static void use(GivenCommand given) {
    given
        .factorStep()
        .ifPresent(step -> given.context().work().proofs().useTotpStep(given.by(), step));
  }
}
