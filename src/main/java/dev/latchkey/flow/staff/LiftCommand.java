package dev.latchkey.flow.staff;

import dev.latchkey.check.Lifted;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.staff.Decision.Reach;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.phrase.ProofPhrase;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lifts a warning: an approver looked into it and found no reason to stop. All of its kind in the
 * case are lifted, with a reason that stays. Only a case that lies before the staff has warnings to
 * lift: an owner's objection has to be decided on by RESUME first.
 */
final class LiftCommand implements Command {
  private final Policy policy;
  private final Review review;
  private final StaffAnswers answers;

  LiftCommand(Policy policy, Review review, StaffAnswers answers) {
    this.policy = policy;
    this.review = review;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.LIFT;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.LIFTING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.WARNING_LIFTED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    List<String> standing = standing(given).map(Warning.Kind::name).toList();
    Named warning = warning(given);
    if (standing.isEmpty()) {
      return Optional.of(new ProofPhrase.NothingToLift());
    }
    if (warning.name().filter(standing::contains).isEmpty()) {
      return Optional.of(
          warning
              .meant()
              .filter(standing::contains)
              .<Phrase>map(
                  meant -> new ProofPhrase.WarningMistyped(warning.typed(), meant, standing))
              .orElseGet(() -> new ProofPhrase.WarningUnknown(warning.typed(), standing)));
    }
    return reason(given, warning).isEmpty()
        ? Optional.of(new ProofPhrase.LiftNeedsReason(warning.name().get()))
        : Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    FlowContext context = given.context();
    Named named = warning(given);
    Warning.Kind kind = Warning.Kind.valueOf(named.name().orElseThrow());
    String reason = reason(given, named);
    given.loadFile().assessment().warnings().stream()
        .filter(warning -> warning.kind() == kind)
        .map(warning -> new Lifted(kind, warning.source(), given.by(), context.now(), reason))
        .forEach(lifted -> context.work().proofs().lift(given.ticket().id(), lifted));
    Ticket lifted =
        given.apply(
            TicketEvent.WARNING_LIFTED,
            new Detail.WarningLifted(
                    kind.name(), "policy %s: %s".formatted(policy.version(), reason))
                .text());
    lifted = review.changed(context, lifted, given.by(), given.key());
    return answers.decided(
        given,
        lifted,
        Decision.of(given).saying(given.withoutCodes(given.words())).reaching(Reach.EVERYBODY));
  }

  private static Stream<Warning.Kind> standing(GivenCommand given) {
    return given.loadFile().assessment().warnings().stream().map(Warning::kind).distinct().sorted();
  }

  private static Named warning(GivenCommand given) {
    return Named.read(given.words(), Stream.of(Warning.Kind.values()).map(Enum::name).toList());
  }

  private static String reason(GivenCommand given, Named warning) {
    return given.withoutCodes(warning.rest()).strip();
  }
}
