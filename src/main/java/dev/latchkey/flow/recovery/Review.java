package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Assessment;
import dev.latchkey.check.AssuranceCheck;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.StaffMember;
import dev.latchkey.trust.StaffRoster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts a finished case before the staff: each gets a mail, a reply address and a code of their own.
 */
public final class Review {
  private final AssuranceCheck assurance;
  private final Policy policy;
  private final StaffRoster staff;
  private final Letters letters;
  private final TokenIssuer issuer;
  private final CaseText caseText;
  private final WaitingTime queue;

  public Review(
      AssuranceCheck assurance,
      Policy policy,
      StaffRoster staff,
      Letters letters,
      TokenIssuer issuer,
      CaseText caseText,
      WaitingTime queue) {
    this.assurance = assurance;
    this.policy = policy;
    this.staff = staff;
    this.letters = letters;
    this.issuer = issuer;
    this.caseText = caseText;
    this.queue = queue;
  }

  /** Weighs the evidence of a ticket as it is now. */
  public Assessment assess(FlowContext turn, Ticket ticket) {
    List<Warning> recorded = new ArrayList<>(turn.work().evidence().warnings(ticket.id()));
    ticket
        .account()
        .ifPresent(
            account ->
                turn
                    .work()
                    .evidence()
                    .objections(account, turn.now().minus(policy.objectionCounts()))
                    .stream()
                    .filter(objection -> !recorded.contains(objection))
                    .forEach(recorded::add));
    return assurance.assess(
        ticket, turn.account(ticket), turn.work().evidence().of(ticket.id()), recorded, turn.now());
  }

  /** What a decision is bound to: the case as it was shown. Any change of it changes the digest. */
  public String digest(FlowContext turn, Ticket ticket) {
    Assessment assessment = assess(turn, ticket);
    Optional<Account> account = turn.account(ticket);
    String shown =
        String.join(
            "\n",
            ticket.reference().toString(),
            "round " + ticket.round(),
            "account " + account.map(Account::key).orElse("-"),
            "addresses " + account.map(Account::addresses).orElse(List.of()),
            "level " + assessment.level() + " " + assessment.asked(),
            "evidence "
                + turn.work().evidence().of(ticket.id()).stream()
                    .map(piece -> piece.kind() + " " + piece.source())
                    .sorted()
                    .collect(Collectors.joining(", ")),
            "warnings "
                + assessment.warnings().stream()
                    .map(warning -> warning.kind() + " " + warning.source())
                    .sorted()
                    .collect(Collectors.joining(", ")));
    return CaseDigest.of(shown);
  }

  /** Sends the case to every active approver and tells the requester. */
  public void putBeforeStaff(FlowContext turn, Ticket ticket) {
    sendCase(turn, ticket, "round " + ticket.round());
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("place", queue.length(turn.now()));
    values.put("span", queue.span(turn.now()).orElse(null));
    letters.toRequester(turn, ticket, Letter.IN_REVIEW, "round " + ticket.round(), values);
  }

  /** Sends the case once more; what it says may have changed. */
  public void sendCase(FlowContext turn, Ticket ticket, String key) {
    Assessment assessment = assess(turn, ticket);
    String digest = digest(turn, ticket);
    for (StaffMember member : staff.active()) {
      TokenIssuer.Challenge challenge = issuer.decide(turn, ticket, member.address(), digest);
      Map<String, @Nullable Object> values = new HashMap<>(caseText.of(turn, ticket, assessment));
      values.put("code", challenge.code());
      values.put("expiresAt", challenge.expiresAt());
      letters.toStaff(
          turn, ticket, member.address(), Letter.CASE, challenge.replyTo(), key, values);
    }
  }
}
