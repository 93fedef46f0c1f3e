package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
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

  /** So long ago digits were somebody's who has the secret: no guess, and no approval either. */
  private static final Duration KNOWN_FOR = Duration.ofHours(12);

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
   * Counts digits that are those of no moment; none, such as were used, and such as were right a
   * while ago are no guess. They do not count by when their mail was received: who can put a mail
   * into the mailbox says when that was, and digits that were refused were not used.
   *
   * @return until when their member is locked, where this was one too many
   */
  static Optional<Instant> wrong(FlowContext context, StaffMember member, StaffCommand command) {
    Digits digits = context.work().digits();
    if (member.totpSecret().isEmpty()
        || command.secondFactor().isEmpty()
        || why(context, member, command).isPresent()
        || digits.wrong(member.address()) < MOST_WRONG) {
      return Optional.empty();
    }
    Instant until = context.now().plus(LOCKED_FOR);
    digits.lock(member.address(), until);
    return Optional.of(until);
  }

  /** What is wrong with digits that their app showed, or why none can be right. */
  static Optional<Phrase> why(FlowContext context, StaffMember member, StaffCommand command) {
    if (member.totpSecret().isEmpty()) {
      return Optional.of(new CommandPhrase.NoDigits());
    }
    if (matching(context, member, command).isPresent()) {
      return Optional.of(new CommandPhrase.DigitsUsed());
    }
    return member
        .totpSecret()
        .filter(secret -> command.secondFactor().isPresent())
        .flatMap(
            secret ->
                Totp.shownBefore(secret, command.secondFactor().get(), context.now(), KNOWN_FOR))
        .map(CommandPhrase.DigitsTooOld::new);
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
