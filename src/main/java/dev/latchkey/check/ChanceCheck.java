package dev.latchkey.check;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.BoundKey;
import dev.latchkey.accounts.CoOwner;
import dev.latchkey.accounts.Link;
import dev.latchkey.check.Chance.Age;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what there is on record to prove with, beside mailboxes. */
public final class ChanceCheck {
  private static final Set<String> WEB = Set.of("http", "https");

  private final Policy policy;

  public ChanceCheck(Policy policy) {
    this.policy = policy;
  }

  /**
   * What is on record, the likeliest to work first.
   *
   * @param requestedAt what was set later than the policy says before this moment is too new
   */
  public List<Chance> find(Account account, Instant requestedAt) {
    List<Chance> chances = new ArrayList<>();
    for (Link link : account.links()) {
      Age age = age(link.since(), requestedAt);
      String place = link.address().toString();
      if (link.kind() == Link.Kind.REPOSITORY) {
        add(chances, EvidenceClass.BRANCH, place, age);
      } else if (WEB.contains(link.address().getScheme().toLowerCase(Locale.ROOT))) {
        add(chances, EvidenceClass.SITE_FILE, place, age);
        if (link.address().getPath().length() < 2) {
          // Below the front page the host is somebody else's.
          add(chances, EvidenceClass.DNS_TXT, place, age);
        }
      }
    }
    for (BoundKey key : account.keys()) {
      add(chances, EvidenceClass.SIGNATURE, key.kind().name(), age(key.since(), requestedAt));
    }
    if (account.profile().filter(text -> !text.isBlank()).isPresent()) {
      add(chances, EvidenceClass.PROFILE, account.name(), Age.OLD_ENOUGH);
    }
    for (CoOwner other : account.coOwners()) {
      // A thief who is in the account makes a friend one: without a day nobody can tell.
      add(chances, EvidenceClass.VOUCHER, other.project(), age(other.since(), requestedAt));
    }
    chances.sort((one, two) -> one.kind().compareTo(two.kind()));
    return List.copyOf(chances);
  }

  private void add(List<Chance> chances, EvidenceClass kind, String place, Age age) {
    if (policy.worth(kind).filter(worth -> worth.points() > 0).isPresent()) {
      chances.add(new Chance(kind, place, age));
    }
  }

  private Age age(Optional<Instant> since, Instant requestedAt) {
    Instant latest = requestedAt.minus(policy.times().recentChange());
    return since.map(at -> at.isAfter(latest) ? Age.TOO_NEW : Age.OLD_ENOUGH).orElse(Age.UNKNOWN);
  }
}
