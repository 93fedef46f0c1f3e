package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Mailboxes;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Registration;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.AccountPhrase;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.ClaimPhrase;
import dev.latchkey.letter.phrase.EvidencePhrase;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.phrase.TicketPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.DoubtfulReasons;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that is known of a ticket, as staff read it: facts with their source and time. */
public final class CaseDetails {
  private static final int MOST_OTHERS = 10;
  private static final int MOST_BESIDE = 3;

  private final FlowContext context;
  private final CaseFile file;
  private final Ticket ticket;
  private final List<HistoryEntry> history;

  public CaseDetails(FlowContext context, CaseFile file) {
    this.context = context;
    this.file = file;
    this.ticket = file.ticket();
    this.history = context.work().tickets().history(ticket.id());
  }

  /** What people wrote, oldest first. */
  public List<Passage> messages() {
    return new CaseMessages(context, file, history).all();
  }

  /** What staff noted and did not take back, oldest first. */
  public List<Passage> notes() {
    return StaffNotes.of(history);
  }

  /** Files that came and that nobody is to open. */
  List<Phrase> unsafeFiles() {
    return context.work().messages().ofTicket(ticket.id()).stream()
        .flatMap(message -> UnsafeFiles.of(message.files(), message.from(), message.receivedAt()))
        .toList();
  }

  /** Its resets that were called off when they were ordered already. */
  List<Passage> calledOff() {
    return CalledOff.of(context, ticket);
  }

  /** Its resets that came to nothing. */
  List<Passage> failedResets() {
    return FailedResets.of(history);
  }

  /** What opened it again after its reset. */
  List<Passage> afterReset() {
    return AfterReset.of(history);
  }

  /** What the requester asked since the staff last wrote to them, question by question. */
  List<Passage> asks() {
    return AskedBesides.of(context, ticket, history);
  }

  /** What stands beside codes and the desk cannot tell, unless somebody lifted that warning. */
  List<Passage> besideCodes() {
    return WordsBesideCodes.of(context, file);
  }

  /** What may mean that the requester needs it no more. */
  List<Passage> perhapsOver() {
    return PerhapsOver.of(history);
  }

  /** What the directory says. */
  List<Phrase> account(Policy policy) {
    if (file.account().isEmpty()) {
      return List.of(
          context
              .unreadable(ticket)
              .<Phrase>map(why -> new AccountPhrase.Unreadable(why))
              .orElseGet(AccountPhrase.NoSuchAccount::new));
    }
    Account known = file.account().get();
    List<Phrase> facts = new ArrayList<>();
    facts.add(new AccountPhrase.AccountName(known.name()));
    for (RegisteredAddress address : known.addresses()) {
      List<Phrase> marks = marks(address);
      facts.add(
          marks.isEmpty()
              ? new AccountPhrase.Address(address.address())
              : new AccountPhrase.AddressWith(address.address(), marks));
    }
    if (!known.addresses().isEmpty()
        && known.addresses().stream().allMatch(address -> address.addedAt().isEmpty())) {
      facts.add(new AccountPhrase.AddressesUndated());
    }
    facts.add(new AccountPhrase.SecondFactor(known.secondFactor()));
    facts.add(new AccountPhrase.Publishes(known.published()));
    facts.add(new AccountPhrase.Critical(known.critical()));
    facts.addAll(RecordLines.of(policy, ticket, known));
    file.domains().stream()
        .sorted(Comparator.comparing(Registration::domain))
        .map(DomainLines::of)
        .forEach(facts::add);
    facts.addAll(SaidOtherwise.of(file, known));
    return facts;
  }

  private List<Phrase> marks(RegisteredAddress address) {
    List<Phrase> marks = new ArrayList<>();
    if (!address.verified()) {
      marks.add(new AccountPhrase.NotVerified());
    }
    address.addedAt().ifPresent(at -> marks.add(new AccountPhrase.Since(RecordLines.day(at))));
    address.removedAt().ifPresent(at -> marks.add(new AccountPhrase.Removed(RecordLines.day(at))));
    if (address.address().equals(ticket.requester())) {
      marks.add(new AccountPhrase.OfRequester());
    }
    return marks;
  }

  /**
   * What the requester says.
   *
   * @param doubtful which reasons only one reading of it sees
   */
  List<Phrase> claims(DoubtfulReasons doubtful) {
    Answers answers = ticket.answers();
    List<Phrase> claims = new ArrayList<>();
    claims.add(new ClaimPhrase.Requester(ticket.requester()));
    answers.accountName().ifPresent(name -> claims.add(new ClaimPhrase.NamedAccount(name)));
    answers.index().ifPresent(index -> claims.add(new ClaimPhrase.NamedSite(index)));
    if (ticket.concern().besidesRecovery()) {
      claims.add(new TicketPhrase.Besides(ticket.concern()));
    }
    if (!answers.reasons().isEmpty()) {
      claims.add(new ClaimPhrase.Reasons(answers.reasons()));
    }
    Set<Reason> seenOnce = doubtful.in(answers.details());
    if (!seenOnce.isEmpty()) {
      claims.add(new ClaimPhrase.ReasonsInDoubt(seenOnce));
    }
    if (answers.recoveryCodes().said()) {
      claims.add(new ClaimPhrase.CodesSaid(answers.recoveryCodes()));
    }
    if (!answers.addresses().isEmpty()) {
      claims.add(new ClaimPhrase.NamedAddresses(answers.addresses()));
    }
    if (!answers.projects().isEmpty()) {
      claims.add(new ClaimPhrase.NamedProjects(answers.projects()));
    }
    return claims;
  }

