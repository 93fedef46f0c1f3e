package dev.latchkey.flow.proving;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.check.Chance;
import dev.latchkey.check.ChanceCheck;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.proof.Place;
import dev.latchkey.proof.PublicProof;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.TokenMaker;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an account has on record to prove with, as proofs that can be asked for. */
final class WantedProofs {
  /** 100 bits (issue 8 asks for 80). */
  private static final int TOKEN_LETTERS = 20;

  /** So many of a kind are asked for, those first that are on record for the longest time. */
  private static final int MOST_PLACES = 10;

  private static final String TOKEN_BEGINS = "recovery-";

  private final Policy policy;
  private final ChanceCheck chances;
  private final List<PublicProof> proofs;
  private final WhoLooks who;
  private final TokenMaker tokens;

  /**
   * @param proofs what can be shown in public
   */
  WantedProofs(Policy policy, List<PublicProof> proofs, TokenMaker tokens) {
    this.policy = policy;
    this.chances = new ChanceCheck(policy);
    this.proofs = List.copyOf(proofs);
    this.who = new WhoLooks(proofs);
    this.tokens = tokens;
  }

  /** All that is on record and would count, each with the same token. */
  Stream<AskedProof> of(FlowContext context, Ticket ticket, String token) {
    return context.account(ticket).stream()
        .flatMap(account -> of(context, ticket, account, token))
        .distinct()
        .collect(Collectors.groupingBy(AskedProof::kind, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(ofKind -> ofKind.stream().limit(MOST_PLACES));
  }

  private Stream<AskedProof> of(FlowContext context, Ticket ticket, Account account, String token) {
    return chances.find(account, ticket.openedAt()).stream()
        .filter(Chance::usable)
        .filter(chance -> asksFor(chance.kind()))
        .flatMap(
            chance ->
                places(ticket, account, chance)
                    .map(place -> asked(context, ticket, chance.kind(), place, token)));
  }

  private static boolean asksFor(EvidenceClass kind) {
    return switch (kind) {
      case BRANCH, SITE_FILE, DNS_TXT, SIGNATURE, PROFILE, VOUCHER -> true;
      case REGISTERED_SENDER,
          CODE,
          SECOND_CODE,
          UNPROVED_CODE,
          UNPROVED_SECOND_CODE,
          RECOVERY_CODE,
          SEEN ->
          false;
    };
  }

  /** The exact places where it is to be shown; the link itself where only a person can look. */
  private Stream<String> places(Ticket ticket, Account account, Chance chance) {
    List<String> shown = oldPlaces(ticket, account, chance.kind()).toList();
    return (shown.isEmpty() ? Stream.of(chance.place()) : shown.stream())
        .filter(place -> place.length() <= Evidence.LONGEST_SOURCE);
  }

  /**
   * Whether what was asked for is on record now since long enough before the request. It was when
   * it was asked for; whoever took an account may have put it there since.
   */
  boolean counts(FlowContext context, Ticket ticket, AskedProof asked) {
    return proofs.stream().noneMatch(proof -> proof.name().equals(asked.kind().name()))
        || context.account(ticket).stream()
            .flatMap(account -> oldPlaces(ticket, account, asked.kind()))
            .anyMatch(asked.place()::equals);
  }

  private Stream<String> oldPlaces(Ticket ticket, Account account, EvidenceClass kind) {
    return proofs.stream()
        .filter(proof -> proof.name().equals(kind.name()))
        .flatMap(proof -> proof.places(account).stream())
        .filter(place -> place.since().filter(at -> oldEnough(at, ticket)).isPresent())
        .map(Place::shown);
  }

  private boolean oldEnough(Instant since, Ticket ticket) {
    return !since.isAfter(ticket.openedAt().minus(policy.times().recentChange()));
  }

  /** One that is asked for from now on. */
  AskedProof asked(
      FlowContext context, Ticket ticket, EvidenceClass kind, String place, String token) {
    Instant until = context.now().plus(policy.times().proving());
    return new AskedProof(
        ticket.id(),
        kind,
        place,
        token,
        context.now(),
        until,
        Standing.OPEN,
        Optional.of(who.desk(kind) ? context.now().plus(policy.times().look()) : until),
        false);
  }

  /** One for all that is open of a ticket; that of what was stopped counts no more. */
  String token(FlowContext context, Ticket ticket) {
    return OpenProofs.of(context, ticket).stream()
        .map(AskedProof::token)
        .findFirst()
        .orElseGet(() -> TOKEN_BEGINS + tokens.code(TOKEN_LETTERS).toLowerCase(Locale.ROOT));
  }

  /** The same thing asked for, whenever and with whatever token. */
  static Predicate<AskedProof> sameAs(AskedProof one) {
    return other -> other.kind() == one.kind() && other.place().equals(one.place());
  }
}
