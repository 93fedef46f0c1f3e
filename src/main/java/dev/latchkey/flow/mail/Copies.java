package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailPart;
import dev.latchkey.store.AlikeMail;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a mail is one that was there before: a server delivered it twice, or somebody sent a copy
 * again. Only trace fields differ, which no signature covers. What was done once because of it is
 * not done again, days later either.
 *
 * <p>The earlier one must have been acted on, or answered, its sender proved: one that was forged
 * or brought by a list stands for no other, so that nobody keeps a command or an objection from
 * counting by being faster. Found by the index of Message-IDs, however many tickets there are.
 */
final class Copies {
  private Copies() {}

  /** Whether it is one. */
  static boolean holds(FlowContext context, Incoming mail, Addressee from) {
    if (mail.mail().identity().isEmpty() || mail.trust().level() == SenderTrust.Level.FAILED) {
      return false;
    }
    List<AlikeMail> before = alike(context, mail, from, mail.mail().identity().get());
    return from instanceof Addressee.Stranger
        ? mail.mail().parts().stream().noneMatch(MailPart::attachment)
            && before.stream().anyMatch(one -> standsFor(context, mail, one))
        : before.stream().anyMatch(one -> wasActedOn(context, mail, from, one));
  }

  private static List<AlikeMail> alike(
      FlowContext context, Incoming mail, Addressee from, EmailAddress sender) {
    String subject = mail.triaged().mail().subject();
    String words = mail.triaged().reply().generous();
    String id = mail.mail().messageId().orElseThrow();
    // One from before codes were blacked out is kept with them.
    return Stream.concat(
            context
                .work()
                .alike(
                    id,
                    sender.toString(),
                    Kept.words(context, from, subject),
                    Kept.words(context, from, words))
                .stream(),
            context.work().alike(id, sender.toString(), subject, words).stream())
        .distinct()
        .toList();
  }

  /** One that nobody proved stands for none that is proved. */
  private static boolean standsFor(FlowContext context, Incoming mail, AlikeMail before) {
    return before
        .ticket()
        .filter(
            ticket ->
                mail.trust().level() != SenderTrust.Level.ALIGNED
                    || changed(context, ticket, before.id()))
        .isPresent();
  }

  private static boolean wasActedOn(
      FlowContext context, Incoming mail, Addressee from, AlikeMail before) {
    return from instanceof Addressee.Staff
        ? wasDone(mail, before)
        : tickets(context, from).anyMatch(ticket -> changed(context, ticket, before.id()));
  }

  /** Of several commands in one mail some may have been done, though one was refused. */
  private static boolean wasDone(Incoming mail, AlikeMail before) {
    return before.outcome().equals(Outcome.COMMAND_DONE.name())
        || (before.outcome().equals(Outcome.COMMAND_REFUSED.name()) && several(mail));
  }

  /**
   * Whether a command was refused just as it was when its mail came before: its writer was told.
   * What was refused stands for nothing else, and would have counted now if it could.
   */
  static boolean refusedAgain(
      FlowContext context, Incoming mail, Addressee from, Result result, String reason) {
    return result.outcome() == Outcome.COMMAND_REFUSED
        && from instanceof Addressee.Staff
        && mail.mail().identity().isPresent()
        && alike(context, mail, from, mail.mail().identity().get()).stream()
            .filter(before -> before.outcome().equals(Outcome.COMMAND_REFUSED.name()))
            .filter(before -> before.ticket().equals(result.ticketId()))
            .anyMatch(before -> before.because().startsWith(reason));
  }

  private static boolean several(Incoming mail) {
    CommandReading read = mail.triaged().commands();
    return read.commands().size() > 1 || read instanceof CommandReading.Lines;
  }

  /** One mail to two addresses of ours comes twice, and counts once for each. */
  private static Stream<Long> tickets(FlowContext context, Addressee from) {
    Stream<Long> answered =
        from instanceof Addressee.Owner owner
            ? Stream.of(owner.ticketId())
            : from instanceof Addressee.Claimant claimant
                ? Stream.of(claimant.ticketId())
                : Stream.empty();
    return answered.flatMap(
        id ->
            Stream.concat(
                Stream.of(id),
                context.work().tickets().load(id).mergedInto().map(Reference::number).stream()));
  }

  private static boolean changed(FlowContext context, long ticket, long mailId) {
    return context.work().tickets().history(ticket).stream()
        .map(HistoryEntry::cause)
        .filter(Cause::proved)
        .anyMatch(cause -> cause.mailId().isPresent() && cause.mailId().getAsLong() == mailId);
  }
}
