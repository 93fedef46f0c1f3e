package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Dialogue;
import dev.latchkey.ticket.Dialogue.StaffQuestion;
import dev.latchkey.ticket.Due;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link Ticket} as the columns hold it. */
record TicketRow(
    long id,
    int version,
    String historyHash,
    TicketState state,
    Instant stateSince,
    String requester,
    Concern concern,
    String language,
    @Nullable String accountName,
    @Nullable String indexName,
    String reasons,
    @Nullable RecoveryCodes recoveryCodes,
    @Nullable Boolean codeOfConduct,
    @Nullable Boolean acknowledged,
    String addresses,
    String projects,
    String details,
    @Nullable String account,
    boolean beside,
    int round,
    boolean reopened,
    boolean questionOpen,
    @Nullable String threadRoot,
    @Nullable String threadLast,
    @Nullable FollowUp nextFollowUp,
    @Nullable Instant nextFollowUpAt,
    @Nullable String assignee,
    @Nullable Long mergedInto,
    String asked,
    int fruitless,
    @Nullable String question,
    @Nullable String questionBy,
    int extensions,
    @Nullable Integer placeTold,
    @Nullable Instant promisedAt,
    @Nullable String level,
    Instant openedAt,
    @Nullable Instant decidedAt,
    @Nullable Instant closedAt) {

  static TicketRow of(Ticket ticket) {
    Answers answers = ticket.answers();
    Dialogue dialogue = ticket.dialogue();
    return new TicketRow(
        ticket.id(),
        ticket.version(),
        ticket.historyHash(),
        ticket.state(),
        ticket.stateSince(),
        ticket.requester().toString(),
        ticket.concern(),
        ticket.language(),
        answers.accountName().orElse(null),
        answers.index().orElse(null),
        answers.reasons().stream().map(Reason::name).sorted().collect(Collectors.joining(",")),
        answers.recoveryCodes().said() ? answers.recoveryCodes() : null,
        answers.codeOfConduct().orElse(null),
        answers.acknowledged().orElse(null),
        String.join("\n", answers.addresses()),
        String.join("\n", answers.projects()),
        answers.details(),
        ticket.account().orElse(null),
        ticket.beside(),
        ticket.round(),
        ticket.reopened(),
        ticket.questionOpen(),
        ticket.threadRoot().orElse(null),
        ticket.threadLast().orElse(null),
        ticket.next().map(Due::step).orElse(null),
        ticket.next().map(Due::at).orElse(null),
        ticket.assignee().map(EmailAddress::toString).orElse(null),
        ticket.mergedInto().map(Reference::number).orElse(null),
        DialogueColumns.asked(dialogue),
        dialogue.fruitless(),
        dialogue.staffQuestion().map(StaffQuestion::words).orElse(null),
        dialogue.staffQuestion().map(asked -> asked.by().toString()).orElse(null),
        dialogue.extensions(),
        dialogue.place().orElse(null),
        dialogue.promised().orElse(null),
        dialogue.level().orElse(null),
        ticket.openedAt(),
        ticket.decidedAt().orElse(null),
        ticket.closedAt().orElse(null));
  }

  Ticket toTicket() {
    return new Ticket(
        id,
        version,
        historyHash,
        state,
        stateSince,
        EmailAddress.of(requester),
        concern,
        language,
        new Answers(
            Optional.ofNullable(accountName),
            Optional.ofNullable(indexName),
            reasonSet(),
            recoveryCodes == null ? RecoveryCodes.UNSAID : recoveryCodes,
            Optional.ofNullable(codeOfConduct),
            Optional.ofNullable(acknowledged),
            lines(addresses),
            lines(projects),
            details),
        Optional.ofNullable(account),
        beside,
        round,
        reopened,
        questionOpen,
        Optional.ofNullable(threadRoot),
        Optional.ofNullable(threadLast),
        nextFollowUp == null || nextFollowUpAt == null
            ? Optional.empty()
            : Optional.of(new Due(nextFollowUp, nextFollowUpAt)),
        Optional.ofNullable(assignee).map(EmailAddress::of),
        Optional.ofNullable(mergedInto).map(Reference::new),
        DialogueColumns.read(
            asked, fruitless, question, questionBy, extensions, placeTold, promisedAt, level),
        openedAt,
        Optional.ofNullable(decidedAt),
        Optional.ofNullable(closedAt));
  }

  private Set<Reason> reasonSet() {
    Set<Reason> set = EnumSet.noneOf(Reason.class);
    Arrays.stream(reasons.split(","))
        .filter(word -> !word.isEmpty())
        .map(Reason::valueOf)
        .forEach(set::add);
    return set;
  }

  private static List<String> lines(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split("\n", -1));
  }
}
