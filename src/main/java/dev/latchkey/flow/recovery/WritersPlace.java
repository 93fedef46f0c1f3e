package dev.latchkey.flow.recovery;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.owner.OtherWriterReader.Writer;

/**
 * Whether who wrote a mail says that they write in the owner's place, or that the owner is dead. It
 * is no accusation, and takes nothing from what they proved; it stands in the case as a warning, so
 * that two people decide and none of them overlooks it.
 */
public final class WritersPlace {
  private static final LetterKind ASKED = LetterKind.of(RequesterLetter.AskedForAnother.class);
  private static final LetterKind FOR_ANOTHER = LetterKind.of(RequesterLetter.ForAnother.class);

  private WritersPlace() {}

  /** Whether who asked said that they write in the owner's place; the directory is not asked. */
  public static boolean isHelpers(FlowContext context, Ticket ticket) {
    return context.work().proofs().warnings(ticket.id()).stream()
        .filter(warning -> warning.kind() == Warning.Kind.WRITTEN_BY_ANOTHER)
        .anyMatch(warning -> warning.source().equals(ticket.requester().toString()));
  }

  /** Whether they were told what it means that they write in the owner's place. */
  public static boolean isTold(FlowContext context, Ticket ticket) {
    return wasAsked(context, ticket) || context.wrote(ticket, FOR_ANOTHER);
  }

  /** Whether the first answer to them told it, or the one that asked for a code. */
  public static boolean wasAsked(FlowContext context, Ticket ticket) {
    return context.wrote(ticket, ASKED);
  }

  /**
   * Whether who asked was told that they write in the owner's place, and writes from no address of
   * the account: what is the owner's is not told them as theirs.
   */
  public static boolean isAnothers(FlowContext context, Ticket ticket) {
    return isTold(context, ticket)
        && context
            .account(ticket)
            .filter(account -> account.registers(ticket.requester()))
            .isEmpty();
  }

  /** What a mail says of its writer; a machine says nothing of itself. */
  public static Writer of(Incoming mail) {
    return mail.writtenByPerson() ? mail.triaged().writer() : Writer.OWNER;
  }

  /**
   * Keeps what a mail says of its writer as a warning about a ticket.
   *
   * @param from whose mailbox it came from, or was given to
   */
  public static Writer note(FlowContext context, Ticket ticket, Incoming mail, EmailAddress from) {
    Writer writer = of(mail);
    switch (writer) {
      case ANOTHER -> context.warn(ticket, Warning.Kind.WRITTEN_BY_ANOTHER, from.toString());
      case BEREAVED -> context.warn(ticket, Warning.Kind.OWNER_DECEASED, from.toString());
      case OWNER -> {}
    }
    return writer;
  }
}
