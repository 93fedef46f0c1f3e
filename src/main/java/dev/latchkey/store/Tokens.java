package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Reply addresses and codes of a {@link UnitOfWork}; only their hashes are ever stored. */
public final class Tokens {
  private static final int BLOCK = 20;
  private final TokenMapper mapper;
  private final Numbers numbers;
  private final LongPredicate isNewTicket;

  /** Every token read or added, by its number, and the hashes that lead there. */
  private final Map<Long, IssuedToken> tokens = new LinkedHashMap<>();

  private final Map<Long, HashValue> hashes = new HashMap<>();
  private final Set<HashValue> asked = new HashSet<>();
  private final Set<HashValue> codesAsked = new HashSet<>();
  private final Set<EmailAddress> ownersAsked = new HashSet<>();
  private final Set<Long> ticketsAsked = new HashSet<>();
  private final Set<Long> added = new HashSet<>();
  private final Set<Long> changed = new HashSet<>();

  Tokens(TokenMapper mapper, Numbers numbers, LongPredicate isNewTicket) {
    this.mapper = mapper;
    this.numbers = numbers;
    this.isNewTicket = isNewTicket;
  }

  /** Reads what a batch will ask for; the tickets that the tokens belong to. */
  Set<Long> prefetch(Collection<HashValue> replyTokens, Collection<HashValue> codes) {
    List<HashValue> newTokens = replyTokens.stream().filter(asked::add).toList();
    if (!newTokens.isEmpty()) {
      keep(mapper.findByHashes(newTokens.stream().map(HashValue::hex).toList()));
    }
    List<HashValue> newCodes = codes.stream().filter(codesAsked::add).toList();
    if (!newCodes.isEmpty()) {
      keep(mapper.findByCodeHashes(newCodes.stream().map(HashValue::hex).toList()));
    }
    return tokens.values().stream().map(IssuedToken::ticketId).collect(Collectors.toSet());
  }

  /** The token of a reply address, by its hash. */
  public Optional<IssuedToken> find(HashValue hash) {
    prefetch(List.of(hash), List.of());
    return hashes.entrySet().stream()
        .filter(entry -> entry.getValue().equals(hash))
        .findFirst()
        .map(entry -> tokens.get(entry.getKey()));
  }

  /** The token that carries a code, by the code's hash. */
  public Optional<IssuedToken> findByCode(HashValue codeHash) {
    prefetch(List.of(), List.of(codeHash));
    return tokens.values().stream()
        .filter(token -> token.codeHash().filter(codeHash::equals).isPresent())
        .findFirst();
  }

  /** Tokens of a ticket, oldest first. */
  public List<IssuedToken> ofTicket(long ticketId) {
    if (ticketsAsked.add(ticketId) && !isNewTicket.test(ticketId)) {
      keep(mapper.listByTicket(ticketId));
    }
    return tokens.values().stream()
        .filter(token -> token.ticketId() == ticketId)
        .sorted((one, other) -> Long.compare(one.id(), other.id()))
        .toList();
  }

  /**
   * Tickets about which letters went to these addresses as owners, or to be asked to vouch, the
   * newest letters first, as far as those still bear an answer.
   */
  void prefetchOwners(Collection<EmailAddress> addresses, Instant now) {
    List<String> fresh =
        addresses.stream().filter(ownersAsked::add).map(EmailAddress::toString).toList();
    if (!fresh.isEmpty()) {
      keep(mapper.listOfOwners(fresh, now));
    }
  }

  /** The tickets of the letters to an address as an owner, the newest first. */
  public List<Long> ticketsOfOwner(EmailAddress address, Instant now) {
    prefetchOwners(List.of(address), now);
    return tokens.values().stream()
        .filter(token -> token.recipient().equals(address) && token.toOwner())
        .sorted((one, other) -> Long.compare(other.id(), one.id()))
        .map(IssuedToken::ticketId)
        .distinct()
        .toList();
  }

  /**
   * The tokens by which an address was asked to vouch, the newest first, as far as they are good.
   */
  public List<IssuedToken> vouches(EmailAddress address, Instant now) {
    prefetchOwners(List.of(address), now);
    return tokens.values().stream()
        .filter(token -> token.recipient().equals(address))
        .filter(token -> token.purpose() == TokenPurpose.VOUCH && token.expiresAt().isAfter(now))
        .sorted((one, other) -> Long.compare(other.id(), one.id()))
        .toList();
  }

  /** The number of a new token. */
  public long nextId() {
    return numbers.next(BLOCK, mapper::nextIds);
  }

  /** Keeps a new token and the hash of its reply address. */
  public void add(IssuedToken token, HashValue hash) {
    tokens.put(token.id(), token);
    hashes.put(token.id(), hash);
    asked.add(hash);
    added.add(token.id());
  }

  /** Keeps a token with other tries, use or expiry. */
  public void save(IssuedToken token) {
    tokens.put(token.id(), token);
    changed.add(token.id());
  }

  void flush() {
    List<TokenMapper.Row> inserts = new ArrayList<>();
    List<TokenMapper.Row> updates = new ArrayList<>();
    for (IssuedToken token : tokens.values()) {
      if (added.contains(token.id())) {
        inserts.add(row(token));
      } else if (changed.contains(token.id())) {
        updates.add(row(token));
      }
    }
    inserts.forEach(mapper::insert);
    updates.forEach(mapper::update);
  }

  private void keep(List<TokenMapper.Row> rows) {
    for (TokenMapper.Row row : rows) {
      if (!tokens.containsKey(row.id())) {
        tokens.put(row.id(), token(row));
        hashes.put(row.id(), new HashValue(row.hash()));
      }
    }
  }

  private TokenMapper.Row row(IssuedToken token) {
    HashValue hash = hashes.get(token.id());
    if (hash == null) {
      throw new IllegalStateException("token " + token.id() + " was not read for update");
    }
    return new TokenMapper.Row(
        token.id(),
        hash.hex(),
        token.purpose(),
        token.ticketId(),
        token.recipient().toString(),
        token.round(),
        token.digest().orElse(null),
        token.codeHash().map(HashValue::hex).orElse(null),
        token.tries(),
        token.issuedAt(),
        token.expiresAt(),
        token.usedAt().orElse(null));
  }

  private static IssuedToken token(TokenMapper.Row row) {
    return new IssuedToken(
        row.id(),
        row.purpose(),
        row.ticketId(),
        EmailAddress.of(row.recipient()),
        row.round(),
        Optional.ofNullable(row.digest()),
        Optional.ofNullable(row.codeHash()).map(HashValue::new),
        row.tries(),
        row.issuedAt(),
        row.expiresAt(),
        Optional.ofNullable(row.usedAt()));
  }
}
