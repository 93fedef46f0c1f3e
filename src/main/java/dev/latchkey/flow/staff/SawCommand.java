package dev.latchkey.flow.staff;

import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.proving.Proving;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.phrase.ProofPhrase;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Records a proof that a person of the staff saw with their own eyes: it counts as its class, with
 * who saw it and where. Which proofs, and who may, says the policy.
 */
final class SawCommand implements Command {
  private final Policy policy;
  private final ProofRecorder recorder;
  private final Proving proving;
  private final Review review;
  private final StaffAnswers answers;

  SawCommand(
      Policy policy, ProofRecorder recorder, Proving proving, Review review, StaffAnswers answers) {
    this.policy = policy;
    this.recorder = recorder;
    this.proving = proving;
    this.review = review;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.SAW;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.RECORDING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.EVIDENCE_RECORDED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    List<String> known = policy.recordable(given.member().approver());
    Named proof = proof(given);
    if (known.isEmpty()) {
      return Optional.of(new ProofPhrase.NothingToRecord());
    }
    if (proof.name().isEmpty()) {
      return Optional.of(
          proof
              .meant()
              .filter(known::contains)
              .<Phrase>map(meant -> new ProofPhrase.ProofMistyped(proof.typed(), meant, known))
              .orElseGet(() -> new ProofPhrase.ProofUnknown(proof.typed(), known)));
    }
    String name = proof.name().get();
    if (!known.contains(name)) {
      return Optional.of(
          policy.recordable(true).contains(name)
              ? new ProofPhrase.ProofOfApprovers(name, known)
              : new ProofPhrase.ProofOfDesk(name, known));
    }
    if (where(given, proof).isEmpty()) {
      return Optional.of(new ProofPhrase.ProofNeedsPlace(name));
    }
    if (given.loadFile().account().isEmpty()) {
      return Optional.of(new ProofPhrase.ProofNeedsAccount());
    }
    Evidence piece = piece(given, proof);
    return given.loadFile().evidence().stream()
            .filter(it -> policy.good(it, given.context().now()))
            .anyMatch(it -> it.name().equals(name) && it.source().equals(piece.source()))
        ? Optional.of(new ProofPhrase.ProofIsThere(name))
        : Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    FlowContext context = given.context();
    Evidence piece = piece(given, proof(given));
    String detail = "%s, policy %s: %s".formatted(piece.name(), policy.version(), piece.source());
    Ticket recorded = recorder.record(context, given.ticket(), piece, given.cause(detail));
    boolean lay = recorded.state() == TicketState.IN_REVIEW;
    Ticket moved = proving.completeIfPossible(context, recorded);
    boolean lies = moved.state() == TicketState.IN_REVIEW;
    if (lay) {
      moved = review.changed(context, moved, given.by(), given.key());
    }
    return answers.told(
        given,
        moved,
        lies
            ? new ProofPhrase.ProofKept(piece.name())
            : new ProofPhrase.ProofKeptQuietly(piece.name()),
        new Text(piece.source()));
  }

  private Named proof(GivenCommand given) {
    return Named.read(given.words(), policy.names());
  }

  private Evidence piece(GivenCommand given, Named proof) {
    String name = proof.name().orElseThrow();
    boolean own = policy.own().containsKey(name);
    return new Evidence(
        own ? EvidenceClass.SEEN : EvidenceClass.valueOf(name),
        where(given, proof),
        given.context().now(),
        OptionalLong.of(given.mail().id()),
        Optional.of(given.by()),
        own ? Optional.of(name) : Optional.empty());
  }

  /** One line of plain text, which holds no code of ours. */
  private static String where(GivenCommand given, Named proof) {
    String first = proof.rest().lines().findFirst().orElse("");
    return SafeText.line(given.withoutCodes(first), Evidence.LONGEST_SOURCE);
  }
}
