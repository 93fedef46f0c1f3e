package dev.latchkey.store;

import dev.latchkey.check.Evidence;
import dev.latchkey.check.Lifted;
import dev.latchkey.check.Warning;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.TicketMapper.ApprovalRow;
import dev.latchkey.store.TicketMapper.EvidenceRow;
import dev.latchkey.store.TicketMapper.LiftedRow;
import dev.latchkey.store.TicketMapper.WarningRow;
import dev.latchkey.ticket.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Evidence, warnings and approvals of the tickets of a {@link UnitOfWork}. */
public final class Proofs {
  private static final int MOST_OF_ACCOUNT = 10;
  private final TicketMapper mapper;
  private final Tickets tickets;
  private final Map<Long, List<Evidence>> evidence = new HashMap<>();
  private final Map<Long, List<Warning>> warnings = new HashMap<>();
  private final List<EvidenceRow> newEvidence = new ArrayList<>();
  private final List<WarningRow> newWarnings = new ArrayList<>();
  private final List<EvidenceRow> goneEvidence = new ArrayList<>();
  private final Map<Long, List<Lifted>> lifted = new HashMap<>();
  private final List<LiftedRow> newLifted = new ArrayList<>();
  private final List<LiftedRow> goneLifted = new ArrayList<>();
  private final List<ApprovalRow> newApprovals = new ArrayList<>();
  private final Set<Approval> takenBack = new HashSet<>();

  private record Approval(long ticketId, int round, String staff) {}

  Proofs(TicketMapper mapper, Tickets tickets) {
    this.mapper = mapper;
    this.tickets = tickets;
  }

  /** Evidence of a ticket, oldest first. */
  public List<Evidence> of(long ticketId) {
    return List.copyOf(list(ticketId));
  }

  /** Keeps a piece of evidence; false when this class from this source is there already. */
  public boolean add(long ticketId, Evidence piece) {
    List<Evidence> known = list(ticketId);
    if (known.stream()
        .anyMatch(e -> e.name().equals(piece.name()) && e.source().equals(piece.source()))) {
      return false;
    }
    known.add(piece);
    newEvidence.add(EvidenceRow.of(ticketId, piece));
    return true;
  }

  /** Takes a piece of evidence back, as it was kept. */
  public void remove(long ticketId, Evidence piece) {
    list(ticketId).remove(piece);
    EvidenceRow row = EvidenceRow.of(ticketId, piece);
    if (!newEvidence.remove(row)) {
      goneEvidence.add(row);
    }
  }

  /** Recorded warnings of a ticket, oldest first. */
  public List<Warning> warnings(long ticketId) {
    return List.copyOf(warningList(ticketId));
  }

  /**
   * Keeps a warning, unless this kind from this source is there already. An owner who objects, or
   * staff who freeze, once more are heard once more, whatever was lifted.
   */
  public void add(long ticketId, Warning warning) {
    if (warning.kind().ofAccount()) {
      letStand(ticketId, warning.kind(), warning.source());
    }
    List<Warning> known = warningList(ticketId);
    if (known.stream()
        .noneMatch(w -> w.kind() == warning.kind() && w.source().equals(warning.source()))) {
      known.add(warning);
      newWarnings.add(new WarningRow(ticketId, warning.kind(), warning.source(), warning.at()));
    }
  }

  /** Whether a person lifted a warning of a ticket. */
  public boolean lifted(long ticketId, Warning warning) {
    return liftedList(ticketId).stream().anyMatch(lifted -> lifted.covers(warning));
  }

  /** The warnings of a ticket that a person lifted, the oldest first. */
  public List<Lifted> lifted(long ticketId) {
    return List.copyOf(liftedList(ticketId));
  }

  /** Keeps that a person found a warning to be no reason to stop. */
  public void lift(long ticketId, Lifted lifted) {
    letStand(ticketId, lifted.kind(), lifted.source());
    liftedList(ticketId).add(lifted);
    newLifted.add(LiftedRow.of(ticketId, lifted));
  }

  /** A warning that was lifted stands again. */
  public void letStand(long ticketId, Warning.Kind kind, String source) {
    for (Lifted lifted : lifted(ticketId)) {
      if (lifted.kind() == kind && lifted.source().equals(source)) {
        liftedList(ticketId).remove(lifted);
        LiftedRow row = LiftedRow.of(ticketId, lifted);
        if (!newLifted.remove(row)) {
          goneLifted.add(row);
        }
      }
    }
  }

  private List<Lifted> liftedList(long ticketId) {
    List<Lifted> known = lifted.get(ticketId);
    if (known == null) {
      known = new ArrayList<>();
      if (!tickets.isNew(ticketId)) {
        mapper.listLifted(ticketId).stream().map(LiftedRow::lifted).forEach(known::add);
      }
      lifted.put(ticketId, known);
    }
    return known;
  }

  /** What stands in all recoveries of an account since then; ten at most. */
  public List<Warning> ofAccount(String account, Instant since) {
    return standing(account, since).map(Proofs::warning).toList();
  }

