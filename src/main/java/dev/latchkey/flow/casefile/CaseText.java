package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Assessment;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.CommandNews.News;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.CaseApproval;
import dev.latchkey.letter.CaseGist;
import dev.latchkey.letter.CaseNews;
import dev.latchkey.letter.CaseProofs;
import dev.latchkey.letter.CaseRecord;
import dev.latchkey.letter.CaseWords;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.EvidencePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Tickets.QueuePlace;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.DoubtfulReasons;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A case for the staff: what they decide by on its first lines, then everything that is known. */
public final class CaseText {
  private final CourtesySchedule courtesy;
  private final Policy policy;
  private final DoubtfulReasons doubtful;
  private final StaffRoster staff;

  public CaseText(
      CourtesySchedule courtesy, Policy policy, DoubtfulReasons doubtful, StaffRoster staff) {
    this.staff = staff;
    this.courtesy = courtesy;
    this.policy = policy;
    this.doubtful = doubtful;
  }

  /** Who of the staff gets it. */
  public record Reader(
      EmailAddress address, boolean approver, boolean alwaysDigits, boolean canApprove) {}

  /**
   * The letter CASE, with the code of the one who gets it.
   *
   * @param last the token of the case that they got before
   * @param answer what the requester answered, if that is why they get it
   * @param news the command that they get it after
   * @param together names of proofs that would make more possible together, each way a list
   */
  public StaffLetter.Case of(
      FlowContext context,
      CaseFile file,
      Optional<IssuedToken> last,
      Challenge<?> challenge,
      CaseAnswer answer,
      List<List<String>> together,
      News news,
      Reader reader) {
    Ticket ticket = file.ticket();
    Assessment assessment = file.assessment();
    Set<EvidenceClass> classes =
        file.evidence().stream().map(Evidence::kind).collect(Collectors.toUnmodifiableSet());
    QueuePlace queue = context.work().tickets().queuePlace(ticket);
    CaseDetails facts = new CaseDetails(context, file);
    List<EmailAddress> approvers = facts.approvers(staff);
    boolean mine = file.isByHandOf(reader.address());
    boolean mayApprove = reader.canApprove() && !Concerned.in(file).is(reader.address());
    boolean given = mayApprove && approvers.contains(reader.address());
    int needed =
        file.approversNeeded(approvers.isEmpty() && mine ? List.of(reader.address()) : approvers);
    return new StaffLetter.Case(
        new CaseGist(
            CaseLines.name(file),
            CaseLines.asked(ticket),
            ticket.answers().reasons().stream().sorted().findFirst(),
            Duration.between(ticket.openedAt(), context.now()),
            ticket.requester(),
            ticket.language(),
            standing(file),
            CaseLines.recommendation(assessment),
            assessment.level(),
            queue.before() + 1,
            queue.others() + 1,
            proved(file),
            warned(context, file),
            file.newAddress(),
            DomainFacts.confirmed(context, ticket)),
        new CaseApproval(
            challenge.code(),
            challenge.expiresAt(),
            courtesy.executeAt(assessment.coolingOff(), context.now()),
            needed,
            approvers.size(),
            facts.approved(staff),
            file.secondFactorNeeded() || reader.alwaysDigits(),
            mayApprove && !given,
            given,
            mine && reader.approver()),
        new CaseNews(
            last.map(before -> CaseChanges.since(context, file, before)).orElse(List.of()),
            answer.question(),
            answer.words(),
            answer.files(),
            news.done(),
            news.words()),
        new CaseWords(
            facts.besideCodes(),
            facts.calledOff(),
            facts.failedResets(),
            facts.afterReset(),
            facts.asks(),
            facts.perhapsOver(),
            facts.messages(),
            facts.unsafeFiles(),
            facts.notes()),
        new CaseRecord(
            facts.account(policy), facts.claims(doubtful), facts.earlier(), facts.bounces()),
        new CaseProofs(
            facts.evidence(),
            classes,
            facts.awaited(),
            facts.lifted(),
            assessment.openers(),
            together.stream().map(this::together).toList(),
            recordable(assessment, together, reader),
            vouchable(context, file),
            liftable(assessment)));
  }

  /** What the reader may record and the case lacks. */
  private List<Phrase> recordable(
      Assessment assessment, List<List<String>> together, Reader reader) {
    return assessment.recommended()
        ? List.of()
        : policy.recordable(reader.approver()).stream()
            .filter(
                name ->
                    policy.own().containsKey(name)
                        || opens(assessment, name)
                        || together.stream().anyMatch(way -> way.contains(name)))
            .<Phrase>map(EvidencePhrase.SawLine::new)
            .toList();
  }

  private Phrase together(List<String> names) {
    return new EvidencePhrase.Together(
        names.stream()
            .<Phrase>map(
                name ->
                    policy.own().containsKey(name)
                        ? new EvidencePhrase.OwnProof(name)
                        : new EvidencePhrase.ProofOf(EvidenceClass.valueOf(name)))
            .toList());
  }

  /** The co-owners who may be asked to vouch, where that would add to the case. */
  private List<Phrase> vouchable(FlowContext context, CaseFile file) {
    boolean helps =
        !file.assessment().recommended()
            && file.ticket().accepts(TicketEvent.PROOFS_ASKED)
            && file.evidence().stream().noneMatch(piece -> piece.kind() == EvidenceClass.VOUCHER);
    return helps
        ? CoOwners.askable(context, file.ticket(), policy).stream()
            .<Phrase>map(EvidencePhrase.VouchLine::new)
            .toList()
        : List.of();
  }

  private static boolean opens(Assessment assessment, String name) {
    return assessment.openers().contains(EvidenceClass.valueOf(name));
  }

  private static List<Phrase> liftable(Assessment assessment) {
    return assessment.warnings().stream()
        .map(Warning::kind)
        .distinct()
        .<Phrase>map(kind -> new EvidencePhrase.LiftLine(kind.name(), kind))
        .toList();
  }

  private static Phrase warned(FlowContext context, CaseFile file) {
    List<Phrase> warnings = CaseLines.warnings(context, file);
    return warnings.isEmpty()
        ? new EvidencePhrase.NothingWarned()
        : new EvidencePhrase.WarnedOf(warnings);
  }

  private static Phrase proved(CaseFile file) {
    return file.evidence().isEmpty()
        ? new EvidencePhrase.ProvedNothing()
        : new EvidencePhrase.Proved(file.evidence().stream().map(CaseLines::shortly).toList());
  }

  private static Phrase standing(CaseFile file) {
    Optional<RegisteredAddress> known =
        file.account().stream()
            .flatMap(account -> account.addresses().stream())
            .filter(address -> address.address().equals(file.ticket().requester()))
            .findFirst();
    if (known.isEmpty()) {
      return new CasePhrase.NotRegistered();
    }
    Optional<Instant> since = known.get().addedAt();
    if (!known.get().current()) {
      return new CasePhrase.WasRegistered();
    }
    // A directory's day is one of UTC, and so is its year: in the desk's zone it could be another.
    return since
        .<Phrase>map(at -> new CasePhrase.RegisteredSince(at.atZone(ZoneOffset.UTC).getYear()))
        .orElseGet(CasePhrase.Registered::new);
  }
}
