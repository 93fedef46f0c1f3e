package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.store.Digits;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.trust.secret.Totp;
import dev.latchkey.trust.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The six digits after an approval's code: they count once, and none before them counts after them
 * (RFC 6238 section 5.2). Five wrong ones, one after another, lock everything of their member that
 * is more than stopping for an hour (THREATS S26).
 */
final class SecondFactor {
  private static final int MOST_WRONG = 5;
  private static final Duration LOCKED_FOR = Duration.ofHours(1);

  private SecondFactor() {}

  /** The time step of digits that are right, and newer than all that were used before. */
  static OptionalLong step(FlowContext context, StaffMember member, StaffCommand command) {
    OptionalLong step = matching(context, member, command);
    return step.isPresent() && context.work().digits().used(member.address(), step.getAsLong())
        ? OptionalLong.empty()
        : step;
  }

  /** Keeps that the digits of a command were used. */
  static void use(GivenCommand given) {
    given.factorStep().ifPresent(step -> given.context().work().digits().use(given.by(), step));
  }

  /**
   * Counts digits that are those of no moment; none, and such as were used, are no guess.
   *
   * @return until when their member is locked, where this was one too many
   */
  static Optional<Instant> wrong(FlowContext context, StaffMember member, StaffCommand command) {
    Digits digits = context.work().digits();
    if (member.totpSecret().isEmpty()
        || command.secondFactor().isEmpty()
        || matching(context, member, command).isPresent()
        || digits.wrong(member.address()) < MOST_WRONG) {
      return Optional.empty();
    }
    Instant until = context.now().plus(LOCKED_FOR);
    digits.lock(member.address(), until);
    return Optional.of(until);
  }

  private static OptionalLong matching(
      FlowContext context, StaffMember member, StaffCommand command) {
    Optional<String> secret = member.totpSecret();
    Optional<String> digits = command.secondFactor();
    return secret.isEmpty() || digits.isEmpty()
        ? OptionalLong.empty()
        : Totp.matchingStep(secret.get(), digits.get(), context.now());
  }
}
