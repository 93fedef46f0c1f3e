package dev.latchkey.flow.staff;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.letter.phrase.AlarmPhrase;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.store.Proofs.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How many approvals one person may give in an hour and in a day (THREATS G10): whoever has got
 * hold of the mailbox and the digits of one would approve all that waits, at once. One more is
 * refused; all staff hear of it, with what was approved and how it is stopped, once for each time
 * that the limit is reached.
 */
final class ApprovalPace {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final DeskSettings settings;
  private final Letters letters;

  ApprovalPace(DeskSettings settings, Letters letters) {
    this.settings = settings;
    this.letters = letters;
  }

  /** Why one more is too many; empty when it is not. */
  Optional<Phrase> over(GivenCommand given) {
    given.context().work().digits().alone(given.by());
    return over(given, DAY, settings.approvalsPerDay(), CommandPhrase.TooManyApprovals::new)
        .or(() -> over(given, HOUR, settings.approvalsPerHour(), CommandPhrase.TooManyInHour::new));
  }

  private Optional<Phrase> over(
      GivenCommand given, Duration span, int most, BiFunction<Integer, Instant, Phrase> reason) {
    FlowContext context = given.context();
    List<Given> approved =
        context.work().proofs().approvalsBy(given.by(), context.now().minus(span));
    if (approved.size() < most) {
      return Optional.empty();
    }
    Instant again = approved.get(approved.size() - most).at().plus(span);
    List<Phrase> stopped =
        approved.stream()
            .map(Given::ticketId)
            .distinct()
            .map(ticket -> context.work().tickets().load(ticket).reference())
            .<Phrase>map(AlarmPhrase.ApprovedByThem::new)
            .toList();
    letters.alarm(
        context,
        "approvals of " + given.by() + " until " + again,
        new WorkLetter.MailWarning(new AlarmPhrase.ManyApprovals(given.by(), most), stopped));
    return Optional.of(reason.apply(most, again));
  }
}
