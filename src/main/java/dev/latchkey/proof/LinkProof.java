package dev.latchkey.proof;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.Link;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A proof at a place to which a link of the account leads. */
abstract class LinkProof implements PublicProof {
  private static final Comparator<Link> LONGEST_KNOWN_FIRST =
      Comparator.comparing(link -> link.since().orElse(Instant.MAX));

  private final Link.Kind kind;

  LinkProof(Link.Kind kind) {
    this.kind = kind;
  }

  /** Where whoever owns what {@code link} leads to can show a token; empty for nowhere. */
  abstract Optional<String> shown(HttpsAddress link);

  /** Looks at the place that {@link #shown} names. */
  abstract Sighting look(HttpsAddress link, String token) throws CannotLookException;

  @Override
  public final List<Place> places(Account account) {
    Map<String, Place> places = new LinkedHashMap<>();
    account.links().stream()
        .filter(link -> link.kind() == kind)
        .sorted(LONGEST_KNOWN_FIRST)
        .forEach(
            link ->
                HttpsAddress.onRecord(link.address())
                    .flatMap(this::shown)
                    .ifPresent(at -> places.putIfAbsent(at, new Place(at, link.since()))));
    return List.copyOf(places.values());
  }

  @Override
  public final Sighting look(Account account, String place, String token) {
    String challenge = Challenge.checked(token);
    Optional<HttpsAddress> address =
        account.links().stream()
            .filter(link -> link.kind() == kind)
            .flatMap(link -> HttpsAddress.onRecord(link.address()).stream())
            .filter(link -> shown(link).filter(place::equals).isPresent())
            .findFirst();
    try {
      return address.isPresent()
          ? look(address.get(), challenge)
          : new Sighting.CannotLook(Obstacle.NOT_ON_RECORD);
    } catch (CannotLookException e) {
      return new Sighting.CannotLook(e.obstacle());
    }
  }
}
