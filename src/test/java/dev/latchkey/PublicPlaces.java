package dev.latchkey;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.Link;
import dev.latchkey.proof.Obstacle;
import dev.latchkey.proof.Place;
import dev.latchkey.proof.PublicProof;
import dev.latchkey.proof.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** The public places of a story: repositories, sites and a DNS in which people show tokens. */
@NullMarked
public final class PublicPlaces {
  private final Map<String, Set<String>> shown = new HashMap<>();
  private final Map<String, Obstacle> obstacles = new HashMap<>();
  private final Set<String> moved = new HashSet<>();
  private final AtomicInteger looks = new AtomicInteger();

  /** How often somebody looked. */
  public int looks() {
    return looks.get();
  }

  /** Somebody shows a token at a place. */
  public void show(String place, String token) {
    shown.computeIfAbsent(place, any -> new HashSet<>()).add(token);
  }

  /** From now on a place cannot be looked at. */
  public void close(String place, Obstacle why) {
    obstacles.put(place, why);
  }

  /** From now on a place can be looked at again. */
  public void open(String place) {
    obstacles.remove(place);
  }

  /** From now on a place leads to another one of the same owner. */
  public void move(String place) {
    moved.add(place);
  }

  /** How a desk looks at them. */
  public List<PublicProof> proofs() {
    return List.of(
        new Kind("BRANCH", Link.Kind.REPOSITORY, link -> link),
        new Kind("SITE_FILE", Link.Kind.SITE, link -> link + ".well-known/latchkey-challenge.txt"),
        new Kind(
            "DNS_TXT",
            Link.Kind.SITE,
            link -> "_latchkey-challenge." + link.replaceAll("https://|/", "")));
  }

  private final class Kind implements PublicProof {
    private final String name;
    private final Link.Kind kind;
    private final Function<String, String> place;

    Kind(String name, Link.Kind kind, Function<String, String> place) {
      this.name = name;
      this.kind = kind;
      this.place = place;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<Place> places(Account account) {
      List<Place> places = new ArrayList<>();
      for (Link link : account.links()) {
        if (link.kind() == kind && link.address().getScheme().equals("https")) {
          places.add(new Place(place.apply(link.address().toString()), link.since()));
        }
      }
      return places;
    }

    @Override
    public Sighting look(Account account, String where, String token) {
      if (places(account).stream().noneMatch(known -> known.shown().equals(where))) {
        return new Sighting.CannotLook(Obstacle.NOT_ON_RECORD);
      }
      looks.incrementAndGet();
      Obstacle obstacle = obstacles.get(where);
      if (obstacle != null) {
        return new Sighting.CannotLook(obstacle);
      }
      return shown.getOrDefault(where, Set.of()).contains(token)
          ? new Sighting.Seen(
              where, moved.contains(where) ? Set.of(Sighting.Oddity.RENAMED) : Set.of())
          : new Sighting.NotYet();
    }
  }
}
