package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Assessment;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A case for the staff: plain facts with source and time, and what they do not prove. */
public final class CaseText {

  /** The letter CASE, with the code of the one who gets it. */
  StaffLetter.Case of(FlowContext context, CaseFile file, TokenIssuer.Challenge<?> challenge) {
    Ticket ticket = file.ticket();
    Assessment assessment = file.assessment();
    List<Evidence> evidence = file.evidence();
    List<Phrase> seen =
        evidence.stream()
            .<Phrase>map(piece -> new Phrase.Seen(piece.kind(), piece.source(), piece.at()))
            .toList();
    Set<EvidenceClass> classes =
        evidence.stream().map(Evidence::kind).collect(Collectors.toUnmodifiableSet());
    return new StaffLetter.Case(
        challenge.code(),
        challenge.expiresAt(),
        account(file.account(), ticket),
        claims(ticket),
        seen,
        classes,
        warnings(assessment),
        duplicates(context, ticket),
        assessment.level(),
        assessment.approvers(),
        assessment.secondFactorNeeded(),
        assessment.coolingOff(),
        recommendation(assessment),
        ticket.answers().details().lines().limit(200).toList());
  }

  /** What speaks against it. */
  public static List<Phrase> warnings(Assessment assessment) {
    return assessment.warnings().stream()
        .<Phrase>map(
            warning ->
                warning.source().isEmpty()
                    ? new Phrase.WarnedOnly(warning.kind())
                    : new Phrase.Warned(warning.kind(), warning.source()))
        .toList();
  }

  private static List<Phrase> account(Optional<Account> account, Ticket ticket) {
    if (account.isEmpty()) {
      return List.of(new Phrase.NoSuchAccount());
    }
    Account known = account.get();
    List<Phrase> facts = new ArrayList<>();
    facts.add(new Phrase.AccountName(known.name()));
    for (RegisteredAddress address : known.addresses()) {
      List<Phrase> marks = marks(address, ticket);
      facts.add(
          marks.isEmpty()
              ? new Phrase.Address(address.address())
              : new Phrase.AddressWith(address.address(), marks));
    }
    facts.add(new Phrase.SecondFactor(known.secondFactor()));
    facts.add(new Phrase.Publishes(known.published()));
    facts.add(new Phrase.Critical(known.critical()));
    return facts;
  }

  private static List<Phrase> marks(RegisteredAddress address, Ticket ticket) {
    List<Phrase> marks = new ArrayList<>();
    if (!address.verified()) {
      marks.add(new Phrase.NotVerified());
    }
    address.addedAt().ifPresent(at -> marks.add(new Phrase.Since(at)));
    address.removedAt().ifPresent(at -> marks.add(new Phrase.Removed(at)));
    if (address.address().equals(ticket.requester())) {
      marks.add(new Phrase.OfRequester());
    }
    return marks;
  }

  private static List<Phrase> claims(Ticket ticket) {
    Answers answers = ticket.answers();
    List<Phrase> claims = new ArrayList<>();
    claims.add(new Phrase.Requester(ticket.requester()));
    answers.accountName().ifPresent(name -> claims.add(new Phrase.NamedAccount(name)));
    answers.index().ifPresent(index -> claims.add(new Phrase.NamedSite(index)));
    if (ticket.concern().besidesRecovery()) {
      claims.add(new Phrase.Besides(ticket.concern()));
    }
    if (!answers.reasons().isEmpty()) {
      claims.add(new Phrase.Reasons(answers.reasons()));
    }
    if (answers.recoveryCodes().said()) {
      claims.add(new Phrase.CodesSaid(answers.recoveryCodes()));
    }
    if (!answers.addresses().isEmpty()) {
      claims.add(new Phrase.NamedAddresses(answers.addresses()));
    }
    if (!answers.projects().isEmpty()) {
      claims.add(new Phrase.NamedProjects(answers.projects()));
    }
    return claims;
  }

  private static List<Phrase> duplicates(FlowContext context, Ticket ticket) {
    return context.work().tickets().openOfRequester(ticket.requester()).stream()
        .filter(other -> other.id() != ticket.id())
        .limit(10)
        .map(CaseText::other)
        .toList();
  }

  private static Phrase other(Ticket ticket) {
    return ticket
        .account()
        .<Phrase>map(name -> new Phrase.OtherTicket(ticket.reference(), name, ticket.state()))
        .orElseGet(() -> new Phrase.OtherTicketWithoutAccount(ticket.reference(), ticket.state()));
  }

  private static Phrase recommendation(Assessment assessment) {
    if (assessment.recommended()) {
      return new Phrase.Recommended(assessment.points(), assessment.groups());
    }
    return assessment.level() == Level.FLOOR
        ? new Phrase.NotPossible(assessment.lacking())
        : new Phrase.NotRecommended(assessment.lacking());
  }
}
