package dev.latchkey.store;

import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Lifted;
import dev.latchkey.check.Warning;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of {@code ticket} and of what hangs on a ticket alone. */
interface TicketMapper {

  /** A row of {@code evidence}. */
  record EvidenceRow(
      long ticketId,
      EvidenceClass kind,
      String ownClass,
      String source,
      Instant at,
      @Nullable Long mailId,
      @Nullable String seenBy) {

    static EvidenceRow of(long ticketId, Evidence piece) {
      return new EvidenceRow(
          ticketId,
          piece.kind(),
          piece.own().orElse(""),
          piece.source(),
          piece.at(),
          piece.mailId().isPresent() ? piece.mailId().getAsLong() : null,
          piece.seenBy().map(EmailAddress::toString).orElse(null));
    }

    Evidence evidence() {
      return new Evidence(
          kind,
          source,
          at,
          mailId == null ? OptionalLong.empty() : OptionalLong.of(mailId),
          Optional.ofNullable(seenBy).map(EmailAddress::of),
          ownClass.isEmpty() ? Optional.empty() : Optional.of(ownClass));
    }
  }

  /** A row of {@code lifted_warning}. */
  record LiftedRow(
      long ticketId, Warning.Kind kind, String source, String staff, Instant at, String reason) {

    static LiftedRow of(long ticketId, Lifted it) {
      return new LiftedRow(
          ticketId, it.kind(), it.source(), it.by().toString(), it.at(), it.reason());
    }

    Lifted lifted() {
      return new Lifted(kind, source, EmailAddress.of(staff), at, reason);
    }
  }

  /** A row of {@code warning}. */
  record WarningRow(long ticketId, Warning.Kind kind, String source, Instant at) {}

  /** A row of {@code approval}. */
  record ApprovalRow(
      long ticketId,
      int round,
      String staff,
      Instant at,
      String digest,
      @Nullable String newAddress) {}

  /**
   * Wrong digits of a member of staff.
   *
   * @param tries how many, one after another
   * @param lockedUntil null when they never were
   */
  record DigitsRow(String staff, int tries, @Nullable Instant lockedUntil) {}

  List<Long> nextIds(@Param("count") int count);

  List<TicketRow> lock(@Param("ids") Collection<Long> ids);

  List<TicketRow> lockLeadingByAccounts(@Param("accounts") Collection<String> accounts);

  List<TicketRow> lockOpenByRequesters(@Param("requesters") Collection<String> requesters);

  List<TicketRow> lockDue(@Param("now") Instant now, @Param("limit") int limit);

  List<TicketRow> lockDueOne(@Param("id") long id, @Param("now") Instant now);

  /** A ticket whose account gets no codes. */
  record WithoutCodesRow(long id, String account) {}

  List<WithoutCodesRow> listWithoutCodes(@Param("after") long after, @Param("limit") int limit);

  List<TicketRow> lockWithoutCodes(@Param("id") long id);

  List<TicketRow> listLately(
      @Param("concern") Concern concern, @Param("since") Instant since, @Param("limit") int limit);

  @Nullable TicketRow find(@Param("id") long id);

  List<Long> listIds(@Param("after") long after, @Param("limit") int limit);

  long count();

  List<TicketRow> listAfter(@Param("after") long after, @Param("limit") int limit);

  List<TicketRow> list(@Param("openOnly") boolean openOnly, @Param("limit") int limit);

  List<Long> listIn(@Param("states") Collection<TicketState> states, @Param("limit") int limit);

  List<Long> listNewest(@Param("openOnly") boolean openOnly, @Param("limit") int limit);

  List<Long> lockDueIds(@Param("now") Instant now, @Param("limit") int limit);

  void putOff(@Param("id") long id, @Param("until") Instant until);

  void insert(TicketRow ticket);

  void update(@Param("ticket") TicketRow ticket, @Param("storedVersion") int storedVersion);

  void insertHistory(HistoryRow entry);

  List<HistoryRow> listHistory(@Param("ticketId") long ticketId);

  List<HistoryRow> listHistories(@Param("after") long after, @Param("upTo") long upTo);

  void insertEvidence(EvidenceRow evidence);

  List<EvidenceRow> listEvidence(@Param("ticketId") long ticketId);

  void deleteEvidence(EvidenceRow evidence);

  void insertLifted(LiftedRow lifted);

  List<LiftedRow> listLifted(@Param("ticketId") long ticketId);

  void deleteLifted(LiftedRow lifted);

  void insertWarning(WarningRow warning);

  List<WarningRow> listWarnings(@Param("ticketId") long ticketId);

  List<WarningRow> listOfAccount(@Param("account") String account, @Param("since") Instant since);

  void insertApproval(ApprovalRow approval);

  List<ApprovalRow> listApprovals(@Param("ticketId") long ticketId, @Param("round") int round);

  void deleteApproval(
      @Param("ticketId") long ticketId, @Param("round") int round, @Param("staff") String staff);

  List<ApprovalRow> listApprovalsBy(@Param("staff") String staff, @Param("since") Instant since);

  int countTotpSteps(@Param("staff") String staff, @Param("step") long step);

  void insertTotpStep(@Param("staff") String staff, @Param("step") long step);

  @Nullable DigitsRow lockDigits(@Param("staff") String staff);

  void beginDigits(@Param("staff") String staff);

  void saveDigits(DigitsRow row);

  List<TicketRow> listOthers(
      @Param("id") long id,
      @Param("account") @Nullable String account,
      @Param("requester") String requester,
      @Param("limit") int limit);

  List<TicketRow> listBeside(
      @Param("account") String account, @Param("id") long id, @Param("limit") int limit);

  int countBeside(@Param("account") String account, @Param("limit") int limit);

  Tickets.QueuePlace queuePlace(@Param("id") long id);

  void insertDeed(DeedRow deed);

  @Nullable DeedRow lastDeed(@Param("ticketId") long ticketId);

  void insertFollowUp(
      @Param("ticketId") long ticketId,
      @Param("staySince") Instant staySince,
      @Param("step") FollowUp step,
      @Param("at") Instant at);

  List<TicketRow> queue(@Param("limit") int limit);

  List<TicketRow> listTickets(@Param("ids") Collection<Long> ids);
}
