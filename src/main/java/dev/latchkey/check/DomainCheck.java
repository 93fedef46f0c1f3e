package dev.latchkey.check;

import crawlercommons.domains.EffectiveTldFinder;
import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Registration.Told;
import dev.latchkey.check.Warning.Kind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds addresses whose domain lapsed, or was registered again after the address was set: whoever
 * registered it reads the mail of whoever had it before. What is not known is no warning.
 */
public final class DomainCheck {
  /** Directories and registries write days where others write moments. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private final Duration recent;

  /**
   * @param recent how young a domain is that warns where it is not known how old the address is
   */
  public DomainCheck(Duration recent) {
    this.recent = recent;
  }

  /**
   * The domain that somebody registered, by the public suffix list without its private part: {@code
   * mail.corp.co.uk} is of {@code corp.co.uk}, and {@code dora.github.io} of {@code github.io}.
   * Empty for a public suffix itself.
   */
  public static Optional<String> registrable(EmailAddress address) {
    String domain = address.domain();
    String assigned = EffectiveTldFinder.getAssignedDomain(domain, true, true);
    if (assigned != null) {
      return Optional.of(assigned);
    }
    // The list does not know the suffix, or knows it as one below which there is nothing here.
    int last = domain.lastIndexOf('.');
    int before = domain.lastIndexOf('.', last - 1);
    String two = domain.substring(before + 1);
    boolean known = EffectiveTldFinder.getEffectiveTLD(domain, true) != null;
    return last < 0 || known ? Optional.empty() : Optional.of(two);
  }

  /**
   * The domains that matter to a ticket: of the addresses that prove something, and of the one that
   * the account would get, once it is confirmed.
   */
  public static Set<String> domains(Ticket ticket, Optional<Account> account, boolean confirmed) {
    Set<String> domains = new TreeSet<>();
    account.map(Account::provable).orElse(List.of()).stream()
        .flatMap(address -> registrable(address).stream())
        .forEach(domains::add);
    boolean wanted = ticket.answers().reasons().contains(Reason.LOST_EMAIL_ACCESS) && confirmed;
    if (wanted && account.isPresent()) {
      registrable(ticket.requester()).ifPresent(domains::add);
    }
    return domains;
  }

  /**
   * What speaks against a recovery.
   *
   * @param newAddress the address that the account would get
   * @param known what is known of domains, by domain
   */
  List<Warning> find(
      Ticket ticket,
      Account account,
      Optional<EmailAddress> newAddress,
      Map<String, Registration> known) {
    List<Warning> warnings = new ArrayList<>();
    for (RegisteredAddress address : account.addresses()) {
      if (address.current() && address.verified()) {
        warn(ticket, address.address(), address.addedAt(), known).ifPresent(warnings::add);
      }
    }
    newAddress.flatMap(it -> warn(ticket, it, Optional.empty(), known)).ifPresent(warnings::add);
    return warnings.stream().distinct().toList();
  }

  private Optional<Warning> warn(
      Ticket ticket, EmailAddress address, Optional<Instant> set, Map<String, Registration> known) {
    Optional<String> domain = registrable(address);
    return domain
        .flatMap(name -> Optional.ofNullable(known.get(name)))
        .flatMap(Registration::told)
        .flatMap(
            told ->
                seen(ticket, set, domain.get(), told)
                    .map(source -> new Warning(Kind.DOMAIN_LAPSED, source, told.at())));
  }

  /** What it is seen in; another day is another warning, also where the one before was lifted. */
  private Optional<String> seen(Ticket ticket, Optional<Instant> set, String domain, Told told) {
    Instant lately = ticket.openedAt().minus(recent);
    Instant limit = set.map(at -> at.plus(TOLERANCE)).orElse(lately);
    if (!told.registered()) {
      // Deeper ones may be with a registry that is not the one that was asked.
      return Optional.of(domain).filter(name -> name.indexOf('.') == name.lastIndexOf('.'));
    }
    Optional<Instant> when =
        told.since()
            .filter(limit::isBefore)
            .or(() -> told.transferred().filter(lately::isBefore).filter(limit::isBefore));
    if (when.isPresent()) {
      return Optional.of(domain + " " + when.get().atZone(ZoneOffset.UTC).toLocalDate());
    }
    return told.lapsed() ? Optional.of(domain) : Optional.empty();
  }
}
