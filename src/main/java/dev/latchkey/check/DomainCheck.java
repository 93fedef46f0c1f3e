package dev.latchkey.check;

import crawlercommons.domains.EffectiveTldFinder;
import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.Link;
import dev.latchkey.check.Registration.Told;
import dev.latchkey.check.Warning.Kind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds addresses and sites whose domain lapsed, or was registered again after they were set:
 * whoever registered it reads the mail of whoever had it before, and puts files where theirs were.
 * What is not known is no warning.
 */
public final class DomainCheck {
  /** Directories and registries write days where others write moments. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  /** Of so many links the domains are asked about. */
  private static final int MOST_LINKS = 20;

  private final Duration recent;

  /**
   * @param recent how young a domain is that warns where it is not known how old the address is
   */
  public DomainCheck(Duration recent) {
    this.recent = recent;
  }

  /** Somewhere that a proof comes from, or an account goes to. */
  private record Source(String domain, Optional<Instant> set) {}

  /**
   * The domain that somebody registered, by the public suffix list without its private part: {@code
   * mail.corp.co.uk} is of {@code corp.co.uk}, and {@code dora.github.io} of {@code github.io}.
   * Empty for a public suffix itself.
   *
   * @param host in A-labels and lower case
   */
  public static Optional<String> registrable(String host) {
    String assigned = EffectiveTldFinder.getAssignedDomain(host, true, true);
    if (assigned != null) {
      return Optional.of(assigned);
    }
    // The list does not know the suffix, or knows it as one below which there is nothing here.
    int last = host.lastIndexOf('.');
    int before = host.lastIndexOf('.', last - 1);
    boolean known = EffectiveTldFinder.getEffectiveTLD(host, true) != null;
    return last < 0 || known ? Optional.empty() : Optional.of(host.substring(before + 1));
  }

  /**
   * The domains that matter to a ticket: of the addresses and places that prove something or could,
   * and of the address that the account would get, once it is confirmed.
   */
  public static Set<String> domains(
      Ticket ticket, Optional<Account> account, List<Evidence> evidence, boolean confirmed) {
    if (account.isEmpty()) {
      return Set.of();
    }
    boolean moves = ticket.answers().reasons().contains(Reason.LOST_EMAIL_ACCESS) && confirmed;
    Optional<EmailAddress> wanted = Optional.of(ticket.requester()).filter(it -> moves);
    Stream<String> places =
        account.get().links().stream()
            .limit(MOST_LINKS)
            .flatMap(link -> host(link).flatMap(DomainCheck::registrable).stream());
    return Stream.concat(sources(account.get(), wanted, evidence).map(Source::domain), places)
        .collect(Collectors.toCollection(TreeSet::new));
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
      List<Evidence> evidence,
      Map<String, Registration> known) {
    return sources(account, newAddress, evidence)
        .flatMap(source -> warn(ticket, source, known).stream())
        .distinct()
        .toList();
  }

  private static Stream<Source> sources(
      Account account, Optional<EmailAddress> newAddress, List<Evidence> evidence) {
    Stream<Source> own =
        account.addresses().stream()
            .filter(address -> address.current() && address.verified())
            .flatMap(it -> source(it.address().domain(), it.addedAt()));
    Stream<Source> wanted =
        newAddress.stream().flatMap(it -> source(it.domain(), Optional.empty()));
    Stream<Source> shown =
        evidence.stream()
            .flatMap(
                piece ->
                    switch (piece.kind()) {
                      case VOUCHER -> vouching(account, piece);
                      case BRANCH, SITE_FILE, DNS_TXT -> published(account, piece);
                      default -> Stream.empty();
                    });
    return Stream.of(own, wanted, shown).flatMap(all -> all);
  }

  private static Stream<Source> source(String host, Optional<Instant> set) {
    return registrable(host).stream().map(domain -> new Source(domain, set));
  }

  /** Who vouches does so by their mailbox. */
  private static Stream<Source> vouching(Account account, Evidence piece) {
    return account.coOwners().stream()
        .filter(one -> one.address().toString().equals(piece.source()))
        .limit(1)
        .flatMap(one -> source(one.address().domain(), one.since()));
  }

  /** Whoever has the domain of a site puts files there. */
  private static Stream<Source> published(Account account, Evidence piece) {
    return account.links().stream()
        .filter(link -> host(link).filter(host -> names(piece.source(), host)).isPresent())
        .min(Comparator.comparing(link -> link.since().orElse(Instant.MIN)))
        .stream()
        .flatMap(link -> source(host(link).orElseThrow(), link.since()));
  }

  private static Optional<String> host(Link link) {
    return Optional.ofNullable(link.address().getHost())
        .map(host -> host.toLowerCase(Locale.ROOT))
        .filter(host -> EmailAddress.find("x@" + host).isPresent());
  }

  /** Whether a proof was seen there: an address, or a name in the DNS below an underscore. */
  private static boolean names(String source, String host) {
    String place = source.toLowerCase(Locale.ROOT);
    return place.startsWith("https://" + host + "/")
        || place.equals("https://" + host)
        || (place.startsWith("_") && place.endsWith("." + host));
  }

  private Optional<Warning> warn(Ticket ticket, Source source, Map<String, Registration> known) {
    return Optional.ofNullable(known.get(source.domain()))
        .flatMap(Registration::told)
        .flatMap(
            told ->
                seen(ticket, source.set(), source.domain(), told)
                    .map(text -> new Warning(Kind.DOMAIN_LAPSED, text, told.at())));
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
