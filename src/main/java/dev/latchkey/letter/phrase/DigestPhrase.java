package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the digest tells of a ticket, and of a decision. */
public sealed interface DigestPhrase extends Phrase {

  /** A line of it. */
  record DigestLine(Reference reference, String account, Phrase asked, Duration age, Phrase verdict)
      implements DigestPhrase {}

  /** The same with what is special about it. */
  record DigestLineWith(
      Reference reference,
      String account,
      Phrase asked,
      Duration age,
      Phrase verdict,
      List<Phrase> marks)
      implements DigestPhrase {}

  /** What an inquiry asks, in few words. */
  record AsksAbout(Concern concern) implements DigestPhrase {}

  /** A decision, and what can be done about it. */
  record DecisionMade(
      Reference reference,
      String account,
      Verb command,
      EmailAddress by,
      Instant at,
      TicketState state,
      Phrase back)
      implements DigestPhrase {}

  /** What was decided about a ticket, in one line. */
  record DecisionsOf(
      Reference reference, String account, List<Phrase> commands, TicketState state, Phrase back)
      implements DigestPhrase {}

  /** One of these. */
  record CommandBy(Verb command, EmailAddress by) implements DigestPhrase {}

  /** The same, with how its words begin. */
  record CommandSaying(Verb command, EmailAddress by, String words) implements DigestPhrase {}

  /** The desk approved by itself, where the policy asks nobody, and what can be done about it. */
  record DeskApproved(
      Reference reference, String account, Instant at, TicketState state, Phrase back)
      implements DigestPhrase {}

  /** It can still be taken back. */
  record BackByUndo(Instant until) implements DigestPhrase {}

  /** A recovery that was approved can be stopped. */
  record BackByStopping() implements DigestPhrase {}

  /** A reset that was ordered can be held up. */
  record BackByHolding() implements DigestPhrase {}

  /** What stands still can go on. */
  record BackByResuming() implements DigestPhrase {}

  /** What is closed can begin again. */
  record BackByReopening() implements DigestPhrase {}

  /** It is open. */
  record BackByDeciding() implements DigestPhrase {}

  /** Nothing leads back. */
  record NoWayBack() implements DigestPhrase {}

  /** Approval is recommended. */
  record VerdictRecommended() implements DigestPhrase {}

  /** Approval is possible. */
  record VerdictPossible() implements DigestPhrase {}

  /** Nobody can approve. */
  record VerdictImpossible() implements DigestPhrase {}

  /** It waits for something else than an approval. */
  record VerdictOther(TicketState state) implements DigestPhrase {}

  /** A bar of the picture. */
  record BarWaiting() implements DigestPhrase {}

  /** Another. */
  record BarArrived() implements DigestPhrase {}

  /** Another. */
  record BarDecided() implements DigestPhrase {}

  /** Another. */
  record BarLate() implements DigestPhrase {}
}
