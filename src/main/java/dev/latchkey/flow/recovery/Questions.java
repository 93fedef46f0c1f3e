package dev.latchkey.flow.recovery;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Ticket;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The questions that a requester is asked: numbered, a few at a time, in the order of their type.
 * The ticket remembers which number asked what.
 */
public final class Questions {
  /** More at once are answered badly. */
  private static final int AT_ONCE = 3;

  private final DeskSettings settings;

  public Questions(DeskSettings settings) {
    this.settings = settings;
  }

  /** All that is missing. */
  public Set<Question> missing(Answers answers) {
    return answers.missing(settings.required());
  }

  /**
   * All that is missing and may be asked of its requester: what only the owner can say is not asked
   * of who writes in their place.
   */
  public Set<Question> missing(FlowContext context, Ticket ticket) {
    return missing(ticket.answers(), WritersPlace.isHelpers(context, ticket));
  }

  /**
   * The same, of what a first mail says.
   *
   * @param helper it is written in the owner's place
   */
  public Set<Question> missing(Answers answers, boolean helper) {
    return missing(answers).stream()
        .filter(question -> !helper || !question.ownersAlone())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Question.class)));
  }

  /** The ones to ask now of its requester. */
  public Set<Question> next(FlowContext context, Ticket ticket) {
    return first(missing(context, ticket));
  }

  /** The ones that are asked, whoever answers them. */
  public Set<Question> next(Answers answers) {
    return first(missing(answers));
  }

  private static Set<Question> first(Set<Question> missing) {
    return missing.stream()
        .sorted()
        .limit(AT_ONCE)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Question.class)));
  }

  /** Whether there are others to be asked later. */
  public boolean more(FlowContext context, Ticket ticket) {
    return missing(context, ticket).size() > AT_ONCE;
  }

  /** What the staff asked and is not answered yet; nothing when there is no such question. */
  public static Text ofStaff(Ticket ticket) {
    return ticket
        .dialogue()
        .staffQuestion()
        .filter(question -> ticket.questionOpen())
        .map(question -> new Text(question.words()))
        .orElse(Text.NONE);
  }

  /** The ticket, which remembers that a letter asks what is to be asked now. */
  public Ticket ask(FlowContext context, Ticket ticket) {
    List<Question> asked = next(context, ticket).stream().sorted().toList();
    return asked.isEmpty() || asked.equals(ticket.dialogue().asked())
        ? ticket
        : context.keep(ticket.change().dialogue(ticket.dialogue().asking(asked)).build());
  }
}