  /** What was proved, and when. */
  List<Phrase> evidence() {
    return Stream.concat(
            file.evidence().stream().map(CaseLines::seen),
            file.evidence().stream().flatMap(this::voucherAtHand))
        .toList();
  }

  /** Whoever owns a domain makes as many addresses there as they like. */
  private Stream<Phrase> voucherAtHand(Evidence piece) {
    return piece
        .address()
        .filter(voucher -> piece.kind() == EvidenceClass.VOUCHER)
        .filter(voucher -> Mailboxes.hands(voucher).equals(Mailboxes.hands(ticket.requester())))
        .<Phrase>map(
            voucher -> new EvidencePhrase.VoucherAtHand(voucher.toString(), ticket.requester()))
        .stream();
  }

  /** What was asked for and was not seen: a person may look where the desk cannot. */
  List<Phrase> awaited() {
    SaidProofs said = SaidProofs.of(context, ticket);
    return context.work().askedProofs().of(ticket.id()).stream()
        .filter(one -> one.standing() != AskedProof.Standing.SHOWN && !one.place().isEmpty())
        .<Phrase>map(
            one ->
                switch (one.standing()) {
                  case OPEN -> open(one, said);
                  case GIVEN_UP -> cannotBring(one);
                  case SHOWN, PASSED, STOPPED -> new EvidencePhrase.AskedInVain(one.place());
                })
        .toList();
  }

  private Phrase open(AskedProof one, SaidProofs said) {
    if (one.kind() == EvidenceClass.VOUCHER) {
      return new EvidencePhrase.AskedForWord(one.place(), one.until());
    }
    boolean it = said.unnamed() && OpenProofs.alone(context, ticket, one);
    if (one.awaited() && (it || said.named(one.kind()))) {
      return new EvidencePhrase.SaidToBeThere(one.place(), one.token());
    }
    return one.awaited() && said.unnamed()
        ? new EvidencePhrase.SaidSomethingIsThere(one.place(), one.token())
        : new EvidencePhrase.AskedFor(one.place(), one.token(), one.until());
  }

  private static Phrase cannotBring(AskedProof one) {
    return switch (one.kind()) {
      case VOUCHER -> new EvidencePhrase.CannotBringWord(one.place());
      case RECOVERY_CODE -> new EvidencePhrase.CannotBringSavedCode();
      default -> new EvidencePhrase.CannotBring(one.kind(), one.place());
    };
  }

  /** Other tickets about the account and of the requester, newest first. */
  List<Phrase> earlier() {
    List<Phrase> others = new ArrayList<>();
    LeadingClaim.taken(context, ticket).map(CasePhrase.StandsBeside::new).ifPresent(others::add);
    int beside = LeadingClaim.beside(context, ticket);
    if (beside > 0) {
      others.add(new CasePhrase.ClaimsBeside(beside));
      context
          .work()
          .tickets()
          .beside(ticket.account().orElseThrow(), ticket.id(), MOST_BESIDE)
          .stream()
          .map(other -> OtherTickets.of(context, ticket, other))
          .forEach(others::add);
    }
    context.work().tickets().others(ticket, MOST_OTHERS).stream()
        .map(other -> OtherTickets.of(context, ticket, other))
        .forEach(others::add);
    return others;
  }

  /** Letters of ours that came back. */
  List<Phrase> bounces() {
    return history.stream()
        .filter(entry -> entry.event() == TicketEvent.NOTICE_BOUNCED)
        .<Phrase>map(entry -> new MessagePhrase.CameBack(entry.cause().detail(), entry.at()))
        .toList();
  }

  /** Warnings that staff lifted, the oldest first. */
  List<Passage> lifted() {
    return file.lifted().stream()
        .map(
            it ->
                new Passage(
                    new EvidencePhrase.LiftedBy(it.kind(), it.by(), it.at()),
                    new Text(it.reason())))
        .toList();
  }

  /** Who approved it in this round, as it is now, and still may. */
  List<EmailAddress> approvers(StaffRoster staff) {
    return Approvals.said(context, file, staff);
  }

  /** The same, with the moment. */
  List<Phrase> approved(StaffRoster staff) {
    return approvers(staff).stream().map(this::approval).toList();
  }

  private Phrase approval(EmailAddress member) {
    Optional<HistoryEntry> entry =
        history.stream()
            .filter(it -> it.event() == TicketEvent.APPROVAL_RECORDED)
            .filter(it -> it.cause().actor().is(member))
            .reduce((earlier, later) -> later);
    return new EvidencePhrase.ApprovedBy(member, entry.map(HistoryEntry::at).orElse(context.now()));
  }
}
