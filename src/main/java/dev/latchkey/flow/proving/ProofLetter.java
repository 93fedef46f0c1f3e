package dev.latchkey.flow.proving;

import dev.latchkey.accounts.SavedCodes;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.AnyAccount;
import dev.latchkey.flow.casefile.DomainFacts;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.letter.Asking;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.ProofWay;
import dev.latchkey.proof.Marker;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes PROOF_WANTED: all that is open of a ticket, and a saved code where one is checked. */
final class ProofLetter {
  private final Policy policy;
  private final ProofWays ways;
  private final WhoLooks who;
  private final TokenIssuer issuer;
  private final Letters letters;
  private final boolean codesChecked;

  /**
   * @param any what is asked for of every account
   * @param marker how files and DNS records of the desk are named
   * @param who who looks for what is shown
   * @param codes who checks recovery codes; {@link SavedCodes#NONE} where nobody does
   */
  ProofLetter(
      Policy policy,
      AnyAccount any,
      Marker marker,
      WhoLooks who,
      SavedCodes codes,
      TokenIssuer issuer,
      Letters letters) {
    this.policy = policy;
    this.who = who;
    this.ways = new ProofWays(any, marker);
    this.codesChecked = !codes.equals(SavedCodes.NONE);
    this.issuer = issuer;
    this.letters = letters;
  }

  /** Writes what is open; something is. */
  void write(FlowContext context, Ticket ticket, Asking asking, String key) {
    OpenProofs.renew(context, ticket, policy.times().proving());
    List<AskedProof> open = OpenProofs.of(context, ticket);
    boolean named = OpenProofs.named(context, ticket);
    List<AskedProof> others =
        open.stream().filter(one -> one.kind() != EvidenceClass.RECOVERY_CODE).toList();
    List<ProofWay> all = new ArrayList<>(others.isEmpty() ? List.of() : ways.of(others, named));
    if (offersSavedCode(context, ticket)) {
      all.add(new ProofWay.SavedCode());
    }
    letters.toRequester(
        context,
        ticket,
        new EvidenceLetter.ProofWanted(
            asking,
            asking == Asking.MAILBOX_LOST ? Understood.of(ticket.answers()) : List.of(),
            all.get(0),
            all.subList(1, all.size()),
            until(context, ticket),
            named ? open.stream().anyMatch(who::people) : who.people() && !others.isEmpty(),
            (named ? open : others).stream().anyMatch(one -> !named || who.desk(one.kind())),
            policy.times().look(),
            policy.countsWhatPeopleSee(),
            named || DomainFacts.confirmed(context, ticket) ? "" : issuer.confirm(context, ticket),
            context.personReads()),
        key);
  }

  /**
   * Till when the first of them may be shown; the others may be as long at the least. A request
   * that is closed sooner, where nothing comes, waits for none of them.
   */
  private static Instant until(FlowContext context, Ticket ticket) {
    Instant shown = shown(context, ticket);
    return context.nextDays(ticket).deadline().filter(shown::isAfter).orElse(shown);
  }

  private static Instant shown(FlowContext context, Ticket ticket) {
    return Stream.of(OpenProofs.told(context, ticket), OpenProofs.of(context, ticket))
        .flatMap(
            open -> open.stream().map(AskedProof::until).min(Comparator.naturalOrder()).stream())
        .findFirst()
        .orElseThrow();
  }

  /** Whether a saved code would be checked, and none was accepted yet. */
  boolean offersSavedCode(FlowContext context, Ticket ticket) {
    return codesChecked
        && context.work().proofs().of(ticket.id()).stream()
            .noneMatch(piece -> piece.kind() == EvidenceClass.RECOVERY_CODE);
  }
}
