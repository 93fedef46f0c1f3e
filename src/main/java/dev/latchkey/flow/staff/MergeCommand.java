package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Ends a ticket in favour of another open one. */
final class MergeCommand implements Command {
  private final Letters letters;
  private final HaltAnswers halts;
  private final StaffAnswers answers;

  MergeCommand(Letters letters, HaltAnswers halts, StaffAnswers answers) {
    this.letters = letters;
    this.halts = halts;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.MERGE;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.CHANGING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.MERGED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return into(given).isPresent()
        ? Optional.empty()
        : named(given)
            .<Phrase>map(it -> new CommandPhrase.MergeIntoClosed(it.reference(), it.state()))
            .or(() -> Optional.of(new CommandPhrase.MergeNeedsTicket()));
  }

  @Override
  public Result run(GivenCommand given) {
    FlowContext context = given.context();
    Ticket target = into(given).orElseThrow();
    Ticket merged = given.apply(TicketEvent.MERGED, "into " + target.reference());
    merged = context.keep(merged.change().mergedInto(Optional.of(target.reference())).build());
    context.apply(
        target, TicketEvent.NOTED, given.cause(new Detail.TookIn(merged.reference()).text()));
    // Whether another person's ticket goes on is nobody's business but theirs.
    boolean samePerson = merged.requester().equals(target.requester());
    Optional<String> ended = otherAccount(merged, target);
    String goesOn = target.answers().accountName().orElse("");
    letters.toRequester(
        context,
        merged,
        samePerson
            ? new DecisionLetter.Merged(target.reference(), target.state(), ended, goesOn)
            : new DecisionLetter.Rejected(Text.NONE, true, false, false, Optional.empty()),
        given.key());
    halts.tell(context, given.ticket(), merged, Set.of(merged.requester()), Optional.empty());
    return answers.decided(
        given,
        merged,
        Decision.of(given)
            .remarking(
                ended
                    .filter(name -> samePerson)
                    .<Phrase>map(name -> new CommandPhrase.MergedOtherAccount(name, goesOn))
                    .or(() -> stillContested(target))));
  }

  /** Nothing else tells whoever merged that the one that is left waits for a word of theirs. */
  private static Optional<Phrase> stillContested(Ticket target) {
    return target.state() == TicketState.CONTESTED
        ? Optional.of(new CommandPhrase.MergedStillContested(target.reference()))
        : Optional.empty();
  }

  /** The account of the one that ends, where the one that goes on is about another. */
  private static Optional<String> otherAccount(Ticket merged, Ticket target) {
    boolean differ =
        merged.account().isPresent()
            && target.account().isPresent()
            && !merged.account().equals(target.account());
    return merged.answers().accountName().filter(name -> differ);
  }

  private static Optional<Ticket> into(GivenCommand given) {
    return named(given).filter(target -> !target.state().closed());
  }

  private static Optional<Ticket> named(GivenCommand given) {
    return given
        .command()
        .argument()
        .flatMap(Reference::find)
        .filter(reference -> reference.number() != given.ticket().id())
        .flatMap(reference -> given.context().work().tickets().find(reference.number()));
  }
}