  /** The tickets of the account that such warnings stand in since then. */
  public List<Reference> ticketsOf(
      String account, Warning.Kind kind, String source, Instant since) {
    return standing(account, since)
        .filter(row -> row.kind() == kind && row.source().equals(source))
        .map(row -> new Reference(row.ticketId()))
        .distinct()
        .toList();
  }

  private Stream<TicketMapper.WarningRow> standing(String account, Instant since) {
    return Stream.concat(
            mapper.listOfAccount(account, since).stream()
                .filter(row -> tickets.mayBeAbout(row.ticketId(), account)),
            newWarnings.stream()
                .filter(row -> row.kind().ofAccount())
                .filter(row -> row.at().isAfter(since))
                .filter(row -> tickets.load(row.ticketId()).account().equals(Optional.of(account))))
        .limit(MOST_OF_ACCOUNT);
  }

  /** Who approved a ticket in a round. */
  public List<EmailAddress> approvers(long ticketId, int round) {
    return approvals(ticketId, round).map(row -> EmailAddress.of(row.staff())).toList();
  }

  /**
   * Who approved it in a round as it is now, and since then: {@code digest} is that of the case.
   */
  public List<EmailAddress> approvers(long ticketId, int round, String digest, Instant since) {
    return approvals(ticketId, round)
        .filter(row -> row.digest().equals(digest) && row.at().isAfter(since))
        .map(row -> EmailAddress.of(row.staff()))
        .toList();
  }

  /**
   * Takes back what was approved in a round before the case was what {@code digest} stands for, or
   * before {@code since}.
   */
  public void takeBackOthers(long ticketId, int round, String digest, Instant since) {
    List<ApprovalRow> others =
        approvals(ticketId, round)
            .filter(row -> !row.digest().equals(digest) || !row.at().isAfter(since))
            .toList();
    newApprovals.removeAll(others);
    others.forEach(row -> takenBack.add(new Approval(ticketId, round, row.staff())));
  }

  private Stream<ApprovalRow> approvals(long ticketId, int round) {
    return Stream.concat(
        mapper.listApprovals(ticketId, round).stream()
            .filter(row -> !takenBack.contains(new Approval(ticketId, round, row.staff()))),
        newApprovals.stream().filter(r -> r.ticketId() == ticketId && r.round() == round));
  }

  /**
   * Keeps an approval.
   *
   * @param newAddress what the account's address is to be; empty when it stays
   */
  public void approve(
      long ticketId,
      int round,
      EmailAddress staff,
      Instant at,
      String digest,
      Optional<EmailAddress> newAddress) {
    newApprovals.add(
        new ApprovalRow(
            ticketId,
            round,
            staff.toString(),
            at,
            digest,
            newAddress.map(EmailAddress::toString).orElse(null)));
  }

  /** The address that was approved in a round for the account; empty when its own stay. */
  public Optional<EmailAddress> approvedAddress(long ticketId, int round) {
    return approvals(ticketId, round)
        .flatMap(row -> Optional.ofNullable(row.newAddress()).stream())
        .map(EmailAddress::of)
        .findFirst();
  }

  /** Takes an approval back that was kept in an earlier transaction. */
  public void takeBack(long ticketId, int round, EmailAddress staff) {
    takenBack.add(new Approval(ticketId, round, staff.toString()));
  }

  /** The approvals that a staff member gave since then, the oldest first. */
  public List<Given> approvalsBy(EmailAddress staff, Instant since) {
    return Stream.concat(
            mapper.listApprovalsBy(staff.toString(), since).stream(),
            newApprovals.stream()
                .filter(row -> row.staff().equals(staff.toString()) && row.at().isAfter(since)))
        .map(row -> new Given(row.ticketId(), row.at()))
        .toList();
  }

  /** That a ticket was approved by somebody, and when. */
  public record Given(long ticketId, Instant at) {}

  void flush() {
    goneEvidence.forEach(mapper::deleteEvidence);
    goneLifted.forEach(mapper::deleteLifted);
    newEvidence.forEach(mapper::insertEvidence);
    newWarnings.forEach(mapper::insertWarning);
    newLifted.forEach(mapper::insertLifted);
    takenBack.forEach(it -> mapper.deleteApproval(it.ticketId(), it.round(), it.staff()));
    newApprovals.forEach(mapper::insertApproval);
  }

  private List<Evidence> list(long ticketId) {
    List<Evidence> known = evidence.get(ticketId);
    if (known == null) {
      known = new ArrayList<>();
      if (!tickets.isNew(ticketId)) {
        mapper.listEvidence(ticketId).stream().map(EvidenceRow::evidence).forEach(known::add);
      }
      evidence.put(ticketId, known);
    }
    return known;
  }

  private List<Warning> warningList(long ticketId) {
    List<Warning> known = warnings.get(ticketId);
    if (known == null) {
      known = new ArrayList<>();
      if (!tickets.isNew(ticketId)) {
        mapper.listWarnings(ticketId).stream().map(Proofs::warning).forEach(known::add);
      }
      warnings.put(ticketId, known);
    }
    return known;
  }

  static Warning warning(WarningRow row) {
    return new Warning(row.kind(), row.source(), row.at());
  }
}
