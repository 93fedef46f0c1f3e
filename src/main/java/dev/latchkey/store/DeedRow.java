package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.Dialogue;
import dev.latchkey.ticket.Dialogue.StaffQuestion;
import dev.latchkey.ticket.Due;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Standing;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link Deed} as the columns hold it. */
record DeedRow(
    long ticketId,
    int version,
    String command,
    String staff,
    Instant at,
    TicketState state,
    Instant stateSince,
    int round,
    boolean reopened,
    boolean questionOpen,
    @Nullable FollowUp nextFollowUp,
    @Nullable Instant nextFollowUpAt,
    @Nullable String assignee,
    @Nullable Long mergedInto,
    @Nullable Instant decidedAt,
    @Nullable Instant closedAt,
    boolean beside,
    String asked,
    int fruitless,
    @Nullable String question,
    @Nullable String questionBy,
    int extensions,
    @Nullable Integer placeTold,
    @Nullable Instant promisedAt,
    @Nullable String level) {

  static DeedRow of(Deed deed) {
    Standing before = deed.before();
    Dialogue dialogue = before.dialogue();
    return new DeedRow(
        deed.ticketId(),
        deed.version(),
        deed.command(),
        deed.by().toString(),
        deed.at(),
        before.state(),
        before.stateSince(),
        before.round(),
        before.reopened(),
        before.questionOpen(),
        before.next().map(Due::step).orElse(null),
        before.next().map(Due::at).orElse(null),
        before.assignee().map(EmailAddress::toString).orElse(null),
        before.mergedInto().map(Reference::number).orElse(null),
        before.decidedAt().orElse(null),
        before.closedAt().orElse(null),
        before.beside(),
        DialogueColumns.asked(dialogue),
        dialogue.fruitless(),
        dialogue.staffQuestion().map(StaffQuestion::words).orElse(null),
        dialogue.staffQuestion().map(asked -> asked.by().toString()).orElse(null),
        dialogue.extensions(),
        dialogue.place().orElse(null),
        dialogue.promised().orElse(null),
        dialogue.level().orElse(null));
  }

  Deed toDeed() {
    return new Deed(
        ticketId,
        version,
        command,
        EmailAddress.of(staff),
        at,
        new Standing(
            state,
            stateSince,
            beside,
            round,
            reopened,
            questionOpen,
            nextFollowUp == null || nextFollowUpAt == null
                ? Optional.empty()
                : Optional.of(new Due(nextFollowUp, nextFollowUpAt)),
            Optional.ofNullable(assignee).map(EmailAddress::of),
            Optional.ofNullable(mergedInto).map(Reference::new),
            DialogueColumns.read(
                asked, fruitless, question, questionBy, extensions, placeTold, promisedAt, level),
            Optional.ofNullable(decidedAt),
            Optional.ofNullable(closedAt)));
  }
}
