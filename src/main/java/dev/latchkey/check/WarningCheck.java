package dev.latchkey.check;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Warning.Kind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what speaks against a recovery. */
final class WarningCheck {
  /** Between the parts of the name of a domain. */
  private static final String SEPARATORS = ".-";

  private final Policy policy;
  private final DomainCheck domains;

  WarningCheck(Policy policy) {
    this.policy = policy;
    this.domains = new DomainCheck(policy.times().recentChange());
  }

  /** The recorded warnings that still count, and what the directory shows now. */
  List<Warning> find(AssuranceCheck.Facts facts, Instant now) {
    Ticket ticket = facts.ticket();
    Optional<Account> account = facts.account();
    List<Warning> recorded = facts.recorded();
    Optional<EmailAddress> newAddress =
        AssuranceCheck.newAddress(ticket, account, facts.evidence());
    Map<String, Registration> registrations = facts.registrations();
    List<Warning> warnings = new ArrayList<>();
    for (Warning warning : recorded) {
      boolean past =
          warning.kind().ofAccount()
              && warning.at().isBefore(now.minus(policy.times().objectionCounts()));
      if (!past) {
        warnings.add(warning);
      }
    }
    if (account.isEmpty()) {
      return warnings;
    }
    domains.find(ticket, account.get(), newAddress, facts.evidence(), registrations).stream()
        .filter(found -> warnings.stream().noneMatch(it -> same(it, found)))
        .forEach(warnings::add);
    // Whoever asks from an address of the account imitates no other one of it.
    boolean own = account.get().registers(ticket.requester());
    Instant recent = now.minus(policy.times().recentChange());
    for (RegisteredAddress address : account.get().addresses()) {
      boolean changed =
          address.addedAt().filter(at -> at.isAfter(recent)).isPresent()
              || address.removedAt().filter(at -> at.isAfter(recent)).isPresent();
      if (changed) {
        warnings.add(new Warning(Kind.ADDRESS_CHANGED, address.address().toString(), now));
      }
      if (address.current() && !own && looksLike(ticket.requester(), address.address())) {
        warnings.add(
            new Warning(
                Kind.LOOKALIKE_ADDRESS, ticket.requester() + " ~ " + address.address(), now));
      }
    }
    Instant old = ticket.openedAt().minus(policy.times().recentChange());
    Stream.concat(
            account.get().links().stream()
                .filter(link -> link.since().filter(at -> at.isAfter(old)).isPresent())
                .map(link -> link.address().toString()),
            account.get().keys().stream()
                .filter(key -> key.since().filter(at -> at.isAfter(old)).isPresent())
                .map(key -> key.kind().name()))
        .forEach(what -> warnings.add(new Warning(Kind.LINK_CHANGED, what, now)));
    account
        .get()
        .secondFactorChangedAt()
        .filter(at -> at.isAfter(recent))
        .ifPresent(at -> warnings.add(new Warning(Kind.SECOND_FACTOR_CHANGED, at.toString(), now)));
    return warnings;
  }

  private static boolean same(Warning one, Warning other) {
    return one.kind() == other.kind() && one.source().equals(other.source());
  }

  /**
   * Whether somebody may take one address for the other: they are one slip of a finger or one
   * similar letter apart, or the same name stands before a domain that begins as the other one
   * does.
   */
  static boolean looksLike(EmailAddress one, EmailAddress other) {
    if (one.equals(other)) {
      return false;
    }
    String first = skeleton(one.toString());
    String second = skeleton(other.toString());
    return first.equals(second)
        || oneEditApart(first, second)
        || (skeleton(one.local()).equals(skeleton(other.local()))
            && (beginsAs(one.domain(), other.domain()) || beginsAs(other.domain(), one.domain())));
  }

  /** {@code mail.example.attacker.example} and {@code mail-example.com} begin as mail.example. */
  private static boolean beginsAs(String domain, String other) {
    String whole = joined(other);
    return IntStream.range(1, domain.length())
        .filter(at -> SEPARATORS.indexOf(domain.charAt(at)) >= 0)
        .anyMatch(at -> joined(domain.substring(0, at)).equals(whole));
  }

  private static String joined(String domain) {
    return skeleton(domain.replace(".", "").replace("-", ""));
  }

  /** Letters that look alike in most fonts become one. */
  private static String skeleton(String address) {
    return address
        .replace("rn", "m")
        .replace("vv", "w")
        .replace('0', 'o')
        .replace('1', 'l')
        .replace('i', 'l')
        .replace('5', 's');
  }

  private static boolean oneEditApart(String first, String second) {
    String longer = first.length() >= second.length() ? first : second;
    String shorter = first.length() >= second.length() ? second : first;
    if (longer.length() - shorter.length() > 1) {
      return false;
    }
    int same = 0;
    while (same < shorter.length() && longer.charAt(same) == shorter.charAt(same)) {
      same++;
    }
    int skip = longer.length() == shorter.length() ? 1 : 0;
    return longer
        .substring(Math.min(same + 1, longer.length()))
        .equals(shorter.substring(Math.min(same + skip, shorter.length())));
  }
}
